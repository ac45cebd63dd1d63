/**
 * Says what a verification leaves open.
 *
 * @module
 */
import { lacksExamples } from "../generator/plan/logic_examples_view.ts";
import type { Check, RequirementTrace } from "./report.ts";
import type { Subject } from "./tier.ts";

/** Lists in sentences what was not proved, from the particular to the general. */
export function notProved(
  checks: readonly Check[],
  requirements: readonly RequirementTrace[],
  subject: Subject,
): string[] {
  const notUnderstood = requirements
    .filter(({ state }) => state === "not_understood")
    .map(({ id, text }) =>
      `${id} became nothing in the blueprint (not understood, or not built yet): "${text}"`
    );
  const notShown = checks.filter(({ id, state }) =>
    state === "not_applicable" && /\.R\d+$/.test(id)
  ).map(({ id, note }) =>
    `${id.replace("semantics.", "")} has no acceptance test (${note})`
  );
  const notRun = checks.filter(({ state }) => state === "not_run");
  const reasons = Map.groupBy(notRun, ({ note }) => note ?? "");
  const skipped = [...reasons].map(([reason, list]) =>
    `${list.length} checks did not run (${reason}): ${
      list.map(({ id }) => id).join(", ")
    }`
  );
  const engine = subject.model?.engine;
  return [
    ...notUnderstood,
    ...notShown,
    ...skipped,
    ...(requirements.length === 0
      ? [
        "The blueprint has no requirements: nobody said what the system is for.",
      ]
      : []),
    ...(engine === "memory"
      ? ["Data is kept in memory only: it does not survive a restart."]
      : []),
    ...(subject.model?.entities.some(lacksExamples)
      ? [
        "What the logic in TypeScript means has no generated test but its examples: it is checked for types, and that it is asked, with other logic in its place.",
      ]
      : []),
    ...(subject.model && !subject.model.users
      ? [
        "The API is public: the blueprint has no users, so anybody who reaches it may do anything.",
      ]
      : []),
    ...GENERAL,
  ];
}

const GENERAL: readonly string[] = [
  "Load, soak, power loss and attacks were not tried.",
  "The deployment files were not executed.",
];
