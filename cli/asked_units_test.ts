import { assert, assertEquals } from "@std/assert";
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import { advanceAsked, type AskedUnits, renderAsked } from "./asked_units.ts";

const FIRST = "entities.box.fields.first.computed";
const SECOND = "endpoints.quote";
const asked = (unit: string, round = 1): AuthorEvent => ({
  event: "asked",
  unit,
  round,
});
const USAGE = { input: 1, output: 1, cached: 0 };

Deno.test("renderAsked() says of each unit for how long, how much has come, and in which round", () => {
  const units = after([
    [asked(FIRST), 0],
    [asked(SECOND, 2), 1_000],
    [{ event: "text", unit: FIRST, length: 40 }, 1_500],
    [{ event: "text", unit: FIRST, length: 1_234 }, 2_000],
  ]);
  assertEquals(renderAsked(units, 12_340), [
    "⠋ entities.box.fields.first.computed   12.3 s  1,234 characters",
    "⠋ endpoints.quote                      11.3 s  asked, round 2",
  ]);
  assertEquals(renderAsked(units, 12_340, { frame: 1 })[0]?.[0], "⠙");
});

Deno.test("renderAsked() counts anew after a refusal, and how long nothing is sent", () => {
  const text: AuthorEvent = { event: "text", unit: FIRST, length: 500 };
  const retry: AuthorEvent = {
    event: "retry",
    unit: FIRST,
    reason: "overloaded",
    waitMs: 3_000,
  };
  const waiting = after([[asked(FIRST), 0], [text, 10], [retry, 1_000]]);
  assertEquals(
    renderAsked(waiting, 2_000).map((line) => line.slice(FIRST.length + 2)),
    ["    2.0 s  again in 2 s"],
  );
  const again = advanceAsked(waiting, { ...text, length: 7 }, 4_100);
  assertEquals(
    renderAsked(again, 4_200).map((line) => line.slice(FIRST.length + 2)),
    ["    4.2 s  7 characters"],
  );
});

Deno.test("advanceAsked() ends a unit with its answer, and all of them with their wave", () => {
  const both = after([[asked(FIRST), 0], [asked(SECOND), 0]]);
  const names = (event: AuthorEvent) =>
    advanceAsked(both, event, 1).map(({ unit }) => unit);
  assertEquals(
    names({ event: "answered", unit: FIRST, usage: USAGE, ms: 1 }),
    [SECOND],
  );
  assertEquals(names({ event: "failed", unit: SECOND, why: "spent" }), [FIRST]);
  for (
    const event of [
      { event: "round", round: 2, units: 1 },
      { event: "wave", wave: 2, of: 2, units: 1 },
      { event: "checking", stage: "types", units: 2 },
    ] as const
  ) assertEquals(names(event), []);
  // Asked for once more, it is one line.
  assertEquals(names(asked(FIRST, 2)), [SECOND, FIRST]);
});

Deno.test("renderAsked() keeps to the width of the terminal, and to a few lines", () => {
  const many = after(
    Array.from({ length: 30 }, (_, i) => [asked(`${FIRST}.${i}`), 0] as const),
  );
  for (const columns of [20, 40, 60, 80, 200]) {
    const lines = renderAsked(many, 1_000, { columns });
    assertEquals(lines.length, 12);
    assertEquals(lines.at(-1), "  and 19 more");
    for (const line of lines) {
      assert([...line].length < columns, `${columns}: ${line}`);
    }
  }
  // The end of a name tells which it is.
  assertEquals(
    renderAsked(many.slice(0, 1), 1_000, { columns: 40 }),
    ["⠋ …lds.first.computed.0    1.0 s  asked"],
  );
});

Deno.test("renderAsked() writes nothing that a terminal would obey", () => {
  const units = after([[asked("a\x1b[2Jb\rc"), 0]]);
  const [line = ""] = renderAsked(units, 0);
  // deno-lint-ignore no-control-regex
  assertEquals(/[\x00-\x1f\x7f]/.test(line), false);
});

function after(
  events: readonly (readonly [AuthorEvent, number])[],
): AskedUnits {
  return events.reduce<AskedUnits>(
    (units, [event, now]) => advanceAsked(units, event, now),
    [],
  );
}
