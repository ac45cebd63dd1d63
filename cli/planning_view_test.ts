import { assertEquals } from "@std/assert";
import type { PlanningProgress } from "../authoring/planning/plan_by_model.ts";
import { planningView } from "./planning_view.ts";

const STEPS: readonly PlanningProgress[] = [
  { kind: "asked", round: 1 },
  { kind: "text", round: 1, piece: "{ " },
  { kind: "retry", round: 1, reason: "over\u001bloaded", waitMs: 1500 },
  { kind: "text", round: 1, piece: "{ " },
  { kind: "text", round: 1, piece: "}" },
  { kind: "found", round: 1, found: 1 },
  { kind: "asked", round: 2 },
  { kind: "text", round: 2, piece: "{}" },
  { kind: "found", round: 2, found: 0 },
];

function shown(isTerminal: boolean): string {
  let text = "";
  const view = planningView("a/b", {
    out: () => {},
    err: (part) => void (text += part),
    isTerminal,
    confirm: () => undefined,
  });
  for (const step of STEPS) view(step);
  return text;
}

Deno.test("planningView() shows each round on lines of its own", () => {
  assertEquals(
    shown(false),
    "Planning with a/b, round 1\n" +
      "  again in 1.5 s: over\\u001bloaded\n" +
      "  3 characters, 1 thing to mend\n" +
      "Planning with a/b, round 2\n" +
      "  2 characters, nothing against it\n",
  );
});

Deno.test("planningView() counts what comes on a terminal", () => {
  assertEquals(
    shown(true),
    "Planning with a/b, round 1\rPlanning with a/b, round 1: 2 characters\n" +
      "  again in 1.5 s: over\\u001bloaded\n" +
      "\rPlanning with a/b, round 1: 2 characters" +
      "\rPlanning with a/b, round 1: 3 characters\n" +
      "  3 characters, 1 thing to mend\n" +
      "Planning with a/b, round 2\rPlanning with a/b, round 2: 2 characters\n" +
      "  2 characters, nothing against it\n",
  );
});
