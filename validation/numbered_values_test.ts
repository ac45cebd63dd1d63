import { assertEquals } from "@std/assert";
import type { FieldModel } from "../generator/model/system_model.ts";
import { numberedValue, roomFor } from "./numbered_values.ts";

const FIELD: FieldModel = {
  name: "code",
  column: "code",
  type: "string",
  required: true,
  nullable: false,
  unique: true,
  immutable: false,
  maxLength: 12,
  description: "A code.",
};

const KINDS: readonly Partial<FieldModel>[] = [
  { type: "string" },
  { type: "string", maxLength: 3 },
  { type: "string", minLength: 12 },
  { type: "text", maxLength: 5000 },
  { type: "email", maxLength: 254 },
  { type: "url", maxLength: 2000 },
  { type: "uuid", maxLength: 36 },
  { type: "slug", maxLength: 100 },
  { type: "integer", min: 5, max: 2000 },
  { type: "date" },
  { type: "datetime", maxLength: 24 },
  { type: "time" },
];

for (const kind of KINDS) {
  Deno.test(`numberedValue() makes a thousand different values: ${JSON.stringify(kind)}`, () => {
    const field = { ...FIELD, ...kind };
    const values = Array.from({ length: 1000 }, (_, n) => n)
      .map((n) => numberedValue(field, n));
    assertEquals(new Set(values).size, 1000);
    assertEquals(roomFor(field) >= 1000, true);
    for (const value of values) {
      if (typeof value !== "string") continue;
      const length = [...value].length;
      assertEquals(length <= (field.maxLength ?? 5000), true, value);
      assertEquals(length >= (field.minLength ?? 0), true, value);
    }
  });
}

Deno.test("numberedValue() makes the sample where values need not differ, and roomFor() tells how many there are", () => {
  const free = { ...FIELD, unique: false };
  assertEquals(numberedValue(free, 7), numberedValue(free, 0));
  assertEquals(roomFor(free), Infinity);
  const few: FieldModel = { ...FIELD, type: "enum", values: ["a", "b"] };
  assertEquals([0, 1, 2].map((n) => numberedValue(few, n)), ["a", "b", "a"]);
  assertEquals(roomFor(few), 2);
});
