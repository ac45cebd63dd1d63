/**
 * The JSON Schemas of what clients see and send, where the API has a shape of its own.
 *
 * @module
 */
import { fieldName } from "../model/api_naming.ts";
import type {
  AccountModel,
  ApiModel,
  ResourceModel,
  ShownModel,
} from "../model/api_model.ts";
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import { registeredEntity, userOf } from "./access_view.ts";
import { registeredSchema, tenantProperty } from "./account_tenant_view.ts";
import { findEntity } from "./component_views.ts";
import {
  bodySchemas,
  fieldSchema,
  type JsonSchema,
  SERVER_FIELDS,
} from "./json_schemas.ts";
import { FILE_SCHEMA } from "./file_schema.ts";
import { newPassword, SECRET } from "./openapi_auth.ts";
import { schemaRef } from "./openapi_responses.ts";
import { mayBeUnseen } from "./sight_view.ts";

/** Describes what clients see of a resource. */
export function shownSchema(
  shows: readonly ShownModel[],
  entity: EntityModel,
  system: SystemModel,
  description: string,
): JsonSchema {
  const properties = Object.fromEntries(
    shows.map((shown) => [shown.name, propertyOf(shown, entity, system)]),
  );
  return {
    type: "object",
    description,
    required: Object.keys(properties),
    properties,
  };
}

/** Describes the bodies of a resource, in the names that clients see. */
export function resourceBodies(
  resource: ResourceModel,
  entity: EntityModel,
  api: ApiModel,
): Readonly<Record<"create" | "replace" | "patch", JsonSchema>> {
  const { unknownFields } = api;
  const bodies = bodySchemas(entity);
  const seen = (name: string) => fieldName(api, resource.shows, name);
  const within = resource.parent?.field;
  const own = new Set(
    entity.fields.filter(({ name, readOnly }) => name !== within && !readOnly)
      .map(({ name }) => name),
  );
  const renamed = ({ properties, required, ...rest }: JsonSchema) => {
    const kept = Object.entries(properties as Record<string, JsonSchema>)
      .filter(([name]) => own.has(name));
    const needed = ((required ?? []) as string[]).filter((name) =>
      own.has(name)
    );
    return {
      ...rest,
      ...(unknownFields === "ignore" ? { additionalProperties: true } : {}),
      ...(needed.length === 0
        ? {}
        : { required: needed.map((name) => seen(name)) }),
      properties: Object.fromEntries(
        kept.map(([name, schema]) => [seen(name), schema]),
      ),
    };
  };
  return {
    create: renamed(bodies.create),
    replace: renamed(bodies.replace),
    patch: renamed(bodies.patch),
  };
}

/** Describes what users see of themselves and send about it. */
export function accountSchemas(
  account: AccountModel,
  api: ApiModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const user = userOf(system);
  const seen = (name: string) => fieldName(api, account.shows, name);
  const { create, patch } = bodySchemas(registeredEntity(user));
  const own = Object.fromEntries(
    Object.entries(patch.properties as Record<string, JsonSchema>)
      .filter(([name]) => !Object.hasOwn(SERVER_FIELDS, name))
      .map(([name, schema]) => [seen(name), schema]),
  );
  const signIn = seen(system.users?.signIn ?? "");
  const extra = api.unknownFields === "ignore"
    ? { additionalProperties: true }
    : {};
  const whole = shownSchema(
    account.shows,
    user,
    system,
    "Somebody's own account, with what they are known by.",
  );
  return {
    Account: whole,
    ...registeredSchema(whole, account, system),
    Registration: {
      ...create,
      ...extra,
      required: [
        ...((create.required as string[] | undefined) ?? []).map(seen),
        "password",
      ],
      properties: {
        ...Object.fromEntries(
          Object.entries(create.properties as Record<string, JsonSchema>)
            .map(([name, schema]) => [seen(name), schema]),
        ),
        ...tenantProperty(api, system),
        password: newPassword(system.users),
      },
    },
    Login: {
      type: "object",
      ...extra,
      required: [signIn, "password"],
      properties: { [signIn]: { type: "string" }, password: SECRET },
    },
    AccountChange: {
      ...patch,
      ...extra,
      properties: {
        ...own,
        ...(account.setsPassword
          ? { password: newPassword(system.users) }
          : {}),
      },
    },
  };
}

/** Names the schema of what lists show of a resource. */
export function listedName(resource: ResourceModel): string {
  const name = schemaName(resource);
  return resource.listsOmit ? `Listed${name}` : name;
}

/** Describes what lists show of a resource, where they leave something out. */
export function listedSchema(
  resource: ResourceModel,
  entity: EntityModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const { listsOmit, shows } = resource;
  if (listsOmit === undefined) return {};
  const left = shows.filter(({ name }) => !listsOmit.includes(name));
  const { description } = entity;
  return {
    [listedName(resource)]: shownSchema(left, entity, system, description),
  };
}

/** Names the schema of a resource. */
export function schemaName({ name }: ResourceModel): string {
  return name.pascal;
}

function propertyOf(
  shown: ShownModel,
  entity: EntityModel,
  system: SystemModel,
): JsonSchema {
  switch (shown.kind) {
    case "field": {
      const field = entity.fields.find(({ name }) => name === shown.field);
      return field ? answered(field) : SERVER_FIELDS[shown.field] ?? {};
    }
    case "file":
      return { anyOf: [FILE_SCHEMA, { type: "null" }] };
    case "one": {
      const schema = schemaRef(pascal(shown.resource, system));
      const isNullable = shown.nullable || mayBeUnseen(shown, entity, system);
      return isNullable ? { anyOf: [schema, { type: "null" }] } : schema;
    }
    case "many":
      return {
        type: "array",
        items: schemaRef(pascal(shown.resource, system)),
      };
    case "count":
      return {
        type: "integer",
        minimum: 0,
        description: `How many there are of the kind ${
          findEntity(system, shown.entity).name.words
        }.`,
      };
    case "sum": {
      const other = findEntity(system, shown.entity);
      const field = other.fields.find(({ name }) => name === shown.field);
      return {
        type: field?.type === "integer" ? "integer" : "number",
        description:
          `The sum of ${shown.field} of each ${other.name.words}; 0 without any.`,
      };
    }
    case "linked":
      return {
        type: "array",
        items: shown.resource === undefined
          ? { type: "string", format: "uuid" }
          : schemaRef(pascal(shown.resource, system)),
      };
    case "marked":
      return {
        type: "boolean",
        description:
          `Whether whoever asks has set the mark ${shown.mark.name.words}; false for who is not signed in.`,
      };
    case "link":
      return {
        type: "string",
        format: "uri-reference",
        description: "Where it is.",
      };
    case "token":
      return {
        type: "string",
        description: "The access token, for the Authorization header.",
      };
  }
}

/** What is answered has no default, and is not only read there. */
function answered(field: FieldModel): JsonSchema {
  const { default: _default, readOnly: _readOnly, ...schema } = fieldSchema(
    field,
  );
  return schema;
}

function pascal(resource: string, { api }: SystemModel): string {
  const found = api?.resources.find(({ name }) => name.snake === resource);
  return found ? schemaName(found) : resource;
}
