/**
 * What every write of an entity has in common: its answers, and how often it is tried.
 *
 * @module
 */
import type { EntityReply } from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type {
  EntityServiceOptions,
  MadeFields,
} from "./entity_service_options.ts";
import { conflict, failed, ok } from "./problem.ts";
import type { Requirement, StoreResult } from "./store_command.ts";
import { refusalOf } from "./store_refusal.ts";

/** What a controller answers when the store has answered. */
export function replyOf<T extends Entity>(
  result: StoreResult<T>,
  spec: EntitySpec,
): EntityReply<T> {
  switch (result.kind) {
    case "entity":
      return { ok: true, value: result.entity, version: result.version };
    case "page":
      return ok(result.page);
    case "groups":
      return ok({ groups: result.groups });
    case "deleted":
      return ok(null);
    default:
      return failed(refusalOf(result, spec));
  }
}

/** What others must be for an operation, as a part of a command. */
export function requiredOf<T extends Entity>(
  guard: EntityServiceOptions<T>["guard"],
  operation: string,
  ...states: readonly T[]
): { readonly requires?: readonly Requirement[] } {
  const requires = guard?.requires(operation, ...states);
  return requires ? { requires } : {};
}

/** Tells whether a value that was made is another's already. */
export function isTaken<T extends Entity>(
  made: MadeFields<T> | undefined,
  result: StoreResult<T>,
): boolean {
  return result.kind === "duplicate" &&
    made?.fields.includes(result.field) === true;
}

/** What a change is told that others were faster than, again and again. */
export function overtaken<T extends Entity>(
  { label }: EntitySpec,
): EntityReply<T> {
  return failed(
    conflict(`The ${label} is being changed by others: try again.`),
  );
}

/** How often a change is tried; others may change an entity again and again, as those who adjust its total do. */
export const MAX_ATTEMPTS = 20;
/** How often a value is made anew when it is taken. */
export const MAX_MADE = 20;
