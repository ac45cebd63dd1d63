/**
 * Restores entities that were deleted.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { RestoreRequest } from "./entity_service_options.ts";
import type { Entity } from "./entity_spec.ts";
import { unmetCondition } from "./precondition.ts";
import { conflict, failed } from "./problem.ts";
import { refusalOf } from "./store_refusal.ts";

/** Brings an entity back as it was, if its rules still let it; one that is not deleted is as it is. */
export async function restoreEntity<T extends Entity>(
  request: RestoreRequest<T>,
): Promise<EntityReply<T>> {
  const { spec, store, id, now, check, grants, grant, precondition, once } =
    request;
  const present = await store({ kind: "get", id });
  const found = present.kind === "entity"
    ? present
    : await store({ kind: "get", id, deleted: true });
  if (found.kind !== "entity") return failed(refusalOf(found, spec));
  const { entity, version } = found;
  const refused = grants.refusal(grant, entity, spec.label);
  if (refused) return failed(refused);
  const unmet = unmetCondition(precondition, version, spec.label);
  if (unmet) return { ...failed(unmet), version };
  const errors = present === found ? [] : check(entity);
  if (errors.length > 0) {
    return failed(conflict("The result would break a rule.", errors));
  }
  const requires = request.requires?.(entity);
  const result = await store({
    kind: "restore",
    id,
    now,
    ...(requires ? { requires } : {}),
    ...(once ? { once } : {}),
  });
  if (result.kind === "entity") {
    return { ok: true, value: result.entity, version: result.version };
  }
  if (result.kind !== "dangling") return failed(refusalOf(result, spec));
  // Nothing in the request is wrong, so it is not a 422: the state does not allow it.
  const { errors: dangling } = refusalOf(result, spec);
  return failed(conflict("What it refers to does not exist.", dangling));
}
