/**
 * The routes by which several entities of a resource are created, changed or deleted at once: all of them or none.
 *
 * @module
 */
import { clientName, inClientNames } from "./client_names.ts";
import type { BulkWish, JsonObject, Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import type { Api, Handler, RouteRequest } from "./http_api.ts";
import { emptyResponse, errorResponse, jsonResponse } from "./http_response.ts";
import { readJsonBody } from "./json_body.ts";
import { pageNames } from "./page_names.ts";
import { type Precondition, readPrecondition } from "./precondition.ts";
import { present } from "./present.ts";
import {
  failed,
  type FieldError,
  invalid,
  notFound,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";
import { checkResourceBody } from "./resource_body.ts";
import { findNamed, keyIn } from "./resource_keys.ts";
import {
  keyed,
  type OperationShape,
  type Place,
  placed,
  type ResourceOptions,
  sendPlain,
} from "./resource_request.ts";
import { bodyOptions, withKnownReferences } from "./resource_writes.ts";

/** What can be done with several entities of a resource at once. */
export type ResourceBulkOperation = "create" | "patch" | "delete";

/**
 * Makes what adds the routes of these operations for at most so many entities at once.
 *
 * Each is sent as it would be alone, in a list under the name that lists have; what is there already is named by its key.
 * Whoever may do it with one may do it with several, and each is held to the same rules as if it were alone.
 */
export function resourceBulk(
  operations: readonly ResourceBulkOperation[],
  most: number,
): (api: Api, options: ResourceOptions) => void {
  return (api, options) => {
    for (const operation of operations) {
      const own = options.operations.find((one) => one.operation === operation);
      if (own === undefined) {
        throw new TypeError(
          `Cannot mount "${options.resource.name}": found "${operation}" for several and not for one`,
        );
      }
      const path = `${options.resource.path}/bulk/${operation}`;
      api.route("POST", path, doing(options, { ...own, operation }, most));
    }
  };
}

/** An operation on several, and how it is called and answered with one. */
type BulkShape = OperationShape & { readonly operation: ResourceBulkOperation };

function doing(
  common: ResourceOptions,
  shape: BulkShape,
  most: number,
): Handler {
  const { operation } = shape;
  const handle = async (
    options: ResourceOptions,
    { raw }: RouteRequest,
    place: Place,
  ) => {
    const items = await itemsIn(raw, options, most);
    if (!items.ok) return errorResponse(items.problem);
    const scene = { raw, options, shape, place };
    const wishes = await wishesOf(items.value, scene);
    if (!wishes.ok) return errorResponse(wishes.problem);
    const wish = { operation: "bulk", wishes: wishes.value } as const;
    const reply = await sendPlain(options, place.permit, wish);
    if (!reply.ok) return errorResponse(asSent(reply.problem, options));
    if (operation === "delete") return emptyResponse();
    const page = reply.value as Page<Entity>; // several are answered with a page
    const { resource: { shows } } = options;
    const { viewer } = place.permit;
    const shown = await present(shows, page.items, { ...options, viewer });
    const { status = operation === "create" ? 201 : 200 } = shape;
    return jsonResponse({ [listName(options)]: shown }, status);
  };
  return placed(
    common,
    operation,
    // What names entities finds none the second time if the first has deleted or renamed them.
    operation === "create"
      ? keyed(common, handle)
      : (request, place) => handle(common, request, place),
  );
}

interface Scene {
  readonly raw: Request;
  readonly options: ResourceOptions;
  readonly shape: BulkShape;
  readonly place: Place;
}

async function itemsIn(
  raw: Request,
  options: ResourceOptions,
  most: number,
): Promise<Outcome<readonly JsonObject[]>> {
  const body = await readJsonBody(raw);
  if (!body.ok) return body;
  const name = listName(options);
  const unknown = unknownIn(body.value, [name], options);
  if (unknown !== undefined) return refused(unknown, "unknown field");
  const items = Object.hasOwn(body.value, name) ? body.value[name] : undefined;
  if (!Array.isArray(items) || items.length === 0 || items.length > most) {
    return refused(name, `must be a list of 1 to ${most}`);
  }
  const wrong = items.findIndex((item) => !isObject(item));
  return wrong === -1
    ? ok(items)
    : refused(`${name}/${wrong}`, "must be a JSON object", wrong);
}

/** Reads what is wanted of each; what is wrong with any is told of all. */
async function wishesOf(
  items: readonly JsonObject[],
  scene: Scene,
): Promise<Outcome<readonly BulkWish[]>> {
  const { options, shape: { operation }, place } = scene;
  const found = operation === "create" ? ok([]) : await findNamed(
    options,
    place,
    items.map((item) => item[keyName(options)]),
  );
  if (!found.ok) return found;
  const wishes: BulkWish[] = [];
  const errors: FieldError[] = [];
  let first: number | undefined;
  for (const [index, item] of items.entries()) {
    const wish = operation === "create"
      ? await creation(item, scene)
      : await change(item, found.value[index], { ...scene, operation });
    if (wish.ok) {
      wishes.push(wish.value);
      continue;
    }
    const problem = about(wish.problem, index, options);
    if (problem.status !== 422) return failed(problem);
    first ??= index;
    errors.push(...problem.errors ?? []);
  }
  if (first !== undefined) return failed({ ...invalid(errors), item: first });
  const ids = wishes.map((wish) => "id" in wish ? wish.id : undefined);
  const again = ids.findIndex((id, index) =>
    id !== undefined && ids.indexOf(id) < index
  );
  if (again === -1) return ok(wishes);
  const path = `${listName(options)}/${again}/${keyName(options)}`;
  return refused(path, "is there twice", again);
}

async function creation(
  item: JsonObject,
  scene: Scene,
): Promise<Outcome<BulkWish>> {
  const body = await bodyOf(item, scene);
  return body.ok ? ok({ operation: "create", body: body.value }) : body;
}

async function change(
  item: JsonObject,
  entity: Entity | undefined,
  scene: Scene & { readonly operation: "patch" | "delete" },
): Promise<Outcome<BulkWish>> {
  const { options, operation } = scene;
  const { resource, shape: { naming } } = options;
  const key = keyName(options);
  const ifMatch = clientName({}, "ifMatch", naming);
  const known = [key, ifMatch, ...(operation === "patch" ? ["changes"] : [])];
  const unknown = unknownIn(item, known, options);
  if (unknown !== undefined) return refused(unknown, "unknown field");
  if (keyIn(resource, item[key]) === undefined) {
    return refused(key, `must be what stands in paths`);
  }
  if (entity === undefined) return failed(notFound(resource.entity.label));
  const condition = conditionOf(item[ifMatch], ifMatch);
  if (!condition.ok) return condition;
  const target = { id: entity.id, ...condition.value };
  if (operation === "delete") return ok({ operation, ...target });
  const { changes } = item;
  if (!isObject(changes)) return refused("changes", "must be a JSON object");
  const body = await bodyOf(changes, scene);
  return body.ok ? ok({ operation, ...target, body: body.value }) : body;
}

async function bodyOf(
  item: JsonObject,
  { raw, options, shape: { schema }, place: { parent } }: Scene,
): Promise<Outcome<JsonObject>> {
  if (schema === undefined) {
    throw new TypeError(
      `Cannot mount "${options.resource.name}": found no schema of what is sent for several`,
    );
  }
  const body = checkResourceBody(
    item,
    bodyOptions(options, { schema, parent }),
  );
  return body.ok ? await withKnownReferences(raw, options, body.value) : body;
}

function conditionOf(
  ifMatch: unknown,
  path: string,
): Outcome<{ readonly precondition?: Precondition }> {
  if (ifMatch === undefined) return ok({});
  const read = typeof ifMatch === "string" && VISIBLE.test(ifMatch)
    ? readPrecondition(new Headers({ "if-match": ifMatch }))
    : undefined;
  return read?.ok && read.value
    ? ok({ precondition: read.value })
    : refused(path, 'must be a tag as ETag gives it, such as "\\"3\\""');
}

/** Where nothing unknown is passed over, the first that is unknown. */
function unknownIn(
  object: JsonObject,
  known: readonly string[],
  { shape }: ResourceOptions,
): string | undefined {
  return shape.unknownFields === "ignore"
    ? undefined
    : Object.keys(object).find((name) => !known.includes(name))
      ?.slice(0, MAX_PATH);
}

/** Says of which item a problem is. */
function about(
  problem: Problem,
  item: number,
  options: ResourceOptions,
): Problem {
  const errors = problem.errors?.map(({ path, message }) => ({
    path: `${listName(options)}/${item}/${path}`,
    message,
  }));
  return { ...problem, ...(errors ? { errors } : {}), item };
}

/** Names what a controller found wrong as it was sent: `items/3/title` under the names that clients have. */
function asSent(problem: Problem, options: ResourceOptions): Problem {
  const { resource: { shows }, shape: { naming } } = options;
  const errors = problem.errors?.map((error) => {
    const [, item, own] = /^items\/(\d+)(?:\/(.*))?$/s.exec(error.path) ?? [];
    if (item === undefined) return error;
    const place = `${listName(options)}/${item}`;
    if (own === undefined) return { ...error, path: place };
    const named = invalid([{ ...error, path: own }]);
    const [{ path } = error] = inClientNames(named, shows, naming).errors ?? [];
    return { ...error, path: `${place}/${path}` };
  });
  return errors ? { ...problem, errors } : problem;
}

function listName({ resource, shape }: ResourceOptions): string {
  return pageNames(shape, resource.plural).items;
}

function keyName({ resource, shape }: ResourceOptions): string {
  return clientName(resource.shows, resource.key, shape.naming);
}

function refused(
  path: string,
  message: string,
  item?: number,
): { readonly ok: false; readonly problem: Problem } {
  const problem = invalid([{ path, message }]);
  return failed(item === undefined ? problem : { ...problem, item });
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const VISIBLE = /^[ -~]{1,1000}$/;
const MAX_PATH = 200;
