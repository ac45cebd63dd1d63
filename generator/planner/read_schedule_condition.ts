/**
 * Reads what must be so for something to be done by itself: "after 14 days", "whose due date has passed", "if still open".
 *
 * @module
 */
import type { ScheduleCondition } from "./feature.ts";
import {
  AGE_ENDS,
  AGES,
  IN_STATES,
  OVER_WORDS,
  PAST_FIELDS,
  type Since,
} from "./lexicon_schedules.ts";
import { NOUN_STOPS } from "./lexicon_words.ts";
import { type Read, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { type Duration, readDuration } from "./read_duration.ts";
import type { Token } from "./tokens.ts";

/** "after 14 days", "older than a week", "whose due date has passed", "that are still open" */
export function readCondition(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  const start = tokens[at]?.lower === "and" ? at + 1 : at;
  const found = readAge(tokens, start) ?? readOpen(tokens, start) ??
    readBefore(tokens, start) ?? readPast(tokens, start) ??
    readStates(tokens, start);
  return found;
}

/** Conditions, and the token after them. */
export type ConditionsRead = Read<readonly ScheduleCondition[]>;

function readAge(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  const leads = [
    ...AGES.flatMap(([row, since]) => {
      const match = matchPattern(row, tokens, at);
      return match === undefined ? [] : [{ end: match.end, since }];
    }),
    { end: at, since: "said" as Since },
  ].toSorted((one, other) => other.end - one.end);
  for (const lead of leads) {
    const more = matchPattern("more_than|at_least|over", tokens, lead.end);
    const time = readDuration(tokens, more?.end ?? lead.end);
    if (time === undefined) continue;
    const after = AGE_ENDS.flatMap(([row, since]) => {
      const match = matchPattern(row, tokens, time.end);
      return match === undefined ? [] : [{ end: match.end, since }];
    }).toSorted((one, other) => other.end - one.end)[0];
    const field = after ? undefined : ageOfField(tokens, time);
    if (field !== undefined) return field;
    if (lead.end === at && after === undefined) continue;
    const since = after?.since ?? lead.since;
    return {
      value: [{ is: "age", since, ago: time.value }],
      end: after?.end ?? time.end,
    };
  }
  return undefined;
}

/** "7 days after their due date", "2 days before the start date" */
function ageOfField(
  tokens: readonly Token[],
  { value: ago, end }: Read<Duration>,
): ConditionsRead | undefined {
  const match = matchPattern(
    "after|past|before the|its|their {E:field}",
    tokens,
    end,
  );
  const field = match?.value.nouns["field"];
  if (match === undefined || field === undefined) return undefined;
  const ahead = tokens[end]?.lower === "before";
  return { value: [{ is: "age", since: field, ago, ahead }], end: match.end };
}

/** "if they are not paid within 24 hours" */
function readOpen(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  const found = readStates(tokens, at);
  const [one] = found?.value ?? [];
  if (found === undefined || one?.is !== "states" || !one.not) return undefined;
  const mark = matchPattern("within|in|after|for", tokens, found.end);
  const ago = mark && readDuration(tokens, mark.end);
  if (ago === undefined) return undefined;
  const age = { is: "age", since: "made", ago: ago.value } as const;
  return { value: [one, age], end: ago.end };
}

function readBefore(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  const time = readDuration(tokens, at);
  return time && ageOfField(tokens, time);
}

function readPast(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  let best: ConditionsRead | undefined;
  for (const row of PAST_FIELDS) {
    const match = matchPattern(row, tokens, at);
    const field = match?.value.nouns["field"];
    if (!match || !field || field.pronoun || field.owner) continue;
    if (match.end <= (best?.end ?? at)) continue;
    best = { value: [{ is: "past", field }], end: match.end };
  }
  return best;
}

function readStates(
  tokens: readonly Token[],
  at: number,
): ConditionsRead | undefined {
  let best: ConditionsRead | undefined;
  const ends = new Map(
    IN_STATES.map((
      [row, not],
    ) => [matchPattern(row, tokens, at)?.end ?? at, not]),
  );
  const [lead = at, not = false] =
    [...ends].toSorted(([one], [other]) => other - one)[0] ?? [];
  if (lead === at) return undefined;
  const states: string[] = [];
  for (let next = lead; next < tokens.length;) {
    if (!isStateWord(tokens[next])) break;
    states.push(tokens[next]?.lower ?? "");
    const mark = skipListMark(tokens, next + 1);
    const [word = ""] = states;
    const over = !not && states.length === 1 && OVER_WORDS.has(word);
    best = {
      value: over
        ? [{ is: "over", word }]
        : [{ is: "states", states: [...states], not }],
      end: next + 1,
    };
    if (mark === next + 1) break;
    next = mark;
  }
  return best;
}

/** Reports whether a word may name a state. */
export function isStateWord(token: Token | undefined): boolean {
  const named = token?.kind === "word" || token?.kind === "quoted";
  return named && !NOUN_STOPS.has(token.lower) && !ITSELF.has(token.lower) &&
    !OFTEN.has(token.lower);
}

/** Words that say that nobody has to ask for it. */
export const ITSELF: ReadonlySet<string> = new Set(
  ["automatically", "scheduled", "background", "cron", "recurring", "periodic"],
);
const OFTEN: ReadonlySet<string> = new Set(
  ["every", "each", "nightly", "daily", "hourly", "weekly"],
);
