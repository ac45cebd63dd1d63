/**
 * What actions change of other entities: how much is added to which number, and whether that is within its bounds.
 *
 * @module
 */
import { fromScaled, toScaled } from "./decimal.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import { conflict, failed, ok, type Outcome } from "./problem.ts";
import type { Adjustment, StoreResult } from "./store_command.ts";

/** What an action adds to a number of an entity that its own refers to. */
export interface AdjustmentRule {
  /** The field that refers to the other entity. */
  readonly reference: string;
  /** The other entity's kind. */
  readonly spec: EntitySpec;
  /** The number. */
  readonly field: string;
  /** What is added: a number, or so many times the value of a field of its own. */
  readonly by: number | { readonly field: string; readonly times: 1 | -1 };
  /** The least the number may become. @default as the kind of field has it */
  readonly min?: number;
  /** The most it may become. @default as the kind of field has it */
  readonly max?: number;
}

/** Makes what an action adjusts, given the entity as it was before; refuses what refers to nothing or says no amount. */
export function adjustments(
  ...rules: readonly AdjustmentRule[]
): (entity: Entity) => Outcome<readonly Adjustment[]> {
  return (entity) => {
    const found: Adjustment[] = [];
    for (const { reference, spec, field, by, min, max } of rules) {
      const id = valueOf(entity, reference);
      if (id === null) {
        return failed(conflict(`Cannot do this: ${reference} is not set.`));
      }
      const amount = typeof by === "number" ? by : valueOf(entity, by.field);
      if (amount === null) {
        const empty = typeof by === "number" ? field : by.field;
        return failed(conflict(`Cannot do this: ${empty} is not set.`));
      }
      const times = typeof by === "number" ? 1 : by.times;
      const added = Number(amount) * times;
      found.push({ spec, id: String(id), field, by: added, min, max });
    }
    return ok(merged(found));
  };
}

/** What is taken from a number and added to the same one is no change. */
function merged(found: readonly Adjustment[]): Adjustment[] {
  const byNumber = Map.groupBy(
    found,
    ({ spec, id, field }) => `${spec.table} ${id} ${field}`,
  );
  return [...byNumber.values()]
    .map(([first, ...others]) => ({
      ...first!,
      by: others.reduce(
        (sum, { by }) => sumOf(first!, sum, by),
        first!.by,
      ),
    })).filter(({ by }) => by !== 0);
}

/** Adds two values of the number, exactly where it is a decimal. */
export function sumOf(
  { spec, field }: Pick<Adjustment, "spec" | "field">,
  a: number,
  b: number,
): number {
  const { kind, scale = 0 } = spec.fields[field]!;
  if (kind !== "decimal") return a + b;
  const scaled = [a, b].map((value) => toScaled(value, scale) ?? NaN);
  return fromScaled(scaled[0]! + scaled[1]!, scale);
}

/** The least and the most that the number may become. */
export function boundsOf(
  { spec, field, min, max }: Adjustment,
): { readonly least: number; readonly most: number } {
  const { kind, scale = 0 } = spec.fields[field]!;
  const far = kind === "decimal"
    ? fromScaled(MOST_SCALED, scale)
    : kind === "integer"
    ? Number.MAX_SAFE_INTEGER
    : Number.MAX_VALUE;
  return { least: min ?? -far, most: max ?? far };
}

/** Says why a number cannot be adjusted; undefined if it can. `present` is what it is, undefined where its entity is missing. */
export function unadjustable(
  adjustment: Adjustment,
  present: number | null | undefined,
): StoreResult<never> | undefined {
  const { spec: { label }, field } = adjustment;
  const refused = { kind: "unadjusted", label, field } as const;
  if (present === undefined) return { ...refused, reason: "missing" };
  if (present === null) return { ...refused, reason: "empty" };
  const { least, most } = boundsOf(adjustment);
  const next = sumOf(adjustment, present, adjustment.by);
  if (next < least) return { ...refused, reason: "low", bound: least };
  return next > most ? { ...refused, reason: "high", bound: most } : undefined;
}

/** As {@link unadjustable}, where the number could not be adjusted; throws if nothing stands against it. */
export function refusedAdjustment(
  adjustment: Adjustment,
  present: number | null | undefined,
): StoreResult<never> {
  const refused = unadjustable(adjustment, present);
  if (refused !== undefined) return refused;
  const { spec, field } = adjustment;
  throw new Error(`Cannot adjust "${spec.name}.${field}": found ${present}`);
}

const MOST_SCALED = 999_999_999_999_999;
