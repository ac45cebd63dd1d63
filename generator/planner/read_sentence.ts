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
import { lastFields } from "./read_both.ts";
import { readModifiers } from "./modifiers.ts";
import {
  isCondition,
  isRestriction,
  withoutLastRules,
  withoutRestrictions,
} from "./restriction.ts";
import { readGroup } from "./predicate.ts";
import { readClause, readReason, readTail } from "./read_clause.ts";
import { findWish, readSetting, restricts } from "./read_setting.ts";
import { type Scope, spanOf } from "./scope.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import { isFiller } from "./filler.ts";
import type { Token } from "./tokens.ts";
import { readVerb } from "./verbs.ts";

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
  const clauses: ReadClause[] = [];
  let subjects = scope.subjects;
  let named = scope.named ?? false;
  let { fields } = scope;
  let from = 0;
  let at = afterMarks(tokens, 0);
  while (at < tokens.length) {
    const inside = { ...scope, subjects, named, ...fields ? { fields } : {} };
    const clause = readWhole(tokens, at, inside);
    clauses.push({ ...clause, from, at });
    subjects = clause.subjects ?? subjects;
    fields = lastFields(clause.statements) ?? fields;
    named ||= clause.statements.some((one) => one.kind === "system");
    from = Math.max(at + 1, clause.end);
    at = Math.max(at + 1, afterMarks(tokens, clause.end));
  }
  const kept = withConditions(clauses, tokens);
  return {
    statements: kept.flatMap((one) => one.statements),
    missed: joined(kept.flatMap((one) => one.missed), tokens),
    subjects,
  };
}

interface ReadClause extends WholeClause {
  /** The first token of the marks before it. */
  readonly from: number;
  readonly at: number;
}

/** A restriction beside a condition or an exception that was not understood was not understood either. */
function withConditions(
  clauses: readonly ReadClause[],
  tokens: readonly Token[],
): readonly ReadClause[] {
  const result = [...clauses];
  clauses.forEach((clause, i) => {
    const opens = tokens.slice(clause.from, clause.at + 1).some(isCondition);
    const hangs = tokens.slice(clause.from, clause.at).some(isCondition);
    const unread = hangs ||
      clause.statements.every((one) => one.kind === "unbuilt") &&
        clause.statements.length + clause.missed.length > 0;
    const excepts = tokens.slice(clause.from, clause.at)
      .some((one) => one.lower === "but");
    const before = result[i - 1];
    const isLost = before !== undefined && before.missed.length > 0 &&
      before.statements.length === 0;
    if (opens && isLost && clause.statements.length > 0) {
      // "… can't be deleted while it is part of an order": of what, was not understood.
      const missed = [spanOf(tokens, clause.at, clause.end)];
      result[i] = { ...clause, statements: [], missed };
      return;
    }
    if (!(opens || excepts) || !unread) return;
    const near = i === 0 ? 1 : i - 1;
    const other = result[near];
    if (other === undefined) return;
    const acts = other.statements.some((one) =>
      isRestriction(one) || (opens && one.kind === "action")
    );
    if (!acts) return;
    result[near] = { ...other, ...dropped(tokens, other) };
    if (hangs) result[i] = { ...clause, ...dropped(tokens, clause) };
  });
  return result;
}

/** Drops the restrictions of a clause and quotes it whole. */
function dropped(
  tokens: readonly Token[],
  clause: { statements: readonly Statement[]; at: number; end: number },
): Pick<WholeClause, "statements" | "missed"> {
  return {
    statements: withoutRestrictions(clause.statements),
    missed: [spanOf(tokens, clause.at, clause.end)],
  };
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
  const operating = statements.filter((one) => one.kind === "operations");
  const refusing = operating.length > 0 && operating.every(isRestriction) &&
    !statements.some((one) => one.kind === "system");
  const settles = statements.length > 0 &&
    statements.every((one) => SETTLING.has(one.kind));
  const more = refusing || settles
    ? { statements: [], end: found.end }
    : readModifiers(tokens, found.end, subjects, scope);
  statements.push(...more.statements);
  missed.push(...("missed" in more ? more.missed ?? [] : []));
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
    if (missed.length > 0 && statements.some(isRestriction)) {
      const whole = dropped(tokens, { statements, at, end });
      return { ...whole, subjects, end };
    }
    return { statements, missed, subjects, end };
  }
  return withLeftover(tokens, { statements, missed, subjects, at, end }, rest);
}

