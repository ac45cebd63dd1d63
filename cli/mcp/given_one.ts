/**
 * Makes sure that a tool was given one of several things.
 *
 * @module
 */
import { CommandFailure, EXIT } from "../exit_code.ts";

/**
 * Lets an input pass that has exactly one of these members.
 *
 * @throws {CommandFailure} when it has none, or several.
 */
export function givenOne<Key extends string>(
  input: { readonly [K in Key]?: unknown },
  keys: readonly Key[],
  verb: string,
): void {
  const given = keys.filter((key) => input[key] !== undefined);
  if (given.length === 1) return;
  throw new CommandFailure(
    `Cannot ${verb}: found ${
      given.length === 0 ? "nothing to work on" : given.join(" and ")
    }, wanted one of ${keys.join(", ")}`,
    EXIT.couldNotRun,
  );
}
