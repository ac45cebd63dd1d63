import { assertEquals, assertThrows } from "@std/assert";
import { logicComputation, type LogicField } from "./computed_logic.ts";
import type { Entity, EntitySpec, FieldSpec } from "./entity_spec.ts";
import { LogicFailed } from "./logic_failure.ts";
import { ok } from "./problem.ts";

interface Note extends Entity {
  readonly text: string;
  readonly made: unknown;
  readonly next: unknown;
}

const NOTE: Note = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2026-01-31T09:30:00.000Z",
  updatedAt: "2026-01-31T09:30:00.000Z",
  text: "ab",
  made: null,
  next: null,
};

function spec(made: Partial<FieldSpec>): EntitySpec {
  const field = { column: "made", nullable: false, kind: "string" } as const;
  return {
    name: "note",
    label: "note",
    path: "/notes",
    table: "notes",
    search: [],
    fields: {
      text: { kind: "string", column: "text", nullable: false },
      made: { ...field, ...made },
      next: { kind: "integer", column: "next", nullable: true },
    },
  };
}

function made(
  field: Partial<FieldSpec>,
  of: LogicField<Note>["of"],
  maxLength?: number,
) {
  const all = [{ field: "made", of, maxLength }];
  const outcome = logicComputation(spec(field), all)(NOTE);
  return outcome.ok ? outcome.value.made : outcome.problem;
}

Deno.test("logicComputation() works fields out in order, each from those before it", () => {
  const compute = logicComputation<Note>(
    spec({ kind: "integer" }),
    [
      { field: "made", of: ({ text }) => text.length },
      { field: "next", of: ({ made }) => Number(made) * 10 },
    ],
    (note) => ok({ ...note, text: `${note.text}c` }),
  );
  const outcome = compute(NOTE);
  assertEquals(outcome.ok && [outcome.value.made, outcome.value.next], [3, 30]);
});

Deno.test("logicComputation() takes only values of the field's type", () => {
  const wrong: readonly (readonly [Partial<FieldSpec>, unknown])[] = [
    [{ kind: "integer" }, 1.5],
    [{ kind: "integer" }, "1"],
    [{ kind: "integer" }, NaN],
    [{ kind: "number" }, Infinity],
    [{ kind: "decimal", scale: 2 }, "1.00"],
    [{ kind: "string" }, 5],
    [{ kind: "string" }, null],
    [{ kind: "string" }, undefined],
    [{ kind: "string" }, "a\0"],
    [{ kind: "enum", values: ["a"] }, "b"],
    [{ kind: "date" }, "2026-02-30"],
    [{ kind: "string" }, Promise.resolve("a")],
  ];
  for (const [field, value] of wrong) {
    assertThrows(() => made(field, () => value), LogicFailed, "made of note");
  }
  assertThrows(() => made({}, () => "abc", 2), LogicFailed, "at most 2");
  assertEquals(made({}, () => "👍👍", 2), "👍👍");
  assertEquals(made({ nullable: true }, () => null), null);
  assertEquals(made({ kind: "decimal", scale: 2 }, () => 1.1 * 3), 3.3);
});

Deno.test("logicComputation() says which field's logic threw", () => {
  assertThrows(
    () =>
      made({}, () => {
        throw new Error("no such thing");
      }),
    LogicFailed,
    "made of note: no such thing",
  );
});

Deno.test("logicComputation() shows logic what it cannot change, and gives what its owner may", () => {
  const list = ["a"];
  const given: Note = { ...NOTE, made: list };
  const outcomeOf = (of: LogicField<Note>["of"]) =>
    logicComputation<Note>(spec({}), [
      { field: "next", of: () => 1 },
      { field: "next", of },
    ])(given);
  for (
    const of of [
      (note: object) => Object.keys(Object.assign(note, { text: "z" })).length,
      ({ made }: { made?: unknown }) => Array.isArray(made) && made.push("b"),
    ]
  ) {
    assertThrows(() => outcomeOf(of), LogicFailed, "next of note");
  }
  assertEquals([given.text, list], ["ab", ["a"]]);
  const outcome = outcomeOf(() => 2);
  assertEquals(outcome.ok && Object.isFrozen(outcome.value), false);
  assertEquals(outcome.ok && outcome.value.made === list, true);
});
