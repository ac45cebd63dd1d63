/**
 * How often may be tried what can be guessed, and how long it is: for the settings of a system.
 *
 * @module
 */
import type { UsersModel } from "../model/system_model.ts";
import { tsLiteral, tsObject } from "../../templates/safe_text.ts";
import type { ConfigView } from "../../templates/views.ts";

/** Renders what differs from what the kit takes without a word. */
export function guessingView(
  { tries, passwordLength }: UsersModel,
): Pick<NonNullable<ConfigView["auth"]>, "limits" | "minPasswordLength"> {
  return {
    ...(passwordLength === undefined
      ? {}
      : { minPasswordLength: passwordLength }),
    ...(tries === undefined ? {} : {
      limits: tsObject({
        registration: tries.registration && tsLiteral(tries.registration),
        address: tries.login && tsLiteral(tries.login),
        account: tries.account && tsLiteral(tries.account),
      }),
    }),
  };
}
