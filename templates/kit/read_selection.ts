/**
 * What a read asks for beside the entities: only some of their fields, and others that are related to them.
 *
 * @module
 */
import type {
  EntityReply,
  EntityRequest,
  JsonObject,
  Page,
} from "./entity_request.ts";
import {
  type Entity,
  type EntitySpec,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";
import {
  errorResponse,
  jsonResponse,
  notModifiedResponse,
} from "./http_response.ts";
import {
  entityTag,
  isMatched,
  partTag,
  type Precondition,
} from "./precondition.ts";
import {
  failed,
  type FieldError,
  invalid,
  ok,
  type Outcome,
  preconditionFailed,
  type Problem,
} from "./problem.ts";

/** What a read asks for. */
export interface Selection {
  /** The fields of the answer in the entity's order, the id first. @default all */
  readonly fields?: readonly string[];
  /** What is included, in the order of the request. @default nothing */
  readonly include?: readonly string[];
}

/** Includes others in what is read. */
export interface Includes {
  /** What can be included. */
  readonly names: readonly string[];
  /** Decides whether whoever asks may read what is to be included, before anything is read. */
  open(
    request: Request,
    names: readonly string[],
  ): Promise<Outcome<ReadIncluded>>;
}

/** Reads what belongs to entities, at most so many of a kind for each: for each of them, the members to add to it. */
export type ReadIncluded = (
  entities: readonly Entity[],
  most: number,
) => Promise<Outcome<readonly JsonObject[]>>;

/** What {@link takeSelection} needs to know. */
export interface Selectable {
  /** The entity as clients see it. */
  readonly spec: EntitySpec;
  /** What can be included. @default nothing */
  readonly includes?: Includes;
}

/** A read of a selection. */
export interface SelectedRead {
  /** The request. */
  readonly request: Request;
  /** What it asks for. */
  readonly selection: Selection;
  /** What reads the entity, or the page. */
  readonly wish: EntityRequest;
  /** Hands it to the controller. */
  readonly send: (wish: EntityRequest) => Promise<EntityReply<unknown>>;
  /** Includes others. */
  readonly includes?: Includes;
  /** Answers a request that may not include what it wants. @default with the problem alone */
  readonly guard?: {
    refuse(request: Request, problem: Problem): Response;
  };
}

/** How many of a kind are included in one entity. */
export const MAX_INCLUDED = 200;

/** How many of a kind are included in each entity of a list. */
export const MAX_INCLUDED_IN_LIST = 20;

/** How many names `include` can have. */
export const MAX_INCLUDES = 5;

/**
 * Takes `fields=title,dueOn` and `include=author,comments` out of a query; undefined where it has neither.
 *
 * Names that are unknown or repeated are a 422 that says which there are.
 */
export function takeSelection(
  params: URLSearchParams,
  { spec, includes }: Selectable,
): Outcome<Selection | undefined> {
  if (!params.has("fields") && !params.has("include")) return UNSELECTED;
  const errors: FieldError[] = [];
  const fields = takeNames(params, "fields", errors);
  const include = takeNames(params, "include", errors);
  const known = fieldNames(spec);
  const related = includes?.names ?? [];
  errors.push(
    ...unknownNames("fields", fields, known),
    ...unknownNames("include", include, related),
  );
  if (include && include.length > MAX_INCLUDES) {
    const message = `must name at most ${MAX_INCLUDES}`;
    errors.push({ path: "include", message });
  }
  if (errors.length > 0) return failed(invalid(errors));
  return ok({
    ...(fields
      ? {
        fields: known.filter((name) => name === "id" || fields.includes(name)),
      }
      : {}),
    ...(include ? { include } : {}),
  });
}

/** Answers a list of which some fields are wanted, or more than its fields. */
export async function selectedPage(read: SelectedRead): Promise<Response> {
  const opened = await open(read);
  if (opened instanceof Response) return opened;
  const reply = await read.send(read.wish);
  if (!reply.ok) return errorResponse(reply.problem);
  const page = reply.value as Page<Entity>; // what a list is answered with
  const items = await selected(
    page.items,
    read.selection,
    opened,
    MAX_INCLUDED_IN_LIST,
  );
  return items.ok
    ? jsonResponse({ ...page, items: items.value })
    : errorResponse(items.problem);
}

/**
 * Answers with one entity of which some fields are wanted, or more than its fields.
 *
 * What is included changes without the entity: such an answer has no tag, and is never 304. Some of its fields have a
 * tag of their own, as they are not what the tag of the whole stands for.
 */
export async function selectedEntity(
  read: SelectedRead,
  precondition: Precondition = {},
): Promise<Response> {
  const opened = await open(read);
  if (opened instanceof Response) return opened;
  const reply = await read.send(read.wish);
  const { version = 0 } = reply;
  if (!reply.ok) return errorResponse(reply.problem);
  if (!isMatched(precondition, version)) {
    const detail = "The ETag of what is read is not among those of If-Match.";
    const etag = entityTag(version);
    return errorResponse(preconditionFailed(detail), { etag });
  }
  const { fields, include } = read.selection;
  const headers: Record<string, string> = fields && !include
    ? { etag: partTag(version, fields) }
    : {};
  if (knows(precondition, headers["etag"])) {
    return notModifiedResponse(headers);
  }
  const entity = reply.value as Entity; // what a get is answered with
  const items = await selected([entity], read.selection, opened, MAX_INCLUDED);
  return items.ok
    ? jsonResponse(items.value[0], 200, headers)
    : errorResponse(items.problem);
}

/** Adds what is wrong with the rest of a query to what is wrong with its selection. */
export function joinedProblem(
  problem: Problem,
  rest: Outcome<unknown>,
): Problem {
  return rest.ok || !rest.problem.errors
    ? problem
    : invalid([...problem.errors ?? [], ...rest.problem.errors]);
}

async function open(
  { request, selection, includes, guard }: SelectedRead,
): Promise<ReadIncluded | undefined | Response> {
  const { include } = selection;
  if (!include || !includes) return undefined;
  const opened = await includes.open(request, include);
  if (opened.ok) return opened.value;
  return guard?.refuse(request, opened.problem) ??
    errorResponse(opened.problem);
}

async function selected(
  entities: readonly Entity[],
  { fields }: Selection,
  read: ReadIncluded | undefined,
  most: number,
): Promise<Outcome<readonly object[]>> {
  const parts: readonly object[] = fields
    ? entities.map((entity) => partOf(entity, fields))
    : entities;
  if (!read) return ok(parts);
  const included = await read(entities, most);
  return included.ok
    ? ok(parts.map((part, i) => ({ ...part, ...included.value[i] })))
    : included;
}

function partOf(entity: Entity, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.map((name) => [name, valueOf(entity, name)]),
  );
}

