/**
 * Which statuses an operation answers with: what OpenAPI and docs/API.md say.
 *
 * @module
 */
import { includesOf } from "../model/includes.ts";
import { dependsOnState } from "./state_rules_view.ts";
import type { HookName, Operation } from "../blueprint/blueprint.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";

/**
 * Lists the statuses of an operation of an entity, or of its actions, in ascending order.
 *
 * What every request can meet is left out: 400 for a Host that is none, 405, 500 and 503.
 */
export function answersOf(
  operation: Operation | "action",
  entity: EntityModel,
  system: SystemModel,
  action?: string,
): readonly string[] {
  const isKeyed = operation === "create" || operation === "action";
  const refusals = [
    ...refusalsOf(action ?? operation, entity),
    ...(forbidsFields(operation, entity) ? ["403"] : []),
    ...(operation === "list" || operation === "get"
      ? includesOf(entity, system).flatMap(({ kind, other }) =>
        refusalsOf(kind === "one" ? "get" : "list", other)
      )
      : []),
    // Who sends a key is looked for wherever a token is sent.
    ...(isKeyed && system.idempotency && system.users ? ["401"] : []),
  ];
  const answers = ownAnswers(operation, entity, system);
  return refusals.length === 0
    ? answers
    : [...new Set([...answers, ...refusals])].sort();
}

/** What the access rules add: 401 without a token, 403 where somebody may be somebody else. */
function refusalsOf(operation: string, { access }: EntityModel): string[] {
  if (access === undefined) return [];
  const rule = access.rules[operation] ?? [];
  const isWrite = !["list", "get", "create"].includes(operation);
  const keepsRole = access.role !== undefined &&
    ["replace", "patch"].includes(operation);
  const forbids = !rule.includes("everyone") && !rule.includes("users") &&
    (!rule.includes("owner") ||
      isWrite &&
        ["get", "list"].some((name) =>
          (access.rules[name] ?? []).some((word) => word !== "owner")
        ));
  return [
    ...(rule.includes("everyone") && !access.visible ? [] : ["401"]),
    ...(forbids || keepsRole ? ["403"] : []),
  ];
}

/** Whether a body may say what only an action says, which not everybody may do who may send it. */
function forbidsFields(
  operation: Operation | "action",
  { access, fields }: EntityModel,
): boolean {
  return access !== undefined &&
    ["create", "replace", "patch"].includes(operation) &&
    fields.some(({ decided, readOnly }) => decided && !readOnly);
}

function ownAnswers(
  operation: Operation | "action",
  entity: EntityModel,
  system: SystemModel,
): readonly string[] {
  switch (operation) {
    case "list":
      return ["200", "400", "422"];
    case "get":
      return ["200", "304", ...CONDITIONAL, "422"].sort();
    case "create":
      return [
        "201",
        ...BODY,
        ...(system.idempotency || hasUnique(entity) ||
            entity.noOverlap.length > 0 ||
            dependsOnState(entity, "create") ||
            mayRefuse(entity, "beforeCreate")
          ? ["409"]
          : []),
      ].sort();
    case "delete":
      return canBeRefused(entity, system) || entity.stateRules !== undefined ||
          mayRefuse(entity, "beforeDelete")
        ? ["204", ...CONDITIONAL, "409"].sort()
        : ["204", ...CONDITIONAL];
    default:
      // Any change can meet others of the same entity again and again.
      return ["200", "404", "409", "412", ...BODY].sort();
  }
}

/** Whether logic of the user's own may say that there shall be none, or none more; a body may do what an action with a guard does. */
function mayRefuse(
  { hooks = [], actions }: EntityModel,
  hook: HookName,
): boolean {
  return hooks.some((one) => one.hook === hook) ||
    hook === "beforeCreate" && actions.some(({ guard }) => guard);
}

/** Whether anything stands against two entities with the same values. */
export function hasUnique({ fields, unique }: EntityModel): boolean {
  return unique.length > 0 || fields.some((field) => field.unique);
}

/** Whether anything answers for one entity by its id. */
export function hasItem({ operations, actions }: EntityModel): boolean {
  return actions.length > 0 ||
    operations.some((operation) =>
      operation !== "list" && operation !== "create"
    );
}

/** Whether something that would stay can refer to it, or to what goes with it. */
function canBeRefused(entity: EntityModel, system: SystemModel): boolean {
  const gone = new Set([entity.name.snake]);
  for (const target of gone) { // grows while it is walked
    for (const other of system.entities) {
      for (const { relation } of other.fields) {
        if (relation?.entity !== target) continue;
        if (relation.onDelete === "restrict") return true;
        if (relation.onDelete === "cascade") gone.add(other.name.snake);
      }
    }
  }
  return false;
}

/** What a request about one entity can meet, which may come with conditions. */
const CONDITIONAL = ["400", "404", "412"];

/** What a body can meet. */
const BODY = ["400", "408", "413", "415", "422"];
