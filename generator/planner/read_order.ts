/**
 * Reads in what order a list is: "Tasks are sorted by due date, then by title", "list ideas newest first".
 *
 * @module
 */
import type { OrderKey } from "./feature.ts";
import {
  ASCENDING,
  BY_AGE,
  DESCENDING,
  FIRST_OF,
  LISTED,
  SORTED,
} from "./lexicon_features.ts";
import { type Read, readNouns } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a clause about the order of a list. */
export function readOrder(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const newest = readFirstOf(tokens, at, scope);
  if (newest !== undefined) return newest;
  for (const rows of [SORTED, LISTED]) {
    for (const row of rows) {
      const match = matchPattern(row, tokens, at);
      const noun = match?.value.nouns["of"];
      const of = noun && meant([noun], scope).at(-1);
      if (!match || !of || !isEntity(of, scope)) continue;
      const plain = rows === LISTED && tokens[match.end - 1]?.lower === "by" &&
        !SORTING.has(tokens[match.end - 2]?.lower ?? "");
      const byName = tokens[match.end - 1]?.lower === "by";
      const keys = readKeys(tokens, match.end);
      if (!keys || !byName && keys.value.some(({ noun }) => noun)) continue;
      const always = matchPattern("by_default|always", tokens, keys.end);
      const end = always?.end ?? keys.end;
      // "Sort orders by date" may be what anybody wants to be able to.
      if (SORTING_VERBS.has(tokens[at]?.lower ?? "") && !always) continue;
      if (!ends(tokens[end])) continue;
      const span = spanOf(tokens, at, end);
      const feature = { is: "order", of, keys: keys.value, plain } as const;
      const list: Statement[] = rows === LISTED
        ? [{
          kind: "operations",
          operations: ["list"],
          mode: "ask",
          objects: [of],
          ...span,
        }]
        : [];
      return {
        statements: [...list, { kind: "feature", feature, ...span }],
        end,
        subjects: [of],
      };
    }
  }
  return undefined;
}

/** "Newest comments first" */
function readFirstOf(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const row of FIRST_OF) {
    const match = matchPattern(row, tokens, at);
    const of = match?.value.nouns["of"];
    if (!match || !of || !isEntity(of, scope)) continue;
    if (!ends(tokens[match.end])) continue;
    const descending = tokens.slice(at, match.end).some((one) =>
      DESCENDING.has(one.lower)
    );
    const span = spanOf(tokens, at, match.end);
    const keys = [{ descending }];
    const feature = { is: "order", of, keys, plain: false } as const;
    return {
      statements: [{ kind: "feature", feature, ...span }],
      end: match.end,
      subjects: [of],
    };
  }
  return undefined;
}

/** Reads what a list is sorted by: fields with directions, or "newest first". */
export function readKeys(
  tokens: readonly Token[],
  at: number,
): Read<OrderKey[]> | undefined {
  const keys: OrderKey[] = [];
  let end = at;
  for (let next = at;;) {
    const key = readKey(tokens, next);
    if (key === undefined) break;
    keys.push(key.value);
    end = key.end;
    const then = matchPattern(THEN, tokens, end);
    if (then === undefined) break;
    next = then.end;
  }
  return keys.length > 0 ? { value: keys, end } : undefined;
}

function readKey(
  tokens: readonly Token[],
  at: number,
): Read<OrderKey> | undefined {
  const first = ["the", "most"].includes(tokens[at]?.lower ?? "") ? at + 1 : at;
  const word = tokens[first]?.lower ?? "";
  const next = tokens[first + 1]?.lower ?? "";
  const descending = DESCENDING.has(word);
  if (next === "first" && BY_AGE.has(word)) {
    return { value: { descending }, end: first + 2 };
  }
  for (const { value: noun, end } of readNouns(tokens, at)) {
    if (noun.pronoun || noun.owner) continue;
    if (tokens[end]?.lower === "first") {
      const [choice = "", ...words] = noun.words;
      if (!DESCENDING.has(choice) && !ASCENDING.has(choice)) continue;
      if (words.length === 0) continue;
      const value = {
        noun: { ...noun, words },
        descending: DESCENDING.has(choice),
      };
      return { value, end: end + 1 };
    }
    const way = readDirection(tokens, end);
    const value = { noun, descending: way?.value ?? false };
    return { value, end: way?.end ?? end };
  }
  return undefined;
}

/** "descending", "in ascending order", ", newest first" */
function readDirection(
  tokens: readonly Token[],
  at: number,
): Read<boolean> | undefined {
  const lead = matchPattern(", with|and? the?", tokens, at)?.end ??
    matchPattern("( the?", tokens, at)?.end ??
    matchPattern("in|with|the the?", tokens, at)?.end ?? at;
  const word = tokens[lead]?.lower ?? "";
  if (!DESCENDING.has(word) && !ASCENDING.has(word)) return undefined;
  const last = matchPattern("first|order )?", tokens, lead + 1);
  const named = ["ascending", "descending", "asc", "desc", "alphabetically"];
  if (last === undefined && !named.includes(word)) return undefined;
  return { value: DESCENDING.has(word), end: last?.end ?? lead + 1 };
}

function ends(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "but", "so", "by", "with", "in", "on"].includes(token.lower);
}

const THEN = ",? and? then by?";
const SORTING_VERBS: ReadonlySet<string> = new Set(["sort", "order"]);
const SORTING: ReadonlySet<string> = new Set(["sorted", "ordered", "listed"]);
