/**
 * Reads what clauses say of entities as wholes.
 *
 * @module
 */
import type { Feature } from "./feature.ts";
import { FEATURE_PATTERNS, type FeatureShape } from "./lexicon_features.ts";
import { TENANTS } from "./lexicon_words.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { singular } from "./inflection.ts";
import { readComputed } from "./read_computed.ts";
import { readLoad } from "./read_load.ts";
import { readMarks } from "./read_marks.ts";
import { readOrder } from "./read_order.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Assertion, Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a clause of a fixed form, a mark, an order or a sum. */
export function readFeature(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readFixed(tokens, at, scope) ?? readLoad(tokens, at, scope) ??
    readMarks(tokens, at, scope) ??
    readOrder(tokens, at, scope) ?? readComputed(tokens, at);
}

function readFixed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, makes } of FEATURE_PATTERNS) {
    const match = matchPattern(pattern, tokens, at);
    if (match === undefined || match.end <= (best?.end ?? at)) continue;
    if (!ends(tokens[match.end])) continue;
    const said = assertionsOf(makes, match.value, scope);
    if (said === undefined) continue;
    const span = spanOf(tokens, at, match.end);
    best = {
      statements: said.map((one) => ({ ...one, ...span })),
      end: match.end,
    };
  }
  return best;
}

/** Tells whether nothing follows that would say more of a clause. */
export function ends(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "but", "so"].includes(token.lower);
}

function assertionsOf(
  shape: FeatureShape,
  slots: Slots,
  scope: Scope,
): Assertion[] | undefined {
  const feature = featureOf(shape, slots, scope);
  if (feature === undefined) return undefined;
  const action: Assertion[] = feature.is === "adjust"
    ? [{ kind: "action", verb: feature.verb, objects: [feature.of] }]
    : [];
  return [...action, { kind: "feature", feature }];
}

function featureOf(
  shape: FeatureShape,
  slots: Slots,
  scope: Scope,
): Feature | undefined {
  const { nouns } = slots;
  const known = (noun: Noun | undefined): Noun | undefined => {
    const one = noun && meant([noun], scope).at(-1);
    return one && isEntity(one, scope) ? one : undefined;
  };
  const of = known(nouns["of"]);
  if (nouns["of"] !== undefined && of === undefined) return undefined;
  switch (shape) {
    case "slug":
    case "path": {
      const from = nouns["from"];
      if (from === undefined || from.pronoun) return undefined;
      const path = shape === "path";
      return { is: "slug", ...(of ? { of } : {}), from, path };
    }
    case "unique per": {
      const { field, per } = nouns;
      if (!field || !per || field.pronoun || per.pronoun) return undefined;
      const members = [field, per];
      return members.some((one) => isEntity(one, scope))
        ? { is: "together", ...(of ? { of } : {}), members }
        : undefined;
    }
    case "one per":
      return onePer(of, known(nouns["a"]), known(nouns["b"]), nouns["a"]);
    case "no overlap":
    case "not twice": {
      const within = known(nouns["within"]);
      if (nouns["within"] && !within) return undefined;
      return {
        is: "no overlap",
        ...(of ? { of } : {}),
        ...(within ? { within } : {}),
      };
    }
    case "takes":
    case "adds":
      return adjustOf(shape, slots, of);
    case "soft delete":
      return { is: "soft delete", ...(of ? { of } : {}) };
    case "search words": {
      const { a, b, c } = nouns;
      const fields = [a, b, c].flatMap((noun) => noun ?? []);
      if (fields.some(({ pronoun }) => pronoun)) return undefined;
      return { is: "search words", ...(of ? { of } : {}), fields };
    }
    case "count":
    case "sum":
    case "mean":
      return totalOf(shape, nouns, of);
    case "own of tenant":
    case "apart":
      return tenantOf(shape, of, nouns["tenant"], scope);
  }
}

function onePer(
  of: Noun | undefined,
  a: Noun | undefined,
  b: Noun | undefined,
  said: Noun | undefined,
): Feature | undefined {
  if (of === undefined || b === undefined || (said && !a)) return undefined;
  const user: Noun = { ...b, words: ["user"], number: "one" };
  return { is: "together", of, members: [a ?? user, b] };
}

function adjustOf(
  shape: "takes" | "adds",
  { nouns, numbers, verbs }: Slots,
  of: Noun | undefined,
): Feature | undefined {
  const [verb, more] = verbs["verb"] ?? [];
  const target = nouns["target"];
  const amount = nouns["amount"] ?? numbers["count"];
  if (!of || !verb || more || !target || amount === undefined) {
    return undefined;
  }
  const takes = shape === "takes";
  return { is: "adjust", verb: verb.base, of, amount, target, takes };
}

function totalOf(
  shape: "count" | "sum" | "mean",
  { by, field }: Slots["nouns"],
  of: Noun | undefined,
): Feature | undefined {
  if (!by || by.pronoun || field?.pronoun) return undefined;
  return {
    is: "total",
    ...(of ? { of } : {}),
    by,
    ...(shape === "count" || !field
      ? {}
      : { field, measure: shape === "sum" ? "sum" : "avg" }),
  };
}

function tenantOf(
  shape: "own of tenant" | "apart",
  of: Noun | undefined,
  tenant: Noun | undefined,
  scope: Scope,
): Feature | undefined {
  if (!scope.signs || tenant?.pronoun) return undefined;
  const [last = ""] = tenant?.words.slice(-1) ?? [];
  if (tenant && scope.people?.has(tenant.words.join(" "))) return undefined;
  if (tenant && !TENANTS.has(singular(last))) return undefined;
  if (shape === "own of tenant" && (!of || !tenant)) return undefined;
  return {
    is: "tenant",
    ...(tenant ? { tenant } : {}),
    of: of ? [of] : [],
  };
}
