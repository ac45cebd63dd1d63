/**
 * What the test of a client does with each kind of entity, in the shape that the API has.
 *
 * @module
 */
import { fieldName } from "../model/api_naming.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { ResourceModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { ClientSubjectView } from "../../templates/client_views.ts";
import { makerRole, permitted, userOf } from "./access_view.ts";
import { stateBefore } from "./action_state.ts";
import { schemaTypeName } from "./client_types.ts";
import { findEntity } from "./component_views.ts";
import { changedField } from "./contract_fields.ts";
import { effectOf } from "./contract_actions.ts";
import { testVariable, typeNameOf } from "./entity_view.ts";
import { isSampled, makeName, sampleExpression } from "./sample_views.ts";
import { isAllItsOwn } from "./resource_file_view.ts";
import { tenantOf } from "./tenant_view.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** An entity as clients see it. */
export interface ClientSubject {
  /** The entity, with what somebody may do. */
  readonly entity: EntityModel;
  /** Its shape, where the API has one of its own. */
  readonly resource?: ResourceModel;
}

/** Lists what the client is tried with; tenants not, and users only as far as others see them. */
export function clientSubjects(system: SystemModel): ClientSubject[] {
  const user = system.users ? userOf(system) : undefined;
  const tenant = tenantOf(system);
  if (system.api === undefined) {
    return system.entities.filter((entity) =>
      entity !== user && entity !== tenant
    )
      .map((entity) => ({ entity: permitted(entity) }));
  }
  const { resources } = system.api;
  const tried = resources.filter((resource) =>
    resource.entity !== tenant?.name.snake
  );
  return tried.map((resource) => {
    const entity = permitted(findEntity(system, resource.entity));
    const isUser = resource.entity === user?.name.snake;
    const shown = new Set(
      resource.operations.map(({ operation }) => operation),
    );
    const operations = entity.operations.filter((operation) =>
      shown.has(operation) && (!isUser || operation === "get")
    );
    return {
      entity: { ...entity, operations },
      resource,
    };
  });
}

/** What the test of one does, before it is known which names it uses. */
export type ClientTrials = Omit<
  ClientSubjectView,
  "imports" | "clients" | "samples" | "usesAssert"
>;

/** Describes what is tried with one. */
export function clientTrials(
  { entity, resource }: ClientSubject,
  system: SystemModel,
): ClientTrials {
  const has = (operation: Operation) => entity.operations.includes(operation);
  const forms = resource ?? entity;
  const variable = testVariable(entity);
  const parents = parentsOf(resource, system);
  const clientFor = (operation: string) => clientOf(operation, entity, system);
  const seen = (field: string) => shownName(field, resource);
  const list = seen(resource?.key ?? "id");
  const changed = has("patch") ? changedField(entity) : undefined;
  const changedName = changed && seen(changed.field);
  const make = (overrides: Ts) => makeExpression(entity, parents, overrides);
  return {
    one: comment(withArticle(forms.name.words)),
    labelPlural: comment(forms.plural.words),
    part: name(forms.plural.camel),
    variable,
    parents: parents.map(({ variable, make }) => ({ variable, make })),
    make: make(safe``),
    within: joined(parents.map(({ key }) => safe<"ts">`${key}, `), safe``),
    key: safe`${variable}.${name(resource?.key ?? "id")}, `,
    create: has("create") ? createOf(entity, resource, system) : undefined,
    get: has("get")
      ? {
        client: clientFor("get"),
        ifChanged: resource === undefined ||
          isAllItsOwn(resource),
        query: resource ? safe<"ts">`` : safe<"ts">`{}, `,
        missing: missingKey(entity, resource),
      }
      : undefined,
    list: has("list") && list !== undefined
      ? { client: clientFor("list"), field: name(list) }
      : undefined,
    patch: changed && changedName !== undefined
      ? {
        client: clientFor("patch"),
        name: name(changedName),
        value: changed.value,
      }
      : undefined,
    remove: has("delete") ? { client: clientFor("delete") } : undefined,
    actions: entity.actions.filter(() => resource === undefined).map(
      (action) => {
        const before = stateBefore(action, entity, system);
        return {
          client: clientFor(action.name.kebab),
          name: name(action.name.camel),
          make: make(before ?? safe``),
          effect: effectOf(action),
        };
      },
    ),
    marks: marksOf(entity, resource),
  };
}

