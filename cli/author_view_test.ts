import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import { terminalScreen } from "./testdata/terminal_screen.ts";
import { authorLine } from "./author_line.ts";
import { AuthorView } from "./author_view.ts";

const USAGE = { input: 900, output: 80, cached: 0 };
const EVENTS: readonly AuthorEvent[] = [
  { event: "round", round: 1, units: 2 },
  { event: "wave", wave: 1, of: 1, units: 2 },
  { event: "asked", unit: "a", round: 1 },
  { event: "asked", unit: "b", round: 1 },
  { event: "text", unit: "a", length: 40 },
  { event: "retry", unit: "b", reason: "overloaded", waitMs: 500 },
  { event: "text", unit: "b", length: 20 },
  { event: "answered", unit: "b", usage: USAGE, ms: 700 },
  { event: "answered", unit: "a", usage: USAGE, ms: 900 },
  { event: "checking", stage: "types", units: 2 },
  { event: "faults", unit: "b", stage: "types", faults: ["TS1", "TS2"] },
  { event: "round", round: 2, units: 1 },
  { event: "asked", unit: "b", round: 2 },
  { event: "failed", unit: "b", why: "2 rounds" },
];
/** What stays, whoever looks. */
const LINES = EVENTS.flatMap((event) => authorLine(event)?.split("\n") ?? []);

Deno.test("AuthorView leaves on a terminal the same lines as elsewhere", () => {
  assertEquals(terminalScreen(shown(EVENTS, true).join("")), LINES);
});

Deno.test("AuthorView writes plain lines where there is no terminal, one for each step", () => {
  const writes = shown(EVENTS, false);
  assertEquals(writes.join(""), LINES.map((line) => `${line}\n`).join(""));
  assertEquals(writes.join("").includes("\x1b"), false);
});

Deno.test("AuthorView shows what is being asked for below the steps", () => {
  const until = (count: number) =>
    terminalScreen(
      shown(EVENTS.slice(0, count), true, { dispose: false }).join(""),
    );
  assertEquals(until(4), [
    "wave 1 of 1: asking for 2 units",
    "⠹ a    1.0 s  asked",
    "⠹ b    0.0 s  asked",
  ]);
  assertEquals(until(6), [
    "wave 1 of 1: asking for 2 units",
    "  b: overloaded; again in 0.5 s",
    "⠸ a    3.0 s  40 characters",
    "⠸ b    2.0 s  again in 1 s",
  ]);
  assertEquals(until(8).slice(2), [
    "  b: answered after 0.7 s, 900 tokens in, 80 out",
    "⠼ a    5.0 s  40 characters",
  ]);
});

Deno.test("AuthorView draws pieces by its timer alone, and ends it with the last unit", async () => {
  const writes: string[] = [];
  const drawn = Promise.withResolvers<string>();
  using view = new AuthorView({
    isTerminal: true,
    err: (text) => {
      writes.push(text);
      if (text.includes("40 characters")) drawn.resolve(text);
    },
  });
  view.show({ event: "asked", unit: "a", round: 1 });
  const before = writes.length;
  view.show({ event: "text", unit: "a", length: 40 });
  assertEquals(writes.length, before);
  assertStringIncludes(await drawn.promise, "\x1b[1A\r\x1b[J");
  // A timer that went on would be a leak, which the test runner finds.
  view.show({ event: "answered", unit: "a", usage: USAGE, ms: 1 });
});

Deno.test("AuthorView takes away what is asked for when it is left early", () => {
  const writes = shown(EVENTS.slice(0, 5), true);
  assertEquals(terminalScreen(writes.join("")), [
    "wave 1 of 1: asking for 2 units",
  ]);
});

Deno.test("AuthorView writes nothing of a model's that a terminal would obey", () => {
  const hostile = "a\x1b[2J\x07\u202eb";
  for (const isTerminal of [true, false]) {
    const text = shown([
      { event: "asked", unit: hostile, round: 1 },
      { event: "retry", unit: "a", reason: hostile, waitMs: 1 },
      { event: "faults", unit: "a", stage: "tests", faults: [hostile] },
      { event: "failed", unit: "a", why: hostile },
    ], isTerminal).join("");
    assertEquals(text.includes("\x1b[2J"), false);
    assertEquals(text.includes("\x07") || text.includes("\u202e"), false);
    assertStringIncludes(text, "a\\u001b[2J");
  }
});

Deno.test("AuthorView keeps to the width that the terminal has now", () => {
  const writes = shown(
    [{ event: "asked", unit: "entities.box.fields.first", round: 1 }],
    true,
    { columns: 24 },
  );
  for (const line of writes.join("").split("\n")) {
    // deno-lint-ignore no-control-regex
    const text = line.replace(/\x1b\[\d*[A-Z]|\r/g, "");
    assert([...text].length < 24, text);
  }
});

/** Shows events, a second apart. */
function shown(
  events: readonly AuthorEvent[],
  isTerminal: boolean,
  options: { readonly columns?: number; readonly dispose?: boolean } = {},
): string[] {
  const writes: string[] = [];
  let now = 0;
  const { dispose = true, ...size } = options;
  const view = new AuthorView({
    isTerminal,
    err: (text) => void writes.push(text),
    ...size,
  }, () => now);
  for (const event of events) {
    view.show(event);
    now += 1_000;
  }
  const before = writes.length;
  view[Symbol.dispose]();
  return dispose ? writes : writes.slice(0, before);
}
