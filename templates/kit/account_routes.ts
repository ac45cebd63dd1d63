/**
 * The routes of one's own account, in the shape that the API has: register, sign in, see and change oneself.
 *
 * @module
 */
import { type AskAuth, viewerOf } from "./access_guard.ts";
import type { Viewer } from "./access_rule.ts";
import type { AuthReply, SignedIn } from "./auth_request.ts";
import { bearerToken } from "./bearer_token.ts";
import type { BodySchema } from "./body_schema.ts";
import { clientOf } from "./client_address.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { Api, Handler } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import { present } from "./present.ts";
import { complaintAboutPassword } from "./password_hash.ts";
import {
  failed,
  invalid,
  ok,
  type Outcome,
  type Problem,
  unauthorized,
} from "./problem.ts";
import { asSent, readResourceBody } from "./resource_body.ts";
import type { ResourceGuard } from "./resource_guard.ts";
import { enveloped } from "./resource_answer.ts";
import type { ApiShape, Shows, Sources } from "./resource_spec.ts";

/** How users see their own account, and where. */
export interface AccountShape {
  /** What an account stands under in an envelope, such as `user`. */
  readonly name: string;
  /** Where its routes are; nobody can register where there is no path for it. */
  readonly paths: {
    readonly register?: string;
    readonly login: string;
    readonly self: string;
  };
  /** The method of a change of oneself. @default "PATCH" */
  readonly changeMethod?: "PATCH" | "PUT";
  /** What clients see of their account. */
  readonly shows: Shows;
  /** The name under which the token is shown beside that. @default it is not */
  readonly token?: string;
  /** Whether a change of oneself may set the password, without the one before. @default false */
  readonly setsPassword?: boolean;
  /** How many characters a password must have at least. @default MIN_PASSWORD_LENGTH */
  readonly minPasswordLength?: number;
  /** The tenants that users belong to. @default there are none */
  readonly tenants?: AccountTenants;
}

/** What a registration says of tenants. */
export interface AccountTenants {
  /** What its body has the tenant under: the users' relation to it, such as `organisation`. */
  readonly name: string;
  /** What clients see of tenants, where fields have other names. */
  readonly shows: Shows;
  /** The names of the fields that it may say of a new one. */
  readonly accepts: readonly string[];
  /** Whether who is not signed in may open one; else only who may create users registers somebody. */
  readonly open: boolean;
}

/** What {@link mountAccount} needs. */
export interface AccountOptions extends AccountShape {
  /** The shape of the bodies. */
  readonly schemas: {
    readonly register: BodySchema;
    readonly login: BodySchema;
    readonly change: BodySchema;
  };
  /** The users. */
  readonly entity: EntitySpec;
  /** The users' field that people sign in with. */
  readonly signIn: string;
  /** How the API looks. */
  readonly shape: ApiShape;
  /** The controllers. */
  readonly sources: Sources;
  /** Stands before users. */
  readonly guard: ResourceGuard;
  /** Stands before what their accounts show beside. @default everybody sees all of it */
  readonly guards?: Readonly<Record<string, ResourceGuard>>;
  /** Finds references in a body to what whoever sends it may not know of. @default none is looked for */
  readonly checkReferences?: (
    request: Request,
    body: JsonObject,
  ) => Promise<Outcome<JsonObject>>;
  /** The header by which a trusted proxy tells the client's address. @default none */
  readonly addressHeader?: string;
  /** Asks the controller that knows users and their tokens. */
  readonly ask: AskAuth;
}

/** Adds the routes of accounts. */
export function mountAccount(api: Api, options: AccountOptions): void {
  const { paths, changeMethod = "PATCH" } = options;
  if (paths.register !== undefined) {
    api.route("POST", paths.register, entering(options, "register", 201));
  }
  api.route("POST", paths.login, entering(options, "login", 200));
  api.route("GET", paths.self, seeing(options));
  api.route(changeMethod, paths.self, changing(options));
}

/** Both are answered with the account, and a token where it is that of who asks. */
function entering(
  options: AccountOptions,
  operation: "register" | "login",
  status: number,
): Handler {
  const { ask, addressHeader, signIn, schemas, tenants } = options;
  const accepts = operation === "login"
    ? [signIn]
    : [...Object.keys(options.entity.fields), ...tenants ? [tenants.name] : []];
  return async ({ raw }) => {
    const creator = operation === "register"
      ? await creatorOf(raw, options)
      : ok(undefined);
    if (!creator.ok) return refuse(raw, creator.problem, options);
    const sent = await readBody(raw, options, schemas[operation], [
      ...accepts,
      PASSWORD,
    ]);
    const body = sent.ok && operation === "register"
      ? await withKnownReferences(raw, options, sent.value)
      : sent;
    if (!body.ok) return errorResponse(body.problem);
    const client = clientOf(raw, addressHeader);
    const reply = await ask({
      operation,
      body: body.value,
      client,
      ...(creator.value ? { creator: creator.value } : {}),
    });
    if (!reply.ok) return refused(raw, reply, options);
    if (creator.value) {
      const seen = { viewer: creator.value, status };
      return await accountAnswer(options, reply.value as Entity, seen); // what somebody else is made by is answered with them
    }
    const { user, accessToken } = reply.value as SignedIn; // what both are answered with
    return await accountAnswer(options, user, { token: accessToken, status });
  };
}

