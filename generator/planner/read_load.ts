/**
 * Reads what clauses say of caches and of limits of requests.
 *
 * @module
 */
import type { Feature } from "./feature.ts";
import { LOAD_PATTERNS, type LoadShape, UNITS } from "./lexicon_loads.ts";
import { longestMatch, type Slots } from "./pattern.ts";
import { ends } from "./read_feature.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Token } from "./tokens.ts";

/** Reads a clause that says what is kept in memory, or how often clients may ask. */
export function readLoad(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const match = longestMatch(LOAD_PATTERNS, tokens, at);
  if (match === undefined || !ends(tokens[match.end])) return undefined;
  const feature = featureOf(match.makes, match.value, scope);
  if (feature === undefined) return undefined;
  const span = spanOf(tokens, at, match.end);
  return {
    statements: [{ kind: "feature", feature, ...span }],
    end: match.end,
  };
}

function cacheOf(
  { unit }: LoadShape,
  { nouns, numbers }: Slots,
  scope: Scope,
): Feature | undefined {
  const of = nouns["of"] && meant([nouns["of"]], scope).at(-1);
  if (of === undefined || !isEntity(of, scope)) return undefined;
  if (unit === undefined) return { is: "cache", of };
  const seconds = (numbers["count"] ?? 1) * UNITS[unit];
  const fits = Number.isInteger(seconds) && seconds >= 1 &&
    seconds <= UNITS.d;
  return fits ? { is: "cache", of, seconds } : undefined;
}

function featureOf(
  makes: LoadShape,
  slots: Slots,
  scope: Scope,
): Feature | undefined {
  switch (makes.load) {
    case "cache":
      return cacheOf(makes, slots, scope);
    case "idempotency":
      return { is: "idempotency", required: false };
    case "idempotency required":
      return { is: "idempotency", required: true };
    case "password length": {
      const length = slots.numbers["requests"] ?? 0;
      const fits = Number.isInteger(length) && length >= 1 && length <= 64;
      return fits && scope.signs ? { is: "password", length } : undefined;
    }
    case "rate limit": {
      // "at most 2 requests a day" where requests are kept, such as those for leave.
      if (THINGS.some((name) => scope.known.has(name))) return undefined;
      const limit = limitOf(makes, slots);
      return limit && { is: "rate limit", ...limit };
    }
    default: {
      const limit = scope.signs ? limitOf(makes, slots) : undefined;
      const what = TRIES[makes.load];
      return limit && { is: "tries", what, ...limit };
    }
  }
}

const TRIES = {
  "login tries": "login",
  "account tries": "account",
  "registration tries": "registration",
} as const;
const THINGS: readonly string[] = ["request", "call"];

function limitOf(
  { unit = "m" }: LoadShape,
  { numbers }: Slots,
): { readonly requests: number; readonly per: string } | undefined {
  const requests = numbers["requests"] ?? 0;
  const times = numbers["times"] ?? 1;
  const fits = Number.isInteger(requests) && requests >= 1 &&
    requests <= 1_000_000 && Number.isInteger(times) && times >= 1 &&
    times * UNITS[unit] <= UNITS.d;
  return fits ? { requests, per: `${times}${unit}` } : undefined;
}
