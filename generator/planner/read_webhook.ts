/**
 * Reads clauses that say that another system is told when something happens.
 *
 * @module
 */
import { readLead } from "./clause_start.ts";
import type { Feature } from "./feature.ts";
import { hasFieldHint } from "./field_type.ts";
import {
  ADDRESSES,
  DEEDS,
  EVENT_HOOKS,
  EVENTS,
  IS_TOLD,
  MAILS,
  PROGRAMS,
  TELLS,
  TOLD_WITH,
  WHEN,
} from "./lexicon_webhooks.ts";
import { ADJECTIVE_ACTIONS } from "./lexicon_verbs.ts";
import { type Read, readNoun, readNouns, skipListMark } from "./noun.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Assertion, Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs, verbOfState, type VerbSense } from "./verbs.ts";

/** Reads "notify a webhook when an order is paid", with what is told first or last. */
export function readWebhook(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const lead = readLead(tokens, at).end;
  const read = toldFirst(tokens, at, scope) ?? eventFirst(tokens, at, scope) ??
    toldFirst(tokens, lead, scope) ?? eventFirst(tokens, lead, scope) ??
    eventHook(tokens, lead, scope);
  if (read === undefined || !ends(tokens, read.end)) return undefined;
  if (mails(tokens, at, read.end)) return undefined;
  const span = spanOf(tokens, at, read.end);
  const { told, events } = read.value;
  const target = told.url === undefined && told.target && !told.target.pronoun
    ? { target: told.target }
    : {};
  const made = events.flatMap(({ of, on, verb }): Assertion[] => {
    const feature: Feature = {
      is: "webhook",
      of,
      on,
      ...(verb ? { verb } : {}),
      ...target,
      ...(told.url === undefined ? {} : { url: told.url }),
    };
    const acts: Assertion[] = typeof on === "object"
      ? [
        ...isEntity(of, scope) ? [] : [{ kind: "entity", entity: of } as const],
        { kind: "action", verb: on.verb, objects: [of] },
      ]
      : on === "create"
      ? [{ kind: "operations", operations: [on], mode: "ask", objects: [of] }]
      : [];
    return [...acts, { kind: "feature", feature }];
  });
  const subjects = events.map(({ of }) => of);
  return {
    statements: made.map((one) => ({ ...one, ...span })),
    end: read.end,
    subjects: subjects.slice(-1),
  };
}

interface Told {
  readonly url?: string;
  readonly target?: Noun;
}

interface Event {
  readonly of: Noun;
  readonly on: Extract<Feature, { is: "webhook" }>["on"];
  readonly verb?: string;
}

type Whole = Read<{ told: Told; events: readonly Event[] }>;

