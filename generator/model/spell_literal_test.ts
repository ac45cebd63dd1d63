import { assertEquals } from "@std/assert";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { expand } from "./expand.ts";
import { spellLiteral } from "./spell_literal.ts";

Deno.test("spellLiteral() spells times and ids as they are kept, and leaves the rest", () => {
  assertEquals(spellLiteral("09:30", "time"), "09:30:00");
  assertEquals(
    spellLiteral("2030-01-01T01:00:00+01:00", "datetime"),
    "2030-01-01T00:00:00.000Z",
  );
  assertEquals(spellLiteral("AB", "uuid"), "ab");
  assertEquals(spellLiteral("$now", "datetime"), "$now");
  assertEquals(spellLiteral("AB", "string"), "AB");
  assertEquals(spellLiteral(1, "integer"), 1);
});

Deno.test("expand() spells defaults and the values of actions as they are kept", () => {
  const blueprint: Blueprint = {
    schema: "autocoder/v1",
    system: "teas",
    entities: {
      tea: {
        fields: { at: { type: "time", default: "16:00" } },
        actions: {
          delay: { set: { at: "17:00" }, when: { at: ["16:00", "16:30"] } },
        },
      },
    },
  };
  const [tea] = expand(blueprint).model?.entities ?? [];
  assertEquals(tea?.fields[0]?.default, "16:00:00");
  assertEquals(tea?.actions[0]?.set, { at: "17:00:00" });
  assertEquals(tea?.actions[0]?.when, { at: ["16:00:00", "16:30:00"] });
});
