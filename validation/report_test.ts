import { assertEquals } from "@std/assert";
import { scoreOf, scoreText } from "./report.ts";

const PASSED = { state: "passed" } as const;
const MISSED = { state: "not_understood" } as const;

Deno.test("scoreOf() counts what was not understood against the score", () => {
  const score = scoreOf([PASSED, PASSED, PASSED], [PASSED, MISSED]);
  assertEquals(score, {
    passed: 3,
    applicable: 3,
    notUnderstood: 1,
    ratio: 0.75,
  });
});

Deno.test("scoreOf() leaves out what is not applicable, and counts what did not run", () => {
  const checks = [PASSED, { state: "not_applicable" }, {
    state: "not_run",
  }] as const;
  assertEquals(scoreOf(checks, []).ratio, 0.5);
  assertEquals(scoreOf([], []).ratio, 0);
});

Deno.test("scoreText() says how much of the request nothing checks", () => {
  const requirement = { id: "R1", text: "", covers: [], tests: [] };
  const text = (...states: (typeof PASSED | typeof MISSED)[]) =>
    scoreText({
      score: scoreOf([PASSED], states),
      requirements: states.map((state) => ({ ...requirement, ...state })),
    });
  assertEquals(text(PASSED), "1 of 1 checks passed");
  assertEquals(
    text(PASSED, MISSED),
    "1 of 1 checks passed; 1 of 2 requirements was not understood",
  );
  assertEquals(
    text(MISSED, MISSED),
    "1 of 1 checks passed; 2 of 2 requirements were not understood",
  );
});
