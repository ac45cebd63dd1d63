/**
 * The security battery: a part of the deep run. What attackers try is tried on the system as it is shipped.
 *
 * @module
 */
import type { DeepContext, DeepPart } from "../deep_part.ts";
import type { CheckOutcome, CheckPlan } from "../tier.ts";
import { attackAuthentication } from "./attack_authentication.ts";
import { attackAuthorization } from "./attack_authorization.ts";
import { attackBruteForce } from "./attack_brute_force.ts";
import { attackHeaders } from "./attack_headers.ts";
import { attackInjection } from "./attack_injection.ts";
import { attackResources } from "./attack_resources.ts";
import { attackSecrets } from "./attack_secrets.ts";
import { attackSsrf } from "./attack_ssrf.ts";
import { attackTenants } from "./attack_tenants.ts";

/** The part. */
export const SECURITY_PART: DeepPart = {
  part: "security",
  title: "what attackers try is refused and has no effect",
  plan: (context) =>
    SECURITY_CHECKS.map(({ name, title, run }): CheckPlan => ({
      id: `security.${name}`,
      title,
      run: () => run(context),
    })),
};

/** A check of the part. */
export interface SecurityCheck {
  /** What follows `security.` in its id. */
  readonly name: string;
  /** What it makes sure of. */
  readonly title: string;
  /** Finds out. */
  readonly run: (context: DeepContext) => Promise<CheckOutcome>;
}

/** Its checks, in order. */
export const SECURITY_CHECKS: readonly SecurityCheck[] = [
  {
    name: "injection",
    title: "a text stays a text wherever it is put",
    run: attackInjection,
  },
  {
    name: "authentication",
    title: "only a valid token lets somebody in",
    run: attackAuthentication,
  },
  {
    name: "authorization",
    title: "what the rules deny is refused and has no effect",
    run: attackAuthorization,
  },
  {
    name: "brute_force",
    title: "guessing passwords is slow, and its time tells nothing",
    run: attackBruteForce,
  },
  {
    name: "headers",
    title: "every kind of answer is guarded, and none tells of the inside",
    run: attackHeaders,
  },
  {
    name: "resources",
    title: "no request takes more than its share",
    run: attackResources,
  },
  {
    name: "secrets",
    title: "secrets are told to nobody, and kept so that nobody can use them",
    run: attackSecrets,
  },
  {
    name: "ssrf",
    title: "the system fetches nothing that a client names",
    run: attackSsrf,
  },
  {
    name: "tenants",
    title: "of another tenant nothing is there",
    run: attackTenants,
  },
];
