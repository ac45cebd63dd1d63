/**
 * Reads clauses that say that clients are told of changes as they happen: "push changes of orders over WebSocket".
 *
 * @module
 */
import { readLead } from "./clause_start.ts";
import {
  LIVE_ADJECTIVES,
  LIVE_ENDS,
  LIVE_EVENTS,
  LIVE_STARTS,
  LIVE_TAILS,
  TOLD_CLIENTS,
} from "./lexicon_live.ts";
import { EVERYONE, RESTRICTING } from "./lexicon_words.ts";
import { type Read, readNouns, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { doneBy } from "./read_access.ts";
import { ends } from "./read_feature.ts";
import {
  type Found,
  isEntity,
  meant,
  type Reader,
  type Scope,
  spanOf,
} from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Makes the reader of such clauses; `inner` reads what stands before "in real time". */
export function liveReader(inner: Reader): Reader {
  return (tokens, at, scope) => {
    if (!tokens.some(({ lower }) => LIVE_WORD.test(lower))) return undefined;
    if (negates(tokens, at)) return undefined;
    const lead = readLead(tokens, at);
    const starts = lead.end > at ? [at, lead.end] : [at];
    for (const start of starts) {
      const found = startsWith(tokens, start, scope) ??
        thingFirst(tokens, start, scope);
      if (found === undefined) continue;
      const who = start === at ? [] : lead.actors;
      return { ...found, statements: seenBy(found.statements, who, scope) };
    }
    return whoFirst(tokens, at, scope) ?? tailed(tokens, at, scope, inner);
  };
}

/** "Live updates of orders", "stream changes of orders to clients" */
function startsWith(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const [row, certainty] of LIVE_STARTS) {
    const match = matchPattern(row, tokens, at);
    if (match === undefined) continue;
    const things = thingsAt(tokens, match.end, scope);
    const found = things && closing(tokens, at, things, scope, certainty);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "Order changes are pushed over WebSocket", "new messages appear in real time" */
function thingFirst(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const first = matchPattern(LIVE_ADJECTIVES, tokens, at)?.end ?? at;
  for (const things of thingLists(tokens, first, scope)) {
    for (const [row, certainty] of LIVE_ENDS) {
      const match = matchPattern(row, tokens, things.end);
      if (match === undefined) continue;
      const read = { value: things.value, end: match.end };
      const sure = first > at ? "sure" : certainty;
      const found = closing(tokens, at, read, scope, sure);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** "Dispatchers get live updates of orders" */
function whoFirst(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: who, end } of readNouns(tokens, at)) {
    const anyone = EVERYONE.has(who.words.join(" "));
    if (!anyone && !isPerson(who) || who.owner) continue;
    const found = startsWith(tokens, end, scope);
    if (found === undefined) continue;
    return { ...found, statements: seenBy(found.statements, [who], scope) };
  }
  return undefined;
}

/** "Dispatchers see new orders in real time": what is read, and that it is told as it happens. */
function tailed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  inner: Reader,
): Found | undefined {
  for (let i = at + 2; i < Math.min(tokens.length, at + MOST_WORDS); i++) {
    const tail = tailAt(tokens, i);
    if (tail === i || !ends(tokens[tail])) continue;
    const before = tokens.slice(0, i);
    const found = inner(before, at, scope);
    if (found?.end !== i || found.missed?.length) continue;
    const reads = found.statements.every((one) =>
      one.kind === "operations" && one.mode === "ask" &&
      one.objects.length > 0 &&
      (one.either || one.operations.every((it) => READS.has(it)))
    );
    if (!reads || found.statements.length === 0) continue;
    const objects = found.statements.flatMap((one) =>
      one.kind === "operations" ? one.objects : []
    );
    if (!objects.every((one) => isEntity(one, scope))) continue;
    const span = spanOf(tokens, i, tail);
    const live = objects.map((of): Statement => ({
      kind: "feature",
      feature: { is: "live", of },
      ...span,
    }));
    return { ...found, statements: [...found.statements, ...live], end: tail };
  }
  return undefined;
}

/** Reads who is told and how, up to the end of the clause. */
function closing(
  tokens: readonly Token[],
  at: number,
  things: Read<readonly Noun[]>,
  scope: Scope,
  certainty: "sure" | "with tail",
): Found | undefined {
  let end = matchPattern(LIVE_EVENTS, tokens, things.end)?.end ?? things.end;
  let told = certainty === "sure";
  for (let turn = 0; turn < 4; turn++) {
    const tail = tailAt(tokens, end);
    told ||= tail > end;
    const clients = TOLD_CLIENTS.map((row) => matchPattern(row, tokens, tail))
      .find((match) => match !== undefined);
    const next = clients?.end ?? tail;
    if (next === end) break;
    end = next;
  }
  if (!told || !ends(tokens[end])) return undefined;
  const span = spanOf(tokens, at, end);
  const objects = meant(things.value, scope);
  if (!objects.every((one) => isEntity(one, scope))) return undefined;
  return {
    statements: objects.map((of): Statement => ({
      kind: "feature",
      feature: { is: "live", of },
      ...span,
    })),
    end,
    subjects: objects.slice(-1),
  };
}

/** Whoever is told of something sees it. */
function seenBy(
  statements: readonly Statement[],
  who: readonly Noun[],
  scope: Scope,
): readonly Statement[] {
  if (scope.signs !== true) return statements;
  const reads = statements.flatMap((one): Statement[] =>
    one.kind === "feature" && one.feature.is === "live"
      ? [{
        kind: "operations",
        operations: ["list"],
        mode: "ask",
        objects: [one.feature.of],
        start: one.start,
        end: one.end,
      }]
      : []
  );
  const by = doneBy(reads, who, scope).filter((one) => one.by !== undefined);
  return [...by, ...statements];
}

function thingsAt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Read<readonly Noun[]> | undefined {
  return thingLists(tokens, at, scope)[0];
}

/** Known things with commas or "and" between them, the longest list first. */
function thingLists(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): readonly Read<readonly Noun[]>[] {
  const lists: Read<readonly Noun[]>[] = [];
  const nouns: Noun[] = [];
  for (let next = at; next < tokens.length;) {
    const noun = readNouns(tokens, next).find(({ value }) => {
      const [one, more] = meant([value], scope);
      return !value.owner && one !== undefined && more === undefined &&
        isEntity(one, scope);
    });
    if (noun === undefined) break;
    nouns.push(noun.value);
    lists.push({ value: [...nouns], end: noun.end });
    const mark = skipListMark(tokens, noun.end);
    if (mark === noun.end) break;
    next = mark;
  }
  return lists.reverse();
}

function tailAt(tokens: readonly Token[], at: number): number {
  let end = at;
  for (let turn = 0; turn < 3; turn++) {
    const found = LIVE_TAILS.map((row) => matchPattern(row, tokens, end)?.end)
      .filter((one) => one !== undefined);
    if (found.length === 0) break;
    end = Math.max(...found);
  }
  return end;
}

function negates(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at, at + MOST_WORDS).some(({ lower }) =>
    RESTRICTING.has(lower) && lower !== "without"
  );
}

/** One of these stands in every such clause. */
const LIVE_WORD =
  /^(?:live|instant|near-real-time|real|real-?time|web-?sockets?|web|sse|server(?:-sent)?(?:-events)?|eventsource|event|happens?|arrives?|come|comes|occurs?|changes?|polling|refreshing|reloading|having|push(?:es|ing)?|streams?|streaming|broadcast(?:s|ed|ing)?|subscrib(?:es?|ing)|listen(?:s|ing)?|pushed|streamed)$/;
const READS: ReadonlySet<string> = new Set(["list", "get"]);
/** How long a clause is in which such words are looked for. */
const MOST_WORDS = 24;
