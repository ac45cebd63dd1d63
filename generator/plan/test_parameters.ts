/**
 * What the system that tests start can be given.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { type Name, name, type Safe, safe } from "../../templates/safe_text.ts";

/** A parameter of the functions that start a system for a test. */
export interface TestParameter {
  /** Its name. */
  readonly name: Name;
  /** How it is declared. */
  readonly declaration: Safe<"ts">;
}

/** Lists what the system that tests start can be given, all of it optional, in order. */
export function testParameters(
  { users, webhooks, rateLimit, endpoints }: SystemModel,
): readonly TestParameter[] {
  return [
    ...(users
      ? [{
        name: name("auth"),
        declaration: safe<"ts">`auth: AuthConfig = TEST_AUTH`,
      }]
      : []),
    ...(webhooks
      ? [{
        name: name("webhooks"),
        declaration: safe<"ts">`webhooks: WebhookConfig = NO_WEBHOOKS`,
      }]
      : []),
    ...(rateLimit
      ? [{
        name: name("rateLimit"),
        declaration: safe<"ts">`rateLimit: ClientRateLimit = HIGH_LIMIT`,
      }]
      : []),
    ...(endpoints
      ? [{
        name: name("endpoints"),
        declaration: safe<
          "ts"
        >`endpoints: readonly CustomEndpoint<Client>[] = SYSTEM_ENDPOINTS`,
      }]
      : []),
  ];
}
