/**
 * Reads a whole request: twice, first to learn what its entities are, then to understand what is said of them.
 *
 * @module
 */
import { afterMarks, startsWish } from "./clause_start.ts";
import { type EntityIndex, indexEntities } from "./entity_index.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { isForeign } from "./language.ts";
import { isFiller } from "./filler.ts";
import { isPlural } from "./inflection.ts";
import { type Below, type Opening, readHeading } from "./heading.ts";
import { containedIn } from "./draft_to_blueprint.ts";
import { snakeName } from "./names.ts";
import { readNoun } from "./noun.ts";
import { lastFields } from "./read_both.ts";
import { doneBy } from "./read_access.ts";
import { readSentence } from "./read_sentence.ts";
import {
  isCondition,
  isRestriction,
  withoutRestrictions,
} from "./restriction.ts";
import { type Scope, spanOf } from "./scope.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import { joinPhrases, type Token, tokenize } from "./tokens.ts";

/** A sentence and what was read of it. */
export interface SentenceReading extends Sentence {
  /** What it says. */
  readonly statements: readonly Statement[];
  /** Parts of it that were not understood. */
  readonly missed: readonly Span[];
  /** The entity its heading or the line above is about. */
  readonly entity?: Noun;
  /** It is in another language than English. */
  readonly foreign?: boolean;
  /** How many words and marks it has, when these are too many to be read. */
  readonly tooLong?: number;
  /** What is against it, when it makes a blueprint with the others that is refused. */
  readonly refused?: string;
}

/** What is known of a request before it is read. */
export interface ReadOptions {
  /** Who signs in, in the request's words; where people do, more has a meaning. */
  readonly people?: ReadonlySet<string>;
  /** What is said beside it. */
  readonly asides?: readonly Statement[];
  /** The sentences that are not read, by where they start, and why. */
  readonly quoted?: ReadonlyMap<number, string>;
}

/** Reads a request. */
export function readRequest(
  request: string,
  { people, asides = [], quoted = new Map() }: ReadOptions = {},
): { readings: readonly SentenceReading[]; index: EntityIndex } {
  const sentences = sentencesOf(request);
  const tokens = sentences.map((one) => tokenize(one.text, one.start));
  let index = indexEntities([]);
  let readings: readonly SentenceReading[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const { states } = index;
    const joined = tokens.map((one) => joinPhrases(one, states));
    readings = readAll(sentences, joined, {
      ...index,
      ...people ? { people } : {},
    }, quoted);
    const next = indexEntities(
      withContents([...readings.flatMap((one) => one.statements), ...asides]),
    );
    const same = sameNames(next.known, index.known) &&
      sameNames(next.defined, index.defined);
    index = next;
    if (same) break;
  }
  return { readings, index };
}

function sameNames(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): boolean {
  return one.size === other.size && one.isSubsetOf(other);
}

/** A request that names nothing but a library keeps books. */
function withContents(statements: readonly Statement[]): Statement[] {
  const system = statements.find((one) => one.kind === "system");
  const name = system && snakeName(system.words);
  const kept = name ? containedIn(name) : undefined;
  if (system === undefined || kept === undefined) return [...statements];
  const others = indexEntities(
    statements.filter((one) => one.kind !== "system"),
  );
  if (others.names.length > 0) {
    return statements.filter((one) => one !== system);
  }
  const span = { start: system.start, end: system.end };
  const entity: Noun = { words: kept.split(" "), number: "many", ...span };
  return [
    { kind: "entity", entity, ...span },
    ...statements.filter((one) => one !== system),
  ];
}

function readAll(
  sentences: readonly Sentence[],
  tokens: readonly (readonly Token[])[],
  index: EntityIndex & { readonly people?: ReadonlySet<string> },
  quoted: ReadonlyMap<number, string>,
): SentenceReading[] {
  const readings: SentenceReading[] = [];
  const openings: Opening[] = [];
  const parents = new Set(sentences.map((one) => one.parent));
  const headed = new Set(
    sentences.filter((one) => one.heading).map((one) => one.parent),
  );
  let subjects: readonly Noun[] = [];
  let fields: readonly Noun[] | undefined;
  let named = false;
  let system = false;
  sentences.forEach((sentence, i) => {
    const refused = quoted.get(sentence.start);
    if (refused !== undefined) {
      const missed = [{ start: sentence.start, end: sentence.end }];
      readings.push({ ...sentence, statements: [], missed, refused });
      openings.push({});
      return;
    }
    const above = sentence.parent === undefined
      ? undefined
      : openings[sentence.parent];
    const goesOn = sentences[i - 1]?.text.endsWith(";") &&
      namesField(tokens[i] ?? [], index);
    const spoken = goesOn ? subjects.at(-1) : undefined;
    const scope: Scope = {
      known: index.known,
      defined: index.defined,
      subjects: above?.entity && !spoken ? [above.entity] : subjects,
      named: named || sentence.item && i > 0,
      system,
      ...(index.people ? { signs: true, people: index.people } : {}),
      ...(above?.mode ? { mode: above.mode } : {}),
      ...(above?.entity ? { entity: spoken ?? above.entity } : {}),
      ...(above?.loose && !spoken ? { loose: true } : {}),
      ...(above?.by ? { by: above.by } : {}),
      ...(fields ? { fields } : {}),
    };
    const children = parents.has(i);
    const wishes = children &&
      sentences.every((one, k) =>
        one.parent !== i || startsWish(tokens[k] ?? [], 0, scope)
      );
    const defines = children &&
      sentences.filter((one, k) =>
          one.parent === i && definesThing(tokens[k] ?? [])
        ).length > 1;
    const below = { children, nested: headed.has(i), wishes, defines };
    const read = readOne(sentence, tokens[i] ?? [], scope, below);
    const before = readings.at(-1);
    if (before !== undefined && excepts(tokens[i] ?? [], read)) {
      readings[readings.length - 1] = withoutRestriction(before);
    }
    readings.push({
      ...sentence,
      statements: read.statements,
      missed: read.missed,
      ...(scope.entity ? { entity: scope.entity } : {}),
      ...unreadable(tokens[i] ?? []),
    });
    openings.push(read.opens);
    subjects = read.subjects;
    fields = lastFields(read.statements) ?? fields;
    const about = read.statements.filter((one) => one.kind !== "note");
    system = about.length > 0 && about.every(namesSystem);
    named ||= read.statements.some(namesSystem);
  });
  return readings;
}

