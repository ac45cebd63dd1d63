/**
 * Reads clauses with a subject and a verb group: "Each task has a title", "Orders cannot be deleted".
 *
 * @module
 */
import { ONLY_WORDS } from "./lexicon_clauses.ts";
import { CONTAINERS } from "./lexicon_domains.ts";
import { ACCESS_NOUNS, FULL_KINDS, SOME_KINDS } from "./lexicon_access.ts";
import { CHOICE_WORDS } from "./lexicon_fields.ts";
import { doneBy, readDoer } from "./read_access.ts";
import { readModifiers } from "./modifiers.ts";
import { matchPattern } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { type Predicate, readPredicate } from "./predicate.ts";
import { SYSTEM_NOUNS } from "./lexicon_words.ts";
import { readEntities } from "./system_contents.ts";
import { readFields } from "./read_fields.ts";
import { assertVerbs, readWishIn } from "./read_wish.ts";
import { type Clause, readRules, rulesFound } from "./read_rules.ts";
import { readNegatedRule } from "./rules.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs } from "./verbs.ts";

/** Reads a clause with a subject and a verb group. */
export function readPredicateClause(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (tokens[at]?.lower === "only") return readOnlySome(tokens, at, scope);
  const predicate = readPredicate(tokens, at);
  if (predicate === undefined) return undefined;
  return readAfter(tokens, at, predicate.end, predicate.value, scope);
}

/** "Only new and paid orders can be cancelled" */
function readOnlySome(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const predicate = readPredicate(tokens, at + 1);
  if (predicate?.value.group.verb !== "be") return undefined;
  const found = readPredicateClause(tokens, at + 1, scope);
  const statements = found?.statements.map((one) =>
    one.kind === "action" && one.when === undefined && one.by === undefined
      ? { ...one, only: true }
      : undefined
  ).filter((one) => one !== undefined);
  if (found === undefined) return undefined;
  const whole = statements?.length === found.statements.length &&
    (found.missed ?? []).length === 0;
  return whole ? { ...found, statements } : undefined;
}

/** Reads what stands after a verb group. */
export function readAfter(
  tokens: readonly Token[],
  at: number,
  end: number,
  predicate: Predicate,
  scope: Scope,
): Found | undefined {
  const clause: Clause = {
    tokens,
    at,
    end,
    scope,
    predicate,
    subjects: meant(predicate.subjects, scope),
  };
  switch (predicate.group.verb) {
    case "none":
      return readActive(clause);
    case "have":
      return readHave(clause);
    case "be":
      return readPassive(clause) ?? readOnlyState(clause) ?? readRules(clause);
  }
}

/** "Users can create posts", "Nobody can delete posts", "price cannot exceed 100" */
function readActive(clause: Clause): Found | undefined {
  const { tokens, at, end, scope, predicate } = clause;
  const { negated, only } = predicate.group;
  if (negated) {
    const rule = readNegatedRule(tokens, end);
    if (rule !== undefined && clause.subjects.length > 0) {
      return rulesFound(clause, rule.value, rule.end);
    }
  }
  const wish = readWishIn(tokens, end, scope, ["base"]);
  if (wish === undefined) return undefined;
  const refused = negated || predicate.nobody;
  const said = withSubject(wish, clause);
  if (!refused && !only) {
    const by = predicate.subjects;
    return { ...said, statements: doneBy(said.statements, by, scope) };
  }
  if (!predicate.nobody && !isAnyone(clause)) return undefined;
  return asMode(
    said,
    refused ? "refuse" : "only",
    spanOf(tokens, at, wish.end),
  );
}

/** "Guests can accept or decline": an action without an object is the subject's own. */
function withSubject(wish: Found, clause: Clause): Found {
  const own = clause.subjects.filter((noun) => isEntity(noun, clause.scope));
  if (own.length === 0) return wish;
  const statements = wish.statements.map((one) =>
    one.kind === "action" && one.objects.length === 0
      ? { ...one, objects: own }
      : one
  );
  return { ...wish, statements };
}

