/**
 * Which part of an order, such as time, an entity takes: what the stores of all engines know of `noOverlap`.
 *
 * @module
 */
import {
  type Entity,
  type EntitySpec,
  fieldOf,
  type FieldSpec,
  type NoOverlapSpec,
  valueOf,
} from "./entity_spec.ts";

/** What an entity takes, and among which others no other may take any of it. */
export interface TakenSlot {
  /** Where it begins. */
  readonly from: SlotEnd;
  /** Where it ends; the value itself is no longer part of it. */
  readonly until: SlotEnd;
  /** The values that both share. */
  readonly within: readonly SlotEnd[];
  /** The values of which both have one each. */
  readonly when: readonly {
    readonly name: string;
    readonly field: FieldSpec;
    readonly values: readonly unknown[];
  }[];
}

/** A field and its value. */
export interface SlotEnd {
  /** The field's name. */
  readonly name: string;
  /** The field. */
  readonly field: FieldSpec;
  /** Never null. */
  readonly value: string | number | boolean;
}

/** Says what an entity takes by one rule; undefined if it takes nothing: a value is null, or it is in another state. */
export function takenSlot(
  spec: EntitySpec,
  rule: NoOverlapSpec,
  entity: Entity,
): TakenSlot | undefined {
  const end = (name: string) => slotEnd(spec, name, entity);
  const from = end(rule.from);
  const until = end(rule.until);
  const within = (rule.within ?? []).map(end);
  const when = Object.entries(rule.when ?? {})
    .map(([name, values]) => ({ name, field: known(spec, name), values }));
  const counts = when.every(({ name, values }) =>
    values.some((value) => value === valueOf(entity, name))
  );
  if (!counts || from === undefined || until === undefined) return undefined;
  const shared = within.filter((one) => one !== undefined);
  return shared.length < within.length
    ? undefined
    : { from, until, within: shared, when };
}

function slotEnd(
  spec: EntitySpec,
  name: string,
  entity: Entity,
): SlotEnd | undefined {
  const value = valueOf(entity, name);
  // Fields of these rules hold scalars.
  return value === null
    ? undefined
    : { name, field: known(spec, name), value: value as SlotEnd["value"] };
}

function known(spec: EntitySpec, name: string): FieldSpec {
  const field = fieldOf(spec, name);
  if (field !== undefined) return field;
  throw new TypeError(
    `Cannot keep "${spec.name}" from overlapping: no field "${name}"`,
  );
}
