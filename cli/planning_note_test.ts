import { assertEquals } from "@std/assert";
import type { PlanningProgress } from "../authoring/planning/plan_by_model.ts";
import { planningEvents, planningNote } from "./planning_note.ts";

const STEPS: readonly PlanningProgress[] = [
  { kind: "asked", round: 2 },
  { kind: "text", round: 2, piece: "Well" },
  { kind: "retry", round: 2, reason: "busy\u001b[2J", waitMs: 1_500 },
  { kind: "found", round: 2, found: 0 },
  { kind: "found", round: 2, found: 3 },
];

Deno.test("planningNote() says what is worth a note, and makes a provider's words harmless", () => {
  assertEquals(STEPS.map(planningNote), [
    "planning, round 2",
    undefined,
    "busy\\u001b[2J; again in 1.5 s",
    "nothing against the plan",
    "found in the plan, to be mended: 3",
  ]);
});

Deno.test("planningEvents() writes a line of JSON for each note", () => {
  let written = "";
  const tell = planningEvents({
    out: () => {},
    err: (text) => void (written += text),
    isTerminal: false,
    confirm: () => undefined,
  });
  for (const step of STEPS) tell(step);
  const lines = written.trimEnd().split("\n");
  assertEquals(lines.length, 4);
  assertEquals(JSON.parse(lines[0] ?? ""), {
    event: "planning",
    text: "planning, round 2",
  });
});
