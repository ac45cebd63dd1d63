/**
 * Shows entities as clients see them: fields, related entities, counts and sums, and what depends on who asks.
 *
 * Each thing that is shown costs one request, however many entities are shown; what belongs or is linked to them, one for
 * each 200 of its own. What whoever asks does not see is not there.
 *
 * @module
 */
import type { Groups, JsonObject, Page } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { FieldFilter, FilterValue } from "./list_query.ts";
import { type Sight, sightOf } from "./resource_sight.ts";
import type { Ask, ResourceSpec, Shown, Shows } from "./resource_spec.ts";

/** What showing depends on beside the entities: where related ones come from, and who asks. */
export type Showing = Sight;

/**
 * Shows entities, in their order.
 *
 * @throws {Error} when a related entity cannot be read: what would be left out might be taken for nothing.
 */
export async function present(
  shows: Shows,
  entities: readonly Entity[],
  showing: Showing,
): Promise<JsonObject[]> {
  if (entities.length === 0) return [];
  const columns = await Promise.all(
    Object.entries(shows).map(async ([name, shown]) => {
      const valueIn = await columnOf(shown, entities, showing);
      return { name, valueIn };
    }),
  );
  return entities.map((entity) =>
    Object.fromEntries(
      columns.map(({ name, valueIn }) => [name, valueIn(entity)]),
    )
  );
}

/** Reads what one column needs for all entities at once. */
async function columnOf(
  shown: Shown,
  entities: readonly Entity[],
  showing: Showing,
): Promise<Column> {
  if (typeof shown === "string") return (entity) => valueOf(entity, shown);
  switch (shown.kind) {
    case "one": {
      const ids = idsIn(entities, shown.field);
      const byId = new Map(
        await shownById(shown.shows, ids, shown.of, showing),
      );
      return (entity) => byId.get(String(valueOf(entity, shown.field))) ?? null;
    }
    case "link": {
      const { to, by } = shown;
      return (entity) => linkTo(to, valueOf(entity, by));
    }
    case "file":
      return await filesOf(shown, entities, showing);
    case "many":
      return await childrenOf(shown, entities, showing);
    case "count":
    case "sum":
      return await totalsOf(shown, entities, showing);
    case "linked":
      return await linkedOf(shown, entities, showing);
    case "marked": {
      const { viewer } = showing;
      if (viewer === undefined) return () => false;
      const ids = idsIn(entities, "id");
      const links = await entitiesWith(
        sourceOf(showing, shown.of),
        { field: shown.by, anyOf: ids },
        ids.length,
        [{ field: shown.user, value: viewer.id }],
      );
      const marked = new Set(links.map((link) => valueOf(link, shown.by)));
      return (entity) => marked.has(entity.id);
    }
  }
}

/** The link to what has this key. */
export function linkTo(to: string, key: unknown): string {
  return `${to}/${encodeURIComponent(String(key))}`;
}

/** A file whose path leads through what is not there for whoever asks is not there either. */
async function filesOf(
  { field, resource, path, origin = "" }: Extract<Shown, { kind: "file" }>,
  entities: readonly Entity[],
  showing: Showing,
): Promise<Column> {
  const having = entities.filter((entity) => valueOf(entity, field) !== null);
  const pathTo = await pathsOf(resource, having, showing);
  return (entity) => {
    const file = valueOf(entity, field);
    const at = file === null ? undefined : pathTo(entity);
    return typeof file !== "object" || file === null || at === undefined
      ? null
      : { ...file, url: `${origin}${at}/${path}` };
  };
}

/** Finds the paths of entities of a resource, with the keys of what they are part of. */
async function pathsOf(
  { path, key, parent }: ResourceSpec,
  entities: readonly Entity[],
  showing: Showing,
): Promise<(entity: Entity) => string | undefined> {
  const keyOf = (entity: Entity) =>
    encodeURIComponent(String(valueOf(entity, key)));
  if (parent === undefined) return (entity) => `${path}/${keyOf(entity)}`;
  const { resource: above, field } = parent;
  const ids = idsIn(entities, field);
  const found = await entitiesWith(
    sourceOf(showing, above.entity.name),
    { field: "id", anyOf: ids },
    ids.length,
  );
  const pathTo = await pathsOf(above, found, showing);
  const byId = new Map(found.map((one) => [one.id, pathTo(one)]));
  const last = path.slice(`${above.path}/{${above.param}}`.length);
  return (entity) => {
    const within = byId.get(String(valueOf(entity, field)));
    return within === undefined
      ? undefined
      : `${within}${last}/${keyOf(entity)}`;
  };
}

