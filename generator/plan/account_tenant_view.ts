/**
 * What accounts in an API of its own shape say of the tenants that users belong to.
 *
 * @module
 */
import { fieldName } from "../model/api_naming.ts";
import type {
  AccountModel,
  ApiModel,
  ResourceModel,
} from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { userOf } from "./access_view.ts";
import { bodySchemas, type JsonSchema } from "./json_schemas.ts";
import { resourceConstant } from "./resource_views.ts";
import { exampleBody } from "./sample_values.ts";
import { openedEntity, tenantOf } from "./tenant_view.ts";

/** Finds how clients see tenants, where they do. */
export function tenantResource(
  { resources }: ApiModel,
  system: SystemModel,
): ResourceModel | undefined {
  const tenant = tenantOf(system);
  return resources.find(({ entity }) => entity === tenant?.name.snake);
}

/** Renders what a registration says of tenants; undefined in a system without. */
export function accountTenants(
  api: ApiModel,
  system: SystemModel,
): Safe<"ts"> | undefined {
  const tenant = tenantOf(system);
  const { users } = system;
  if (!tenant || !users?.tenant) return undefined;
  const resource = tenantResource(api, system);
  return tsObject({
    name: tsLiteral(users.tenant.relation),
    shows: resource
      ? safe<"ts">`${resourceConstant(resource)}.shows`
      : tsObject({}),
    accepts: tsLiteral(
      openedEntity(tenant).fields
        .filter(({ readOnly }) => !readOnly).map(({ name }) => name),
    ),
    open: tsLiteral(users.open),
  });
}

/** Renders what trials of accounts are told of tenants; undefined in a system without. */
export function tenantsOfAccounts(
  system: SystemModel,
): Safe<"ts"> | undefined {
  const { users } = system;
  if (!users?.tenant) return undefined;
  const rule = userOf(system).access?.rules["create"] ?? [];
  const inviter = rule.includes("users")
    ? undefined
    : rule.find((word) => users.roles.includes(word));
  const isNobody = inviter === undefined && !rule.includes("users");
  const [first] = users.roles;
  const last = users.roles.at(-1);
  return tsObject({
    entity: tsLiteral(users.tenant.entity),
    field: tsLiteral(users.tenant.field),
    inviter: inviter === undefined ? undefined : tsLiteral(inviter),
    alone: isNobody ? tsLiteral(true) : undefined,
    founder: last === undefined ? undefined : tsLiteral(last),
    member: first === undefined ? undefined : tsLiteral(first),
  });
}

/** Describes that part of the body of a registration, by its name; nothing in a system without tenants. */
export function tenantProperty(
  api: ApiModel,
  system: SystemModel,
): Readonly<Record<string, JsonSchema>> {
  const tenant = tenantOf(system);
  if (!tenant) return {};
  const { create } = bodySchemas(openedEntity(tenant));
  const seen = tenantNames(api, system);
  const { properties = {}, required } = create as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
  };
  return {
    [nameOf(api, system)]: {
      ...create,
      ...(api.unknownFields === "ignore" ? { additionalProperties: true } : {}),
      ...(required ? { required: required.map(seen) } : {}),
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [seen(name), one]),
      ),
      description:
        "What whoever registers opens; left out by somebody who creates a user of their own.",
    },
  };
}

/** Names the schema of what a registration is answered with: whoever is created by somebody else gets no token. */
export function registeredName(
  { shows }: AccountModel,
  { users }: SystemModel,
): string {
  const hasToken = shows.some(({ kind }) => kind === "token");
  return users?.tenant && hasToken ? "Registered" : "Account";
}

/** What registering is answered with, where that may be somebody else's account. */
export function registeredSchema(
  whole: JsonSchema,
  account: AccountModel,
  system: SystemModel,
): Record<string, JsonSchema> {
  const name = registeredName(account, system);
  if (name === "Account") return {};
  const token = account.shows.find(({ kind }) => kind === "token")?.name;
  const required = whole.required as readonly string[];
  return {
    [name]: {
      ...whole,
      description:
        "A new account; without a token, where somebody else created it.",
      required: required.filter((one) => one !== token),
    },
  };
}

/** What a registration says of the tenant that it opens, as an example; nothing in a system without. */
export function seenTenantExample(
  api: ApiModel,
  system: SystemModel,
): Readonly<Record<string, unknown>> {
  const tenant = tenantOf(system);
  if (!tenant) return {};
  const seen = tenantNames(api, system);
  const body = exampleBody(openedEntity(tenant));
  return {
    [nameOf(api, system)]: Object.fromEntries(
      Object.entries(body).map(([name, value]) => [seen(name), value]),
    ),
  };
}

/** Gives the names that clients have for the fields of tenants. */
export function tenantNames(
  api: ApiModel,
  system: SystemModel,
): (field: string) => string {
  const shows = tenantResource(api, system)?.shows ?? [];
  return (field) => fieldName(api, shows, field);
}

/** The name that clients have for the tenant in a registration. */
export function nameOf(api: ApiModel, { users }: SystemModel): string {
  return fieldName(api, [], users?.tenant?.relation ?? "");
}
