import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { checkName, NAME_PATTERNS, respell } from "./check_name.ts";
import { DiagnosticList } from "./diagnostic_list.ts";
import { ENTITY_NAME, FIELD_NAME } from "./language_names.ts";

Deno.test("checkName() lets names of the style through and no others", () => {
  const good = ["a", "task", "order_item", "a1", "address_2"];
  const bad = ["", "A", "_a", "a_", "a__b", "1a", "a-b", "a.b", "ä", "a b"];
  for (const [names, wanted] of [[good, true], [bad, false]] as const) {
    for (const name of names) {
      const diagnostics = new DiagnosticList();
      assertEquals(checkName(name, ENTITY_NAME, "x", diagnostics), wanted);
      assertEquals(diagnostics.failed, !wanted);
    }
  }
});

Deno.test("checkName() refuses more than 48 characters", () => {
  const diagnostics = new DiagnosticList();
  assert(checkName("a".repeat(48), FIELD_NAME, "x", diagnostics));
  assert(!checkName("a".repeat(49), FIELD_NAME, "x", diagnostics));
  assertEquals(diagnostics.items.map(({ code }) => code), ["AC202"]);
});

Deno.test("respell() gives a name of the style or nothing", () => {
  assertEquals(respell("Order Items!", ENTITY_NAME), "order_items");
  assertEquals(respell("due_on", FIELD_NAME), "dueOn");
  assertEquals(respell("APIKey", FIELD_NAME), "apiKey");
  assertEquals(respell("Café", ENTITY_NAME), "cafe");
  assertEquals(respell("../../etc", ENTITY_NAME), "etc");
  assertEquals(respell("!!", ENTITY_NAME), undefined);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    for (const rule of [ENTITY_NAME, FIELD_NAME]) {
      const name = respell(text, rule);
      assert(name === undefined || NAME_PATTERNS[rule.style].test(name));
    }
  }));
});
