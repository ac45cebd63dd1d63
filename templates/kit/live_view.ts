/**
 * What one viewer is told of a change: what they may see of it at that moment, by the rules of the entity's list.
 *
 * @module
 */
import type { EntityReply, EntityRequest, Page } from "./entity_request.ts";
import type { EntityGuard } from "./entity_routes.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { equalityKey } from "./field_value.ts";
import type { FieldFilter, ListQuery } from "./list_query.ts";
import type { ChangeKind, LiveChange } from "./live_change.ts";
import { ok, type Outcome } from "./problem.ts";

/** Who listens, and to what. */
export interface LiveViewer {
  /** The entity. */
  readonly spec: EntitySpec;
  /** The request that began it: by it the rules decide, again each time. */
  readonly request: Request;
  /** Which of them, as in a list. */
  readonly query: ListQuery;
  /** The rules. @default everyone may everything */
  readonly guard?: EntityGuard;
  /** Asks the controller. */
  readonly send: (request: EntityRequest) => Promise<EntityReply<unknown>>;
}

/** What is told. */
export type LiveNews =
  | { readonly kind: "created" | "updated"; readonly entity: Entity }
  | { readonly kind: "deleted"; readonly id: string };

/**
 * Looks at the entity as it is now. One that comes into view is told as created, one that leaves it as deleted; of one
 * that was not seen and is not, nothing is told. A problem says that nothing may be seen any more.
 */
export async function newsOf(
  { spec, request, query, guard, send }: LiveViewer,
  change: LiveChange,
): Promise<Outcome<LiveNews | undefined>> {
  const decision = await guard?.decide(request, "list");
  if (decision && !decision.ok) return decision;
  const grant = decision?.value;
  const seen = guard && grant ? guard.restrict(grant, query) : query;
  const only: FieldFilter = { field: "id", value: change.id };
  const reply = await send({
    operation: "list",
    query: { ...seen, limit: 1, filters: [...seen.filters, only] },
    ...(grant ? { grant } : {}),
  });
  if (!reply.ok) return reply;
  const [entity] = (reply.value as Page<Entity>).items; // what "list" is answered with
  const rights = guard && grant
    ? guard.restrict(grant, { ...query, filters: [] }).filters
    : [];
  const was = wasThere(spec, { rights, asked: query.filters }, change);
  if (entity === undefined) {
    return ok(was ? { kind: "deleted", id: change.id } : undefined);
  }
  const kind: ChangeKind = was ? "updated" : "created";
  return ok({ kind, entity });
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
