/**
 * Refuses settings of a language model that nothing is asked of: whoever gave them believes in it.
 *
 * @module
 */
import { CommandFailure, EXIT } from "./exit_code.ts";
import { modelFlags } from "./model_flags.ts";

/**
 * Makes sure that flags of a model stand beside something that it does.
 *
 * @param options The command's options, some of which are the flags
 * @param wanted What would use it, as flags
 * @throws {CommandFailure} when there is a flag and nothing that uses it.
 */
export function refuseUnusedModel(
  options: object,
  { verb, isUsed, wanted }: {
    readonly verb: string;
    readonly isUsed: boolean;
    readonly wanted: string;
  },
): void {
  const [unused] = Object.keys(modelFlags(options));
  if (isUsed || unused === undefined) return;
  throw new CommandFailure(
    `Cannot ${verb}: found a setting of a language model, "${unused}", without ${wanted}, wanted both or neither`,
    EXIT.couldNotRun,
  );
}
