/**
 * The last segments of paths that stand where an entity's key stands in others, and so are no key.
 *
 * @module
 */
import { LIVE_SEGMENT } from "../blueprint/check_live.ts";
import type { EntityModel } from "../model/system_model.ts";
import { name, safe, tsLiteral } from "../../templates/safe_text.ts";
import type { RuleView } from "../../templates/views.ts";
import { aggregateSegments } from "./aggregate_view.ts";

/** Lists the segments that are paths of their own. */
export function reservedSegments(entity: EntityModel): readonly string[] {
  return [
    ...aggregateSegments(entity),
    ...(entity.live ? [LIVE_SEGMENT] : []),
  ];
}

/** A text that is a key is none of the paths beside it; what the server makes a key of never is. */
export function keyRules(entity: EntityModel, parameter: string): RuleView[] {
  const key = entity.fields.find(({ name }) => name === entity.key);
  if (key?.type !== "string") return [];
  return reservedSegments(entity).map((segment) => ({
    broken: safe`${name(`${parameter}.${key.name}`)} === ${tsLiteral(segment)}`,
    path: tsLiteral(key.name),
    message: tsLiteral(`must not be "${segment}", which is a path of its own`),
  }));
}
