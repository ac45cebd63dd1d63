/**
 * Reads a sentence: clause after clause, keeping account of every word.
 *
 * @module
 */
import {
  afterMarks,
  clauseEnd,
  leadEnd,
  startsClause,
  startsSentence,
} from "./clause_start.ts";
import { FILLER } from "./lexicon_words.ts";
import { readModifiers } from "./modifiers.ts";
import { readGroup } from "./predicate.ts";
import { readClause, readReason, readTail } from "./read_clause.ts";
import { findWish, restricts } from "./read_setting.ts";
import { type Scope, spanOf } from "./scope.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import { isFiller } from "./filler.ts";
import type { Token } from "./tokens.ts";

/** What a sentence says. */
export interface SentenceRead {
  /** What was understood, in order. */
  readonly statements: readonly Statement[];
  /** The parts that were not understood, in order. */
  readonly missed: readonly Span[];
  /** What it spoke of last. */
  readonly subjects: readonly Noun[];
}

/** Reads a sentence. */
export function readSentence(
  tokens: readonly Token[],
  scope: Scope,
): SentenceRead {
  const statements: Statement[] = [];
  const missed: Span[] = [];
  let subjects = scope.subjects;
  let named = scope.named ?? false;
  let at = afterMarks(tokens, 0);
  while (at < tokens.length) {
    const inside = { ...scope, subjects, named };
    const clause = readWhole(tokens, at, inside);
    statements.push(...clause.statements);
    missed.push(...clause.missed);
    subjects = clause.subjects ?? subjects;
    named ||= clause.statements.some((one) => one.kind === "system");
    at = Math.max(at + 1, afterMarks(tokens, clause.end));
  }
  return { statements, missed: joined(missed, tokens), subjects };
}

interface WholeClause {
  readonly statements: readonly Statement[];
  readonly missed: readonly Span[];
  readonly subjects?: readonly Noun[];
  readonly end: number;
}

/** Reads a clause with all that follows it up to the next; what is left over was not understood. */
function readWhole(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): WholeClause {
  const found = readClause(tokens, at, scope);
  if (found === undefined) return unread(tokens, at, scope);
  const statements = [...found.statements];
  const missed = [...found.missed ?? []];
  const subjects = found.subjects ?? scope.subjects;
  const more = readModifiers(tokens, found.end, subjects, scope);
  statements.push(...more.statements);
  missed.push(...more.missed ?? []);
  let end = more.end;
  const negated = restricts(tokens, at, end);
  const after = (i: number) =>
    negated ? readReason(tokens, i) : readTail(tokens, i, scope);
  for (let tail = after(end); tail !== undefined;) {
    statements.push(...tail.statements);
    end = tail.end;
    tail = after(end);
  }
  const next = afterMarks(tokens, end);
  const rest = next > end
    ? next
    : clauseEnd(tokens, end, (all, i) => startsClause(all, i, scope));
  const goesOn = tokens[end - 1]?.lower === ")" &&
    readGroup(tokens, end) !== undefined;
  if (rest <= end || next > end || goesOn) {
    return { statements, missed, subjects, end };
  }
  if (changesMeaning(tokens, end, rest)) {
    return { statements: [], missed: [spanOf(tokens, at, rest)], end: rest };
  }
  if (!isFiller(tokens, end, rest)) missed.push(spanOf(tokens, end, rest));
  return { statements, missed, subjects, end: rest };
}

/** What negates, or makes what was read the subject of something else, leaves nothing of it. */
function changesMeaning(
  tokens: readonly Token[],
  at: number,
  end: number,
): boolean {
  return restricts(tokens, at, end) || readGroup(tokens, at) !== undefined;
}

/** A clause that was not understood goes on to the next that certainly is one. */
function unread(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): WholeClause {
  const lead = Math.max(leadEnd(tokens, at), at);
  const soon = clauseEnd(tokens, lead, (all, i) => startsClause(all, i, scope));
  const end = Math.max(
    at + 1,
    refuses(tokens, at, soon) ? clauseEnd(tokens, lead, startsSentence) : soon,
  );
  if (isFiller(tokens, at, end)) return { statements: [], missed: [], end };
  const span = spanOf(tokens, at, end);
  const wish = findWish(tokens, at, end, true);
  if (wish !== undefined && !wish.refused) {
    const statement: Statement = { kind: "unbuilt", wish: wish.wish, ...span };
    return { statements: [statement], missed: [], end };
  }
  return { statements: [], missed: [span], end };
}

/** A clause that may refuse something takes what is listed after it with it. */
function refuses(tokens: readonly Token[], at: number, end: number): boolean {
  return restricts(tokens, at, end) ||
    tokens.slice(at, end).some((one) => REFUSING.has(one.lower));
}

/** Joins parts between which only marks and filler stand. */
function joined(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const result: Span[] = [];
  const ordered = [...spans].sort((one, other) => one.start - other.start);
  for (const span of ordered) {
    const last = result.at(-1);
    const between = last &&
      tokens.some((token) =>
        token.start >= last.end && token.end <= span.start &&
        token.kind === "word" && !FILLER.has(token.lower)
      );
    if (last !== undefined && !between) {
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
      };
    } else result.push(span);
  }
  return result;
}

const REFUSING: ReadonlySet<string> = new Set(
  ("refuse refuses refused reject rejects deny denies block blocks stop stops fail fails error instead rather warn " +
    "hide hides if when unlike")
    .split(" "),
);
