/**
 * Keeps commands from reading standard input.
 *
 * @module
 */
import { CommandFailure, EXIT } from "../exit_code.ts";

/**
 * Refuses what commands take for standard input, which belongs to the protocol.
 *
 * @throws {CommandFailure} when it is that.
 */
export function refuseDash(request: string, verb: string): void {
  if (request !== "-") return;
  throw new CommandFailure(
    `Cannot ${verb}: found "-" for a request, wanted one in plain words`,
    EXIT.couldNotRun,
  );
}
