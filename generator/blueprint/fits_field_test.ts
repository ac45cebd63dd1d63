import { assertEquals, assertExists } from "@std/assert";
import type { FieldBlueprint, Literal } from "./blueprint.ts";
import { misfit } from "./fits_field.ts";

const CASES: readonly (readonly [
  FieldBlueprint,
  readonly Literal[],
  readonly Literal[],
])[] = [
  [{ type: "string" }, ["", "a", null], [1, true, "$now", "a".repeat(201)]],
  [{ type: "string", required: true }, ["a"], [null, "", "  "]],
  [{ type: "string", minLength: 2, maxLength: 3 }, ["ab", "😀😀"], [
    "a",
    "abcd",
  ]],
  [{ type: "string", pattern: "a+" }, ["aa"], ["ab"]],
  [{ type: "integer", min: 1, max: 3 }, [1, 3], [0, 4, 1.5, "1"]],
  [{ type: "decimal" }, [1.25, 0.1, -3], [1.005, 1e15]],
  [{ type: "decimal", scale: 0 }, [2], [2.5]],
  [{ type: "number" }, [0.1], ["0.1", false]],
  [{ type: "boolean" }, [true, false], ["true", 0]],
  [{ type: "enum", values: ["a"] }, ["a"], ["b", "", 1]],
  [{ type: "date" }, ["2024-02-29", "$now"], ["2023-02-29", "2024-2-1", "x"]],
  [
    { type: "datetime" },
    ["2024-02-29T23:59:59Z", "2024-01-01T00:00:00.5+02:00", "$now"],
    ["2024-02-30T00:00:00Z", "2024-01-01T24:00:00Z", "2024-01-01"],
  ],
  [{ type: "duration", min: "PT1M", max: "P2W" }, ["PT90M", "P14D"], [
    "PT59S",
    "P15D",
    "P1M",
    "PT1.5H",
    "P",
    "PT",
    5,
  ]],
  [{ type: "time" }, ["12:30", "12:30:15"], ["24:00", "12", "$now"]],
  [{ type: "email" }, ["a@b.org"], ["a", "a b@c.example", "a b@c.de"]],
  [{ type: "email", minLength: 6, maxLength: 8, pattern: ".*@b\\.org" }, [
    "a@b.org",
  ], ["ab@c.org", "abcd@b.org", "@b.org"]],
  [{ type: "email" }, [], [`a@${"b.".repeat(126)}c`]],
  [{ type: "url" }, ["https://a.org/x"], ["a", "javascript:alert(1)"]],
  [{ type: "uuid" }, ["0190a0a0-0000-7000-8000-000000000000"], ["1"]],
  [{ type: "json" }, ["x", 1, true], ["$now"]],
];

Deno.test("misfit() tells which values fit each type", () => {
  for (const [field, good, bad] of CASES) {
    for (const value of good) {
      assertEquals(misfit(value, field), undefined, `${field.type} ${value}`);
    }
    for (const value of bad) {
      assertExists(misfit(value, field), `${field.type} ${value}`);
    }
  }
});

Deno.test("misfit() says which of a decimal's limits a number breaks", () => {
  const field: FieldBlueprint = { type: "decimal", scale: 9 };
  assertEquals(misfit(999_999.5, field), undefined);
  assertEquals(
    misfit(1_000_000, field),
    "a number of at most 6 digits before the point, as 9 of 15 stand behind it",
  );
  assertEquals(
    misfit(1e-10, field),
    "a number with at most 9 decimal places",
  );
});
