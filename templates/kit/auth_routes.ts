/**
 * The routes by which users register, sign in and out.
 *
 * @module
 */
import { type AskAuth, refusal, viewerOf } from "./access_guard.ts";
import { decide, type EntityAccess, type Viewer } from "./access_rule.ts";
import { text } from "./api_schema.ts";
import type { AuthReply, SignedIn } from "./auth_request.ts";
import {
  type BodySchema,
  checkBody,
  entitySchema,
  type Fields,
  patchSchema,
} from "./body_schema.ts";
import { clientOf } from "./client_address.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import type { Api, Handler, Method } from "./http_api.ts";
import { emptyResponse, errorResponse, jsonResponse } from "./http_response.ts";
import { readJsonBody } from "./json_body.ts";
import { failed, ok, type Outcome, unauthorized } from "./problem.ts";

/** What {@link mountAuth} needs. */
export interface AuthRoutesOptions {
  /** The shape of the body of a registration: the users' fields and a password. */
  readonly registration: BodySchema;
  /** The shape of the body of a login. */
  readonly login: BodySchema;
  /** Where users are read, such as `/users`. */
  readonly usersPath: string;
  /** What the paths begin with. @default "" */
  readonly basePath?: string;
  /** The word before the token in the `Authorization` header. @default "Bearer" */
  readonly scheme?: string;
  /** Whether anybody may register; else only who may create users. */
  readonly open: boolean;
  /** Whether somebody who may create users makes them members of their own tenant, also where anybody may register. @default false */
  readonly tenants?: boolean;
  /** Finds references in a registration to what whoever sends it may not know of. @default none is looked for */
  readonly checkReferences?: (
    request: Request,
    body: JsonObject,
  ) => Promise<Outcome<JsonObject>>;
  /** The rules of users. */
  readonly access: EntityAccess;
  /** The header by which a trusted proxy tells the client's address. @default none */
  readonly addressHeader?: string;
  /** Asks the controller that knows users and their tokens. */
  readonly ask: AskAuth;
}

/** Adds `/auth/register`, `/auth/login`, `/auth/refresh`, `/auth/logout`, `/auth/password` and `/auth/me`. */
export function mountAuth(api: Api, options: AuthRoutesOptions): void {
  const { ask, addressHeader, login, basePath = "", scheme } = options;
  const route = (method: Method, path: string, handler: RawHandler) =>
    api.route(
      method,
      basePath + path,
      (({ raw }) => handler(raw)) satisfies Handler,
    );
  const client = (request: Request) => clientOf(request, addressHeader);

  route("POST", "/auth/register", (request) => register(request, options));
  route("POST", "/auth/login", async (request) => {
    const body = await readBody(request, login);
    if (!body.ok) return errorResponse(body.problem);
    const reply = await ask({
      operation: "login",
      body: body.value,
      client: client(request),
    });
    return reply.ok
      ? jsonResponse(reply.value)
      : refused(request, reply, scheme);
  });
  route("POST", "/auth/refresh", async (request) => {
    const token = await readToken(request);
    if (!token.ok) return errorResponse(token.problem);
    const reply = await ask({
      operation: "refresh",
      token: token.value,
      client: client(request),
    });
    return reply.ok
      ? jsonResponse(reply.value)
      : refused(request, reply, scheme);
  });
  route("POST", "/auth/logout", async (request) => {
    const token = await readToken(request);
    if (!token.ok) return errorResponse(token.problem);
    await ask({ operation: "logout", token: token.value });
    return emptyResponse(); // whether there was anything to end is nobody's business
  });
  route("POST", "/auth/password", async (request) => {
    const viewer = await signedIn(request, options);
    if (!viewer.ok) return refusal(request, viewer.problem, scheme);
    const body = await readBody(request, PASSWORDS);
    if (!body.ok) return errorResponse(body.problem);
    const reply = await ask({
      operation: "password",
      viewer: viewer.value,
      body: body.value,
    });
    return reply.ok ? emptyResponse() : refused(request, reply, scheme);
  });
  route("GET", "/auth/me", async (request) => {
    const viewer = await signedIn(request, options);
    if (!viewer.ok) return refusal(request, viewer.problem, scheme);
    const reply = await ask({ operation: "me", viewer: viewer.value });
    return reply.ok
      ? jsonResponse(reply.value)
      : refused(request, reply, scheme);
  });
}

/** Makes the schemas of a registration, a login and a change of oneself; `signIn` is one of the fields. */
export function authSchemas(
  fields: Fields,
  signIn: string,
): {
  readonly registration: BodySchema;
  readonly login: BodySchema;
  readonly change: BodySchema;
} {
  const password = { password: text() };
  return {
    change: patchSchema({ ...fields, ...password }),
    registration: entitySchema({ ...fields, ...password }),
    login: entitySchema({
      [signIn]: text({ min: 1, max: 320 }),
      password: text({ min: 1 }),
    }),
  };
}

async function register(
  request: Request,
  options: AuthRoutesOptions,
): Promise<Response> {
  const { ask, open, access, usersPath, addressHeader, registration, scheme } =
    options;
  const isCreation = !open ||
    options.tenants === true && request.headers.has("authorization");
  const viewer = isCreation ? await viewerOf(request, ask, scheme) : undefined;
  if (isCreation) {
    const may = decide(access, "create", viewer);
    if (!may.ok) return refusal(request, may.problem, scheme);
  }
  const sent = await readBody(request, registration);
  const body = sent.ok && options.checkReferences
    ? await options.checkReferences(request, sent.value)
    : sent;
  if (!body.ok) return errorResponse(body.problem);
  const reply = await ask({
    operation: "register",
    body: body.value,
    client: clientOf(request, addressHeader),
    ...(options.tenants && viewer ? { creator: viewer } : {}),
  });
  if (!reply.ok) return refused(request, reply, scheme);
  // A registration is answered with whom it made, and with tokens when that is who asked.
  const user = isCreation
    ? reply.value as Entity
    : (reply.value as SignedIn).user;
  return jsonResponse(reply.value, 201, {
    location: `${usersPath}/${user.id}`,
  });
}

function refused(
  request: Request,
  reply: AuthReply & { readonly ok: false },
  scheme?: string,
): Response {
  if ("retryAfter" in reply && reply.retryAfter !== undefined) {
    const headers = { "retry-after": String(reply.retryAfter) };
    return errorResponse(reply.problem, headers);
  }
  return refusal(request, reply.problem, scheme);
}

async function signedIn(
  request: Request,
  { ask, scheme }: AuthRoutesOptions,
): Promise<Outcome<Viewer>> {
  const viewer = await viewerOf(request, ask, scheme);
  return viewer === undefined ? failed(unauthorized()) : ok(viewer);
}

async function readToken(request: Request): Promise<Outcome<string>> {
  const body = await readBody(request, REFRESH);
  return body.ok ? ok(String(body.value.refreshToken)) : body;
}

async function readBody(
  request: Request,
  schema: BodySchema,
): Promise<Outcome<JsonObject>> {
  const body = await readJsonBody(request, { maxBytes: MAX_BYTES });
  return body.ok ? checkBody(schema, body.value) : body;
}

type RawHandler = (request: Request) => Promise<Response>;

const REFRESH: BodySchema = entitySchema({ refreshToken: text() });
const PASSWORDS: BodySchema = entitySchema({
  currentPassword: text(),
  newPassword: text(),
});
/** Nobody has a reason to send more. */
const MAX_BYTES = 64 * 1024;
