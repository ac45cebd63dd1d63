/**
 * Users and access rules → the model: who may do what written out, and the components that sign users in.
 *
 * @module
 */
import { secondsOf } from "../blueprint/duration_text.ts";
import {
  DEFAULT_SIGN_IN,
  DEFAULT_USERS_ENTITY,
  ruleList,
  rulesOf,
} from "../blueprint/access_rules.ts";
import type { Blueprint, EntityBlueprint } from "../blueprint/blueprint.ts";
import { ROLE_FIELD } from "../blueprint/check_access.ts";
import { tenantEntityOf } from "../blueprint/check_tenants.ts";
import { expandEntity } from "./expand_entity.ts";
import { expandState } from "./expand_state_rules.ts";
import { nameForms, typeNameOf } from "./names.ts";
import type {
  AccessModel,
  ComponentModel,
  ConnectionModel,
  EntityModel,
  PortModel,
  SystemModel,
  UsersModel,
} from "./system_model.ts";
import { triesOf } from "./users_tries.ts";

/** Adds users, access rules and the components behind `/auth` to a model; without users it stays as it is. */
export function withUsers(
  model: SystemModel,
  blueprint: Blueprint,
): SystemModel {
  const { users } = blueprint;
  if (users === undefined) return model;
  const name = users.entity ?? DEFAULT_USERS_ENTITY;
  const { credential, refreshToken } = ownEntities(name);
  const usersModel: UsersModel = {
    entity: name,
    signIn: users.signIn ?? DEFAULT_SIGN_IN,
    open: users.registration !== "closed",
    roles: users.roles ?? [],
    ...tenantOf(blueprint),
    accessSeconds: secondsOf(users.tokens?.access ?? "15m"),
    refreshSeconds: secondsOf(users.tokens?.refresh ?? "30d"),
    ...(users.passwordLength === undefined
      ? {}
      : { passwordLength: users.passwordLength }),
    ...(users.tries === undefined ? {} : { tries: triesOf(users.tries) }),
    credential,
    refreshToken,
  };
  const entities = model.entities.map((entity) => {
    const written = blueprint.entities?.[entity.name.snake];
    if (!written) {
      return { ...entity, access: { rules: {}, assignsOwner: false } };
    }
    const access = accessOf(entity, written, usersModel);
    return { ...entity, access, fields: withDecided(entity, access) };
  });
  return {
    ...model,
    entities,
    users: usersModel,
    ...withAuthComponents(model, usersModel),
  };
}

/** All entities that have a table: the blueprint's, and what comes with users. */
export function storedEntities(model: SystemModel): readonly EntityModel[] {
  const { users } = model;
  return users
    ? [...model.entities, users.credential, users.refreshToken]
    : model.entities;
}

/** Finds the entity that users are; undefined in a system without users. */
export function usersEntity(model: SystemModel): EntityModel | undefined {
  return model.entities.find(({ name }) => name.snake === model.users?.entity);
}

function tenantOf(blueprint: Blueprint): Pick<UsersModel, "tenant"> {
  const entity = tenantEntityOf(blueprint);
  const relation = blueprint.users?.tenant;
  return entity === undefined || relation === undefined
    ? {}
    : { tenant: { relation, field: `${relation}Id`, entity } };
}

function accessOf(
  entity: EntityModel,
  written: EntityBlueprint,
  users: UsersModel,
): AccessModel {
  const isUsers = entity.name.snake === users.entity;
  const owner = isUsers
    ? "id"
    : written.owner === undefined
    ? undefined
    : `${written.owner}Id`;
  const actions = new Set(Object.keys(written.actions ?? {}));
  const rules = Object.entries(rulesOf(written)).map(([name, rule]) =>
    [actions.has(name) ? nameForms(name).kebab : name, rule] as const
  );
  const known = new Set<string>([
    ...entity.operations,
    ...(isUsers ? ["create"] : []),
    ...entity.actions.map(({ name }) => name.kebab),
    ...(entity.softDelete ? ["restore"] : []),
    ...(entity.marks ?? []).map(({ name }) => name.camel),
  ]);
  return {
    ...(owner === undefined ? {} : { owner }),
    assignsOwner: !isUsers && owner !== undefined,
    ...(isUsers && users.roles.length > 0 ? { role: ROLE_FIELD } : {}),
    ...(entity.name.snake === users.tenant?.entity
      ? { tenant: "id" }
      : written.tenant === undefined
      ? {}
      : { tenant: `${written.tenant}Id` }),
    ...(written.visible === undefined ? {} : {
      visible: {
        when: expandState(written.visible.when, written.fields),
        always: ruleList(written.visible.always ?? []),
      },
    }),
    rules: Object.fromEntries(rules.filter(([name]) => known.has(name))),
  };
}

