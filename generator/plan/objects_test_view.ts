/**
 * What the contract tests of the objects inside an entity check.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type { EntityModel } from "../model/system_model.ts";
import { comment, name, tsObject } from "../../templates/safe_text.ts";
import type { ObjectsTestView } from "../../templates/views.ts";
import { pathOf } from "./contract_paths.ts";
import { typeNameOf } from "./entity_view.ts";
import { objectsOf } from "./object_names.ts";
import { otherMember } from "./other_values.ts";
import { isSampled, makeName } from "./sample_views.ts";

/** Describes the tests of one entity; undefined where there is nothing to try. */
export function objectsTestView(
  entity: EntityModel,
): ObjectsTestView | undefined {
  const has = (operation: typeof entity.operations[number]) =>
    entity.operations.includes(operation);
  if (!has("get") || !has("patch") || entity.stateRules) return undefined;
  const objects = objectsOf(entity).flatMap((field) => {
    const other = otherMember(field);
    const isOpen = field.type === "object" && isSampled(field) &&
      !field.immutable && !field.writeOnly && !field.decided;
    return other && isOpen
      ? [{
        name: name(field.name),
        change: tsObject({ [other.member.name]: other.value }),
      }]
      : [];
  });
  return objects.length === 0 ? undefined : {
    typeName: typeNameOf(entity),
    file: name(entity.name.snake),
    one: comment(withArticle(entity.name.words)),
    path: pathOf(entity),
    makeName: makeName(entity),
    objects,
  };
}
