/**
 * Reads clauses that say what is done by itself: "Close tickets automatically after 14 days".
 *
 * @module
 */
import { readLead } from "./clause_start.ts";
import type { Feature, ScheduleCondition } from "./feature.ts";
import {
  BY_ITSELF,
  type Frequency,
  JOBS,
  OVER_WORDS,
} from "./lexicon_schedules.ts";
import { ADJECTIVE_ACTIONS } from "./lexicon_verbs.ts";
import type { Read } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { type Thing, thingAt } from "./chosen_thing.ts";
import { readGroup } from "./predicate.ts";
import { readFrequency } from "./read_duration.ts";
import { ENDING, excepts, readKept } from "./read_kept.ts";
import {
  isStateWord,
  ITSELF,
  readCondition,
} from "./read_schedule_condition.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerb, skipAdverbs, verbOfState, type VerbSense } from "./verbs.ts";

type Schedule = Extract<Feature, { is: "schedule" }>;

/** What was read of a schedule so far. */
interface Parts {
  of?: Noun;
  deed?: Schedule["deed"];
  often?: Frequency;
  /** It is said to be done by itself. */
  itself: boolean;
  /** It is said in the passive, or of what happens to it. */
  passive: boolean;
  readonly conditions: ScheduleCondition[];
}

