/**
 * How often may be tried what can be guessed: from the blueprint's words to seconds and back.
 *
 * @module
 */
import type { UsersBlueprint } from "../blueprint/blueprint.ts";
import { durationText, secondsOf } from "../blueprint/duration_text.ts";
import type { TriesModel } from "./system_model.ts";

/** Reads the tries of users. */
export function triesOf(
  tries: NonNullable<UsersBlueprint["tries"]>,
): TriesModel {
  return Object.fromEntries(
    Object.entries(tries).map(([what, { requests, per = "1m" }]) => [
      what,
      { tries: requests, seconds: secondsOf(per) },
    ]),
  );
}

/** Says the tries of users as a blueprint does. */
export function saidTries(
  tries: TriesModel,
): NonNullable<UsersBlueprint["tries"]> {
  return Object.fromEntries(
    Object.entries(tries).map(([what, { tries, seconds }]) => [
      what,
      { requests: tries, per: durationText(seconds) },
    ]),
  );
}
