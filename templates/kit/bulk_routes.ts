/**
 * The routes by which several entities are created, changed or deleted at once: all of them or none.
 *
 * @module
 */
import { type BodySchema, checkBody } from "./body_schema.ts";
import type { BulkWish, JsonObject, Page } from "./entity_request.ts";
import { keyValue } from "./entity_key.ts";
import {
  type EntityRoutesOptions,
  guardedOnce,
  type Send,
} from "./entity_routes.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { Api } from "./http_api.ts";
import { emptyResponse, errorResponse, jsonResponse } from "./http_response.ts";
import { readJsonBody } from "./json_body.ts";
import { type Precondition, readPrecondition } from "./precondition.ts";
import {
  failed,
  type FieldError,
  invalid,
  notFound,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";
import { isUuid } from "./uuid7.ts";

/** What can be done with several entities at once. */
export type BulkOperation = "create" | "patch" | "delete";

/** Makes what adds the routes of these operations for at most so many entities at once. */
export function bulkRoutes(
  operations: readonly BulkOperation[],
  most: number,
): (api: Api, options: EntityRoutesOptions) => void {
  return (api, options) => {
    for (const operation of operations) mount(api, options, operation, most);
  };
}

function mount(
  api: Api,
  options: EntityRoutesOptions,
  operation: BulkOperation,
  most: number,
): void {
  const handler = guardedOnce(options, operation, async ({ raw }, send) => {
    const body = await readJsonBody(raw, options.bodyLimits);
    if (!body.ok) return errorResponse(body.problem);
    const items = itemsIn(body.value, most);
    if (!items.ok) return errorResponse(items.problem);
    const wishes = await wishesOf(items.value, operation, {
      raw,
      send,
      options,
    });
    if (!wishes.ok) return errorResponse(wishes.problem);
    const reply = await send({ operation: "bulk", wishes: wishes.value });
    if (!reply.ok) return errorResponse(reply.problem);
    if (operation === "delete") return emptyResponse();
    const page = reply.value as Page<Entity>; // several are answered with a page
    const status = operation === "create" ? 201 : 200;
    return jsonResponse({ items: page.items }, status);
  });
  api.route("POST", `${options.spec.path}/bulk/${operation}`, handler);
}

interface Scene {
  readonly raw: Request;
  readonly send: Send;
  readonly options: EntityRoutesOptions;
}

function itemsIn(
  body: JsonObject,
  most: number,
): Outcome<readonly JsonObject[]> {
  const { items, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    return refused(unknown.slice(0, MAX_PATH), "unknown field");
  }
  if (!Array.isArray(items) || items.length === 0 || items.length > most) {
    return refused("items", `must be a list of 1 to ${most}`);
  }
  const wrong = items.findIndex((item) =>
    typeof item !== "object" || item === null || Array.isArray(item)
  );
  return wrong === -1
    ? ok(items)
    : refused(`items/${wrong}`, "must be a JSON object", wrong);
}

/** Reads what is wanted of each; what is wrong with any is told of all. */
async function wishesOf(
  items: readonly JsonObject[],
  operation: BulkOperation,
  scene: Scene,
): Promise<Outcome<readonly BulkWish[]>> {
  const wishes: BulkWish[] = [];
  const errors: FieldError[] = [];
  let first: number | undefined;
  for (const [index, item] of items.entries()) {
    const wish = await wishOf(item, operation, scene);
    if (wish.ok) {
      wishes.push(wish.value);
      continue;
    }
    if (wish.problem.status !== 422) return failed(about(wish.problem, index));
    first ??= index;
    errors.push(...about(wish.problem, index).errors ?? []);
  }
  if (first !== undefined) {
    return failed({ ...invalid(errors), item: first });
  }
  const again = wishes.findIndex((wish, index) =>
    "id" in wish &&
    wishes.slice(0, index).some((one) => "id" in one && one.id === wish.id)
  );
  return again === -1
    ? ok(wishes)
    : refused(`items/${again}/id`, "is there twice", again);
}

async function wishOf(
  item: JsonObject,
  operation: BulkOperation,
  scene: Scene,
): Promise<Outcome<BulkWish>> {
  const { options } = scene;
  if (operation === "create") {
    const body = await bodyOf(item, options.createSchema, scene);
    return body.ok ? ok({ operation, body: body.value }) : body;
  }
  const { id: given, ifMatch, changes, ...others } = item;
  const [unknown] = [
    ...Object.keys(others),
    ...(operation === "delete" && changes !== undefined ? ["changes"] : []),
  ];
  if (unknown !== undefined) {
    return refused(unknown.slice(0, MAX_PATH), "unknown field");
  }
  const id = idOf(options.spec, given);
  if (!id.ok) return id;
  const condition = conditionOf(ifMatch);
  if (!condition.ok) return condition;
  const target = { id: id.value, ...condition.value };
  if (operation === "delete") return ok({ operation, ...target });
  if (
    typeof changes !== "object" || changes === null || Array.isArray(changes)
  ) {
    return refused("changes", "must be a JSON object");
  }
  const body = await bodyOf(changes as JsonObject, options.patchSchema, scene);
  if (body.ok) return ok({ operation, ...target, body: body.value });
  // As with one alone, that of an entity which is not there for whoever asks does not matter.
  if (!options.checkReferences || body.problem.status !== 422) return body;
  const found = await scene.send({ operation: "get", id: id.value });
  return found.ok ? body : found;
}

async function bodyOf(
  item: JsonObject,
  schema: BodySchema | undefined,
  { raw, options: { spec, checkReferences } }: Scene,
): Promise<Outcome<JsonObject>> {
  if (schema === undefined) {
    throw new TypeError(
      `Cannot mount "${spec.name}": found no schema of what is sent in bulk`,
    );
  }
  const checked = checkBody(schema, item);
  return checked.ok && checkReferences
    ? await checkReferences(raw, checked.value)
    : checked;
}

/** An id that is no UUID is one that no entity has; a key may stand for it. */
function idOf(spec: EntitySpec, given: unknown): Outcome<string> {
  if (typeof given !== "string") return refused("id", "must be a text");
  const id = isUuid(given)
    ? given.toLowerCase()
    : keyValue(spec, given)?.toString();
  return id === undefined ? failed(notFound(spec.label)) : ok(id);
}

function conditionOf(
  ifMatch: unknown,
): Outcome<{ readonly precondition?: Precondition }> {
  if (ifMatch === undefined) return ok({});
  const read = typeof ifMatch === "string" && VISIBLE.test(ifMatch)
    ? readPrecondition(new Headers({ "if-match": ifMatch }))
    : undefined;
  return read?.ok && read.value
    ? ok({ precondition: read.value })
    : refused("ifMatch", 'must be a tag as ETag gives it, such as "\\"3\\""');
}

function refused(
  path: string,
  message: string,
  item?: number,
): { readonly ok: false; readonly problem: Problem } {
  const problem = invalid([{ path, message }]);
  return failed(item === undefined ? problem : { ...problem, item });
}

/** Says of which item a problem is. */
function about(problem: Problem, item: number): Problem {
  const errors = problem.errors?.map(({ path, message }) => ({
    path: `items/${item}/${path}`,
    message,
  }));
  return { ...problem, ...(errors ? { errors } : {}), item };
}

const VISIBLE = /^[ -~]{1,1000}$/;
const MAX_PATH = 200;
