/**
 * Who sends the requests of a second reading: two of every role, somebody of another tenant, and nobody.
 *
 * @module
 */
import type { SystemModel } from "../../generator/model/system_model.ts";
import { registeredEntity, userOf } from "../../generator/plan/access_view.ts";
import { exampleBody } from "../../generator/plan/sample_values.ts";
import { tenantOf } from "../../generator/plan/tenant_view.ts";
import {
  type FirstAccount,
  fuzzViewers,
  otherTenant,
} from "../../validation/fuzz/fuzz_accounts.ts";

/** Somebody who is let in to a running system. */
export interface Actor {
  /** What goes with their requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** Their id as a user, where it is known. */
  readonly id?: string;
  /** The fields with which they signed up. */
  readonly login?: Readonly<Record<string, unknown>>;
}

/** The names of those who may send requests to a system; the last one has no account. */
export function actorNames(model: SystemModel): readonly string[] {
  const { users } = model;
  if (!users) return [NOBODY];
  const roles = rolesOf(model).flatMap((role) => [role, `${role}2`]);
  return [...roles, ...(tenantOf(model) ? [OUTSIDER] : []), NOBODY];
}

/** The names under which tests know what actors are as users: `member.id`, `member.email`. The model must have examples. */
export function actorValueNames(sampled: SystemModel): readonly string[] {
  if (!sampled.users) return [];
  const fields = Object.keys(exampleBody(registeredEntity(userOf(sampled))));
  return actorNames(sampled).filter((name) => name !== NOBODY).flatMap((name) =>
    ["id", ...fields].map((field) => `${name}.${field}`)
  );
}

/** What is known of actors that were let in, by these names; passwords are not. */
export function actorValues(
  actors: ReadonlyMap<string, Actor>,
  sampled: SystemModel,
): Map<string, unknown> {
  const names = new Set(actorValueNames(sampled));
  const values = new Map<string, unknown>();
  for (const [name, { id, login }] of actors) {
    for (const [field, value] of Object.entries({ ...login, id })) {
      const key = `${name}.${field}`;
      if (names.has(key) && value !== undefined) values.set(key, value);
    }
  }
  return values;
}

/** Lets those in who are named, as far as the system lets them. */
export async function letIn(
  names: ReadonlySet<string>,
  given: { readonly model: SystemModel } & Partial<FirstAccount>,
): Promise<ReadonlyMap<string, Actor>> {
  const { model, first, url, signal } = given;
  const actors = new Map<string, Actor>([[NOBODY, { headers: {} }]]);
  if (!model.users || !first || url === undefined || !signal) return actors;
  const roles = rolesOf(model);
  const top = roles.at(-1);
  const others = roles.flatMap((role) => [
    ...(role !== top && (names.has(role) || names.has(`${role}2`))
      ? [role]
      : []),
    ...(names.has(`${role}2`) ? [role] : []),
  ]);
  const [topViewer, ...viewers] = await fuzzViewers({
    model,
    first,
    url,
    signal,
    others,
  });
  if (top !== undefined && topViewer) actors.set(top, topViewer);
  for (const viewer of viewers) {
    if (!roles.includes(viewer.name)) continue;
    const name = actors.has(viewer.name) ? `${viewer.name}2` : viewer.name;
    actors.set(name, viewer);
  }
  const outsider = names.has(OUTSIDER)
    ? await otherTenant({ model, first, url, signal })
    : undefined;
  if (outsider) actors.set(OUTSIDER, outsider);
  return actors;
}

/** What users are called where there are no roles is one role, too. */
function rolesOf({ users }: SystemModel): readonly string[] {
  const roles = (users?.roles ?? []).filter((role) => !OURS.includes(role));
  return roles.length > 0 ? roles : ["user"];
}

const NOBODY = "nobody";
const OUTSIDER = "outsider";
const OURS = [NOBODY, OUTSIDER];
