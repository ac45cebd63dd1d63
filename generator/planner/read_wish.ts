/**
 * Reads wishes: verbs with what they are about. "Create, list and delete tasks with title and description".
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import { startsSentence, startsWish } from "./clause_start.ts";
import { isAdjective } from "./entity_index.ts";
import { isPlural } from "./inflection.ts";
import {
  ADJECTIVE_ACTIONS,
  MAKING_VERBS,
  MARKING_VERBS,
} from "./lexicon_verbs.ts";
import { readModifiers } from "./modifiers.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { nounOf, readNoun, readNouns, skipListMark } from "./noun.ts";
import { isPerson } from "./person.ts";
import {
  type Found,
  isEntity,
  isLongName,
  meant,
  type Scope,
  spanOf,
} from "./scope.ts";
import type { Assertion, Noun, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readValue } from "./values.ts";
import {
  readVerb,
  readVerbs,
  skipAdverbs,
  type VerbForm,
  verbOfState,
  type VerbSense,
} from "./verbs.ts";

/** Reads verbs with their objects and what is said of them. */
export function readWish(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readWishIn(tokens, at, scope, ["base"]) ??
    readWishIn(tokens, at, scope, ["gerund", "noun"]);
}

/** Reads a wish whose verbs stand in one of the given forms. */
export function readWishIn(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  forms: readonly VerbForm[],
): Found | undefined {
  const statements: Statement[] = [];
  const missed: Span[] = [];
  let subjects = scope.subjects;
  let end = at;
  for (let next = at; next < tokens.length;) {
    const one = readMarking(tokens, next, { ...scope, subjects }) ??
      readOne(tokens, next, { ...scope, subjects }, forms);
    if (one === undefined) break;
    statements.push(...one.statements);
    missed.push(...one.missed ?? []);
    subjects = one.subjects ?? subjects;
    end = one.end;
    next = skipListMark(tokens, end);
    if (next === end || !startsWish(tokens, next, scope)) break;
    if (startsSentence(tokens, next)) break;
  }
  return statements.length === 0
    ? undefined
    : { statements, missed, subjects, end };
}

/** Makes statements of verbs and their objects. */
export function assertVerbs(
  verbs: readonly VerbSense[],
  objects: readonly Noun[],
  span: Span,
): Statement[] {
  const made: Assertion[] = [];
  const lists = verbs.some((verb) => verb.reads === "many");
  const either = verbs.some((verb) => verb.reads === "either");
  const operations = verbs.filter((verb) => verb.reads !== "either")
    .flatMap((verb): readonly Operation[] => verb.operations ?? []);
  if (lists && either) operations.push("get");
  if (operations.length > 0) {
    made.push({
      kind: "operations",
      operations: [...new Set(operations)],
      mode: "ask",
      objects,
    });
  }
  if (either && !lists) {
    made.push({
      kind: "operations",
      operations: [],
      mode: "ask",
      objects,
      either: true,
    });
  }
  for (const verb of verbs) {
    if (verb.operations !== undefined) continue;
    made.push({ kind: "action", verb: verb.base, objects });
  }
  return made.map((one) => ({ ...one, ...span }));
}

function readOne(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  forms: readonly VerbForm[],
): Found | undefined {
  const verbs = readVerbs(tokens, at, forms);
  if (verbs === undefined) return undefined;
  // "Invoice [number, total]" is what has these.
  if (["[", "{"].includes(tokens[verbs.end]?.lower ?? "")) return undefined;
  if (isLongName(readNoun(tokens, at)?.value, scope)) return undefined;
  let first = skipAdverbs(tokens, verbs.end);
  const joins = JOINS.has(tokens[first]?.lower ?? "");
  if (OBJECT_MARKS.has(tokens[first]?.lower ?? "")) first++;
  const objects = readObjects(tokens, first, scope);
  const nouns = meant(objects?.value ?? [], scope);
  const end = objects?.end ?? verbs.end;
  const span = spanOf(tokens, at, end);
  const plain = objects === undefined && !endsHere(tokens[verbs.end]);
  const acted = objects !== undefined &&
    WORD_CLASSES.it.has(tokens[end]?.lower ?? "");
  if (plain || acted) return undefined;
  // "Send guests a reminder": whom it is sent to is not what is sent.
  const given = objects !== undefined &&
    GIVING.has(verbs.value[0]?.base ?? "") &&
    ["a", "an", "the", "their", "its"].includes(tokens[end]?.lower ?? "");
  if (given) return undefined;
  const more = readModifiers(tokens, end, nouns, scope, verbs.value);
  const described = more.statements.some((one) => one.kind === "fields");
  const taking = !described &&
    verbs.value.some((one) =>
      TAKING.has(one.base) || (joins && JOINING.has(one.base))
    );
  const senses = described ? verbs.value.map(asMaking) : verbs.value;
  const statements = assertVerbs(senses, nouns, span).map((one) =>
    taking && one.kind === "operations" ? { ...one, taking } : one
  );
  return {
    statements: [...statements, ...more.statements],
    missed: more.missed ?? [],
    end: more.end,
    subjects: nouns.length > 0 ? nouns : scope.subjects,
  };
}

/** "open tickets with a subject": what is said to have something when it is opened is made then. */
function asMaking(verb: VerbSense): VerbSense {
  return MAKING_VERBS.has(verb.base)
    ? { ...verb, operations: ["create"] }
    : verb;
}

