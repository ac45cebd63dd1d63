/**
 * What outputs and their tests need to know about tenants.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  AuthControllerView,
  AuthSchemaView,
  SamplesView,
  TenantsTestView,
} from "../../templates/views.ts";
import { userOf } from "./access_view.ts";
import { specConstant, typeNameOf } from "./entity_view.ts";
import {
  bodyName,
  bodyPromise,
  controllerHandler,
  controllerOf,
  makeName,
} from "./sample_views.ts";
import { exampleBody } from "./sample_values.ts";
import { schemaView } from "./schema_view.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Finds the entity that tenants are; undefined in a system without. */
export function tenantOf(
  { users, entities }: SystemModel,
): EntityModel | undefined {
  return entities.find(({ name }) => name.snake === users?.tenant?.entity);
}

/** The entity of tenants as a registration gives it: its own fields. */
export function openedEntity(tenant: EntityModel): EntityModel {
  return {
    ...tenant,
    operations: ["create"],
    relations: [],
    fields: tenant.fields.filter(({ relation }) => !relation),
  };
}

/** What a registration has beside the fields of the user, as an example. */
export function tenantExample(
  system: SystemModel,
): Readonly<Record<string, unknown>> {
  const tenant = tenantOf(system);
  const relation = system.users?.tenant?.relation;
  return tenant && relation
    ? { [relation]: exampleBody(openedEntity(tenant)) }
    : {};
}

/** Describes what the component that signs users in needs of tenants. */
export function tenancyView(system: SystemModel): AuthControllerView["tenant"] {
  const { users } = system;
  const tenant = tenantOf(system);
  if (!users?.tenant || !tenant) return undefined;
  const role = users.roles.at(-1);
  const roleField = userOf(system).access?.role;
  return {
    typeName: typeNameOf(tenant),
    file: name(tenant.name.snake),
    name: tsLiteral(users.tenant.relation),
    field: tsLiteral(users.tenant.field),
    ...(role === undefined || roleField === undefined ? {} : {
      founder: tsObject({
        field: tsLiteral(roleField),
        value: tsLiteral(role),
      }),
    }),
    label: comment(tenant.plural.words),
  };
}

/** Describes the part of a registration that opens a tenant. */
export function tenantSchema(system: SystemModel): AuthSchemaView["tenant"] {
  const tenant = tenantOf(system);
  if (!tenant || !system.users?.tenant) return undefined;
  const view = schemaView(openedEntity(tenant));
  return {
    name: name(system.users.tenant.relation),
    fields: view?.fields ?? [],
    imports: view?.imports ?? safe``,
    one: comment(withArticle(tenant.name.words)),
  };
}

/** Describes how tests make the tenant that samples belong to. */
export function homeView(system: SystemModel): SamplesView["home"] {
  const tenant = tenantOf(system);
  return tenant && {
    typeName: typeNameOf(tenant),
    makeName: makeName(tenant),
    one: comment(tenant.name.words),
  };
}

/** Renders the tenant of a sample, as a member of a body; undefined where it has none. */
export function sampleHome(entity: EntityModel): Ts | undefined {
  const field = entity.fields.find(isTenantField);
  return field && safe`${name(field.name)}: (await home(system)).id`;
}

/** Tells whether a field holds the tenant of whoever made the entity. */
export function isTenantField({ ofTenant }: FieldModel): boolean {
  return ofTenant === true;
}