interface Parent {
  readonly variable: Name;
  readonly make: Ts;
  /** Its key in a path. */
  readonly key: Ts;
  /** The field of what it has that holds its id. */
  readonly field: string;
}

/** What a resource is part of, the outermost first. */
function parentsOf(
  resource: ResourceModel | undefined,
  system: SystemModel,
): Parent[] {
  const { parent } = resource ?? {};
  const { api } = system;
  const above = parent && api && resourceNamed(api, parent.resource);
  if (!parent || !above) return [];
  const entity = findEntity(system, above.entity);
  const further = parentsOf(above, system);
  const variable = testVariable(entity);
  return [...further, {
    variable,
    make: makeExpression(entity, further, safe``),
    key: safe`${variable}.${name(above.key)}`,
    field: parent.field,
  }];
}

function makeExpression(
  entity: EntityModel,
  parents: readonly Parent[],
  overrides: Ts,
): Ts {
  const nearest = parents.at(-1);
  const members = [
    ...(nearest
      ? [safe<"ts">`${name(nearest.field)}: ${nearest.variable}.id`]
      : []),
    ...(overrides === "" ? [] : [safe<"ts">`...${overrides}`]),
  ];
  const given: Ts = members.length === 0
    ? safe``
    : nearest === undefined
    ? safe`, ${overrides}`
    : safe`, { ${joined(members, safe`, `)} }`;
  return safe<"ts">`await ${makeName(entity)}(test.system${given})`;
}

function createOf(
  entity: EntityModel,
  resource: ResourceModel | undefined,
  system: SystemModel,
): ClientSubjectView["create"] {
  const key = shownName(resource?.key ?? "id", resource);
  const client = clientOf("create", entity, system);
  const canRead = entity.operations.includes("get") && key !== undefined &&
    clientOf("get", entity, system) === client;
  const within = resource?.parent?.field;
  const type = resource ? resource.name.pascal : typeNameOf(entity);
  return {
    client,
    type: schemaTypeName(`${type}Create`),
    fields: entity.fields
      .filter((field) => isSampled(field) && field.name !== within)
      .map((field) => ({
        name: name(sentName(field.name, resource, system)),
        value: sampleExpression(field, system),
      })),
    ...(canRead ? { readBy: name(key) } : {}),
    refusesUnknown: system.api?.unknownFields !== "ignore",
  };
}

function marksOf(
  entity: EntityModel,
  resource: ResourceModel | undefined,
): ClientSubjectView["marks"] {
  if (resource === undefined) return [];
  return (entity.marks ?? []).map((mark) => {
    const shown = resource.shows.find((one) =>
      one.kind === "marked" && one.mark.name.snake === mark.name.snake
    );
    return {
      client: safe<"ts">`await signedIn(test)`,
      words: comment(mark.name.words),
      set: name(`set${mark.name.pascal}`),
      take: name(`take${mark.name.pascal}`),
      ...(shown ? { field: name(shown.name) } : {}),
    };
  });
}

/** Renders the client of somebody who may; a conventional test system finds that out by itself. */
function clientOf(
  operation: string,
  entity: EntityModel,
  system: SystemModel,
): Ts {
  const rule = entity.access?.rules[operation];
  if (rule === undefined || system.api === undefined) {
    return safe`clientOf(test)`;
  }
  const anybody = rule.some((word) => ANYBODY.has(word));
  const role = anybody ? makerRole(entity) : rule[0];
  return role === undefined
    ? safe`await signedIn(test)`
    : safe`await signedIn(test, ${tsLiteral(role)})`;
}

/** The name by which clients send a field. */
function sentName(
  field: string,
  resource: ResourceModel | undefined,
  { api }: SystemModel,
): string {
  return api && resource ? fieldName(api, resource.shows, field) : field;
}

/** The name by which clients see a field; undefined where they do not. */
function shownName(
  field: string,
  resource: ResourceModel | undefined,
): string | undefined {
  if (resource === undefined) return field;
  return resource.shows.find((shown) =>
    shown.kind === "field" && shown.field === field
  )?.name;
}

function missingKey(
  entity: EntityModel,
  resource: ResourceModel | undefined,
): Ts {
  const field = entity.fields.find(({ name }) => name === resource?.key);
  const isNumber = field?.type === "serial" || field?.type === "integer";
  return isNumber ? safe`999_999_999` : safe`crypto.randomUUID()`;
}

const ANYBODY: ReadonlySet<string> = new Set(["everyone", "users", "owner"]);
