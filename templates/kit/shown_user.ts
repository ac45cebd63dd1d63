/**
 * Write-only fields of users, in the answers to who registers, signs in or asks who they are.
 *
 * @module
 */
import type { AuthReply } from "./auth_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import { shown } from "./shown_entity.ts";

/** Gives an answer about a user without what no client sees. */
export function shownUser(spec: EntitySpec, reply: AuthReply): AuthReply {
  if (!reply.ok || reply.value === null) return reply;
  const value = shown(spec, reply.value);
  return "user" in value
    ? { ...reply, value: { ...value, user: shown(spec, value.user) } }
    : { ...reply, value };
}
