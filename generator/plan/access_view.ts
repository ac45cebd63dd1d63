/**
 * What the table of access rules, the sign-in component and its tests need.
 *
 * @module
 */
import { storedEntities, usersEntity } from "../model/expand_users.ts";
import { variableNameOf } from "../model/names.ts";
import type {
  AccessModel,
  ComponentModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  AccessRulesView,
  AuthControllerView,
  AuthSchemaView,
  GatewayView,
  SampleView,
  TestSystemView,
} from "../../templates/views.ts";
import { portView } from "./component_views.ts";
import { sentence, specConstant, typeNameOf } from "./entity_view.ts";
import { makeName, senderName } from "./sample_views.ts";
import { schemaView } from "./schema_view.ts";
import { hidesFields } from "./shown_view.ts";
import { tenancyView, tenantSchema } from "./tenant_view.ts";
import { withArticle } from "../blueprint/with_article.ts";

type Ts = Safe<"ts">;

/** Describes the table of all rules. */
export function accessRulesView(system: SystemModel): AccessRulesView {
  const guarded = system.entities.flatMap((entity) =>
    entity.access ? [{ entity, access: entity.access }] : []
  );
  return {
    names: joined(
      guarded.map(({ entity }) => tsLiteral(variableNameOf(entity.name))),
      safe` | `,
    ),
    entities: guarded.map(({ entity, access }) => ({
      key: name(variableNameOf(entity.name)),
      settings: settingsOf(access),
      rules: Object.entries(access.rules).map(([operation, rule]) => ({
        name: keyOf(operation),
        words: tsLiteral(rule),
      })),
    })),
  };
}

function settingsOf(
  { owner, assignsOwner, role, tenant, visible }: AccessModel,
): Ts[] {
  return [
    ...(owner === undefined ? [] : [safe<"ts">`owner: ${tsLiteral(owner)}`]),
    ...(assignsOwner ? [safe<"ts">`assignsOwner: true`] : []),
    ...(role === undefined ? [] : [safe<"ts">`role: ${tsLiteral(role)}`]),
    ...(tenant === undefined ? [] : [safe<"ts">`tenant: ${tsLiteral(tenant)}`]),
    ...(visible === undefined ? [] : [
      safe<"ts">`visible: ${
        tsLiteral(
          visible.always.length === 0 ? { when: visible.when } : visible,
        )
      }`,
    ]),
  ];
}

/** A name with a hyphen stands in quotes. */
function keyOf(operation: string): Ts {
  return /^[a-z][a-z0-9]*$/.test(operation)
    ? name(operation)
    : tsLiteral(operation);
}

/** Renders the rules of one entity in the table. */
export function rulesExpression(entity: EntityModel): Ts {
  return safe`ACCESS.${name(variableNameOf(entity.name))}`;
}

/** Describes the component that signs users in. */
export function authControllerView(
  component: ComponentModel,
  system: SystemModel,
): AuthControllerView {
  const user = userOf(system);
  return {
    className: name(component.className),
    description: comment(sentence(component.description)),
    ports: component.ports.map(portView),
    userType: typeNameOf(user),
    userFile: name(user.name.snake),
    issuer: tsLiteral(system.name.snake),
    signIn: tsLiteral(system.users?.signIn ?? ""),
    ...(user.access?.role ? { role: tsLiteral(user.access.role) } : {}),
    open: system.users?.open ?? false,
    ...(tenancyView(system) ? { tenant: tenancyView(system) } : {}),
  };
}

/** Describes what the API endpoint needs of users; undefined without any. */
export function gatewayAuth(system: SystemModel): GatewayView["auth"] {
  if (!system.users) return undefined;
  const user = userOf(system);
  const references = userReferences(system);
  return {
    ...(references ? { references } : {}),
    users: specConstant(user),
    open: system.users.open,
    access: rulesExpression(user),
    hides: hidesFields(user),
    tenants: system.users.tenant !== undefined,
    checksReferences: references !== undefined ||
      system.entities.some((entity) =>
        checkedTargets(entity, system).length > 0 && takesBodies(entity)
      ),
  };
}

/** Renders the references that a body may not make to what its sender may not read. */
export function referencesView(
  entity: EntityModel,
  system: SystemModel,
): Ts | undefined {
  const targets = takesBodies(entity) ? checkedTargets(entity, system) : [];
  if (targets.length === 0) return undefined;
  return tsObject(Object.fromEntries(targets.map(({ field, target }) => [
    field,
    tsObject({
      access: rulesExpression(target),
      label: tsLiteral(target.name.words),
      send: safe`(request) => this.${senderTo(target, system)}(request)`,
    }),
  ])));
}

/** Renders the references that a registration, or a change of an account, may not make. */
export function userReferences(system: SystemModel): Ts | undefined {
  const user = userOf(system);
  return referencesView({ ...user, operations: ["create"] }, system);
}

/** What an entity refers to that not everybody may read, or not everybody's tenant. */
function checkedTargets(
  entity: EntityModel,
  system: SystemModel,
): readonly { readonly field: string; readonly target: EntityModel }[] {
  const hidden = hiddenTargets(entity, system);
  return entity.relations.flatMap((relation) => {
    const known = hidden.find(({ field }) => field === relation.field);
    const target = system.entities.find(({ name }) =>
      name.snake === relation.entity
    );
    const field = entity.fields.find(({ name }) => name === relation.field);
    if (known) return [known];
    const { tenant, visible } = target?.access ?? {};
    return target && (tenant !== undefined || visible !== undefined) &&
        !field?.assigned
      ? [{ field: relation.field, target }]
      : [];
  });
}