function seeing(options: AccountOptions): Handler {
  return async ({ raw }) => {
    const { ask } = options;
    const self = await selfOf(raw, options);
    if (self === undefined) return refuse(raw, unauthorized(), options);
    const reply = await ask({ operation: "me", viewer: self.viewer });
    return reply.ok
      ? await accountAnswer(options, reply.value as Entity, self)
      : refused(raw, reply, options);
  };
}

/** The change of the password, if there is one, comes last: it cannot be taken back. */
function changing(options: AccountOptions): Handler {
  const { ask, guard, schemas, sources, entity, setsPassword } = options;
  return async ({ raw }) => {
    const self = await selfOf(raw, options);
    if (self === undefined) return refuse(raw, unauthorized(), options);
    const permit = await guard.decide(raw, "patch");
    if (!permit.ok) return refuse(raw, permit.problem, options);
    const sent = await readBody(raw, options, schemas.change, [
      ...Object.keys(entity.fields),
      ...(setsPassword ? [PASSWORD] : []),
    ]);
    const body = sent.ok
      ? await withKnownReferences(raw, options, sent.value)
      : sent;
    if (!body.ok) return errorResponse(body.problem);
    const { [PASSWORD]: password, ...fields } = body.value;
    const { id } = self.viewer;
    const complaint = password === undefined
      ? undefined
      : complaintAboutPassword(
        String(password),
        options.minPasswordLength,
      );
    if (complaint !== undefined) {
      const errors = [{ path: PASSWORD, message: complaint }];
      return errorResponse(invalid(errors));
    }
    const reply = await sources[entity.name]?.({
      operation: "patch",
      id,
      body: fields,
      grant: permit.value.grant,
    });
    if (!reply) throw new Error(`Cannot reach "${entity.name}": no source`);
    if (!reply.ok) {
      return errorResponse(asSent(reply.problem, named(options)));
    }
    if (password !== undefined) {
      const set = await ask({
        operation: "setPassword",
        viewer: self.viewer,
        password: String(password),
      });
      if (!set.ok) return refused(raw, set, options);
    }
    return await accountAnswer(options, reply.value as Entity, self);
  };
}

async function accountAnswer(
  { shape, name, shows, token: shownAs, sources, guards, ask }: AccountOptions,
  user: Entity,
  { token, viewer, status = 200 }: {
    /** Their token, if it is they who ask. */
    readonly token?: string;
    /** Who asks, if it is known. */
    readonly viewer?: Viewer;
    readonly status?: number;
  },
): Promise<Response> {
  // What they see of others may depend on more than who they are.
  const known = guards && token !== undefined && viewer === undefined
    ? await ask({ operation: "authenticate", token })
    : undefined;
  const asker = known?.ok ? known.value as Viewer : { id: user.id }; // what "authenticate" is answered with
  const showing = { sources, guards, viewer: viewer ?? asker };
  const [shown = {}] = await present(shows, [user], showing);
  const account = shownAs === undefined || token === undefined
    ? shown
    : { ...shown, [shownAs]: token };
  return jsonResponse(enveloped(shape, name, account), status);
}

/** Finds who creates a user of their own tenant; nobody, where somebody registers themselves. */
async function creatorOf(
  request: Request,
  { tenants, guard }: AccountOptions,
): Promise<Outcome<Viewer | undefined>> {
  const isOwn = tenants === undefined ||
    tenants.open && !request.headers.has("authorization");
  if (isOwn) return ok(undefined);
  const permit = await guard.decide(request, "create");
  return permit.ok ? ok(permit.value.viewer) : permit;
}

/** Who asks, and by which token. */
async function selfOf(
  request: Request,
  { ask, shape: { scheme } }: AccountOptions,
): Promise<{ viewer: Viewer; token: string } | undefined> {
  const token = bearerToken(request, scheme);
  const viewer = await viewerOf(request, ask, scheme);
  return token === undefined || viewer === undefined
    ? undefined
    : { viewer, token };
}

function readBody(
  request: Request,
  options: AccountOptions,
  schema: BodySchema,
  accepts: readonly string[],
): Promise<Outcome<JsonObject>> {
  const maxBytes = MAX_BYTES;
  return readResourceBody(request, {
    ...named(options),
    name: options.name,
    schema,
    accepts,
    maxBytes,
  });
}

/** The names that clients have for what they send. */
function named({ shape, shows, tenants }: AccountOptions) {
  return { shape, shows, parts: tenants ? { [tenants.name]: tenants } : {} };
}

async function withKnownReferences(
  request: Request,
  options: AccountOptions,
  body: JsonObject,
): Promise<Outcome<JsonObject>> {
  const checked = await options.checkReferences?.(request, body) ?? ok(body);
  return checked.ok ? checked : failed(asSent(checked.problem, named(options)));
}

function refused(
  request: Request,
  reply: AuthReply & { readonly ok: false },
  options: AccountOptions,
): Response {
  if ("retryAfter" in reply && reply.retryAfter !== undefined) {
    const headers = { "retry-after": String(reply.retryAfter) };
    return errorResponse(reply.problem, headers);
  }
  return refuse(request, asSent(reply.problem, named(options)), options);
}

function refuse(
  request: Request,
  problem: Problem,
  { guard }: AccountOptions,
): Response {
  return guard.refuse(request, problem);
}

const PASSWORD = "password";
/** Nobody has a reason to send more. */
const MAX_BYTES = 64 * 1024;
