/**
 * What is not there for everybody, and what tests of an API of its own shape are told of it.
 *
 * @module
 */
import type { ResourceModel, ShownModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { rulesExpression } from "./access_view.ts";
import { findEntity } from "./component_views.ts";
import { otherState } from "./state_rules_view.ts";

type Ts = Safe<"ts">;

/** Tells whether some of an entity's kind are not there for some, whatever the rules allow. */
export function isSighted({ access }: EntityModel): boolean {
  return access?.visible !== undefined || access?.tenant !== undefined;
}

/** Tells whether one that a resource shows may not be there for who sees the resource. */
export function mayBeUnseen(
  shown: ShownModel,
  { access }: EntityModel,
  system: SystemModel,
): boolean {
  if (shown.kind !== "one") return false;
  const target = findEntity(system, shown.entity).access;
  return target?.visible !== undefined ||
    target?.tenant !== undefined && access?.tenant === undefined;
}

/** Tells whether anything that a resource shows, or filters by, is there only in some states. */
export function leadsToUnseen(
  resource: ResourceModel,
  system: SystemModel,
): boolean {
  return entitiesOf(resource, system).some(({ access }) =>
    access?.visible !== undefined
  );
}

/** Tells whether anything that a resource shows, or filters by, belongs to tenants. */
export function leadsToTenants(
  resource: ResourceModel,
  system: SystemModel,
): boolean {
  return entitiesOf(resource, system).some(({ access }) =>
    access?.tenant !== undefined
  );
}

function entitiesOf(
  { entity, shows, filters = [] }: ResourceModel,
  system: SystemModel,
): readonly EntityModel[] {
  const names = [
    entity,
    ...shows.flatMap((shown) =>
      "entity" in shown
        ? shown.entity
        : shown.kind === "linked"
        ? shown.link.entity
        : []
    ),
    ...filters.flatMap((filter) =>
      "entity" in filter
        ? filter.entity
        : filter.kind === "linked"
        ? filter.link.entity
        : []
    ),
  ];
  return names.map((one) => findEntity(system, one));
}

/** Gives what puts one of an entity into a state in which not everybody sees it; undefined where there is none. */
export function unseenState(
  { access, fields }: EntityModel,
): Readonly<Record<string, Ts>> | undefined {
  for (const [key, values] of Object.entries(access?.visible?.when ?? {})) {
    const field = fields.find(({ name }) => name === key);
    const other = field && otherState(field, values);
    if (other !== undefined) return { [key]: tsLiteral(other) };
  }
  return undefined;
}

/** Renders what trials are told of what is not there for everybody; undefined where everything is. */
export function trialSight(system: SystemModel): Ts | undefined {
  const sighted = system.entities.filter(isSighted);
  const { users } = system;
  if (!users || sighted.length === 0) return undefined;
  const user = findEntity(system, users.entity);
  const known = sighted.includes(user) ? sighted : [user, ...sighted];
  return tsObject({
    users: tsLiteral(users.entity),
    access: tsObject(
      Object.fromEntries(
        known.map((entity) => [entity.name.snake, rulesExpression(entity)]),
      ),
    ),
    unseen: tsObject(
      Object.fromEntries(sighted.flatMap((entity) => {
        const state = unseenState(entity);
        return state ? [[entity.name.snake, tsObject(state)]] : [];
      })),
    ),
    tenants: users.tenant && tsObject({
      entity: tsLiteral(users.tenant.entity),
      roles: tsLiteral(users.roles),
      home: safe<"ts">`() => home(system)`,
    }),
  });
}
