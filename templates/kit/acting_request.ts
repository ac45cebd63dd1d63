/**
 * Tests of what an API does, whoever asks: each request is sent as somebody who may.
 *
 * @module
 */
import { type EntityAccess, ruleOf } from "./access_rule.ts";

/** An entity whose routes are asked. */
export interface ActingEntity {
  /** Its path, such as `/posts`. */
  readonly path: string;
  /** Its rules. */
  readonly access: EntityAccess;
  /** The role of whom its samples belong to. @default the role that users begin with */
  readonly role?: string;
}

/** Gives a request the token of somebody who may send it; one that has a token, or that everyone may send, stays as it is. */
export async function actingRequest(
  request: Request,
  entities: readonly ActingEntity[],
  tokenOf: (role: string | undefined) => Promise<string>,
): Promise<Request> {
  const { pathname } = new URL(request.url);
  const entity = entities.find(({ path }) =>
    pathname === path || pathname.startsWith(`${path}/`)
  );
  if (entity === undefined || request.headers.has("authorization")) {
    return request;
  }
  const [, action] = pathname.slice(entity.path.length + 1).split("/");
  const isOne = pathname.length > entity.path.length;
  const operation = action === undefined
    ? operationOf(request.method, isOne)
    : request.method === "POST"
    ? action
    // What else stands below an entity is a part of it, such as a file.
    : request.method === "GET" || request.method === "HEAD"
    ? "get"
    : "patch";
  const rule = ruleOf(entity.access, operation);
  const assigns = operation === "create" && entity.access.assignsOwner;
  const anonymous = rule.includes("everyone") && !assigns &&
    entity.access.visible === undefined;
  if (rule.length === 0 || anonymous) {
    return request;
  }
  const isAnybody = ["everyone", "users", "owner"]
    .some((word) => rule.includes(word));
  const token = await tokenOf(isAnybody ? entity.role : rule[0]);
  request.headers.set("authorization", `Bearer ${token}`);
  return request;
}

function operationOf(method: string, isOne: boolean): string {
  switch (method) {
    case "POST":
      return "create";
    case "PUT":
      return "replace";
    case "PATCH":
      return "patch";
    case "DELETE":
      return "delete";
    default: // GET, HEAD
      return isOne ? "get" : "list";
  }
}
