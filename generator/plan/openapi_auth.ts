/**
 * The part of the OpenAPI document about users: how to sign in, and what needs a token.
 *
 * @module
 */
import type {
  EntityModel,
  SystemModel,
  UsersModel,
} from "../model/system_model.ts";
import { registeredEntity, userOf } from "./access_view.ts";
import { typeNameOf } from "./entity_view.ts";
import { bodySchemas, type JsonSchema } from "./json_schemas.ts";
import { openedEntity, tenantOf } from "./tenant_view.ts";
import type { JsonObject } from "./openapi_responses.ts";

/** Describes how requests carry a token. */
export const SECURITY_SCHEMES: JsonObject = {
  bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
};

/** Says that an operation needs a token; nothing where everyone may. */
export function securityOf(
  operation: string,
  { access }: EntityModel,
): { readonly security?: readonly JsonObject[] } {
  if (access === undefined) return {};
  if (!(access.rules[operation] ?? []).includes("everyone")) {
    return { security: NEEDS_TOKEN };
  }
  // What there is depends on who asks, if anybody says so.
  return access.visible ? { security: [{}, ...NEEDS_TOKEN] } : {};
}

/** Describes the paths under `/auth`. */
export function authPaths(system: SystemModel): JsonObject {
  const user = typeNameOf(userOf(system));
  const open = system.users?.open ?? false;
  return {
    "/auth/register": {
      post: operation("register", "Register", {
        body: "Registration",
        responses: {
          "201": answer(
            open ? "The new user, signed in." : "The new user.",
            open ? system.users?.tenant ? "Registered" : "SignedIn" : user,
          ),
        },
        errors: [
          "400",
          ...(open && !system.users?.tenant ? [] : ["401", "403"]),
          "408",
          "409",
          "413",
          "415",
          "422",
          "429",
        ],
        secured: !open,
      }),
    },
    "/auth/login": {
      post: operation("login", "Sign in", {
        body: "Login",
        responses: { "200": answer("The user and tokens.", "SignedIn") },
        errors: ["400", "401", "408", "413", "415", "422", "429"],
      }),
    },
    "/auth/refresh": {
      post: operation("refresh", "Get the next tokens", {
        body: "RefreshRequest",
        description:
          "A refresh token works once. A second use ends all that came of the login.",
        responses: { "200": answer("The next tokens.", "Tokens") },
        errors: ["400", "401", "408", "413", "415", "422", "429"],
      }),
    },
    "/auth/logout": {
      post: operation("logout", "Sign out", {
        body: "RefreshRequest",
        responses: { "204": { description: "The refresh token is ended." } },
        errors: ["400", "408", "413", "415", "422"],
      }),
    },
    "/auth/password": {
      post: operation("changePassword", "Change one's own password", {
        body: "PasswordChange",
        description: "All refresh tokens of the user end.",
        responses: { "204": { description: "It is changed." } },
        errors: ["400", "401", "408", "413", "415", "422", "429"],
        secured: true,
      }),
    },
    "/auth/me": {
      get: operation("me", "Read oneself", {
        responses: { "200": answer("Who is signed in.", user) },
        errors: ["401"],
        secured: true,
      }),
    },
  };
}

/** Describes the bodies and answers under `/auth`. */
export function authSchemas(system: SystemModel): Record<string, JsonSchema> {
  const user = userOf(system);
  const { create } = bodySchemas(registeredEntity(user));
  const signIn = system.users?.signIn ?? "";
  const required = (create.required as string[] | undefined) ?? [];
  const tokens = {
    accessToken: { type: "string", description: "For Authorization: Bearer …" },
    tokenType: { type: "string", const: "Bearer" },
    expiresIn: { type: "integer", description: "Seconds." },
    refreshToken: { type: "string", description: "Good for one refresh." },
  };
  return {
    Registration: {
      ...create,
      required: [...required, "password"],
      properties: {
        ...(create.properties as JsonObject),
        ...tenantProperty(system),
        password: newPassword(system.users),
      },
    },
    Login: object({ [signIn]: { type: "string" }, password: SECRET }),
    RefreshRequest: object({ refreshToken: { type: "string" } }),
    PasswordChange: object({
      currentPassword: SECRET,
      newPassword: newPassword(system.users),
    }),
    Tokens: { ...object(tokens), additionalProperties: undefined },
    ...(system.users?.open && system.users.tenant
      ? {
        Registered: {
          description:
            "Whoever registered, signed in; or whom somebody created.",
          anyOf: [ref("SignedIn"), ref(typeNameOf(user))],
        },
      }
      : {}),
    SignedIn: {
      ...object({
        user: { $ref: `#/components/schemas/${typeNameOf(user)}` },
        ...tokens,
      }),
      additionalProperties: undefined,
    },
  };
}

/** What opens a tenant. */
function tenantProperty(system: SystemModel): JsonObject {
  const tenant = tenantOf(system);
  const relation = system.users?.tenant?.relation;
  if (!tenant || relation === undefined) return {};
  return {
    [relation]: {
      ...bodySchemas(openedEntity(tenant)).create,
      description:
        "What whoever registers opens; left out by somebody who creates a user of their own.",
    },
  };
}

interface OperationOptions {
  readonly body?: string;
  readonly description?: string;
  readonly responses: JsonObject;
  readonly errors: readonly string[];
  readonly secured?: boolean;
}

function operation(
  operationId: string,
  summary: string,
  { body, description, responses, errors, secured }: OperationOptions,
): JsonObject {
  return {
    operationId,
    tags: ["auth"],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(secured ? { security: NEEDS_TOKEN } : {}),
    ...(body === undefined ? {} : {
      requestBody: {
        required: true,
        content: { "application/json": { schema: ref(body) } },
      },
    }),
    responses: {
      ...responses,
      ...Object.fromEntries(
        errors.map((status) => [status, {
          $ref: `#/components/responses/${AUTH_RESPONSE_NAMES[status]}`,
        }]),
      ),
    },
  };
}

function answer(description: string, schema: string): JsonObject {
  return {
    description,
    content: { "application/json": { schema: ref(schema) } },
  };
}

function ref(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function object(properties: JsonObject): JsonSchema {
  return {
    type: "object",
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

/** Says that a request needs a token, in the conventional shape. */
export const NEEDS_TOKEN: readonly JsonObject[] = [{ bearer: [] }];
/** Describes a password that is sent and never shown. */
export const SECRET: JsonSchema = {
  type: "string",
  format: "password",
  writeOnly: true,
};

/** Describes a new password. */
export function newPassword(
  users: Pick<UsersModel, "passwordLength"> | undefined,
): JsonSchema {
  const least = users?.passwordLength ?? 8;
  const characters = least === 1 ? "character" : "characters";
  return {
    ...SECRET,
    minLength: least,
    maxLength: 128,
    description: `At least ${least} ${characters}, at most 128 bytes.`,
  };
}

/** The names of the responses that problems have, by status. */
export const AUTH_RESPONSE_NAMES: Readonly<Record<string, string>> = {
  "400": "BadRequest",
  "401": "Unauthorized",
  "403": "Forbidden",
  "408": "RequestTimeout",
  "409": "Conflict",
  "413": "ContentTooLarge",
  "415": "UnsupportedMediaType",
  "422": "UnprocessableContent",
  "429": "TooManyRequests",
};

/** What the responses mean that only systems with users give. */
export const AUTH_RESPONSES: readonly (readonly [string, string])[] = [
  ["Unauthorized", "A valid access token is needed (see WWW-Authenticate)."],
  ["Forbidden", "Whoever is signed in may not do this."],
  ["TooManyRequests", "Tried too often (see Retry-After)."],
];
