/**
 * Stands before the routes of an entity: finds who asks, and decides by the rules before a body is read.
 *
 * @module
 */
import {
  decide,
  type EntityAccess,
  isPublic,
  sight,
  tenantPart,
  type Viewer,
} from "./access_rule.ts";
import type { AuthReply, AuthRequest } from "./auth_request.ts";
import { bearerToken, challenge } from "./bearer_token.ts";
import type {
  EntityReply,
  EntityRequest,
  Grant,
  JsonObject,
} from "./entity_request.ts";
import type { EntityGuard } from "./entity_routes.ts";
import { errorResponse } from "./http_response.ts";
import { OWNERSHIP } from "./owned_entity.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  type Problem,
  unauthorized,
} from "./problem.ts";

/** Asks the controller that knows users and their tokens. */
export type AskAuth = (request: AuthRequest) => Promise<AuthReply>;

/** Makes the guard of one entity. */
export function guardOf(access: EntityAccess, ask: AskAuth): EntityGuard {
  return {
    async decide(request, operation) {
      // Whoever creates something of their own is known even where everyone may.
      const anybody = isPublic(access, operation) &&
        access.visible === undefined &&
        !(operation === "create" && access.assignsOwner);
      if (anybody) return decide(access, operation, undefined);
      const viewer = await viewerOf(request, ask);
      // A token that is not valid makes nobody anonymous: what they send would be lost to them.
      return viewer === undefined && request.headers.has("authorization")
        ? failed(unauthorized())
        : decide(access, operation, viewer);
    },
    refuse: refusal,
    restrict: OWNERSHIP.list,
  };
}

/** Finds who sends a request, once for each; undefined without a valid token. */
export function viewerOf(
  request: Request,
  ask: AskAuth,
  scheme?: string,
): Promise<Viewer | undefined> {
  const known = VIEWERS.get(request);
  if (known !== undefined) return known;
  const viewer = authenticate(request, ask, scheme);
  VIEWERS.set(request, viewer);
  return viewer;
}

const VIEWERS = new WeakMap<Request, Promise<Viewer | undefined>>();

async function authenticate(
  request: Request,
  ask: AskAuth,
  scheme?: string,
): Promise<Viewer | undefined> {
  const token = bearerToken(request, scheme);
  if (token === undefined) return undefined;
  const reply = await ask({ operation: "authenticate", token });
  return reply.ok ? reply.value as Viewer : undefined; // what "authenticate" is answered with
}

/** Answers a request that may not go on; a 401 says how to get in. */
export function refusal(
  request: Request,
  problem: Problem,
  scheme?: string,
): Response {
  return problem.status === 401
    ? errorResponse(problem, challenge(request, scheme))
    : errorResponse(problem);
}

/** What a body refers to by one of its fields. */
export interface ReferenceTarget {
  /** The rules of what is referred to. */
  readonly access: EntityAccess;
  /** What it is, for people. */
  readonly label: string;
  /** Asks its controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
}

/** What somebody may refer to: what they may read, where that depends on whose it is, and only inside their tenant. */
function readingGrant(
  access: EntityAccess,
  viewer: Viewer | undefined,
): Grant | undefined {
  const decided = decide(access, "get", viewer);
  const grant = decided.ok ? decided.value : {};
  const within = tenantPart(access, viewer);
  const seen = sight(access, viewer);
  if (within || seen) {
    return {
      ...grant,
      ...(within ? { within } : {}),
      ...(seen ? { seen } : {}),
    };
  }
  return grant.own ? grant : undefined;
}

/** Makes a check that refuses references to what whoever sends them may not read: for them it does not exist. */
export function referenceCheck(
  ask: AskAuth,
  targets: Readonly<Record<string, ReferenceTarget>>,
  scheme?: string,
): (request: Request, body: JsonObject) => Promise<Outcome<JsonObject>> {
  return async (request, body) => {
    const named = Object.entries(targets)
      .filter(([field]) => typeof body[field] === "string");
    if (named.length === 0) return ok(body);
    const viewer = await viewerOf(request, ask, scheme);
    const errors: FieldError[] = [];
    for (const [path, { access, label, send }] of named) {
      const grant = readingGrant(access, viewer);
      if (grant === undefined) continue;
      const id = String(body[path]).toLowerCase();
      const found = await send({
        operation: "get",
        id,
        grant,
        fresh: true,
      });
      if (found.ok) continue;
      errors.push({ path, message: `refers to no existing ${label}` });
    }
    return errors.length === 0 ? ok(body) : failed(invalid(errors));
  };
}
