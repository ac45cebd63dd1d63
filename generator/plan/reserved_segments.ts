/**
 * The last segments of paths that stand where an entity's key stands in others, and so are no key.
 *
 * @module
 */
import { LIVE_SEGMENT } from "../blueprint/check_live.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
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

/** Lists the fields that stand in paths beside those, each with the segments that it must not be. */
export function reservedKeys(
  entity: EntityModel,
  { api }: SystemModel,
): readonly {
  readonly field: FieldModel;
  readonly segments: readonly string[];
}[] {
  const keyed = api
    ? api.resources.filter((one) => one.entity === entity.name.snake)
      .map((resource) => ({
        key: resource.key,
        segments: [
          ...[...resource.aggregates, ...resource.lists]
            .map(({ name }) => name.kebab),
          ...(resource.live ? [LIVE_SEGMENT] : []),
        ],
      }))
    : [{ key: entity.key, segments: reservedSegments(entity) }];
  return entity.fields.flatMap((field) => {
    const segments = keyed.filter(({ key }) => key === field.name)
      .flatMap(({ segments }) => segments);
    return segments.length === 0
      ? []
      : [{ field, segments: [...new Set(segments)] }];
  });
}

/** A text that is a key is none of the paths beside it; what the server makes a key of never is. */
export function keyRules(
  entity: EntityModel,
  parameter: string,
  system: SystemModel,
): RuleView[] {
  return reservedKeys(entity, system).flatMap(({ field, segments }) =>
    field.type !== "string" ? [] : segments.map((segment) => ({
      broken: safe<"ts">`${name(`${parameter}.${field.name}`)} === ${
        tsLiteral(segment)
      }`,
      path: tsLiteral(field.name),
      message: tsLiteral(
        `must not be "${segment}", which is a path of its own`,
      ),
    }))
  );
}