/** Marks the fields that an action sets whose rule leaves somebody out who may write. */
function withDecided(
  entity: EntityModel,
  { rules }: AccessModel,
): EntityModel["fields"] {
  const writers = ["create", "replace", "patch"].flatMap((name) =>
    rules[name] ?? []
  );
  const decided = new Set(
    entity.actions.filter(({ name }) =>
      writers.some((word) => !(rules[name.kebab] ?? []).includes(word))
    ).flatMap(({ set }) => Object.keys(set)),
  );
  return entity.fields.map((field) =>
    decided.has(field.name) ? { ...field, decided: true } : field
  );
}

function ownEntities(
  users: string,
): Pick<UsersModel, "credential" | "refreshToken"> {
  const user = { user: { belongsTo: users, onDelete: "cascade" } } as const;
  const credential = expandEntity("credential", "credentials", {
    description: "What a user signs in with.",
    fields: {
      passwordHash: {
        type: "string",
        required: true,
        description: "The hash of the password.",
      },
    },
    relations: user,
  });
  const refreshToken = expandEntity("refresh_token", "refresh_tokens", {
    description: "What is left of a login.",
    fields: {
      tokenHash: {
        type: "string",
        required: true,
        description: "The hash of the latest token.",
      },
      expiresAt: {
        type: "datetime",
        required: true,
        description: "When the latest token expires.",
      },
    },
    relations: user,
  });
  const oneEach = credential.fields.map((field) =>
    field.relation ? { ...field, unique: true } : field
  );
  return { credential: { ...credential, fields: oneEach }, refreshToken };
}

function withAuthComponents(
  model: SystemModel,
  users: UsersModel,
): Pick<SystemModel, "components" | "connections"> {
  const gateway = model.components.find(({ type }) => type === "APIEndpoint");
  const controller = model.components.find(({ type, entity }) =>
    type === "Controller" && entity === users.entity
  );
  const userPort = controller?.ports.find(({ direction, role }) =>
    direction === "in" && role === "request"
  );
  if (!gateway || !controller || !userPort) return model;
  const own = [users.credential, users.refreshToken];
  const tenants = tenantPort(model, users);
  const requests: PortModel = {
    name: "process_request",
    direction: "in",
    type: "AuthRequest",
    replyType: "AuthReply",
    role: "request",
  };
  const authPorts: PortModel[] = [
    requests,
    { ...userPort, name: "user_requests", direction: "out" },
    ...(tenants
      ? [{
        ...tenants.port,
        name: "tenant_requests",
        direction: "out" as const,
      }]
      : []),
    ...own.map((entity): PortModel => ({
      ...storePort(entity),
      name: `${entity.name.snake}_operation`,
      direction: "out",
    })),
  ];
  const auth: ComponentModel = {
    name: "auth_controller",
    type: "AuthController",
    className: "AuthController",
    ports: authPorts,
    description: "Signs users in and out, and finds who a token belongs to",
  };
  const stores = own.map((entity): ComponentModel => ({
    name: `${entity.name.snake}_store`,
    type: "Store",
    className: `${entity.name.pascal}Store`,
    entity: entity.name.snake,
    ports: [storePort(entity)],
    description:
      `Keeps every ${entity.name.words}: executes one command at a time`,
  }));
  const authOut: PortModel = {
    ...requests,
    name: "auth_requests",
    direction: "out",
  };
  const connection = (
    from: ConnectionModel["from"],
    component: string,
    port: string,
  ): ConnectionModel => ({
    from,
    to: { component, port },
    type: "request_reply",
    bufferSize: 100,
  });
  return {
    components: [
      ...model.components.map((component) =>
        component === gateway
          ? { ...gateway, ports: [...gateway.ports, authOut] }
          : component
      ),
      auth,
      ...stores,
    ],
    connections: [
      ...model.connections,
      connection(
        { component: gateway.name, port: authOut.name },
        auth.name,
        requests.name,
      ),
      connection(
        { component: auth.name, port: "user_requests" },
        controller.name,
        userPort.name,
      ),
      ...(tenants
        ? [
          connection(
            { component: auth.name, port: "tenant_requests" },
            tenants.controller,
            tenants.port.name,
          ),
        ]
        : []),
      ...stores.map(({ name, entity }) =>
        connection(
          { component: auth.name, port: `${entity}_operation` },
          name,
          "execute",
        )
      ),
    ],
  };
}

/** Where tenants are opened. */
function tenantPort(
  { components }: SystemModel,
  { tenant }: UsersModel,
): { readonly controller: string; readonly port: PortModel } | undefined {
  const controller = components.find(({ type, entity }) =>
    type === "Controller" && entity === tenant?.entity
  );
  const port = controller?.ports.find(({ direction, role }) =>
    direction === "in" && role === "request"
  );
  return tenant && controller && port
    ? { controller: controller.name, port }
    : undefined;
}

function storePort(entity: EntityModel): PortModel {
  const typeName = typeNameOf(entity.name);
  return {
    name: "execute",
    direction: "in",
    type: `${typeName}StoreCommand`,
    replyType: `${typeName}StoreResult`,
    role: "request",
    entity: entity.name.snake,
  };
}
