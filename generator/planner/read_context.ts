/**
 * Reads lines that lean on the heading above: bare fields, verbs without an object, what is left out.
 *
 * @module
 */
import { startsSentence, startsWish } from "./clause_start.ts";
import { hasFieldHint } from "./field_type.ts";
import { readNoun } from "./noun.ts";
import { readGroup } from "./predicate.ts";
import { readClauseForm } from "./read_clause_form.ts";
import { readDefinition } from "./read_definition.ts";
import { readFields } from "./read_fields.ts";
import { readPredicateClause } from "./read_predicate.ts";
import { readRefusal } from "./read_refusal.ts";
import { readEntities } from "./system_contents.ts";
import { type Found, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs } from "./verbs.ts";

/** Reads a clause that its heading completes. */
export function readContext(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (scope.mode === "excluded") return readWithout(tokens, at, scope);
  if (scope.mode === "entities") return readEntityLine(tokens, at, scope);
  if (scope.entity === undefined) return undefined;
  return at > 0 ? undefined : readAbout(tokens, at, scope, scope.entity);
}

/** Reads a clause without a subject after one that had it: "and belongs to a station". */
export function readElided(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const last = scope.subjects.at(-1);
  if (last === undefined) return undefined;
  const negated = ["not", "never"].includes(tokens[at]?.lower ?? "") &&
    readVerbs(tokens, at + 1, ["participle"]) !== undefined;
  if (!negated) return readAbout(tokens, at, scope, last);
  const it = prefixed(
    "it",
    prefixed("can", prefixed("be", tokens, at + 1), 0),
    0,
  );
  const cannot = it.map((token, i) =>
    i === 1 ? { ...token, lower: "cannot", text: "cannot" } : token
  );
  const inside = { ...scope, subjects: [last] };
  const found = readPredicateClause(cannot, 0, inside);
  return found && { ...found, end: found.end - 2 + at };
}

/** Reads a line of nothing but names under a heading: fields, or entities under the name of the system. */
export function readBareLine(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (at > 0 || scope.entity === undefined) return undefined;
  if (startsSentence(tokens, at) || startsWish(tokens, at, scope)) {
    return undefined;
  }
  const label = readNoun(tokens, at)?.end ?? at;
  if (scope.loose && tokens[label]?.lower === ":") return undefined;
  const verbs = readVerbs(tokens, at, ["base"]);
  if (verbs !== undefined && verbs.end >= tokens.length) return undefined;
  if (scope.loose) {
    return readEntities(tokens, at, scope) ?? readBareFields(tokens, at, scope);
  }
  return readBareFields(tokens, at, scope);
}

/** "deleting artists" under "Not needed:" */
function readWithout(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const found = readRefusal(prefixed("no", tokens, at), 0, scope);
  return found && { ...found, end: found.end - 1 + at };
}

/** "belongs to a recipe" under "Ingredient" */
function readAbout(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  about: Noun,
): Found | undefined {
  const word = tokens[at]?.lower ?? "";
  const wishes = IMPERATIVE.has(word) &&
    !MANY.has(tokens[at + 1]?.lower ?? "");
  const bare = (!wishes && readGroup(tokens, at) !== undefined) ||
    /^(?:belongs?|references?|refers?|sits?|lives?|goes)$/.test(word);
  if (!bare) return undefined;
  if (word === "is" && scope.mode === "fields") return undefined;
  const it = prefixed("it", tokens, at);
  const inside = { ...scope, subjects: [about] };
  const found = readClauseForm(it, 0, inside) ??
    readPredicateClause(it, 0, inside);
  return found && { ...found, end: found.end - 1 + at };
}

function readBareFields(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const fields = readFields(tokens, at, scope);
  if (fields === undefined || scope.entity === undefined) return undefined;
  const whole = fields.end >= tokens.length ||
    [".", ";", ","].includes(tokens[fields.end]?.lower ?? "");
  if (!whole && scope.mode !== "fields") return undefined;
  const known = fields.items.some((item) =>
    hasFieldHint(item.noun.words) || item.rules.length > 0
  );
  if (!known && scope.mode !== "fields" && fields.items.length < 2) {
    const one = fields.items[0]?.noun.words.length ?? 0;
    if (one > 2) return undefined;
  }
  const span = spanOf(tokens, at, fields.end);
  return {
    statements: [
      { kind: "fields", owner: scope.entity, items: fields.items, ...span },
      ...fields.wishes,
    ],
    missed: fields.missed,
    end: fields.end,
    subjects: [scope.entity],
  };
}

/** "Artist: name, country" or "Artist" under "Entities:" */
function readEntityLine(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (at > 0 || startsSentence(tokens, at)) return undefined;
  const noun = readNoun(tokens, at);
  if (noun === undefined || noun.value.pronoun) return undefined;
  const mark = tokens[noun.end]?.lower ?? "";
  if (["-", "–", "—", ":"].includes(mark)) {
    const fields = readFields(tokens, noun.end + 1, scope);
    if (fields === undefined) return undefined;
    const span = spanOf(tokens, at, fields.end);
    return {
      statements: [
        { kind: "fields", owner: noun.value, items: fields.items, ...span },
        ...fields.wishes,
      ],
      missed: fields.missed,
      end: fields.end,
      subjects: [noun.value],
    };
  }
  const defined = readDefinition(tokens, at, scope);
  if (defined !== undefined) return defined;
  const span = spanOf(tokens, at, noun.end);
  return {
    statements: [{ kind: "entity", entity: noun.value, ...span }],
    end: noun.end,
    subjects: [noun.value],
  };
}

/** Verb groups that are more often wishes when they stand first: "store data in memory". */
const IMPERATIVE: ReadonlySet<string> = new Set(
  ["only", "store", "hold", "carry", "contain", "include", "comprise", "get"],
);

const MANY: ReadonlySet<string> = new Set(["many", "multiple", "several"]);

function prefixed(
  word: string,
  tokens: readonly Token[],
  at: number,
): Token[] {
  const start = tokens[at]?.start ?? 0;
  return [
    { kind: "word", text: word, lower: word, start, end: start },
    ...tokens.slice(at),
  ];
}
