/**
 * Which rule of the model an operation of the API's document stands under, and whether it lets somebody.
 *
 * @module
 */
import type { EntityModel } from "../../generator/model/system_model.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import type { ApiWords } from "../fuzz/api_words.ts";
import type { FuzzItem, FuzzViewer } from "../fuzz/fuzz_world.ts";

/** A rule and what it is about. */
export interface OperationRule {
  readonly entity: EntityModel;
  /** The operation or action, as the rules name it. */
  readonly name: string;
  /** Who may: `everyone`, `users`, `owner`, roles. */
  readonly rule: readonly string[];
  /** Whether it is about one thing that is there. */
  readonly isAboutItem: boolean;
}

/** Finds it; undefined where the model says nothing of such an operation by itself. */
export function ruleOfOperation(
  operation: ApiOperation,
  words: ApiWords,
): OperationRule | undefined {
  if (operation.tag === "auth" || operation.tag === "account") return undefined;
  const entity = words.entity(words.entityOf(operation));
  const { access } = entity ?? {};
  if (!entity || !access) return undefined;
  const found = nameOf(operation, entity, words);
  if (found === undefined) return undefined;
  const rule = Object.hasOwn(access.rules, found.name)
    ? access.rules[found.name] ?? []
    : [];
  return { entity, ...found, rule };
}

/** Says whether a rule lets somebody, whatever it is about; `owner` where it depends on whose it is. */
export function isLet(
  { rule, entity }: OperationRule,
  viewer: FuzzViewer,
): boolean | "owner" {
  if (rule.includes("everyone")) return true;
  if (!viewer.login) return false;
  if (rule.includes("users") || rule.includes(viewer.name)) return true;
  return rule.includes("owner") && entity.access?.owner !== undefined
    ? "owner"
    : false;
}

/** Says whether something is somebody's own; undefined where nobody can tell. */
export function isOwn(
  { entity }: OperationRule,
  item: FuzzItem,
  { viewer, number }: { readonly viewer: FuzzViewer; readonly number: number },
): boolean | undefined {
  const owner = entity.access?.owner;
  if (owner === undefined) return undefined;
  const seen = item.seen[owner];
  if (typeof seen === "string" && viewer.id !== undefined) {
    return seen === viewer.id;
  }
  if (owner === "id" || entity.access?.assignsOwner) {
    return item.maker === number;
  }
  return undefined;
}

function nameOf(
  { method, path }: ApiOperation,
  entity: EntityModel,
  { model }: ApiWords,
): Pick<OperationRule, "name" | "isAboutItem"> | undefined {
  const { api } = model;
  const homes = api
    ? api.resources.filter((one) => one.entity === entity.name.snake)
      .map(({ path, param }) => ({ path, item: `${path}/{${param}}` }))
    : [{ path: entity.path, item: `${entity.path}/{id}` }];
  for (const home of homes) {
    if (path === home.path) {
      const name = { GET: "list", POST: "create" }[method];
      return name === undefined ? undefined : { name, isAboutItem: false };
    }
    if (path === home.item) {
      const name = ITEM[method];
      return name === undefined ? undefined : { name, isAboutItem: true };
    }
    const action = path.startsWith(`${home.item}/`)
      ? path.slice(home.item.length + 1)
      : undefined;
    if (
      method === "POST" &&
      entity.actions.some(({ name }) => name.kebab === action)
    ) {
      return { name: action ?? "", isAboutItem: true };
    }
  }
  return undefined;
}

const ITEM: Readonly<Record<string, string>> = {
  GET: "get",
  PUT: "replace",
  PATCH: "patch",
  DELETE: "delete",
};
