/**
 * Who tries what in the tests of access rules, and what the rules say to that.
 *
 * @module
 */
import type {
  AccessModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import { hidesReferences } from "./access_view.ts";

/** Somebody who tries. */
export interface Actor {
  /** Who it is, for a title. */
  readonly title: string;
  /** Nobody, whom the entity belongs to, or somebody else. */
  readonly kind: "anonymous" | "owner" | "other";
  /** Their role, in a system with roles. */
  readonly role?: string;
}

/** Lists everybody who tries. */
export function actorsOf({ users }: SystemModel): Actor[] {
  const [first, ...others] = users?.roles ?? [];
  const role = first === undefined ? {} : { role: first };
  return [
    { title: "nobody who is signed in", kind: "anonymous" },
    { title: "the owner", kind: "owner", ...role },
    { title: "another user", kind: "other", ...role },
    ...others.map((role): Actor => ({
      title: `a user with the role ${role}`,
      kind: "other",
      role,
    })),
  ];
}

/** Lists what can be done with an entity. */
export function operationsOf(entity: EntityModel): string[] {
  return [
    ...entity.operations,
    ...entity.actions.map(({ name }) => name.kebab),
    ...(entity.softDelete ? ["restore"] : []),
  ];
}

/** A reference that may not be made is refused before it is looked at whose the entity is. */
export function isMasked(
  operation: string,
  answer: "allowed" | "own" | 401 | 403 | 404,
  entity: EntityModel,
  system: SystemModel,
): boolean {
  return operation === "replace" && typeof answer === "number" &&
    hidesReferences(entity, system) &&
    (entity.access?.rules[operation] ?? []).includes("owner");
}

/** What the rules say, worked out without the code that is tested. */
export function answerTo(
  operation: string,
  { kind, role }: Actor,
  access: AccessModel,
  isUser: boolean,
): "allowed" | "own" | 401 | 403 | 404 {
  const rule = access.rules[operation] ?? [];
  const has = (words: readonly string[]) =>
    words.includes("everyone") ||
    kind !== "anonymous" &&
      (words.includes("users") || role !== undefined && words.includes(role));
  if (has(rule)) return "allowed";
  if (kind === "anonymous") return 401;
  if (!rule.includes("owner")) return 403;
  const owns = kind === "owner" && (isUser || access.assignsOwner);
  if (owns) return "allowed";
  if (operation === "list") return "own";
  const readable = ["get", "list"].some((name) =>
    has(access.rules[name] ?? [])
  );
  return readable ? 403 : 404;
}

/** As {@link answerTo}, of what is there for those alone who always see it. */
export function answerUnseen(
  operation: string,
  actor: Actor,
  access: AccessModel,
): "allowed" | "own" | 401 | 403 | 404 {
  const answer = answerTo(operation, actor, access, false);
  const always = access.visible?.always ?? [];
  const sees = actor.kind !== "anonymous" &&
    (always.includes("users") ||
      actor.role !== undefined && always.includes(actor.role) ||
      actor.kind === "owner" && access.assignsOwner &&
        always.includes("owner"));
  const rule = access.rules[operation] ?? [];
  const isDecided = answer === 401 ||
    answer === 403 && !rule.includes("owner");
  if (sees || isDecided) return answer;
  return operation === "list" ? "own" : 404;
}
