/**
 * Which field the contract tests of an entity change, what follows from it, and what of a body is shown.
 *
 * @module
 */
import type { EntityModel } from "../model/system_model.ts";
import { joined, name, type Safe, safe } from "../../templates/safe_text.ts";
import type { ContractView } from "../../templates/views.ts";
import { operandsOf } from "./computed_samples.ts";
import { specConstant } from "./entity_view.ts";
import { otherValue } from "./other_values.ts";

type Ts = Safe<"ts">;

/** A field that a test changes: one of which nothing is computed, where there is one. */
export function changedField(
  entity: EntityModel,
): ContractView["changed"] {
  const operands = operandsOf(entity);
  const inOrder = entity.fields.filter(({ readOnly, writeOnly }) =>
    !readOnly && !writeOnly
  )
    .toSorted((a, b) =>
      Number(operands.includes(a)) - Number(operands.includes(b))
    );
  const kept = new Set(
    entity.actions.filter(({ adjust }) => adjust.length > 0)
      .flatMap(({ set }) => Object.keys(set)),
  );
  for (const field of inOrder) {
    if (kept.has(field.name)) continue; // an action alone may change it
    const value = otherValue(field);
    if (!field.immutable && !field.decided && value !== undefined) {
      const followers = entity.fields
        .filter((one) =>
          one.follows && one.from === field.name ||
          one.computation && operands.includes(field) ||
          // What TypeScript works out may be of any field.
          one.logic
        )
        .map(({ name: other }) =>
          safe<"ts">`, ${name(other)}: changed.body.${name(other)}`
        );
      return {
        field: name(field.name),
        value,
        followers: joined(followers, safe``),
      };
    }
  }
  return undefined;
}

/** Renders what of a body an answer shows. */
export function shownBody(entity: EntityModel): Ts {
  const hidden = entity.fields.filter(({ writeOnly, required }) =>
    writeOnly && required
  );
  return hidden.length === 0
    ? safe`body`
    : safe`shown(${specConstant(entity)}, body)`;
}