/** What only some may do is a matter of permissions; what anyone may do only is all there is. */
function isAnyone({ tokens, at, predicate }: Clause): boolean {
  const { only } = predicate.group;
  if (only && tokens.slice(0, at).some((one) => one.lower === "as")) {
    return false;
  }
  return predicate.subjects.every((noun) =>
    noun.pronoun || ANYONE.has(noun.words.join(" "))
  );
}

/** Turns what was asked for into what is refused, or into all there is; undefined when that cannot be said. */
export function asMode(
  wish: Found,
  mode: "refuse" | "only",
  span: { start: number; end: number },
): Found | undefined {
  const statements: Statement[] = [];
  if (!wish.statements.some((one) => one.kind === "operations")) {
    return undefined;
  }
  for (const one of wish.statements) {
    if (one.kind !== "operations") {
      if (mode === "refuse" || one.kind !== "action") return undefined;
      statements.push(one);
    } else {
      statements.push({ ...one, mode, start: span.start });
    }
  }
  return { ...wish, statements };
}

/** "Each task has a title and a due date" */
function readHave(clause: Clause): Found | undefined {
  const { tokens, at, end, scope, predicate, subjects } = clause;
  if (predicate.group.negated || predicate.nobody) return undefined;
  if (predicate.subjects.length === 0) return undefined;
  // What somebody may do is no field of theirs.
  const isAccess = matchPattern(ACCESS, tokens, end) !== undefined;
  if (isAccess && subjects.every(isPerson)) return undefined;
  const heading = HEADED_LISTS.map((row) => matchPattern(row, tokens, end))
    .find((match) => match !== undefined);
  const first = heading?.end ?? end;
  const fields = readFields(tokens, first, scope);
  if (aboutSystem(clause)) {
    const kept = readEntities(tokens, end, scope);
    if (kept !== undefined) return kept;
  }
  const needed = readNeeded(clause);
  if (needed !== undefined) return needed;
  const owners = subjects.length > 0 ? subjects : [scope.entity];
  const missing = fields === undefined ||
    fields.items.length + fields.wishes.length === 0;
  if (missing && heading === undefined) return undefined;
  const stop = fields?.end ?? first;
  const span = spanOf(tokens, at, stop);
  const required = predicate.group.mode === "must" &&
    tokens[clause.end - 2]?.lower !== "should";
  return {
    statements: [
      ...owners.flatMap((owner): Statement[] =>
        missing ? owner ? [{ kind: "entity", entity: owner, ...span }] : [] : [{
          kind: "fields",
          ...(owner ? { owner } : {}),
          items: fields.items,
          ...(required ? { required } : {}),
          ...span,
        }]
      ),
      ...fields?.wishes ?? [],
    ],
    missed: fields?.missed ?? [],
    end: stop,
    subjects,
  };
}

/** "A repair shop needs jobs with a price": what a place needs is kept in it, not a field of it. */
function readNeeded(clause: Clause): Found | undefined {
  const { tokens, at, end, scope, subjects } = clause;
  const [subject] = subjects;
  const place = CONTAINERS[subject?.words.at(-1) ?? ""] !== undefined;
  if (subjects.length !== 1 || subject === undefined || !place) {
    return undefined;
  }
  if (!NEEDING.has(tokens[end - 1]?.lower ?? "")) return undefined;
  const kept = readEntities(tokens, end, scope);
  if (kept?.statements.some((one) => one.kind === "fields") !== true) {
    return undefined;
  }
  const span = spanOf(tokens, at, end);
  const { words } = subject;
  return {
    ...kept,
    statements: [{ kind: "system", words, ...span }, ...kept.statements],
  };
}

/** "It has dishes and orders" after the name of the system */
function aboutSystem({ predicate, scope }: Clause): boolean {
  return predicate.subjects.every((noun) =>
    noun.pronoun ? scope.system : SYSTEM_NOUNS.has(noun.words.at(-1) ?? "")
  );
}