/** Describes the tests in which two tenants try to reach each other. */
export function tenantsTestView(
  system: SystemModel,
): TenantsTestView | undefined {
  const { users } = system;
  const tenant = tenantOf(system);
  if (!users?.tenant || !tenant) return undefined;
  const user = userOf(system);
  const { api } = system;
  const references = foreign(user, system);
  // Resources of an API of its own shape have trials of their own.
  const confined = api
    ? []
    : system.entities.filter(({ access, operations, actions }) =>
      access?.tenant !== undefined && operations.length + actions.length > 0
    );
  const test = name("test.system");
  return {
    field: name(users.tenant.field),
    relation: name(users.tenant.relation),
    userConstant: specConstant(user),
    makeUser: makeName(user),
    userBody: bodyPromise(user, test),
    makeTenant: makeName(tenant),
    tenantBody: bodyPromise(openedEntity(tenant), test),
    tenantController: controllerOf(tenant, system),
    tenantHandler: controllerHandler(tenant, system),
    signIn: name(users.signIn),
    roles: tsArray(
      users.roles.length === 0
        ? [tsLiteral(undefined)]
        : users.roles.map((role) => tsLiteral(role)),
    ),
    hasRoles: users.roles.length > 0,
    open: users.open,
    ...founders(system),
    samples: joined(
      [
        ...new Set([
          ...(users.open || !api ? ["home"] : []),
          bodyName(user),
          bodyName(tenant),
          makeName(user),
          ...(api ? [] : [makeName(tenant)]),
          ...(users.open ? references.map(({ make }) => make) : []),
          ...confined.flatMap((entity) => [makeName(entity), bodyName(entity)]),
        ]),
      ].toSorted().map((text) => name(text)),
      safe`, `,
    ),
    models: (api ? [] : [...new Set([user, ...confined])]).map((entity) => ({
      constant: specConstant(entity),
      file: name(entity.name.snake),
    })),
    references: (users.open ? references : []).map(({ field, make }) => ({
      field,
      make: safe<"ts">`${make}(test.system)`,
    })),
    register: tsLiteral(`${api?.basePath ?? ""}/auth/register`),
    ...(api && api.errors !== "problem"
      ? { told: true, expect: safe`expectError(${tsLiteral(api.errors)}, ` }
      : { told: false, expect: safe`expectProblem(` }),
    entities: confined.map((entity) => ({
      title: comment(entity.plural.words),
      constant: specConstant(entity),
      make: entity === tenant
        ? safe<"ts">`home(test.system)`
        : safe<"ts">`${makeName(entity)}(test.system)`,
      body: bodyPromise(entity, test),
      controller: controllerOf(entity, system),
      handler: controllerHandler(entity, system),
      steps: [
        ...entity.operations.filter((operation) => operation !== "create"),
        ...entity.actions.map(({ name }) => name.kebab),
      ].map((operation) =>
        tsObject({
          operation: tsLiteral(operation),
          rule: tsLiteral(entity.access?.rules[operation] ?? []),
        })
      ),
      ...creation(entity, system),
    })),
  };
}

/** What a new one must not have of another tenant. */
function creation(
  entity: EntityModel,
  system: SystemModel,
): Pick<TenantsTestView["entities"][number], "creates"> {
  const rule = entity.access?.rules["create"] ?? [];
  const field = entity.fields.find(isTenantField);
  if (!entity.operations.includes("create") || rule.length === 0 || !field) {
    return {};
  }
  const role = rule.includes("users") ? undefined : rule[0];
  return {
    creates: {
      field: name(field.name),
      role: role === undefined
        ? safe<"ts">``
        : safe<"ts">`, ${tsObject({ role: tsLiteral(role) })}`,
      references: foreign(entity, system).map(({ field, make }) => ({
        field,
        make: safe<"ts">`${make}(test.system)`,
      })),
    },
  };
}

/** What clients say that an entity refers to, and what makes it, where that belongs to tenants. */
function foreign(
  { relations, fields }: EntityModel,
  { entities }: SystemModel,
): readonly { readonly field: Name; readonly make: Name }[] {
  return relations.flatMap((relation) => {
    const target = entities.find(({ name }) => name.snake === relation.entity);
    const own = fields.find(({ name }) => name === relation.field);
    return target?.access?.tenant !== undefined && !own?.assigned
      ? [{ field: name(relation.field), make: makeName(target) }]
      : [];
  });
}

function roleView(role: string): NonNullable<TenantsTestView["first"]> {
  return { word: name(role), literal: tsLiteral(role) };
}

/** The roles of who opens a tenant, who joins one, and who may let them. */
function founders(
  system: SystemModel,
): Pick<TenantsTestView, "first" | "last" | "inviter"> {
  const roles = system.users?.roles ?? [];
  const rule = userOf(system).access?.rules["create"] ?? [];
  const [first] = roles;
  const last = roles.at(-1);
  const inviter = rule.find((word) => roles.includes(word));
  const anybody = rule.includes("users");
  return {
    ...(first === undefined ? {} : { first: roleView(first) }),
    ...(last === undefined ? {} : { last: roleView(last) }),
    ...(inviter === undefined && !anybody ? {} : {
      inviter: inviter === undefined ? tsObject({}) : tsObject({
        role: tsLiteral(inviter),
      }),
    }),
  };
}
