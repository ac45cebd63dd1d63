/**
 * Write-only fields: taken from clients and kept, never in an answer.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";

/** Describes an entity as clients see it: lists know no other fields to filter and sort by. */
export function shownSpec(spec: EntitySpec): EntitySpec {
  const fields = Object.entries(spec.fields)
    .filter(([, { writeOnly }]) => !writeOnly);
  return { ...spec, fields: Object.fromEntries(fields) };
}

/** Gives an entity, or a body of one, without what no client sees. */
export function shown<T extends object>(spec: EntitySpec, entity: T): T {
  const entries = Object.entries(entity).filter(([name]) =>
    !Object.hasOwn(spec.fields, name) || !spec.fields[name]?.writeOnly
  );
  // What is left out is not for whoever reads the rest.
  return Object.fromEntries(entries) as T;
}

/** Gives a reply without what no client sees. */
export function shownReply<T extends object>(
  spec: EntitySpec,
  reply: EntityReply<T>,
): EntityReply<T> {
  if (!reply.ok || reply.value === null) return reply;
  const { value } = reply;
  if (!isPage<T>(value)) return { ...reply, value: shown(spec, value) };
  const items = value.items.map((item) => shown(spec, item));
  return { ...reply, value: { ...value, items } };
}

function isPage<T>(
  value: object,
): value is { readonly items: readonly T[]; readonly nextCursor: string } {
  return "items" in value && "nextCursor" in value;
}