/** "mark tasks as completed", "mark as done" */
function readMarking(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const start = skipAdverbs(tokens, at);
  const verb = tokens[start]?.lower ?? "";
  const base = MARKING_VERBS.has(verb) ? verb : MARKING_GERUNDS.get(verb);
  if (base === undefined) return undefined;
  const objects = readObjects(tokens, start + 1, scope);
  const plain = readMarkedPlainly(tokens, at, start + 1, scope);
  if (base === "mark" && plain !== undefined) return plain;
  let end = objects?.end ?? start + 1;
  if (!["as", "to"].includes(tokens[end]?.lower ?? "")) return undefined;
  if (tokens[end]?.lower === "to" && base === "mark") return undefined;
  if (tokens[end]?.lower === "to" && base === "move") return undefined;
  const statements: Statement[] = [];
  const nouns = meant(objects?.value ?? [], scope);
  for (let next = end + 1;;) {
    if (tokens[next]?.lower === "as") next++;
    const state = readValue(tokens, next);
    if (state === undefined || /^\d/.test(state.value)) break;
    const word = state.value.toLowerCase();
    statements.push({
      kind: "action",
      verb: ADJECTIVE_ACTIONS[word] ?? verbOfState(word) ?? `mark ${word}`,
      state: word,
      objects: nouns,
      ...spanOf(tokens, at, state.end),
    });
    end = state.end;
    next = skipListMark(tokens, end);
    if (next === end || startsWish(tokens, next, scope)) break;
    if (startsSentence(tokens, next)) break;
  }
  if (statements.length === 0) return undefined;
  return { statements, end, subjects: nouns };
}

/** "mark orders paid" */
function readMarkedPlainly(
  tokens: readonly Token[],
  at: number,
  first: number,
  scope: Scope,
): Found | undefined {
  for (const { value: noun, end } of readNouns(tokens, first)) {
    const word = tokens[end]?.lower ?? "";
    const verb = ADJECTIVE_ACTIONS[word] ?? verbOfState(word);
    if (verb === undefined || !endsHere(tokens[end + 1])) continue;
    const objects = meant([noun], scope);
    if (!objects.some((one) => isEntity(one, scope))) continue;
    const span = spanOf(tokens, at, end + 1);
    return {
      statements: [{ kind: "action", verb, state: word, objects, ...span }],
      end: end + 1,
      subjects: objects,
    };
  }
  return undefined;
}

/** Reads the objects of a verb; a listed word that is the next verb is no object. */
function readObjects(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): { value: Noun[]; end: number } | undefined {
  const first = readNoun(tokens, at);
  if (first === undefined) return undefined;
  const nouns = [first.value];
  let end = first.end;
  while (!first.value.pronoun) {
    const next = skipListMark(tokens, end);
    if (next === end || startsWish(tokens, next, scope)) break;
    if (startsSentence(tokens, next) || startsActing(tokens, next)) break;
    const noun = readNoun(tokens, next);
    if (noun === undefined || noun.value.pronoun) break;
    if (actsOn(noun.value, nouns)) break;
    const about = ABOUT.has(tokens[noun.end]?.lower ?? "") &&
      WORD_CLASSES.it.has(tokens[noun.end + 1]?.lower ?? "");
    if (about && noun.value.number === "open") break;
    nouns.push(noun.value);
    end = noun.end;
  }
  return { value: nouns, end };
}

/** "sellers list items and | buyers make offers": others do something else. */
function startsActing(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  const noun = { ...nounOf(tokens, at, at + 1, "many"), words: [word] };
  const verb = readVerb(tokens, at + 1, ["base"]);
  const more = verb && skipListMark(tokens, verb.end);
  const further = more !== undefined && verb !== undefined &&
    more > verb.end && readVerb(tokens, more, ["base"]) !== undefined;
  return isPlural(word) && isPerson(noun) && verb !== undefined &&
    (further || !endsHere(tokens[verb.end]));
}

/** "add bottles, drink bottles": what ends in an object named before begins with a verb we do not know. */
function actsOn(noun: Noun, before: readonly Noun[]): boolean {
  const [verb = "", ...rest] = noun.words;
  const object = rest.join(" ");
  return rest.length > 0 && isPlural(rest.at(-1) ?? "") &&
    !isPlural(verb) && !isAdjective(verb) &&
    before.some((one) => one.words.join(" ") === object);
}

function endsHere(token: Token | undefined): boolean {
  return token === undefined || token.kind === "mark" ||
    ["and", "or", "by", "in", "with", "only", "for", "on"].includes(
      token.lower,
    );
}

/** Verbs that take what is there as often as they make something new. */
const TAKING: ReadonlySet<string> = new Set(["book", "enrol", "enroll"]);
/** Verbs that join what is there when "for" follows: "sign up for a class". */
const JOINING: ReadonlySet<string> = new Set(
  ["sign up", "register", "apply", "enter", "submit", "book", "request"],
);
/** Verbs of giving somebody something. */
const GIVING: ReadonlySet<string> = new Set(
  ["send", "show", "issue", "sell", "deliver", "return", "pay"],
);
/** "comment on them" after what is done: something else is done to the same. */
const ABOUT: ReadonlySet<string> = new Set(
  ["on", "to", "with", "about", "for", "from"],
);
const JOINS: ReadonlySet<string> = new Set(["for", "on"]);
const OBJECT_MARKS: ReadonlySet<string> = new Set(
  ["of", "for", "on", "operations"],
);

const MARKING_GERUNDS: ReadonlyMap<string, string> = new Map([
  ["marking", "mark"],
  ["setting", "set"],
  ["flagging", "flag"],
  ["marks", "mark"],
]);
