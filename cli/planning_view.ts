/**
 * Shows how far a language model is with a plan, on stderr.
 *
 * @module
 */
import type { PlanningProgress } from "../authoring/planning/plan_by_model.ts";
import { visible } from "../generator/blueprint/quoted.ts";
import type { Console } from "./console.ts";

/**
 * Returns a function that shows each step on a line; on a terminal the last line counts what comes.
 *
 * @param name The model
 */
export function planningView(
  name: string,
  console: Console,
): (progress: PlanningProgress) => void {
  let characters = 0;
  const line = (round: number) =>
    `Planning with ${name}, round ${round}` +
    (characters > 0 ? `: ${characters} characters` : "");
  return (progress) => {
    const { kind, round } = progress;
    switch (kind) {
      case "asked":
        characters = 0;
        return console.err(
          console.isTerminal ? line(round) : `${line(round)}\n`,
        );
      case "text":
        characters += progress.piece.length;
        if (console.isTerminal) console.err(`\r${line(round)}`);
        return;
      case "retry": {
        // What comes after another attempt comes from its beginning.
        characters = 0;
        const seconds = (progress.waitMs / 1000).toFixed(1);
        const start = console.isTerminal ? "\n" : "";
        return console.err(
          `${start}  again in ${seconds} s: ${visible(progress.reason)}\n`,
        );
      }
      case "found": {
        const { found } = progress;
        const start = console.isTerminal ? "\n" : "";
        const what = found === 0
          ? "nothing against it"
          : found === 1
          ? "1 thing to mend"
          : `${found} things to mend`;
        return console.err(`${start}  ${characters} characters, ${what}\n`);
      }
    }
  };
}
