/**
 * The lists of a resource that have a path of their own, as its endpoint and its tests are told of them.
 *
 * @module
 */
import type { ResourceModel, RestrictionModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { findEntity } from "./component_views.ts";
import { specConstant } from "./entity_view.ts";

type Ts = Safe<"ts">;

/** Renders the lists with a path of their own; undefined where there is none. */
export function listsObject(
  { lists }: ResourceModel,
  system: SystemModel,
): Ts | undefined {
  return lists.length === 0 ? undefined : tsObject(
    Object.fromEntries(lists.map(({ name, restrictions }) => [
      name.kebab,
      tsArray(restrictions.map((one) => restrictionObject(one, system))),
    ])),
  );
}

/** The models whose descriptions the restrictions of a resource's lists name. */
export function linkedEntities(
  { lists }: ResourceModel,
  system: SystemModel,
): readonly EntityModel[] {
  return lists.flatMap(({ restrictions }) =>
    restrictions.flatMap((one) =>
      one.kind === "marked" ? [findEntity(system, one.mark.link)] : []
    )
  );
}

function restrictionObject(
  restriction: RestrictionModel,
  system: SystemModel,
): Ts {
  if (restriction.kind !== "marked") return tsLiteral(restriction);
  const { link, target, user } = restriction.mark;
  return tsObject({
    kind: tsLiteral("marked"),
    field: tsLiteral(restriction.field),
    link: specConstant(findEntity(system, link)),
    target: tsLiteral(target),
    user: tsLiteral(user),
  });
}
