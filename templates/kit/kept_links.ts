/**
 * Links between two entities: kept once, and dropped if there.
 *
 * @module
 */
import type { EntityReply, Page } from "./entity_request.ts";
import type { Entity } from "./entity_spec.ts";
import { ok, type Outcome } from "./problem.ts";
import type { Ask } from "./resource_spec.ts";

/** The two ends of a link, by the fields of the link. */
export type Between = Readonly<Record<string, string>>;

/** Keeps a link; what is linked twice is linked. */
export async function keepLink(
  links: Ask,
  between: Between,
): Promise<EntityReply<unknown>> {
  const reply = await links({ operation: "create", body: between });
  if (reply.ok || reply.problem.status !== 409) return reply;
  // What it is kept between may be in no state to be linked.
  const found = await linkOf(links, between);
  if (!found.ok) return found;
  return found.value === undefined ? reply : { ok: true, value: null };
}

/** Drops a link; what is not linked is not linked. */
export async function dropLink(
  links: Ask,
  between: Between,
): Promise<EntityReply<unknown>> {
  const found = await linkOf(links, between);
  if (!found.ok) return found;
  if (found.value === undefined) return { ok: true, value: null };
  const deleted = await links({ operation: "delete", id: found.value.id });
  return !deleted.ok && deleted.problem.status === 404
    ? { ok: true, value: null }
    : deleted;
}

async function linkOf(
  links: Ask,
  between: Between,
): Promise<Outcome<Entity | undefined>> {
  const filters = Object.entries(between)
    .map(([field, value]) => ({ field, value }));
  const query = { limit: 1, sort: [], filters };
  const reply = await links({ operation: "list", query, fresh: true });
  if (!reply.ok) return reply;
  const [link] = (reply.value as Page<Entity>).items; // a list is answered with a page
  return ok(link);
}
