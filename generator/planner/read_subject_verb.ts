/**
 * Reads clauses whose subject acts: "Managers approve or reject leave requests", "Users write posts with a text".
 *
 * @module
 */
import { doneBy } from "./read_access.ts";
import { MADE_BY_TAKING } from "./lexicon_verbs.ts";
import { isPlural, singular } from "./inflection.ts";
import { readWith } from "./modifiers.ts";
import { isNounWord, nounOf, readNoun, readNouns } from "./noun.ts";
import { isPerson } from "./person.ts";
import { readWishIn } from "./read_wish.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import { readVerb } from "./verbs.ts";
import { mayAct } from "./system_contents.ts";
import type { Token } from "./tokens.ts";

/** Reads a subject and the verbs of what it does. */
export function readSubjectVerb(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (isOperation(tokens, at, scope)) return undefined;
  for (const subject of [...readNouns(tokens, at)].reverse()) {
    if (subject.value.pronoun || subject.value.owner) continue;
    const many = subject.value.number === "many" ||
      COLLECTIVE.has(subject.value.words.at(-1) ?? "");
    const wish = readWishIn(tokens, subject.end, scope, [
      many ? "base" : "third",
    ]);
    if (wish === undefined || wish.subjects?.[0] === undefined) continue;
    if (!wish.statements.some((one) => hasObject(one))) continue;
    // "A locker holds one parcel", "exhibitions show many artworks": things have no wishes.
    const manages = wish.statements.some((one) =>
      one.kind === "operations" && one.operations.length > 5
    );
    const shows = SHOWING.has(tokens[subject.end]?.lower ?? "");
    if (isThing(subject.value, scope) && (manages || shows)) return undefined;
    const acts = wish.statements.some((one) => one.kind === "action");
    if (acts && isEntity(subject.value, scope)) return undefined;
    const made = madeBy(subject.value, wish, scope);
    const span = spanOf(tokens, at, wish.end);
    return {
      ...wish,
      statements: [
        ...doneBy(wish.statements, [subject.value], scope),
        ...made.map((one) => ({
          ...one,
          ...span,
        })),
      ],
    };
  }
  return readMade(tokens, at, scope);
}

/** "Devices send readings with a temperature": whatever the verb is, what is described is made by it. */
function readMade(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: subject, end } of readNouns(tokens, at)) {
    const verb = tokens[end];
    if (subject.pronoun || subject.owner || !isNounWord(verb)) continue;
    if (!mayAct(subject.words.at(-1) ?? "", verb?.lower ?? "")) continue;
    const made = readNoun(tokens, end + 1);
    const word = tokens[made?.end ?? 0]?.lower ?? "";
    if (made === undefined || !WITH.has(word)) continue;
    const { number, words } = made.value;
    if (number !== "one" && !isPlural(words.at(-1) ?? "")) continue;
    const fields = readWith(tokens, made.end, [made.value], scope);
    if (fields === undefined) continue;
    const span = spanOf(tokens, at, made.end);
    const create: Statement = {
      kind: "operations",
      operations: ["create"],
      mode: "ask",
      objects: [made.value],
      ...span,
    };
    const owned = madeBy(subject, { ...fields, statements: [create] }, scope);
    return {
      ...fields,
      statements: [
        ...doneBy([create], [subject], scope),
        ...fields.statements,
        ...owned,
      ],
      subjects: [made.value],
    };
  }
  return undefined;
}

/** "List orders by date": no list that orders. */
function isOperation(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  const verb = readVerb(tokens, at, ["base"]);
  if (verb?.value.operations === undefined) return false;
  const object = tokens[verb.end];
  return isNounWord(object) && isPlural(object?.lower ?? "") &&
    isEntity(nounOf(tokens, verb.end, verb.end + 1), scope);
}

function isThing(noun: Noun, scope: Scope): boolean {
  if (isPerson(noun) || scope.people?.has(noun.words.join(" "))) return false;
  return isEntity(noun, scope) || isPlural(noun.words.at(-1) ?? "");
}

function hasObject(statement: Statement): boolean {
  return (statement.kind === "operations" || statement.kind === "action") &&
    statement.objects.length > 0;
}

/** What an entity makes belongs to it. */
function madeBy(subject: Noun, wish: Found, scope: Scope): Statement[] {
  if (!isEntity(subject, scope)) return [];
  return wish.statements.flatMap((one): Statement[] =>
    one.kind === "operations" && one.operations.length === 1 &&
      one.operations[0] === "create"
      ? one.objects.filter((noun) =>
        isEntity(noun, scope) &&
        (!one.taking ||
          MADE_BY_TAKING.has(singular(noun.words.at(-1) ?? "")))
      ).map((from) => ({
        kind: "relation",
        from,
        to: subject,
        weak: true,
        start: one.start,
        end: one.end,
      }))
      : []
  );
}

/** Who is many though the word is one. */
const COLLECTIVE: ReadonlySet<string> = new Set(
  ["staff", "people", "personnel", "police", "crew"],
);
/** What things do rather than people. */
const SHOWING: ReadonlySet<string> = new Set(
  ["show", "shows", "display", "displays"],
);
const WITH: ReadonlySet<string> = new Set(["with", "having", "containing"]);