/** What words that were left over make of a clause. */
function withLeftover(
  tokens: readonly Token[],
  clause: WholeClause & { readonly at: number },
  rest: number,
): WholeClause {
  const { statements, subjects, at, end } = clause;
  if (changesMeaning(tokens, end, rest)) {
    return { statements: [], missed: [spanOf(tokens, at, rest)], end: rest };
  }
  if (isFiller(tokens, end, rest)) {
    return { ...clause, end: rest };
  }
  const conditional = isCondition(tokens[end]) &&
    statements.some((one) => one.kind === "action");
  if (conditional || statements.some(isRestriction)) {
    return {
      ...dropped(tokens, { statements, at, end: rest }),
      subjects,
      end: rest,
    };
  }
  const left = spanOf(tokens, end, rest);
  const means = findWish(tokens, end, rest, true);
  if (means && !means.refused && MEANS.has(means.wish)) {
    const wish: Statement = { kind: "unbuilt", wish: means.wish, ...left };
    return { ...clause, statements: [...statements, wish], end: rest };
  }
  const vague = withoutVagueAction(tokens, statements, end);
  if (vague !== undefined) {
    const missed = [...clause.missed, { start: vague.start, end: left.end }];
    return { statements: vague.statements, missed, subjects, end: rest };
  }
  const open = tokens[end - 1]?.lower === ")"
    ? undefined
    : withoutLastRules(statements);
  const missed = [
    ...clause.missed,
    open === undefined ? left : { start: open.start, end: left.end },
  ];
  const kept = open?.statements ?? statements;
  return { statements: kept.map(doubted), missed, subjects, end: rest };
}

/** "can be sent to repair": an action with a place that was not understood is another action. */
function withoutVagueAction(
  tokens: readonly Token[],
  statements: readonly Statement[],
  end: number,
): { statements: readonly Statement[]; start: number } | undefined {
  if (!TOWARDS.has(tokens[end]?.lower ?? "")) return undefined;
  const verb = readVerb(tokens, end - 1, ["participle"]);
  if (verb?.end !== end || verb.value.operations !== undefined) {
    return undefined;
  }
  const { base } = verb.value;
  const kept = statements.filter((one) =>
    one.kind !== "action" || one.verb !== base
  );
  const start = tokens[end - 1]?.start ?? 0;
  return kept.length < statements.length
    ? { statements: kept, start }
    : undefined;
}

/** What stands beside words that were not understood names no entity, unless it says what the entity has. */
function doubted(statement: Statement): Statement {
  return NAMING.has(statement.kind)
    ? statement
    : { ...statement, doubtful: true };
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
  const soon = clauseEnd(
    tokens,
    lead,
    (all, i) =>
      startsClause(all, i, scope) || readSetting(all, i, scope) !== undefined,
  );
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

const TOWARDS: ReadonlySet<string> = new Set(
  ["to", "into", "onto", "out", "off", "up", "away", "over", "down", "back"],
);

/** Wishes that say by what means something is to be built. */
const MEANS: ReadonlySet<string> = new Set(
  ["other interfaces", "streaming", "other databases"],
);

/** What is said after a setting is no field of what was spoken of before. */
const SETTLING: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>(
  ["store", "durability", "port"],
);

const NAMING: ReadonlySet<string> = new Set(["fields", "entity"]);

const REFUSING: ReadonlySet<string> = new Set(
  ("refuse refuses refused reject rejects deny denies block blocks stop stops fail fails error instead rather warn " +
    "hide hides if when unlike")
    .split(" "),
);