/** Reads a clause that says what is done to what, and when or how often, in any order. */
export function readSchedule(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const lead = readLead(tokens, at);
  const byPeople = lead.actors.some((one) => isPerson(one));
  const kept = readKept(tokens, at, scope) ??
    (byPeople ? undefined : readKept(tokens, lead.end, scope));
  if (kept !== undefined) return kept;
  const starts = byPeople ? [at] : new Set([at, lead.end]);
  for (const start of starts) {
    const found = readFrom(tokens, at, start, scope);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readFrom(
  tokens: readonly Token[],
  at: number,
  start: number,
  scope: Scope,
): Found | undefined {
  const parts: Parts = { itself: false, passive: false, conditions: [] };
  let end = start;
  while (end < tokens.length && !ENDING.has(tokens[end]?.lower ?? "")) {
    const next = readPart(tokens, end, scope, parts);
    if (next === undefined || next <= end) break;
    end = next;
  }
  const { of, deed, often, itself, passive, conditions } = parts;
  const next = tokens[end];
  const closes = next === undefined || ENDING.has(next.lower);
  const timed = conditions.some(({ is }) => is !== "states");
  // "Cancel orders after 3 days" asks nobody to do it.
  const later = conditions.some((one) =>
    one.is === "age" && one.since === "said"
  );
  const alone = often !== undefined || itself || passive && timed ||
    later && start === at;
  if (!of || !deed || !closes || !alone || excepts(tokens, end)) {
    return undefined;
  }
  if (!often && !timed && conditions.length === 0) return undefined;
  const span = spanOf(tokens, at, end);
  const feature: Schedule = {
    is: "schedule",
    of,
    deed,
    ...(often ? { often } : {}),
    conditions,
  };
  return {
    statements: [{ kind: "feature", feature, ...span }],
    end,
    subjects: [of],
  };
}

/** Reads one part into the others; returns where it ends. */
function readPart(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  parts: Parts,
): number | undefined {
  if (tokens[at]?.text === ",") return at + 1;
  const often = parts.often ? undefined : readFrequency(tokens, at);
  if (often !== undefined) {
    parts.often = often.value;
    return often.end;
  }
  const itself = matchPattern(BY_ITSELF, tokens, at);
  if (itself !== undefined) {
    parts.itself = true;
    return itself.end;
  }
  if (parts.deed === undefined) {
    const job = readJob(tokens, at, parts);
    return readDeed(tokens, at, scope, parts) ??
      (job === undefined ? undefined : readDeed(tokens, job, scope, parts)) ??
      job;
  }
  return keepCondition(tokens, at, parts);
}

/** "A nightly job that …" */
function readJob(
  tokens: readonly Token[],
  at: number,
  parts: Parts,
): number | undefined {
  const ends = JOBS.map((row) => matchPattern(row, tokens, at)?.end ?? at);
  const end = Math.max(...ends);
  if (end === at) return undefined;
  for (let i = at; i < end; i++) {
    const often = readFrequency(tokens, i);
    if (often && often.end <= end) parts.often ??= often.value;
    if (ITSELF.has(tokens[i]?.lower ?? "")) parts.itself = true;
  }
  return end;
}

/** "close tickets", "mark bookings as expired", "expired links are deleted", "bookings expire" */
function readDeed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  parts: Parts,
): number | undefined {
  const marked = readMarking(tokens, at, scope, parts);
  if (marked !== undefined) return marked;
  const verb = readVerb(tokens, skipAdverbs(tokens, at), ["base", "third"]);
  const deed = verb && deedOf(verb.value);
  const object = verb && thingAt(tokens, verb.end, scope);
  if (deed && object) {
    parts.deed = deed;
    return keepThing(parts, object);
  }
  return readPassive(tokens, at, scope, parts);
}

/** "mark bookings as expired", "set tickets to closed" */
function readMarking(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  parts: Parts,
): number | undefined {
  const lead = matchPattern(
    "mark|marks|flag|flags|set|sets|move|moves|switch|switches",
    tokens,
    at,
  )?.end;
  const object = lead === undefined ? undefined : thingAt(tokens, lead, scope);
  if (object === undefined) return undefined;
  const inner: Parts = { ...parts, conditions: [] };
  let end = keepThing(inner, object);
  for (let turn = 0; turn < 3; turn++) {
    const next = keepCondition(tokens, end, inner);
    if (next === undefined || TO.has(tokens[end]?.lower ?? "")) break;
    end = next;
  }
  if (!TO.has(tokens[end]?.lower ?? "")) return undefined;
  const made = stateAt(tokens, end + 1);
  if (made === undefined) return undefined;
  Object.assign(parts, { of: inner.of, deed: made.value });
  parts.conditions.push(...inner.conditions);
  return made.end;
}

function stateAt(
  tokens: readonly Token[],
  at: number,
): Read<{ verb: string; state: string }> | undefined {
  let end = at;
  while (end < at + 3 && isStateWord(tokens[end])) end++;
  const word = tokens.slice(at, end).map((one) => one.lower).join(" ");
  if (word === "") return undefined;
  const verb = ADJECTIVE_ACTIONS[word] ?? verbOfState(word) ?? `mark ${word}`;
  return { value: { verb, state: word }, end };
}

/** "Tickets that … are closed automatically", "bookings expire" */
function readPassive(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
  parts: Parts,
): number | undefined {
  const object = thingAt(tokens, at, scope) ?? spokenOf(tokens, at, scope);
  if (object === undefined) return undefined;
  const inner: Parts = { ...parts, conditions: [] };
  let end = keepThing(inner, object);
  for (let turn = 0; turn < 4; turn++) {
    const done = readDone(tokens, end, inner);
    if (done !== undefined) {
      Object.assign(parts, {
        of: inner.of,
        deed: inner.deed,
        itself: inner.itself,
        passive: true,
      });
      parts.conditions.push(...inner.conditions);
      return done;
    }
    const next = tokens[end]?.text === ","
      ? end + 1
      : keepCondition(tokens, end, inner);
    if (next === undefined) return undefined;
    end = next;
  }
  return undefined;
}

/** "… and are closed automatically": what was spoken of before. */
function spokenOf(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Thing | undefined {
  const of = scope.subjects.at(-1);
  const goesOn = tokens[at - 1]?.lower === "and";
  if (!goesOn || of === undefined || !isEntity(of, scope)) return undefined;
  return { of, before: [], end: at };
}

/** "are automatically closed", "must be marked as expired", "expire" */
function readDone(
  tokens: readonly Token[],
  at: number,
  parts: Parts,
): number | undefined {
  const happens = matchPattern(
    "$must? automatically? expire|expires|lapse|lapses",
    tokens,
    at,
  );
  if (happens !== undefined) {
    const said = tokens.slice(at, happens.end);
    if (said.some(({ lower }) => ITSELF.has(lower))) parts.itself = true;
    parts.deed = { verb: "expire", state: "expired" };
    return happens.end;
  }
  const acting = readVerb(tokens, skipAdverbs(tokens, at), ["base", "third"]);
  const alone = acting && matchPattern(BY_ITSELF, tokens, acting.end);
  const own = alone && acting ? deedOf(acting.value) : undefined;
  if (own && own !== "delete") {
    parts.deed = own;
    parts.itself = true;
    return alone?.end;
  }
  const turned = matchPattern(
    "$must? automatically? become|becomes|turn|turns|go|goes",
    tokens,
    at,
  );
  const into = turned && stateAt(tokens, turned.end);
  if (into) {
    parts.deed = into.value;
    return into.end;
  }
  const group = readGroup(tokens, at);
  if (group === undefined || group.value.verb !== "be") return undefined;
  if (group.value.negated || group.value.only || group.value.mode === "can") {
    return undefined;
  }
  const itself = matchPattern(BY_ITSELF, tokens, group.end);
  const first = itself?.end ?? group.end;
  if (itself !== undefined) parts.itself = true;
  const marked = matchPattern(
    "marked|flagged|set|moved|switched as|to",
    tokens,
    first,
  );
  const made = marked && stateAt(tokens, marked.end);
  if (made) {
    parts.deed = made.value;
    return made.end;
  }
  const verb = readVerb(tokens, first, ["participle"]);
  const deed = verb && deedOf(verb.value);
  if (!verb || !deed) return undefined;
  parts.deed = deed;
  return verb.end;
}

function deedOf(verb: VerbSense): Schedule["deed"] | undefined {
  if (verb.operations === undefined) return { verb: verb.base };
  return verb.operations.join() === "delete" ? "delete" : undefined;
}

function keepCondition(
  tokens: readonly Token[],
  at: number,
  { conditions }: Parts,
): number | undefined {
  const found = readCondition(tokens, at);
  if (found !== undefined) conditions.push(...found.value);
  return found?.end;
}

function keepThing(parts: Parts, { of, before, end }: Thing): number {
  parts.of = of;
  for (const words of before) {
    parts.conditions.push(
      OVER_WORDS.has(words)
        ? { is: "over", word: words }
        : { is: "states", states: [words], not: false },
    );
  }
  return end;
}

const TO: ReadonlySet<string> = new Set(["as", "to"]);