/** "spots - number, level": several of something, and what each has. */
function definesThing(tokens: readonly Token[]): boolean {
  const noun = readNoun(tokens, 0);
  const mark = tokens[noun?.end ?? 0]?.text ?? "";
  return noun !== undefined && ["-", "–", "—", ":"].includes(mark) &&
    isPlural(noun.value.words.at(-1) ?? "") &&
    (!hasFieldHint(noun.value.words) ||
      fieldHint(noun.value.words).type === "integer") &&
    tokens.some(({ text }) => text === ",");
}

/** Tells why a sentence is not read at all; nothing when it is. */
function unreadable(
  tokens: readonly Token[],
): Pick<SentenceReading, "foreign" | "tooLong"> {
  if (tokens.length > MAX_TOKENS) return { tooLong: tokens.length };
  return isForeign(tokens) ? { foreign: true } : {};
}

function namesSystem(statement: Statement): boolean {
  return statement.kind === "system";
}

/** "An issue belongs to a project; title, severity": what follows a semicolon goes on about the same thing. */
function namesField(tokens: readonly Token[], index: EntityIndex): boolean {
  const words = readNoun(tokens, 0)?.value.words ?? [];
  return hasFieldHint(words) && !index.known.has(snakeName(words) ?? "");
}

/** Reports whether a sentence that was not understood takes something back of the one before. */
function excepts(tokens: readonly Token[], read: OneRead): boolean {
  return read.statements.length === 0 && read.missed.length > 0 &&
    isCondition(tokens[0]);
}

function withoutRestriction(reading: SentenceReading): SentenceReading {
  if (!reading.statements.some(isRestriction)) return reading;
  return {
    ...reading,
    statements: withoutRestrictions(reading.statements),
    missed: [{ start: reading.start, end: reading.end }],
  };
}

interface OneRead {
  readonly statements: readonly Statement[];
  readonly missed: readonly Span[];
  readonly subjects: readonly Noun[];
  readonly opens: Opening;
}

function readOne(
  sentence: Sentence,
  tokens: readonly Token[],
  scope: Scope,
  below: Below,
): OneRead {
  const closed = Object.keys(unreadable(tokens)).length > 0;
  if (closed || scope.mode === "unread") {
    const missed = [spanOf(tokens, 0, tokens.length)];
    const opens: Opening = scope.mode === "unread" ? { mode: "unread" } : {};
    return { statements: [], missed, subjects: scope.subjects, opens };
  }
  const heading = readHeading(tokens, scope, sentence, below);
  if (heading !== undefined && heading.end >= tokens.length) {
    const { statements, opens } = heading;
    const about = opens.entity ? [opens.entity] : scope.subjects;
    return { statements, missed: [], subjects: about, opens };
  }
  const from = heading === undefined ? 0 : afterMarks(tokens, heading.end);
  const inner = heading === undefined ? scope : { ...scope, ...heading.opens };
  const read = readSentence(tokens.slice(from), inner);
  const statements = [
    ...heading?.statements ?? [],
    ...doneBy(read.statements, inner.by ?? [], inner),
  ];
  const announces = sentence.heading && read.missed.length > 0 &&
    statements.length === 0 && isFiller(tokens, 0, tokens.length);
  return {
    statements,
    missed: announces ? [] : read.missed,
    subjects: read.subjects,
    opens: openingOf(sentence, read, inner),
  };
}

function openingOf(
  sentence: Sentence,
  read: { statements: readonly Statement[]; subjects: readonly Noun[] },
  scope: Scope,
): Opening {
  const last = read.statements.at(-1);
  const system = read.statements.some((one) => one.kind === "system");
  const entity = read.subjects.at(-1) ?? scope.entity;
  const fields = sentence.heading && last?.kind === "entity" && !system;
  return {
    ...(entity ? { entity } : {}),
    ...(system ? { loose: true } : {}),
    ...(fields ? { mode: "fields" } : {}),
  };
}

/** The most words and marks of a sentence that is read. */
export const MAX_TOKENS = 1200;