/** Tells whether a body may be refused for what it refers to, by who sends it inside a tenant. */
export function hidesReferences(
  entity: EntityModel,
  system: SystemModel,
): boolean {
  return takesBodies(entity) && hiddenTargets(entity, system).length > 0;
}

function takesBodies({ operations }: EntityModel): boolean {
  return ["create", "replace", "patch"].some((operation) =>
    operations.some((one) => one === operation)
  );
}

/** What an entity refers to that some may read only as far as it is their own; to name a user is to reveal nothing. */
export function hiddenTargets(
  entity: EntityModel,
  system: SystemModel,
): { field: string; target: EntityModel }[] {
  return entity.relations.flatMap(({ field, entity: targetName }) => {
    const target = system.entities.find(({ name }) =>
      name.snake === targetName
    );
    const rule = target?.access?.rules["get"] ?? [];
    const isHidden = rule.includes("owner") && !rule.includes("everyone") &&
      !rule.includes("users");
    return target && isHidden && target !== usersEntity(system)
      ? [{ field, target }]
      : [];
  });
}

function senderTo(target: EntityModel, system: SystemModel): Safe<"ts"> {
  const gateway = system.components.find(({ type }) => type === "APIEndpoint");
  const port = gateway?.ports.find(({ direction, entity }) =>
    direction === "out" && entity === target.name.snake
  );
  return senderName(port?.name ?? `${target.name.snake}_requests`);
}

/** Describes the bodies of registration and login. */
export function authSchemaView(system: SystemModel): AuthSchemaView {
  const user = userOf(system);
  const view = schemaView(registeredEntity(user));
  const tenant = tenantSchema(system);
  return {
    ...(tenant ? { tenant } : {}),
    imports: importsOf([view?.imports, tenant?.imports]),
    fields: view?.fields ?? [],
    one: comment(withArticle(user.name.words)),
    signIn: tsLiteral(system.users?.signIn ?? ""),
    account: system.api?.account !== undefined,
  };
}

/** Joins lists of names. */
function importsOf(lists: readonly (Ts | undefined)[]): Ts {
  const names = lists.flatMap((list) => list?.split(", ") ?? [])
    .filter((text) => text !== "");
  return joined(
    [...new Set(names)].toSorted().map((text) => name(text)),
    safe`, `,
  );
}

/** The users' entity as a registration gives it: whole, but for the role. */
export function registeredEntity(user: EntityModel): EntityModel {
  return {
    ...user,
    operations: ["create"],
    fields: user.fields.filter((field) =>
      field.name !== user.access?.role && !field.ofTenant
    ),
  };
}

/** Describes who asks in tests; undefined without users. */
export function actorView(
  system: SystemModel,
): {
  readonly typeName: ReturnType<typeof name>;
  readonly makeName: ReturnType<typeof name>;
} | undefined {
  if (!system.users) return undefined;
  const user = userOf(system);
  return { typeName: typeNameOf(user), makeName: makeName(user) };
}

/** Renders the owner of a sample; undefined where it has none. */
export function sampleOwner(entity: EntityModel): SampleView["owner"] {
  const { owner, assignsOwner } = entity.access ?? {};
  if (owner === undefined || !assignsOwner) return undefined;
  const role = makerRole(entity);
  return safe`${name(owner)}: (await actor(system${
    role === undefined ? safe`` : safe`, ${tsLiteral(role)}`
  })).id`;
}

/** The role of whoever makes an entity in tests: one that may create it. */
export function makerRole(entity: EntityModel): string | undefined {
  const rule = entity.access?.rules["create"] ?? [];
  const anybody = rule.length === 0 ||
    rule.some((word) => word === "everyone" || word === "users");
  return anybody ? undefined : rule[0];
}

/** Describes what the system under test needs of users; undefined without any. */
export function testSystemAuth(system: SystemModel): TestSystemView["auth"] {
  if (!system.users) return undefined;
  return {
    issuer: tsLiteral(system.name.snake),
    scheme: name(system.api?.scheme ?? "Bearer"),
    minPasswordLength: system.users.passwordLength,
    entities: (system.api ? [] : system.entities).map((entity) => {
      const role = makerRole(entity);
      return {
        constant: specConstant(entity),
        file: name(entity.name.snake),
        access: rulesExpression(entity),
        ...(role === undefined ? {} : { role: tsLiteral(role) }),
      };
    }),
  };
}

/** The entity with what somebody may do; what nobody may cannot be shown to work. */
export function permitted(entity: EntityModel): EntityModel {
  const { access } = entity;
  if (access === undefined) return entity;
  const may = (operation: string) => (access.rules[operation] ?? []).length > 0;
  return {
    ...entity,
    operations: entity.operations.filter(may),
    actions: entity.actions.filter(({ name }) => may(name.kebab)),
  };
}

/** Finds the entity that users are. */
export function userOf(system: SystemModel): EntityModel {
  const user = usersEntity(system);
  if (!user) {
    throw new RangeError(
      `Cannot plan "${system.name.snake}": found no entity of its users`,
    );
  }
  return user;
}

/** The entities of users that no client sees. */
export function innerEntities(system: SystemModel): readonly EntityModel[] {
  return storedEntities(system).slice(system.entities.length);
}
