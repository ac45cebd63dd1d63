import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ProgressEvent } from "./progress.ts";
import {
  advance,
  type Progress,
  ProgressView,
  renderProgress,
} from "./progress_view.ts";

const EVENTS: readonly ProgressEvent[] = [
  {
    event: "tier_started",
    tier: 2,
    name: "logic",
    title: "types and lint",
    checks: 2,
  },
  { event: "check_started", tier: 2, id: "logic.types", title: "types fit" },
  { event: "check_started", tier: 2, id: "logic.lint", title: "lint" },
  {
    event: "check_finished",
    check: {
      id: "logic.lint",
      tier: 2,
      title: "lint",
      state: "failed",
      ms: 12,
      findings: [{
        code: "V202",
        tier: 2,
        place: "main.ts:1:1",
        cause: "found `var`",
        nextStep: "use const",
      }],
    },
  },
];

Deno.test("renderProgress() shows what runs and what failed", () => {
  const progress = EVENTS.reduce<Progress>(advance, []);
  assertEquals(renderProgress(progress), [
    "⠋ 2 logic          1/2          types and lint",
    "  ✗ logic.lint: lint 12 ms",
    "      V202 main.ts:1:1: found `var`",
    "      types fit",
  ]);
  assertEquals(renderProgress(progress, { columns: 12 })[0], "⠋ 2 logic …");
});

Deno.test("ProgressView writes plain lines where there is no terminal", () => {
  const { text } = shown(false);
  assertEquals(
    text,
    "tier 2 logic: types and lint\n" +
      "  ✗ logic.lint: lint 12 ms\n" +
      "      V202 main.ts:1:1: found `var`\n" +
      "verified after 1.5 s\n",
  );
});

Deno.test("ProgressView redraws in place on a terminal", () => {
  const { text, writes } = shown(true);
  assertEquals(writes[0]?.startsWith("\r\x1b[J"), true);
  assertStringIncludes(text, "\x1b[1A\r\x1b[J");
});

function shown(isTerminal: boolean) {
  const writes: string[] = [];
  using view = new ProgressView({
    write: (text) => writes.push(text),
    isTerminal,
  });
  for (const event of EVENTS) view.show(event);
  view.show({ event: "finished", status: "verified", ms: 1500 });
  return { writes, text: writes.join("") };
}
