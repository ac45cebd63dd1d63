/**
 * Puts into the draft what is done by itself; quoted where it is not clear to which, or when.
 *
 * @module
 */
import type {
  Literal,
  RequirementRef,
  ScheduleBlueprint,
} from "../blueprint/blueprint.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature, ScheduleCondition } from "./feature.ts";
import { actionName, foldAction, stateOf } from "./fold_actions.ts";
import { entityOf } from "./fold_fields.ts";
import { findMember } from "./find_member.ts";
import { OVER_WORDS, SETTLED } from "./lexicon_schedules.ts";
import { snakeName } from "./names.ts";
import { BUILT_IN_FIELDS } from "./lexicon_fields.ts";

type Schedule = Extract<Feature, { is: "schedule" }>;

/** To which something is done: the values of its fields, and days and times that must have passed. */
interface Due {
  readonly where: Map<string, readonly Literal[]>;
  readonly before: Map<string, string>;
  readonly notes: string[];
  /** How often it is looked for what is due. */
  every: string;
}

/** Puts a schedule into the draft, with the action it does. */
export function foldSchedule(draft: SystemDraft, said: Schedule): Outcome {
  const entity = entityOf(draft, said.of);
  if (entity === undefined) return NOT_UNDERSTOOD;
  const due: Due = {
    where: new Map(),
    before: new Map(),
    notes: [],
    every: "5m",
  };
  const { deed } = said;
  const conditions = impliedBy(said);
  if (!conditions.every((one) => keep(draft, entity, one, conditions, due))) {
    return NOT_UNDERSTOOD;
  }
  if (conditions.length === 0) return NOT_UNDERSTOOD;
  const refs: RequirementRef[] = [entity.name];
  let name = "delete";
  if (deed !== "delete") {
    const before = new Map(entity.actions);
    const made = foldAction(draft, {
      kind: "action",
      verb: deed.verb,
      ...(deed.state ? { state: deed.state } : {}),
      objects: [said.of],
      start: said.of.start,
      end: said.of.end,
    }, entity);
    const action = actionName(entity, deed.verb);
    const fits = made.missed === undefined && action !== undefined &&
      narrow(entity, action, deed, due);
    if (!fits) {
      entity.actions.clear();
      for (const [key, one] of before) entity.actions.set(key, one);
      return NOT_UNDERSTOOD;
    }
    name = action;
    refs.push(...made.refs);
  }
  const key = nameOf(draft, `${name}_${entity.name}`);
  const when = said.often ?? { every: due.every };
  draft.schedule.set(key, blueprintOf(entity, name, when, due));
  tell(draft, key, said, due);
  return { refs, phrases: [phraseOf(entity, name, when, due)] };
}

/** "Mark bookings as expired", with nothing more: those whose time is over. */
function impliedBy(
  { deed, conditions }: Schedule,
): readonly ScheduleCondition[] {
  const state = deed === "delete" ? "" : deed.state ?? "";
  const timed = conditions.some(({ is }) => is !== "states");
  return !timed && OVER_WORDS.has(state)
    ? [...conditions, { is: "over", word: state }]
    : conditions;
}

function keep(
  draft: SystemDraft,
  entity: EntityDraft,
  one: ScheduleCondition,
  all: readonly ScheduleCondition[],
  due: Due,
): boolean {
  switch (one.is) {
    case "states":
      return keepStates(entity, one, due);
    case "over":
      return keepOver(entity, one.word, due);
    case "past":
      return keepPast(draft, entity, one.field, "$now", due);
    case "age": {
      const { since, ago, ahead } = one;
      if (ago.counted) due.notes.push(ago.counted);
      due.every = EVERY[ago.unit];
      if (typeof since === "object") {
        const sign = ahead ? "+" : "-";
        return keepPast(draft, entity, since, `$now${sign}${ago.text}`, due);
      }
      const key = since === "made"
        ? "createdAt"
        : since === "changed"
        ? "updatedAt"
        : sinceSaid(entity, all);
      if (since === "said" && key === "updatedAt") {
        due.notes.push("the time is counted from its last change");
      }
      if (due.before.has(key)) return false;
      due.before.set(key, `$now-${ago.text}`);
      return true;
    }
  }
}

/** "Resolved tickets … after 7 days": not before they were resolved, which was a change. */
function sinceSaid(
  entity: EntityDraft,
  all: readonly ScheduleCondition[],
): "createdAt" | "updatedAt" {
  const isLater = all.some((one) => {
    if (one.is !== "states" || one.not) return false;
    return one.states.some((word) => {
      const state = stateOf(entity, word);
      const field = state && entity.fields.get(state.field);
      return field !== undefined && field.default !== state?.value;
    });
  });
  return isLater ? "updatedAt" : "createdAt";
}

function keepStates(
  entity: EntityDraft,
  { states, not }: Extract<ScheduleCondition, { is: "states" }>,
  due: Due,
): boolean {
  const known = states.map((word) => stateOf(entity, word));
  const [word = "", more] = states;
  const opposite = /^(?:un|not |non-)(.+)$/.exec(word)?.[1];
  const other = opposite && !known[0] && !more
    ? stateOf(entity, opposite)
    : undefined;
  const found = other ? [other] : known;
  const [first] = found;
  if (!first || found.some((one) => one?.field !== first.field)) return false;
  const all = valuesOf(entity, first.field);
  const said = found.flatMap((one) => one === undefined ? [] : [one.value]);
  const excludes = not !== (other !== undefined);
  const kept = excludes
    ? beforeAll(all, said)
    : all.filter((value) => said.includes(value));
  return restrict(due, first.field, kept, all);
}

