/**
 * What the endpoint and the documents need to know about what reads can include.
 *
 * @module
 */
import { includesOf } from "../model/includes.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  mdCode,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { GatewayView } from "../../templates/views.ts";
import { rulesExpression } from "./access_view.ts";
import { specConstant } from "./entity_view.ts";
import { hidesFields } from "./shown_view.ts";

/** Renders what can be included when an entity is read; nothing where nothing can. */
export function includesView(
  entity: EntityModel,
  system: SystemModel,
): Pick<GatewayView["entities"][number], "includes"> {
  const includes = includesOf(entity, system);
  if (includes.length === 0) return {};
  return {
    includes: tsObject(Object.fromEntries(
      includes.map(({ name: key, kind, relation, other }) => [
        key,
        tsObject({
          kind: tsLiteral(kind),
          field: tsLiteral(relation.field),
          of: safe<"ts">`related.${name(other.name.camel)}`,
        }),
      ]),
    )),
  };
}

/** Describes the entities that others include; nothing where there are none. */
export function relatedView(
  senders: readonly { readonly entity: EntityModel; readonly method: Name }[],
  system: SystemModel,
): Pick<GatewayView, "related"> {
  const included = new Set(
    senders.flatMap(({ entity }) => includesOf(entity, system))
      .map(({ other }) => other.name.snake),
  );
  if (included.size === 0) return {};
  return {
    related: senders.filter(({ entity }) => included.has(entity.name.snake))
      .map(({ entity, method }) => ({
        name: name(entity.name.camel),
        constant: specConstant(entity),
        ...(system.users ? { access: rulesExpression(entity) } : {}),
        hides: hidesFields(entity),
        sender: method,
      })),
  };
}

/** Says what reads of an entity can include, for docs/ENTITIES.md. */
export function includeNotes(
  entity: EntityModel,
  system: SystemModel,
): Safe<"md">[] {
  const names = includesOf(entity, system).map(({ name }) => mdCode(name));
  return names.length === 0
    ? []
    : [safe`reads can include ${joined(names, safe<"md">`, `)}`];
}
