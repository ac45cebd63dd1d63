/**
 * What one viewer is told of a change: what they may see of it at that moment, by the rules of the entity's list.
 *
 * @module
 */
import type {
  EntityReply,
  EntityRequest,
  Grant,
  Page,
} from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { equalityKey } from "./field_value.ts";
import type { FieldFilter, ListQuery } from "./list_query.ts";
import type { ChangeKind, LiveChange } from "./live_change.ts";
import { ok, type Outcome } from "./problem.ts";

/** Who listens, and to what. */
export interface LiveViewer {
  /** The entity. */
  readonly spec: EntitySpec;
  /** Which of them, as in a list. */
  readonly query: ListQuery;
  /** Looks at what they may see at this moment, again each time; a problem says that it is nothing any more. */
  readonly look: () => Promise<Outcome<LiveSight>>;
  /** Asks the controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
}

/** What somebody may see at one moment. */
export interface LiveSight {
  /** What they may do. @default everything */
  readonly grant?: Grant;
  /** Restricts a list to what they may see. @default they see all of it */
  readonly restrict?: (query: ListQuery) => ListQuery;
  /** Says what they are told. @default the entity; the id of one that is not there */
  readonly tell?: (
    news: LiveNews,
    change: LiveChange,
  ) => Promise<readonly LiveTold[]>;
}

/** What has become of an entity, for somebody. */
export type LiveNews =
  | { readonly kind: "created" | "updated"; readonly entity: Entity }
  | { readonly kind: "deleted"; readonly id: string };

/** What somebody is told. */
export interface LiveTold {
  /** What has happened; `reset` where that cannot be told. */
  readonly event: ChangeKind | "reset";
  /** What of. */
  readonly data: unknown;
}

/**
 * Looks at the entity as it is now. One that comes into view is told as created, one that leaves it as deleted; of one
 * that was not seen and is not, nothing is told. A problem says that nothing may be seen any more.
 */
export async function newsOf(
  { spec, query, look, send }: LiveViewer,
  change: LiveChange,
): Promise<Outcome<readonly LiveTold[]>> {
  const sight = await look();
  if (!sight.ok) return sight;
  const { grant, restrict = asItIs, tell = tellPlainly } = sight.value;
  const seen = restrict(query);
  const only: FieldFilter = { field: "id", value: change.id };
  const reply = await send({
    operation: "list",
    query: { ...seen, limit: 1, filters: [...seen.filters, only] },
    ...(grant ? { grant } : {}),
  });
  if (!reply.ok) return reply;
  const [entity] = (reply.value as Page<Entity>).items; // what "list" is answered with
  const rights = restrict({ ...query, filters: [] }).filters;
  const was = wasThere(spec, { rights, asked: query.filters }, change);
  if (entity !== undefined) {
    const kind = was ? "updated" : "created";
    return ok(await tell({ kind, entity }, change));
  }
  return ok(was ? await tell({ kind: "deleted", id: change.id }, change) : []);
}

function asItIs(query: ListQuery): ListQuery {
  return query;
}

function tellPlainly(news: LiveNews): Promise<readonly LiveTold[]> {
  const data = news.kind === "deleted" ? { id: news.id } : news.entity;
  return Promise.resolve([{ event: news.kind, data }]);
}

/** Whether they saw it before: what is not known of it lets it pass what they asked for, and never their rights. */
function wasThere(
  spec: EntitySpec,
  filters: {
    readonly rights: readonly FieldFilter[];
    readonly asked: readonly FieldFilter[];
  },
  { id, before: known }: LiveChange,
): boolean {
  if (known === undefined) return false;
  const before = { ...known, id };
  return filters.rights.every((one) => passes(spec, one, before) === true) &&
    filters.asked.every((one) => passes(spec, one, before) !== false);
}

/** Undefined where it is not known. */
function passes(
  spec: EntitySpec,
  filter: FieldFilter,
  before: Readonly<Record<string, unknown>>,
): boolean | undefined {
  if ("eitherOf" in filter) {
    return filter.eitherOf.some((filters) =>
      filters.every((one) => passes(spec, one, before) === true)
    );
  }
  const { field } = filter;
  if (!Object.hasOwn(before, field)) return undefined;
  const kind = spec.fields[field]?.kind;
  const key = equalityKey(kind, before[field]);
  if ("value" in filter) return equalityKey(kind, filter.value) === key;
  if (!("anyOf" in filter)) return undefined;
  return filter.anyOf.some((value) => equalityKey(kind, value) === key);
}