async function childrenOf(
  { of, by, shows }: Extract<Shown, { kind: "many" }>,
  entities: readonly Entity[],
  showing: Showing,
): Promise<Column> {
  const filter = { field: by, anyOf: idsIn(entities, "id") };
  const children = await entitiesWith(sourceOf(showing, of), filter);
  const views = await present(shows, children, showing);
  const byParent = Map.groupBy(
    children.map((child, i) => ({
      parent: valueOf(child, by),
      view: views[i],
    })),
    ({ parent }) => parent,
  );
  return ({ id }) => (byParent.get(id) ?? []).map(({ view }) => view);
}

/** Reads the links of all entities at once, then what they lead to. */
async function linkedOf(
  { of, by, target, to, shows }: Extract<Shown, { kind: "linked" }>,
  entities: readonly Entity[],
  showing: Showing,
): Promise<Column> {
  const filter = { field: by, anyOf: idsIn(entities, "id") };
  const links = await entitiesWith(sourceOf(showing, of), filter);
  const ids = idsIn(links, target).sort();
  const targets = shows === undefined
    ? (await seenAmong(ids, to, showing)).map((id) => [id, id] as const)
    : await shownById(shows, ids, to, showing);
  const byId = new Map(targets);
  const byOwn = Map.groupBy(links, (link) => valueOf(link, by));
  return ({ id }) =>
    (byOwn.get(id) ?? []).map((link) => String(valueOf(link, target))).sort()
      .flatMap((other) => byId.has(other) ? [byId.get(other)] : []);
}

/** Ids are read only where there may be some that are not there for whoever asks. */
async function seenAmong(
  ids: readonly string[],
  of: string,
  showing: Showing,
): Promise<readonly string[]> {
  if (sightOf(showing, of) === undefined) return ids;
  const filter = { field: "id", anyOf: ids };
  const found = await entitiesWith(sourceOf(showing, of), filter, ids.length);
  return found.map(({ id }) => id);
}

async function shownById(
  shows: Shows,
  ids: readonly string[],
  of: string,
  showing: Showing,
): Promise<readonly (readonly [string, unknown])[]> {
  const filter = { field: "id", anyOf: ids };
  const found = await entitiesWith(sourceOf(showing, of), filter, ids.length);
  const views = await present(shows, found, showing);
  return found.map(({ id }, i) => [id, views[i]]);
}

async function totalsOf(
  shown: Extract<Shown, { kind: "count" | "sum" }>,
  entities: readonly Entity[],
  showing: Showing,
): Promise<Column> {
  const field = shown.kind === "sum" ? shown.field : undefined;
  const reply = await sourceOf(showing, shown.of)({
    operation: "groups",
    by: shown.by,
    filters: [{ field: shown.by, anyOf: idsIn(entities, "id") }],
    ...(field === undefined ? {} : { sum: [field] }),
  });
  if (!reply.ok) throw unreadable(shown.of);
  const { groups } = reply.value as Groups; // what "groups" is answered with
  const totals = new Map(
    groups.map(({ value, count, sums }) =>
      [value, field === undefined ? count : sums[field] ?? 0] as const
    ),
  );
  return ({ id }) => totals.get(id) ?? 0;
}

/** Reads all entities that a filter lets through, a page at a time. */
async function entitiesWith(
  ask: Ask,
  filter: FieldFilter & { readonly anyOf: readonly FilterValue[] },
  most: number = Infinity,
  more: readonly FieldFilter[] = [],
): Promise<readonly Entity[]> {
  const found: Entity[] = [];
  if (filter.anyOf.length === 0) return found;
  const limit = Math.min(most, PAGE);
  let after: { values: readonly FilterValue[]; id: string } | undefined;
  do {
    const query = { limit, sort: [], filters: [filter, ...more] };
    const reply = await ask({
      operation: "list",
      query: after === undefined ? query : { ...query, after },
    });
    if (!reply.ok) throw unreadable(filter.field);
    const { items } = reply.value as Page<Entity>; // what "list" is answered with
    found.push(...items);
    const last = items.length === limit ? items.at(-1) : undefined;
    after = last && { values: [], id: last.id };
  } while (after !== undefined && found.length < most);
  return found;
}

function idsIn(entities: readonly Entity[], field: string): string[] {
  const ids = entities.map((entity) => valueOf(entity, field))
    .filter((id) => typeof id === "string");
  return [...new Set(ids)];
}

/** Asks a controller for what there is for whoever asks. */
function sourceOf(showing: Showing, name: string): Ask {
  const { sources } = showing;
  const ask = Object.hasOwn(sources, name) ? sources[name] : undefined;
  if (ask === undefined) throw unreadable(name);
  const grant = sightOf(showing, name);
  return grant === undefined ? ask : (request) => ask({ ...request, grant });
}

function unreadable(what: string): Error {
  return new Error(`Cannot show "${what}": it cannot be read`);
}

type Column = (entity: Entity) => unknown;

const PAGE = 200;
