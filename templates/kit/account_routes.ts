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
import { inClientNames } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { Api, Handler } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import { present } from "./present.ts";
import { complaintAboutPassword } from "./password_hash.ts";
import {
  invalid,
  type Outcome,
  type Problem,
  unauthorized,
} from "./problem.ts";
import { readResourceBody } from "./resource_body.ts";
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

/** Both are answered with the account and a token. */
function entering(
  options: AccountOptions,
  operation: "register" | "login",
  status: number,
): Handler {
  const { ask, addressHeader, signIn, schemas } = options;
  return async ({ raw }) => {
    const body = await readBody(raw, options, schemas[operation], [
      ...(operation === "login"
        ? [signIn]
        : Object.keys(options.entity.fields)),
      PASSWORD,
    ]);
    if (!body.ok) return errorResponse(body.problem);
    const client = clientOf(raw, addressHeader);
    const reply = await ask({ operation, body: body.value, client });
    if (!reply.ok) return refused(raw, reply, options);
    const { user, accessToken } = reply.value as SignedIn; // what both are answered with
    return await accountAnswer(options, user, accessToken, status);
  };
}

function seeing(options: AccountOptions): Handler {
  return async ({ raw }) => {
    const { ask } = options;
    const self = await selfOf(raw, options);
    if (self === undefined) return refuse(raw, unauthorized(), options);
    const reply = await ask({ operation: "me", viewer: self.viewer });
    return reply.ok
      ? await accountAnswer(options, reply.value as Entity, self.token)
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
    const body = await readBody(raw, options, schemas.change, [
      ...Object.keys(entity.fields),
      ...(setsPassword ? [PASSWORD] : []),
    ]);
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
      return errorResponse(
        inClientNames(reply.problem, options.shows, options.shape.naming),
      );
    }
    if (password !== undefined) {
      const set = await ask({
        operation: "setPassword",
        viewer: self.viewer,
        password: String(password),
      });
      if (!set.ok) return refused(raw, set, options);
    }
    return await accountAnswer(options, reply.value as Entity, self.token);
  };
}

async function accountAnswer(
  { shape, name, shows, token: shownAs, sources, guards, ask }: AccountOptions,
  user: Entity,
  token: string,
  status: number = 200,
): Promise<Response> {
  // What they see of others may depend on more than who they are.
  const known = guards && await ask({ operation: "authenticate", token });
  const viewer = known?.ok ? known.value as Viewer : { id: user.id }; // what "authenticate" is answered with
  const showing = { sources, guards, viewer };
  const [shown = {}] = await present(shows, [user], showing);
  const account = shownAs === undefined
    ? shown
    : { ...shown, [shownAs]: token };
  return jsonResponse(enveloped(shape, name, account), status);
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
  { shape, name, shows }: AccountOptions,
  schema: BodySchema,
  accepts: readonly string[],
): Promise<Outcome<JsonObject>> {
  const maxBytes = MAX_BYTES;
  return readResourceBody(request, {
    shape,
    name,
    shows,
    schema,
    accepts,
    maxBytes,
  });
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
  const problem = inClientNames(
    reply.problem,
    options.shows,
    options.shape.naming,
  );
  return refuse(request, problem, options);
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
