import assert from "node:assert/strict";
import { decimal, oneOf, text } from "./api_schema.ts";
import { entitySchema, type Fields, patchSchema } from "./body_schema.ts";
import {
  expectBodies,
  expectPatches,
  expectRules,
  type FieldTrial,
} from "./expect_fields.ts";
import type { FieldError } from "./problem.ts";

interface Book {
  readonly title: string;
  readonly price: number | null;
  readonly state: string;
}

const FIELDS = {
  title: text({ min: 1, max: 3 }),
  price: decimal(2).nullable().optional(),
  state: oneOf(["new", "old"]).optional(),
} satisfies Fields;

const TRIALS: readonly FieldTrial[] = [
  {
    field: "title",
    required: true,
    takes: ["x", "xxx"],
    refuses: ["", "xxxx", null],
    breaks: [{ value: " ", message: "must not be blank" }],
  },
  {
    field: "price",
    takes: [0, 9.51, null],
    refuses: [9.501],
    breaks: [{ value: -1, message: "must be at least 0" }],
  },
  { field: "state", takes: ["new", "old"], refuses: ["no such value", null] },
];

Deno.test("expectBodies() and expectPatches() accept the schema that they are told of", () => {
  expectBodies(entitySchema(FIELDS), TRIALS);
  expectPatches(patchSchema(FIELDS), TRIALS);
});

for (
  const [what, change] of [
    ["a text may be shorter", { title: text({ max: 3 }) }],
    ["a text may be longer", { title: text({ min: 1, max: 4 }) }],
    ["a text must be shorter", { title: text({ min: 1, max: 2 }) }],
    ["a number may be finer", { price: decimal(3).nullable().optional() }],
    ["a number must be coarser", { price: decimal(1).nullable().optional() }],
    ["null is refused", { price: decimal(2).optional() }],
    ["null is taken", { state: oneOf(["new", "old"]).nullable().optional() }],
    ["a value is missing", { state: oneOf(["new"]).optional() }],
  ] as const
) {
  Deno.test(`expectBodies() and expectPatches() notice that ${what}`, () => {
    const fields = { ...FIELDS, ...change };
    assert.throws(() => expectBodies(entitySchema(fields), TRIALS));
    assert.throws(() => expectPatches(patchSchema(fields), TRIALS));
  });
}

Deno.test("expectBodies() notices what must be given, and what need not", () => {
  const optional = { ...FIELDS, title: text({ min: 1, max: 3 }).optional() };
  assert.throws(() => expectBodies(entitySchema(optional), TRIALS));
  const required = { ...FIELDS, state: oneOf(["new", "old"]) };
  assert.throws(() => expectBodies(entitySchema(required), TRIALS));
});

Deno.test("expectBodies() and expectPatches() notice a field that is not there", () => {
  const { state: _state, ...fields } = FIELDS;
  assert.throws(() => expectBodies(entitySchema(fields), TRIALS));
  assert.throws(() => expectPatches(patchSchema(fields), TRIALS));
});

Deno.test("expectRules() notices other limits, other fields, other words and no rule", () => {
  const rules = (
    { least = 0, path = "price", says = "must be at least 0", blank = true },
  ) =>
  ({ title, price }: Book): readonly FieldError[] => [
    ...(blank && title.trim() === ""
      ? [{ path: "title", message: "must not be blank" }]
      : []),
    ...(price !== null && price < least ? [{ path, message: says }] : []),
  ];
  expectRules(rules({}), TRIALS);
  for (
    const other of [
      { least: 1 },
      { least: -1 },
      { path: "" },
      { says: "" },
      { blank: false },
    ]
  ) {
    assert.throws(() => expectRules(rules(other), TRIALS));
  }
});
