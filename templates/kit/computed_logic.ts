/**
 * Fields that logic works out of others of the same entity, at every write.
 *
 * @module
 */
import { toScaled } from "./decimal.ts";
import type { Entity, EntitySpec, FieldSpec } from "./entity_spec.ts";
import { isFieldValue } from "./field_value.ts";
import { frozenCopy } from "./frozen_copy.ts";
import { LogicFailed } from "./logic_failure.ts";
import { ok, type Outcome } from "./problem.ts";

/** A field and the logic that works it out. */
export interface LogicField<T extends Entity> {
  /** The field. */
  readonly field: string;
  /** Works out its value from the others. */
  readonly of: (entity: T) => unknown;
  /** The most characters that it may have. @default any number */
  readonly maxLength?: number;
}

/**
 * Makes the function that works out an entity's fields, in order, after what is computed of `first`. A decimal is
 * rounded to its scale; any other answer that is not of the field's type is never stored. What the logic is given it cannot change.
 *
 * @throws {LogicFailed} when the function is called and the logic throws, or answers with a value of another type.
 */
export function logicComputation<T extends Entity>(
  spec: EntitySpec,
  fields: readonly LogicField<T>[],
  first: (entity: T) => Outcome<T> = ok,
): (entity: T) => Outcome<T> {
  return (entity) => {
    const begun = first(entity);
    if (!begun.ok) return begun;
    // What logic is shown it cannot change: what is stored is made beside it.
    let shown = frozenCopy(begun.value);
    let done = begun.value;
    for (const one of fields) {
      const value = worked(spec, one, shown);
      shown = Object.freeze({ ...shown, [one.field]: frozenCopy(value) });
      done = { ...done, [one.field]: value };
    }
    return ok(done);
  };
}

function worked<T extends Entity>(
  spec: EntitySpec,
  { field, of, maxLength = Infinity }: LogicField<T>,
  entity: T,
): unknown {
  const name = `${field} of ${spec.name}`;
  const found = spec.fields[field];
  const value = rounded(found, valueFrom(name, () => of(entity)));
  const fits = found !== undefined && isFieldValue(found, value) &&
    (typeof value !== "string" || [...value].length <= maxLength);
  if (!fits) {
    throw new LogicFailed(
      name,
      `found the value ${spell(value)}, wanted ${wanted(found, maxLength)}`,
    );
  }
  return value;
}

function valueFrom(name: string, of: () => unknown): unknown {
  try {
    return of();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LogicFailed(name, why, { cause });
  }
}

/** Products of decimals have more places than there is room for. */
function rounded(field: FieldSpec | undefined, value: unknown): unknown {
  if (field?.kind !== "decimal" || typeof value !== "number") return value;
  const { scale = 0 } = field;
  const near = Number(value.toFixed(scale));
  return toScaled(near, scale) === undefined ? value : near;
}

function wanted(field: FieldSpec | undefined, maxLength: number): string {
  const kind = `a value of the type "${field?.kind}"`;
  const length = Number.isFinite(maxLength)
    ? ` of at most ${maxLength} characters`
    : "";
  return `${kind}${length}${field?.nullable ? ", or null" : ""}`;
}

function spell(value: unknown): string {
  return typeof value === "string" || typeof value === "object" && value
    ? JSON.stringify(value).slice(0, 100)
    : String(value);
}
