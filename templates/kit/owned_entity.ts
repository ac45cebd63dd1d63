/**
 * What a grant means for one entity: whose it is, and what of it stays as it is.
 *
 * @module
 */
import type { EntityChange } from "./entity_action.ts";
import { sameValue } from "./entity_body.ts";
import type { Grant, JsonObject, SeenPart } from "./entity_request.ts";
import type { GrantKeeper } from "./entity_service_options.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import {
  failed,
  forbidden,
  invalid,
  notFound,
  ok,
  type Outcome,
  type Problem,
} from "./problem.ts";

/** Holds requests to their grants. */
export const OWNERSHIP: GrantKeeper = {
  list: ownList,
  refusal: refusalOf,
  created: withOwner,
  changed: keeping,
  bypass: bypassOf,
};

/** Says why an entity may not be touched: 404 where it may not even be read, else 403; undefined if it may. */
function refusalOf(
  grant: Grant | undefined,
  entity: Entity,
  label: string,
): Problem | undefined {
  const own = grant?.own;
  const within = grant?.within;
  if (within && valueOf(entity, within.field) !== within.id) {
    return notFound(label);
  }
  const part = grant?.part;
  if (part && valueOf(entity, part.field) !== part.id) return notFound(label);
  if (grant?.seen && !isSeen(grant.seen, entity)) return notFound(label);
  if (own === undefined || valueOf(entity, own.field) === own.id) {
    return undefined;
  }
  return own.readable
    ? forbidden(`You may not change this ${label}.`)
    : notFound(label);
}

function isSeen({ when, own }: SeenPart, entity: Entity): boolean {
  return own !== undefined && valueOf(entity, own.field) === own.id ||
    Object.entries(when).every(([field, values]) =>
      values.some((value) => value === valueOf(entity, field))
    );
}

/** Gives a new entity its owner and its tenant, whatever its body leaves out; a body that names another is refused. */
function withOwner(
  grant: Grant | undefined,
  body: JsonObject,
): Outcome<JsonObject> {
  const { assigned, within } = grant ?? {};
  const owned = assigned
    ? assign(body, assigned, "is whoever is signed in")
    : ok(body);
  return within && owned.ok
    ? assign(owned.value, within, "is that of whoever is signed in")
    : owned;
}

function assign(
  body: JsonObject,
  { field, id }: NonNullable<Grant["assigned"]>,
  message: string,
): Outcome<JsonObject> {
  const given = Object.hasOwn(body, field) ? body[field] ?? null : id;
  const isTheirs = typeof given === "string"
    ? given.toLowerCase() === id
    : given === id;
  return isTheirs
    ? ok({ ...body, [field]: id })
    : failed(invalid([{ path: field, message }]));
}

/** Keeps what this body may not change; a body that would change it is refused. */
function keeping(
  grant: Grant | undefined,
  current: Entity,
  body: JsonObject,
): Outcome<JsonObject> {
  const kept = grant?.kept;
  if (kept === undefined) return ok(body);
  const { field, ofId } = kept;
  const value = valueOf(current, field);
  if (!Object.hasOwn(body, field)) return ok({ ...body, [field]: value });
  const isTheirs = ofId !== undefined && ofId !== current.id;
  return isTheirs || sameValue(body[field], value)
    ? ok(body)
    : failed(forbidden(`You may not change this ${field}.`));
}

/**
 * Refuses a body that sets a field to what only an action may that is withheld. A field that some other action, which
 * is not withheld, sets to the same may be set.
 */
function bypassOf(
  grant: Grant | undefined,
  { before, next, actions }: EntityChange,
): Problem | undefined {
  const withheld = new Set(
    (grant?.withheld ?? [])
      .filter(({ unless }) =>
        unless === undefined || valueOf(next, unless.field) !== unless.id
      )
      .map(({ action }) => action),
  );
  if (withheld.size === 0) return undefined;
  const open = Object.entries(actions).filter(([name]) => !withheld.has(name));
  for (const [name, { set }] of Object.entries(actions)) {
    if (!withheld.has(name)) continue;
    for (const [field, value] of Object.entries(set)) {
      const isOpen = open.some(([, other]) =>
        Object.hasOwn(other.set, field) && other.set[field] === value
      );
      const was = before(field) ?? null;
      const is = valueOf(next, field);
      const does = value === "$now" ? is !== null : is === value;
      if (!isOpen && does && !sameValue(was, is)) {
        return forbidden(`Only who may ${name} it may set this ${field}.`);
      }
    }
  }
  return undefined;
}

/** Restricts a list to what the grant is about. */
function ownList(
  grant: Grant | undefined,
  query: ListQuery,
): ListQuery {
  const restricted = [grant?.own, grant?.within].reduce<ListQuery>(
    (restricted, only) => only ? filtered(restricted, only) : restricted,
    query,
  );
  return grant?.seen ? seenList(restricted, grant.seen) : restricted;
}

/** As with what is one's own, a filter that is there already is not added again. */
function seenList(query: ListQuery, { when, own }: SeenPart): ListQuery {
  if (query.filters.some((filter) => "eitherOf" in filter)) return query;
  const inState = Object.entries(when)
    .map(([field, anyOf]) => ({ field, anyOf }));
  const mine = own ? [[{ field: own.field, value: own.id }]] : [];
  const seen = { field: "id", eitherOf: [inState, ...mine] } as const;
  return { ...query, filters: [...query.filters, seen] };
}

/** A filter that is there already is not added again: a cursor belongs to its filters. */
function filtered(
  query: ListQuery,
  { field, id }: { readonly field: string; readonly id: string },
): ListQuery {
  const isThere = query.filters.some((filter) =>
    filter.field === field && "value" in filter && filter.value === id
  );
  if (isThere) return query;
  return { ...query, filters: [...query.filters, { field, value: id }] };
}
