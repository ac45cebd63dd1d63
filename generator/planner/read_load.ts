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
  const { load } = match.makes;
  const feature = load === "idempotency" || load === "idempotency required"
    ? { is: "idempotency", required: load !== "idempotency" } as const
    : load === "cache"
    ? cacheOf(match.makes, match.value, scope)
    : limitOf(match.makes, match.value);
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

function limitOf(
  { unit = "m" }: LoadShape,
  { numbers }: Slots,
): Feature | undefined {
  const requests = numbers["requests"] ?? 0;
  const fits = Number.isInteger(requests) && requests >= 1 &&
    requests <= 1_000_000;
  return fits ? { is: "rate limit", requests, per: `1${unit}` } : undefined;
}
