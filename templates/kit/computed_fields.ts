/**
 * Computed fields: what follows from other fields of the same entity, worked out at every write.
 *
 * @module
 */
import { MAX_SCALED } from "./decimal.ts";
import type { Entity, EntitySpec, FieldSpec } from "./entity_spec.ts";
import {
  exact,
  isUndefined,
  nearest,
  type Operand,
  roundedTo,
} from "./exact_arithmetic.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
} from "./problem.ts";

/** A field and what it is computed of. */
export interface ComputedField<T extends Entity> {
  /** The field. */
  readonly field: string;
  /** Works out its value, which is rounded to the field's scale then. */
  of(entity: T): Operand;
}

/**
 * Makes the function that works out an entity's computed fields, in order: each may use those before it, as they are
 * stored. What was divided by zero or has no room in its field is refused, at that field.
 */
export function computation<T extends Entity>(
  spec: EntitySpec,
  fields: readonly ComputedField<T>[],
): (entity: T) => Outcome<T> {
  return (entity) => {
    let computed = entity;
    const errors: FieldError[] = [];
    for (const { field, of } of fields) {
      const value = settle(spec.fields[field], of(computed));
      if (typeof value === "string") {
        errors.push({ path: field, message: value });
      } else computed = { ...computed, [field]: value };
    }
    return errors.length === 0 ? ok(computed) : failed(invalid(errors));
  };
}

/** Gives a result as its field keeps it: rounded half to even; or says what is wrong with it. */
export function settle(
  field: Pick<FieldSpec, "kind" | "scale"> | undefined,
  value: Operand,
): number | null | string {
  if (value === null) return null;
  const result = exact(value);
  if (isUndefined(result)) return "cannot be computed: it divides by zero";
  if (field?.kind === "number") {
    const number = nearest(result);
    return Number.isFinite(number) ? number : TOO_LARGE;
  }
  const scale = field?.scale ?? 0;
  const scaled = Number(roundedTo(scale, result));
  const most = field?.kind === "decimal" ? MAX_SCALED : Number.MAX_SAFE_INTEGER;
  return Math.abs(scaled) <= most ? scaled / 10 ** scale : TOO_LARGE;
}

const TOO_LARGE = "cannot be computed: it would have too many digits";
