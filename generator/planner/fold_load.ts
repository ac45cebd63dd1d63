/**
 * Puts what is said of caches and of limits of requests into the draft.
 *
 * @module
 */
import { NOT_UNDERSTOOD, type Outcome, type SystemDraft } from "./draft.ts";
import type { Feature } from "./feature.ts";
import { entityOf } from "./fold_fields.ts";

/** Keeps an entity in memory, or limits how often clients may ask. */
export function foldLoad(
  draft: SystemDraft,
  feature: Extract<
    Feature,
    { is: "cache" | "rate limit" | "idempotency" | "tries" | "password" }
  >,
): Outcome {
  if (feature.is === "tries") {
    const { what, requests, per } = feature;
    draft.tries = { ...draft.tries, [what]: { requests, per } };
    return {
      refs: ["users"],
      phrases: [`${TRIED[what]}: ${requests} in ${per}`],
    };
  }
  if (feature.is === "password") {
    draft.passwordLength = feature.length;
    return {
      refs: ["users"],
      phrases: [`a password has at least ${feature.length} characters`],
    };
  }
  if (feature.is === "idempotency") {
    draft.idempotency = { required: feature.required };
    const must = feature.required ? "must" : "may";
    return {
      refs: ["http"],
      phrases: [
        `what creates or acts ${must} have an Idempotency-Key, and is carried out once for each`,
      ],
    };
  }
  if (feature.is === "rate limit") {
    const { requests, per } = feature;
    draft.rateLimit = { requests, per };
    return {
      refs: ["http"],
      phrases: [`each client may make ${requests} requests in ${per}`],
    };
  }
  const entity = entityOf(draft, feature.of);
  if (entity === undefined) return NOT_UNDERSTOOD;
  const { seconds } = feature;
  entity.cache = seconds === undefined ? {} : { seconds };
  return {
    refs: [entity.name],
    phrases: [`${entity.name} is kept in memory after it was read`],
  };
}

const TRIED = {
  login: "failed logins from one address",
  account: "failed logins of one account",
  registration: "registrations from one address",
} as const;
