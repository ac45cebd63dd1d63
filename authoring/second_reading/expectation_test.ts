import { assertEquals } from "@std/assert";
import { type FilledExpectation, unmet, valueAt } from "./expectation.ts";

const ANSWER = {
  title: "tea",
  done: false,
  count: 3,
  due: "2030-01-02",
  note: null,
  tags: ["a", "b"],
  owner: { id: "7" },
  items: [{ id: "1", n: 1 }, { id: "2", n: 5 }],
  none: [],
};

/** What an expectation of each kind meets, and what it does not. */
const CASES: readonly (readonly [string, string, unknown, boolean])[] = [
  ["title", "equals", "tea", true],
  ["title", "equals", "Tea", false],
  ["count", "equals", 3, true],
  ["count", "equals", "3", false],
  ["note", "equals", null, true],
  ["missing", "equals", null, false],
  ["owner", "equals", { id: "7" }, true],
  ["owner.id", "equals", "7", true],
  ["items.1.id", "equals", "2", true],
  ["items.*.id", "equals", "2", true],
  ["items.*.id", "equals", "3", false],
  ["none.*.id", "equals", "3", false],
  ["title.*", "equals", "tea", false],
  ["title", "differs", "coffee", true],
  ["title", "differs", "tea", false],
  ["missing", "differs", "tea", false],
  ["items.*.id", "differs", "3", true],
  ["items.*.id", "differs", "2", false],
  ["none.*.id", "differs", "2", true],
  ["missing.*.id", "differs", "2", false],
  ["done", "present", null, true],
  ["note", "present", null, false],
  ["missing", "present", null, false],
  ["constructor", "present", null, false],
  ["title.length", "present", null, false],
  ["missing", "absent", null, true],
  ["note", "absent", null, false],
  ["items.*.secret", "absent", null, true],
  ["items.*.n", "absent", null, false],
  ["title.*.secret", "absent", null, false],
  ["items", "length", 2, true],
  ["items", "length", 1, false],
  ["title", "length", 3, true],
  ["count", "length", 3, false],
  ["tags", "includes", "b", true],
  ["tags", "includes", "c", false],
  ["title", "includes", "ea", true],
  ["title", "includes", "", false],
  ["count", "includes", "3", false],
  ["count", "above", 2, true],
  ["count", "above", 3, false],
  ["count", "above", "2", false],
  ["due", "above", "2030-01-01", true],
  ["due", "below", "2030-01-03", true],
  ["due", "below", "2030-01-02", false],
  ["items.*.n", "above", 4, true],
  ["items.*.n", "above", 5, false],
  ["items.*.n", "below", 1, false],
];

Deno.test("unmet() holds members to what is expected of them", () => {
  for (const [member, is, value, met] of CASES) {
    const expectation = { member, is, value } as FilledExpectation;
    const fault = unmet(expectation, ANSWER);
    assertEquals(
      fault === undefined,
      met,
      `${member} ${is} ${JSON.stringify(value)}: ${fault}`,
    );
  }
});

Deno.test("unmet() looks at the whole answer, also where there is none", () => {
  const whole = { member: "", is: "length", value: 2 } as const;
  assertEquals(unmet(whole, [1, 2]), undefined);
  assertEquals(
    unmet(whole, undefined),
    "the answer is missing, wanted: the answer has length 2",
  );
  assertEquals(
    unmet({ member: "*.id", is: "differs", value: 1 }, undefined),
    "the answer is missing, wanted a list",
  );
});

Deno.test("unmet() says what was found and wanted, harmless and not too long", () => {
  assertEquals(
    unmet({ member: "items.*.id", is: "equals", value: "9" }, ANSWER),
    'items.*.id is among ["1","2"], wanted: items.*.id equals "9"',
  );
  const long = unmet({ member: "a", is: "absent", value: null }, {
    a: `\u001b[31m${"x".repeat(900)}`,
  }) ?? "";
  assertEquals(long.includes("\u001b"), false);
  assertEquals(long.length < 200, true);
});

Deno.test("valueAt() finds one value, and none among many", () => {
  assertEquals(valueAt(ANSWER, "items.0.id"), "1");
  assertEquals(valueAt(ANSWER, ""), ANSWER);
  assertEquals(valueAt(ANSWER, "items.*.id"), undefined);
  assertEquals(valueAt(ANSWER, "title.x"), undefined);
});
