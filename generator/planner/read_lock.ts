/**
 * Reads what is no longer possible in some states: "approved expenses can't be changed or deleted".
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { Feature } from "./feature.ts";
import { LOCKS, type LockShape } from "./lexicon_locks.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import type { VerbSense } from "./verbs.ts";

/** Reads a clause about what is in a state; what of it is known is decided when all states are. */
export function readLock(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, makes } of LOCKS) {
    const match = matchPattern(pattern, tokens, at);
    if (match === undefined || match.end <= (best?.end ?? at)) continue;
    const next = tokens[match.end];
    const closes = next === undefined ||
      [".", ";", ",", "!", "but"].includes(next.lower);
    const lock = closes && lockOf(makes, match.value, scope);
    if (!lock) continue;
    const said = tokens.slice(at, match.end);
    const after = said.some(({ lower }) => AFTER.has(lower));
    const feature: Lock = { ...lock, after: !lock.open && after };
    const span = spanOf(tokens, at, match.end);
    best = {
      statements: [{ kind: "feature", feature, ...span }],
      end: match.end,
      subjects: [feature.of],
    };
  }
  return best;
}

type Lock = Extract<Feature, { is: "locked" }>;

function lockOf(
  shape: LockShape,
  { nouns, verbs, literals, values }: Slots,
  scope: Scope,
): Omit<Lock, "after"> | undefined {
  const chosen = nouns["some"] && chosenOf(nouns["some"], scope);
  const said = nouns["of"] && meant([nouns["of"]], scope).at(-1);
  const of = chosen?.of ?? said;
  const state = literals["state"];
  const states = chosen?.states ?? values["states"] ??
    (typeof state === "string" ? [state] : []);
  if (!of || !isEntity(of, scope) || states.length === 0) return undefined;
  // "after posting", "once created": always, which is no state.
  const isMade = shape !== "open" && states.some((one) => MAKING.test(one));
  if (isMade) return undefined;
  const { child } = nouns;
  if (child && !isEntity(child, scope)) return undefined;
  const done = verbs["verbs"] ?? [];
  const operations = shape === "frozen"
    ? CHANGING
    : [...new Set(done.flatMap((one) => one.operations ?? []))];
  const isPlain = operations.every((one) => CHANGING.includes(one)) &&
    done.every((one) => one.reads === undefined);
  const isGuard = shape === "open" && operations.length === 0;
  if (!isPlain || isGuard) return undefined;
  return {
    is: "locked",
    of,
    states: states.map((one) => one.toLowerCase()),
    open: shape === "open",
    operations,
    verbs: done.filter(isAction).map(({ base }) => base),
    ...(child ? { child } : {}),
  };
}

function isAction({ operations }: VerbSense): boolean {
  return operations === undefined;
}

/** "approved expenses", "new and paid orders" */
function chosenOf(
  noun: Noun,
  scope: Scope,
): { of: Noun; states: readonly string[] } | undefined {
  if (noun.owner || noun.pronoun || isEntity(noun, scope)) {
    const [one, more] = noun.chosen ?? [];
    const isChosen = one !== undefined && more === undefined &&
      CHOICES.has(one);
    return isChosen && isEntity(noun, scope)
      ? { of: noun, states: [one] }
      : undefined;
  }
  for (let from = 1; from < noun.words.length; from++) {
    const of = { ...noun, words: noun.words.slice(from) };
    if (!isEntity(of, scope)) continue;
    return { of, states: [noun.words.slice(0, from).join(" ")] };
  }
  return undefined;
}

const AFTER: ReadonlySet<string> = new Set(["once", "after", "soon"]);
const MAKING = /(?:ing|ion|created)$/;
const CHOICES: ReadonlySet<string> = new Set(["new", "existing"]);
const CHANGING: readonly Operation[] = ["replace", "patch", "delete"];