/** "Tasks can be created and closed", "Orders must never be deleted" */
function readPassive(clause: Clause): Found | undefined {
  const { tokens, at, end, scope, predicate, subjects } = clause;
  const { negated, only } = predicate.group;
  if (isChoice(subjects) && !negated) return undefined;
  const verbs = readVerbs(tokens, end, ["participle"]);
  if (verbs === undefined) return undefined;
  let stop = verbs.end;
  const by = readDoer(tokens, stop, verbs.value);
  const restricting = negated || only || predicate.nobody;
  if (by !== undefined) {
    const anyone = ANYONE.has(by.value.words.join(" "));
    if (restricting && !anyone) return undefined;
    stop = by.end;
  }
  if (subjects.length === 0 && !predicate.nobody) return undefined;
  const span = spanOf(tokens, at, stop);
  const refused = negated || predicate.nobody;
  if (!refused && predicate.group.mode === "plain" && !only) return undefined;
  const statements = assertVerbs(verbs.value, subjects, span);
  if (refused || only) {
    const rule = refused ? readNegatedRule(tokens, end) : undefined;
    const field = subjects.some((noun) => !isEntity(noun, scope));
    if (rule !== undefined && field && rule.end >= stop) return undefined;
    const later = AFTER_CREATION.map((row) => matchPattern(row, tokens, stop))
      .find((match) => match !== undefined);
    stop = later?.end ?? stop;
    if (GUARDING.has(tokens[stop]?.lower ?? "")) return undefined;
    return asMode(
      { statements, end: stop, subjects },
      refused ? "refuse" : "only",
      span,
    );
  }
  const more = readModifiers(tokens, stop, subjects, scope, verbs.value);
  const acted = doneBy(statements, by ? [by.value] : [], scope);
  return {
    statements: [...acted, ...more.statements],
    missed: more.missed ?? [],
    end: more.end,
    subjects,
  };
}

/** "Countries are read-only" */
function readOnlyState(clause: Clause): Found | undefined {
  const { tokens, at, end, scope, subjects, predicate } = clause;
  const known = subjects.length > 0 &&
    subjects.every((noun) => isEntity(noun, scope));
  if (!known || predicate.group.negated) return undefined;
  for (const length of [2, 1]) {
    const words = tokens.slice(end, end + length).map((one) => one.lower);
    const operations = ONLY_WORDS[words.join(" ")];
    if (operations === undefined) continue;
    const span = spanOf(tokens, at, end + length);
    const objects = subjects;
    return {
      statements: [
        { kind: "operations", operations, mode: "only", objects, ...span },
      ],
      end: end + length,
      subjects,
    };
  }
  return undefined;
}

function isChoice(subjects: readonly Noun[]): boolean {
  return subjects.some((noun) => CHOICE_WORDS.has(noun.words.at(-1) ?? ""));
}

const ANYONE: ReadonlySet<string> = new Set(
  ["users", "user", "people", "everyone", "anyone", "clients", "you", "api"],
);

const NEEDING: ReadonlySet<string> = new Set(
  ["needs", "need", "requires", "require"],
);

const GUARDING: ReadonlySet<string> = new Set(
  ["if", "when", "unless", "while", "until", "once", "after", "before"],
);

/** Every change comes after the creation, so that to say so says nothing more. */
const AFTER_CREATION: readonly string[] = [
  "after|once being|it_is|they_are|it_was|they_were|it_has_been|they_have_been? created|posted|submitted|added|saved|recorded|entered|placed",
  "after|upon creation|posting|submission|adding|saving|recording|creating|submitting",
  "later|afterwards|anymore|again|at_all|in_any_case|ever|any_more",
];

const HEADED_LISTS: readonly string[] = [
  "the? following fields|attributes|properties|information|data|columns :?",
  "these|the fields|attributes|properties|columns :?",
  "fields|attributes|properties|columns :?",
  ":",
];

const ACCESS =
  `a|an|the? only? ${FULL_KINDS}|${SOME_KINDS}|read-only|view-only|read-write only? ${ACCESS_NOUNS}`;
