/**
 * What actions add to numbers of other entities: from the blueprint's names to the model, and back.
 *
 * @module
 */
import type {
  ActionBlueprint,
  RelationBlueprint,
} from "../blueprint/blueprint.ts";
import { readAmount } from "../blueprint/check_adjustments.ts";
import type { AdjustModel } from "./system_model.ts";

/** Expands what a checked action adjusts. */
export function expandAdjustments(
  { adjust = {} }: ActionBlueprint,
  relations: Readonly<Record<string, RelationBlueprint>>,
): readonly AdjustModel[] {
  return Object.entries(adjust).flatMap(([target, amount]) => {
    const [relation = "", field = ""] = target.split(".");
    const entity = relations[relation]?.belongsTo;
    const by = readAmount(amount);
    return entity === undefined || by === undefined
      ? []
      : [{ relation, reference: `${relation}Id`, entity, field, by }];
  });
}

/** Says what an action adjusts as the blueprint does. */
export function writtenAdjustments(
  adjust: readonly AdjustModel[],
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    adjust.map((one) => [`${one.relation}.${one.field}`, writtenAmount(one)]),
  );
}

/** Says how much: `-quantity`, `quantity` or a number. */
export function writtenAmount({ by }: AdjustModel): string | number {
  if (typeof by === "number") return by;
  return by.times < 0 ? `-${by.field}` : by.field;
}