/** "Unpaid orders": what comes after paid was paid, too. */
function beforeAll(
  all: readonly Literal[],
  said: readonly Literal[],
): readonly Literal[] {
  const first = Math.min(...said.map((one) => all.indexOf(one)));
  return first > 0 && all.length > 2
    ? all.slice(0, first)
    : all.filter((one) => !said.includes(one));
}

/** "Expired links": those in that state, or whose time is over. */
function keepOver(entity: EntityDraft, word: string, due: Due): boolean {
  const names = OVER_WORDS.get(word);
  const state = stateOf(entity, word);
  const fields = [...entity.fields].filter(([name, { type }]) =>
    names?.test(name) && (type === "date" || type === "datetime")
  );
  const [found, more] = fields;
  if (found === undefined || more !== undefined) {
    if (state === undefined || due.before.size > 0) return false;
    const all = valuesOf(entity, state.field);
    return restrict(due, state.field, [state.value], all);
  }
  const [name, { type }] = found;
  if (due.before.has(name)) return false;
  due.before.set(name, "$now");
  if (type === "date") due.every = "1h";
  return true;
}

function keepPast(
  draft: SystemDraft,
  entity: EntityDraft,
  noun: Parameters<typeof findMember>[2],
  time: string,
  due: Due,
): boolean {
  const name = BUILT_IN_FIELDS[noun.words.join(" ")] ??
    findMember(draft, entity, noun);
  const type = name && entity.fields.get(name)?.type;
  const isTime = name === "createdAt" || name === "updatedAt" ||
    type === "date" || type === "datetime";
  if (!name || !isTime || due.before.has(name)) return false;
  due.before.set(name, time);
  if (type === "date") due.every = "1h";
  return true;
}

/** Leaves out those that are so already, and those to which the action may not be done. */
function narrow(
  entity: EntityDraft,
  action: string,
  deed: Exclude<Schedule["deed"], "delete">,
  due: Due,
): boolean {
  const { set = {}, when = {} } = entity.actions.get(action) ?? {};
  for (const [field, value] of Object.entries(set)) {
    const all = valuesOf(entity, field);
    const settled = OVER_WORDS.has(deed.state ?? "") && !due.where.has(field);
    const open = all.filter((one) =>
      one !== value && !(settled && SETTLED.has(`${one}`))
    );
    if (open.length < all.length && !restrict(due, field, open, all)) {
      return false;
    }
  }
  if (OVER_WORDS.has(deed.state ?? "")) {
    for (const [field, { type }] of entity.fields) {
      const ended = type === "boolean" && SETTLED.has(field) &&
        !(field in set) && !due.where.has(field);
      if (ended) restrict(due, field, [false], [false, true]);
    }
  }
  for (const [field, values] of Object.entries(when)) {
    if (!restrict(due, field, values, valuesOf(entity, field))) return false;
  }
  return true;
}

function restrict(
  { where }: Due,
  field: string,
  values: readonly Literal[],
  all: readonly Literal[],
): boolean {
  const before = where.get(field) ?? all;
  const kept = before.filter((one) => values.includes(one));
  if (kept.length === 0) return false;
  if (kept.length < all.length) where.set(field, kept);
  return true;
}

function valuesOf(entity: EntityDraft, field: string): readonly Literal[] {
  const { values, type } = entity.fields.get(field) ?? {};
  return values ?? (type === "boolean" ? [false, true] : []);
}

function blueprintOf(
  entity: EntityDraft,
  name: string,
  when: { readonly every?: string; readonly at?: string },
  { where, before }: Due,
): ScheduleBlueprint {
  const states = Object.fromEntries(
    [...where].map(([field, values]) => [
      field,
      values.length === 1 ? values[0] ?? null : values,
    ]),
  );
  return {
    ...when,
    entity: entity.name,
    ...(where.size > 0 ? { where: states } : {}),
    ...(before.size > 0 ? { before: Object.fromEntries(before) } : {}),
    do: name,
  };
}

function tell(draft: SystemDraft, key: string, said: Schedule, due: Due): void {
  const often = said.often === undefined
    ? `it is looked every ${due.every} for what is due`
    : said.often.at === undefined
    ? undefined
    : `${said.often.at} is a time in UTC`;
  for (const note of [often, ...due.notes]) {
    if (note !== undefined) draft.assumptions.push(`schedule ${key}: ${note}`);
  }
}

function phraseOf(
  entity: EntityDraft,
  name: string,
  { every, at }: { readonly every?: string; readonly at?: string },
  { where, before }: Due,
): string {
  const states = [...where].map(([field, values]) =>
    `${field} is ${values.join(" or ")}`
  );
  const times = [...before].map(([field, time]) =>
    `${field} is before ${time}`
  );
  return `${
    every ? `every ${every}` : `at ${at}`
  }: ${name} of each ${entity.name} of which ${
    [...states, ...times].join(" and ")
  }`;
}

function nameOf(draft: SystemDraft, plain: string): string {
  const name = snakeName(plain.split("_")) ?? plain;
  let key = name;
  for (let i = 2; draft.schedule.has(key); i++) key = `${name}_${i}`;
  return key;
}

const EVERY = { m: "1m", h: "5m", d: "1h" } as const;
