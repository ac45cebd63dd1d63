/**
 * Actions: named changes of an entity beyond the standard operations, such as "complete".
 *
 * @module
 */
import { type Literal, resolve, spelled } from "./entity_body.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import type { Outcome } from "./problem.ts";
import type { Adjustment } from "./store_command.ts";

/** What an action does. */
export interface EntityAction {
  /** The fields it sets; `$now` stands for the current time. */
  readonly set: Readonly<Record<string, Literal>>;
  /** It is refused unless each of these fields has one of these values. */
  readonly when?: Readonly<Record<string, readonly Literal[]>>;
  /** It is refused unless each of these fields has a value; a blank text and an empty list are none. */
  readonly needs?: readonly string[];
  /** What it changes of other entities, given the entity as it was; or why it cannot. @default nothing */
  readonly adjust?: (entity: Entity) => Outcome<readonly Adjustment[]>;
}

/** An entity as it would become, and what it was before. */
export interface EntityChange {
  /** What it was; for a new one, what it would be had its body said nothing. */
  readonly before: (field: string) => unknown;
  /** What it would become. */
  readonly next: Entity;
  /** What its actions set. */
  readonly actions: Readonly<Record<string, EntityAction>>;
}

/** Spells the values of an action as they are kept, so that they compare with those of entities. */
export function spelledAction(
  spec: EntitySpec,
  action: EntityAction,
): EntityAction {
  const spell = (name: string, value: Literal): Literal => {
    const field = spec.fields[name];
    return field ? spelled(field, value) : value;
  };
  const set = Object.entries(action.set)
    .map(([name, value]) => [name, spell(name, value)]);
  const when = Object.entries(action.when ?? {})
    .map(([name, values]) => [name, values.map((value) => spell(name, value))]);
  return {
    ...action,
    set: Object.fromEntries(set),
    when: Object.fromEntries(when),
  };
}

/**
 * Says whether an action has nothing left to do: every field it sets has its value, where `$now` is any time.
 * A time that is never null does not tell whether the action was done; an action that sets nothing else always has work.
 */
export function isInEffect(
  spec: EntitySpec,
  action: EntityAction,
  entity: Entity,
): boolean {
  const telling = Object.entries(action.set).filter(([name, value]) =>
    value !== "$now" || spec.fields[name]?.nullable
  );
  return telling.length > 0 && telling.every(([name, value]) => {
    const present = valueOf(entity, name);
    return value === "$now" ? present !== null : present === value;
  });
}

/** Says in a sentence why an entity's state does not allow an action; undefined if it does. */
export function explainRefusal(
  spec: EntitySpec,
  name: string,
  action: EntityAction,
  entity: Entity,
): string | undefined {
  for (const [field, allowed] of Object.entries(action.when ?? {})) {
    const present = valueOf(entity, field);
    if (allowed.some((value) => value === present)) continue;
    const wanted = allowed.map(quote).join(" or ");
    return `Cannot ${words(name)} this ${spec.label}: ` +
      `${field} is ${quote(present)}, wanted ${wanted}.`;
  }
  const missing = action.needs?.find((field) => isMissing(entity, field));
  return missing === undefined
    ? undefined
    : `Cannot ${words(name)} this ${spec.label}: ` +
      `${missing} has no value, wanted one.`;
}

function isMissing(entity: Entity, field: string): boolean {
  const value = valueOf(entity, field);
  if (typeof value === "string") return value.trim() === "";
  return value === null || Array.isArray(value) && value.length === 0;
}

/**
 * Says why a change may not be made: it would do, past its guard, what an action does.
 * Undefined if no action stands in the way.
 */
export function explainBypass<T extends Entity>(
  spec: EntitySpec,
  actions: Readonly<Record<string, EntityAction>>,
  change: { current: T; next: T },
): string | undefined {
  for (const [name, action] of Object.entries(actions)) {
    const { current, next } = change;
    if (hasEffect(action, current) || !hasEffect(action, next)) continue;
    const refusal = explainRefusal(spec, name, action, current);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Says why a change may not be made: it would do without the rest what an action does that changes more than its entity. */
export function explainPart<T extends Entity>(
  { label }: EntitySpec,
  actions: Readonly<Record<string, EntityAction>>,
  { current, next }: { current: T; next: T },
): string | undefined {
  const done = Object.entries(actions).find(([, action]) =>
    action.adjust && !hasEffect(action, current) && hasEffect(action, next)
  );
  return done &&
    `Only the action ${
      done[0]
    } can do this: it changes more than this ${label}.`;
}

/** Whether an entity has the values that an action sets; times do not tell. */
function hasEffect(action: EntityAction, entity: Entity): boolean {
  const telling = Object.entries(action.set)
    .filter(([, value]) => value !== "$now");
  return telling.length > 0 &&
    telling.every(([name, value]) => valueOf(entity, name) === value);
}

/** Applies an action to an entity. */
export function actedEntity<T extends Entity>(
  spec: EntitySpec,
  action: EntityAction,
  change: { current: T; now: string },
): T {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(action.set)) {
    const field = spec.fields[name];
    changes[name] = field ? resolve(field, value, change.now) : value;
  }
  return { ...change.current, ...changes };
}

function quote(value: unknown): string {
  return value === null ? "not set" : JSON.stringify(value);
}

/** `markAsPaid` → `mark as paid` */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll(/[-_]/g, " ");
}