/** "Call https://hooks.example.com whenever an order is created or cancelled" */
function toldFirst(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Whole | undefined {
  for (const told of toldAt(tokens, at, scope)) {
    const with_ = after(TOLD_WITH, tokens, told.end);
    const events = readEvents(tokens, with_, scope);
    if (events === undefined) continue;
    const to = addressAt(tokens, events.end);
    const url = to?.value.urls["url"];
    if (url !== undefined && told.value.url !== undefined) continue;
    const end = after(TOLD_WITH, tokens, to?.end ?? events.end);
    const whom = url === undefined ? told.value : { url };
    return { value: { told: whom, events: events.value }, end };
  }
  return undefined;
}

/** "Send an order.paid webhook to https://hooks.example.com" */
function eventHook(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Whole | undefined {
  for (const row of EVENT_HOOKS) {
    const match = matchPattern(row, tokens, at);
    const events = match && eventsOf(match.value, scope);
    if (match === undefined || events === undefined) continue;
    const to = addressAt(tokens, match.end);
    const url = to?.value.urls["url"];
    const told = url === undefined ? {} : { url };
    return { value: { told, events }, end: to?.end ?? match.end };
  }
  return undefined;
}

function addressAt(
  tokens: readonly Token[],
  at: number,
): Read<Slots> | undefined {
  for (const row of ADDRESSES) {
    const match = matchPattern(row, tokens, at);
    if (match !== undefined) return match;
  }
  return undefined;
}

/** "When an order is paid, a webhook is called" */
function eventFirst(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Whole | undefined {
  if (tokens[at]?.kind === "mark") return undefined;
  const events = readEvents(tokens, at, scope);
  if (events === undefined) return undefined;
  const mark = matchPattern(", then|also?", tokens, events.end)?.end ??
    matchPattern("then|also", tokens, events.end)?.end ?? events.end;
  const start = readLead(tokens, mark).end;
  for (const lead of new Set([start, mark])) {
    const [told] = toldAt(tokens, lead, scope);
    if (told === undefined) continue;
    const end = after(TOLD_WITH, tokens, told.end);
    return { value: { told: told.value, events: events.value }, end };
  }
  return undefined;
}

/** Whom it may be that is told, the longest reading first. */
function toldAt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): readonly Read<Told>[] {
  const found: Read<Told>[] = [];
  for (const row of [...TELLS, ...IS_TOLD]) {
    const match = matchPattern(row, tokens, at);
    if (match === undefined) continue;
    const { nouns, urls } = match.value;
    const { system, target, named, what } = nouns;
    if (system !== undefined && !isProgram(tokens, at, system)) continue;
    if (what !== undefined && !(what.pronoun || isEntity(what, scope))) {
      continue;
    }
    const who = target ?? system ?? named;
    const url = urls["url"];
    found.push({
      value: { ...(url ? { url } : {}), ...(who ? { target: who } : {}) },
      end: match.end,
    });
  }
  return found.toSorted((one, other) => other.end - one.end);
}

/** A program, or what is sent an HTTP request in so many words: "POST to our accounting". */
function isProgram(
  tokens: readonly Token[],
  at: number,
  { words }: Noun,
): boolean {
  return PROGRAMS.has(words.at(-1) ?? "") || tokens[at]?.text === "POST";
}

function readEvents(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Read<readonly Event[]> | undefined {
  const events: Event[] = [];
  let end = at;
  for (let next = at; next < tokens.length;) {
    const start = after(WHEN, tokens, next);
    if (events.length === 0 && start === next) return undefined;
    const one = eventAt(tokens, start, scope);
    if (one === undefined) break;
    events.push(...one.value);
    end = one.end;
    next = skipListMark(tokens, end);
    if (next === end) break;
  }
  return events.length > 0 ? { value: events, end } : undefined;
}

function eventAt(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Read<readonly Event[]> | undefined {
  let best = activeEvent(tokens, at, scope);
  for (const row of EVENTS) {
    const match = matchPattern(row, tokens, at);
    if (match === undefined || match.end <= (best?.end ?? at)) continue;
    const value = eventsOf(match.value, scope);
    if (value !== undefined) best = { value, end: match.end };
  }
  return best;
}

function eventsOf(
  { nouns, verbs, literals }: Slots,
  scope: Scope,
): readonly Event[] | undefined {
  const made = thingOf(nouns["made"], scope);
  if (made !== undefined) return [{ of: made, on: "create" }];
  const { of: said } = nouns;
  const isState = said?.owner !== undefined && STATE.has(said.words.join(" "));
  const acts = verbs["verbs"]?.every((one) => one.operations === undefined);
  const of = thingOf(isState ? said.owner : said, scope, acts);
  if (of === undefined) return undefined;
  const deed = nouns["deed"];
  if (deed !== undefined) {
    const verb = DEEDS.get(deed.words.join(" "));
    return verb === undefined ? undefined : [{ of, on: { verb } }];
  }
  const state = literals["state"];
  if (state !== undefined) {
    const word = String(state).toLowerCase();
    const [, more, other] = word.split(" ");
    if (other || more && !PARTICLES.has(more)) return undefined;
    const verb = ADJECTIVE_ACTIONS[word] ?? verbOfState(word);
    return verb === undefined ? undefined : [{ of, on: { verb } }];
  }
  const { verbs: done } = verbs;
  if (done === undefined) return [{ of, on: "update" }];
  return isState ? undefined : happens(of, done);
}

/** "a customer places an order", "someone cancels a booking" */
function activeEvent(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Read<readonly Event[]> | undefined {
  for (const who of readNouns(tokens, at)) {
    const perfect = matchPattern("has|have", tokens, who.end)?.end;
    const verbs = perfect === undefined
      ? readVerbs(tokens, who.end, ["third", "base"])
      : readVerbs(tokens, perfect, ["participle"]);
    if (verbs === undefined) continue;
    const object = readNoun(tokens, verbs.end);
    const of = object && thingOf(object.value, scope);
    if (object === undefined || of === undefined) continue;
    const value = happens(of, verbs.value);
    if (value !== undefined) return { value, end: object.end };
  }
  return undefined;
}

function thingOf(
  noun: Noun | undefined,
  scope: Scope,
  acts = false,
): Noun | undefined {
  const of = noun && meant([noun], scope).at(-1);
  if (of === undefined || of.pronoun || of.owner) return undefined;
  const fresh = of.words[0] === "new"
    ? { ...of, words: of.words.slice(1) }
    : of;
  if (isEntity(fresh, scope)) return fresh;
  // "When an order is paid": something that was not spoken of before.
  const isNew = of === fresh && of.number !== "open" && of.words.length < 3 &&
    (acts && of.number === "one" || !hasFieldHint(of.words)) && !isPerson(of) &&
    !PROGRAMS.has(of.words.at(-1) ?? "");
  return isNew ? of : undefined;
}

function happens(
  of: Noun,
  verbs: readonly VerbSense[],
): readonly Event[] | undefined {
  const events = verbs.map(({ base, operations }): Event | undefined => {
    if (operations === undefined) return { of, on: { verb: base } };
    const changes = operations.map((one) => CHANGES.get(one));
    const [change] = changes;
    const same = changes.every((one) => one === change);
    if (change === undefined || !same) return undefined;
    if (change === "create" && !MAKING.has(base)) return undefined;
    return { of, on: change, verb: base };
  });
  return events.every((one) => one !== undefined) ? events : undefined;
}

/** Nothing may follow that would say more of when: "and its total is over 100". */
function ends(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (HARD.has(token.lower)) return true;
  if (!JOINING.has(token.lower)) return false;
  const mark = skipListMark(tokens, at);
  const next = tokens[mark]?.lower ?? "";
  return !CONTINUING.has(next) && !(token.lower === "or");
}

function mails(tokens: readonly Token[], at: number, end: number): boolean {
  return tokens.slice(at, end).some(({ lower }) => MAILS.has(lower)) ||
    ["by", "via", "through"].includes(tokens[end]?.lower ?? "");
}

function after(
  rows: readonly string[],
  tokens: readonly Token[],
  at: number,
): number {
  const found = rows.map((row) => matchPattern(row, tokens, at)?.end ?? at);
  return Math.max(at, ...found);
}

const CHANGES: ReadonlyMap<string, "create" | "update" | "delete"> = new Map([
  ["create", "create"],
  ["replace", "update"],
  ["patch", "update"],
  ["delete", "delete"],
]);
/** What is made when this is done to it: "a room is booked" makes no room. */
const MAKING: ReadonlySet<string> = new Set(
  ("create add register post submit insert record enter place issue make file raise creation insertion registration " +
    "addition submission recording").split(" "),
);
/** "picked up" */
const PARTICLES: ReadonlySet<string> = new Set(
  ["up", "in", "out", "off", "on", "back", "over", "down", "away"],
);
const STATE: ReadonlySet<string> = new Set(["status", "state"]);
const HARD: ReadonlySet<string> = new Set([".", ";", "!", "?", ")", ":", "so"]);
const JOINING: ReadonlySet<string> = new Set([",", "and", "but", "&"]);
const CONTINUING: ReadonlySet<string> = new Set(
  ("its their it they is are was were has have not only if unless the except provided but")
    .split(" "),
);
