/**
 * Includes related entities in what is read: each kind costs one request to its controller, however many there are.
 *
 * What is included obeys the rules of its own kind: what whoever asks may not read is not there.
 *
 * @module
 */
import type {
  EntityReply,
  EntityRequest,
  Grant,
  JsonObject,
  Page,
} from "./entity_request.ts";
import type { EntityGuard } from "./entity_routes.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import { ok, type Outcome } from "./problem.ts";
import type { Includes } from "./read_selection.ts";

/** A kind of entity that others can include. */
export interface RelatedEntity {
  /** What it is. */
  readonly spec: EntitySpec;
  /** Decides who may read it. @default everyone may */
  readonly guard?: EntityGuard;
  /** Hands a request to its controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
}

/** How something that can be included is related. */
export interface Include {
  /**
   * `one`: `field` holds the id of the other, and null is included where it is null or the other may not be read.
   * `many`: the `field` of the others holds the id, and they are included in their own order.
   * `only`: the same, and there is one other at most; null is included where there is none.
   */
  readonly kind: "one" | "many" | "only";
  /** The field that refers. */
  readonly field: string;
  /** The others. */
  readonly of: RelatedEntity;
}

/** Makes what includes others by these names. */
export function includesOf(
  table: Readonly<Record<string, Include>>,
): Includes {
  return {
    names: Object.keys(table),
    async open(request, names) {
      const wanted: WantedInclude[] = [];
      for (const name of names) {
        const include = Object.hasOwn(table, name) ? table[name] : undefined;
        if (!include) continue;
        const operation = include.kind === "one" ? "get" : "list";
        const decided = await include.of.guard?.decide(request, operation);
        if (decided && !decided.ok) return decided;
        wanted.push({ name, include, grant: decided?.value });
      }
      return ok((entities, most) => readAll(wanted, entities, most));
    },
  };
}

async function readAll(
  wanted: readonly WantedInclude[],
  entities: readonly Entity[],
  most: number,
): Promise<Outcome<readonly JsonObject[]>> {
  const columns = await Promise.all(
    wanted.map((one) => columnOf(one, entities, most)),
  );
  const values: ((entity: Entity) => unknown)[] = [];
  for (const column of columns) {
    if (!column.ok) return column;
    values.push(column.value);
  }
  return ok(entities.map((entity) =>
    Object.fromEntries(
      wanted.map(({ name }, i) => [name, values[i]?.(entity)]),
    )
  ));
}

/** Reads what one name includes in all entities at once. */
async function columnOf(
  { include: { kind, field, of }, grant }: WantedInclude,
  entities: readonly Entity[],
  most: number,
): Promise<Outcome<(entity: Entity) => unknown>> {
  const ids = idsIn(entities, kind === "one" ? field : "id");
  const reply = ids.length === 0 ? ok({ items: [] }) : await of.send({
    operation: "list",
    query: queryFor({ kind, field, of }, ids, most),
    ...(grant ? { grant } : {}),
  });
  if (!reply.ok) return reply;
  const { items } = reply.value as Page<Entity>; // what a list is answered with
  if (kind === "many") {
    const byOwner = Map.groupBy(items, (item) => valueOf(item, field));
    return ok(({ id }) => byOwner.get(id) ?? []);
  }
  const isOne = kind === "one";
  const byKey = new Map(
    items.map((item) => [isOne ? item.id : valueOf(item, field), item]),
  );
  return ok((entity) =>
    byKey.get(isOne ? valueOf(entity, field) : entity.id) ?? null
  );
}

function queryFor(
  { kind, field, of }: Include,
  ids: readonly string[],
  most: number,
): ListQuery {
  const many = kind === "many";
  return {
    limit: many ? ids.length * most : ids.length,
    sort: many ? of.spec.order ?? [] : [],
    filters: [{ field: kind === "one" ? "id" : field, anyOf: ids }],
    ...(many ? { each: { field, limit: most } } : {}),
  };
}

function idsIn(entities: readonly Entity[], field: string): string[] {
  const ids = entities.map((entity) => valueOf(entity, field))
    .filter((id) => typeof id === "string");
  return [...new Set(ids)];
}

interface WantedInclude {
  readonly name: string;
  readonly include: Include;
  readonly grant: Grant | undefined;
}
