/**
 * Shows what is to be mended, and asks where that is wanted.
 *
 * @module
 */
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** Makes what shows a change and says whether it may be made; undefined where nothing may. */
export function agreement(
  { heal, json }: {
    readonly heal?: boolean | "ask";
    readonly json?: boolean;
  },
  console: Console,
): ((diff: string) => boolean) | undefined {
  if (!heal) return undefined;
  return (diff) => {
    if (!json || heal === "ask") console.err(`Mends:\n${diff}`);
    if (heal !== "ask") return true;
    const answer = console.confirm("Mend this, and verify all anew?");
    if (answer === undefined) {
      throw new CommandFailure(
        "Cannot ask whether to mend the system: found no terminal, wanted one, or --heal or --no-heal",
        EXIT.couldNotRun,
      );
    }
    return answer;
  };
}
