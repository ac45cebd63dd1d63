import { assertEquals } from "@std/assert";
import {
  type Permission,
  readPermission,
  tellPermission,
} from "./permission_phrase.ts";

Deno.test("readPermission() reads what tellPermission() tells, and nothing else", () => {
  const told: readonly Permission[] = [
    { words: ["owner"], operation: "delete", entity: "note" },
    { words: ["owner", "admin"], operation: "list", entity: "order_line" },
    { words: ["head_cook"], operation: "serveHot", entity: "open_sandwich" },
  ];
  for (const one of told) {
    assertEquals(readPermission(tellPermission(one)), one);
  }
  for (const other of ["they may list a note", "notes may be read", "only"]) {
    assertEquals(readPermission(other), undefined);
  }
});
