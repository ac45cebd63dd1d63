/**
 * Other tenants in trials: makes what belongs to them, past all rules.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import type { TrialSystem } from "./resource_subject.ts";

/** Somebody of another tenant than that of the samples. */
export interface Outsider {
  /** Who it is. */
  readonly user: Entity;
  /** The id of their tenant. */
  readonly tenant: string;
}

/** Makes a tenant, and somebody who belongs to it. */
export async function makeOutsider(
  system: TrialSystem,
  values: JsonObject = {},
): Promise<Outsider> {
  const { sight } = system;
  assert.ok(sight?.tenants, "found no tenants");
  const other = await system.make[sight.tenants.entity]?.();
  const home = sight.access[sight.users]?.tenant ?? "";
  const user = other &&
    await system.make[sight.users]?.({ ...values, [home]: other.id });
  assert.ok(user, "found nobody who can be made");
  return { user, tenant: other.id };
}

/** Makes one of another tenant; undefined where its kind belongs to none. */
export async function makeElsewhere(
  system: TrialSystem,
  kind: string,
  values: JsonObject = {},
): Promise<Entity | undefined> {
  const { sight } = system;
  const access = sight && Object.hasOwn(sight.access, kind)
    ? sight.access[kind]
    : undefined;
  if (access?.tenant === undefined) return undefined;
  const { user, tenant } = await makeOutsider(system);
  if (kind === sight?.tenants?.entity) {
    return await readPast(system, kind, tenant);
  }
  if (kind === sight?.users && Object.keys(values).length === 0) return user;
  const { owner, assignsOwner } = access;
  const own = assignsOwner && owner !== undefined && !(owner in values)
    ? { [owner]: user.id }
    : {};
  return await system.make[kind]?.({
    ...own,
    ...values,
    [access.tenant]: tenant,
  });
}

/** The id of the tenant that an entity belongs to; undefined where it belongs to none. */
export function tenantIdOf(
  { sight }: TrialSystem,
  kind: string,
  entity: Entity,
): unknown {
  const field = sight && Object.hasOwn(sight.access, kind)
    ? sight.access[kind]?.tenant
    : undefined;
  return field === undefined ? undefined : valueOf(entity, field);
}

async function readPast(
  { sources }: TrialSystem,
  kind: string,
  id: string,
): Promise<Entity | undefined> {
  const reply = await sources[kind]?.({ operation: "get", id });
  return reply?.ok ? reply.value as Entity : undefined; // what a get is answered with
}