function knows({ noneMatch }: Precondition, tag: string | undefined): boolean {
  return tag !== undefined && noneMatch !== undefined &&
    (noneMatch === "*" ||
      noneMatch.some((known) => known === tag || known === `W/${tag}`));
}

function fieldNames({ fields }: EntitySpec): string[] {
  const own = Object.keys(fields).filter((name) => !fields[name]?.writeOnly);
  return [...Object.keys(SERVER_FIELDS), ...own];
}

function takeNames(
  params: URLSearchParams,
  name: "fields" | "include",
  errors: FieldError[],
): readonly string[] | undefined {
  const [text, ...others] = params.getAll(name);
  params.delete(name);
  if (others.length > 0) {
    errors.push({ path: name, message: "must not be repeated" });
  }
  return text?.split(",");
}

function unknownNames(
  path: string,
  names: readonly string[] = [],
  known: readonly string[],
): FieldError[] {
  return names.flatMap((name, i) => {
    if (!known.includes(name)) {
      const there = known.length === 0
        ? "there is nothing to include"
        : `there are ${known.join(", ")}`;
      return [{ path, message: `has no "${name}": ${there}` }];
    }
    return names.indexOf(name) < i
      ? [{ path, message: `must name "${name}" once` }]
      : [];
  });
}

const UNSELECTED = ok(undefined);
