/**
 * Says in words what a requirement's reference stands for.
 *
 * @module
 */
import {
  type Blueprint,
  type DeleteRule,
  type FieldBlueprint,
  OPERATIONS,
  type RequirementRef,
} from "../blueprint/blueprint.ts";
import { withArticle } from "../blueprint/with_article.ts";

/** Says in words what a reference into a blueprint stands for. */
export function describeRef(blueprint: Blueprint, ref: RequirementRef): string {
  if (ref === "http") return "a REST API";
  if (ref === "users") return "users who sign in";
  if (ref === "http.port") return `port ${blueprint.http?.port}`;
  if (ref.startsWith("store.")) return `store: ${ref.slice(6)}`;
  if (ref.startsWith("not ")) {
    const [name, operation] = ref.slice(4).split(".");
    return `no ${operation} of ${name}`;
  }
  const [name = "", part, detail] = ref.split(".");
  const entity = blueprint.entities?.[name];
  if (name === "endpoints" && entity === undefined) {
    const { method = "GET", path = "" } = blueprint.endpoints?.[part ?? ""] ??
      {};
    return `endpoint ${part} (${method} ${path})`;
  }
  if (entity === undefined || part === undefined) return `entity ${name}`;
  if (OPERATIONS.some((one) => one === part)) return `${part} of ${name}`;
  const action = entity.actions?.[part];
  if (action !== undefined) {
    const set = Object.entries(action.set).map(([key, value]) =>
      `${key} = ${value}`
    );
    const when = Object.entries(action.when ?? {}).map(([key, value]) =>
      `${key} is ${[value].flat().join(" or ")}`
    );
    const needs = [action.needs ?? []].flat();
    const only = (when.length > 0 ? `, only when ${when.join(", ")}` : "") +
      (needs.length > 0 ? `, only with ${needs.join(" and ")}` : "");
    return `action ${part} of ${name} (${set.join(", ")}${only})`;
  }
  const relation = entity.relations?.[part];
  if (relation !== undefined && detail === "onDelete") {
    const { belongsTo, onDelete = "restrict" } = relation;
    return `deleting ${withArticle(belongsTo)} ${DELETIONS[onDelete](name)}`;
  }
  if (relation !== undefined) {
    const may = relation.required === false ? "may belong" : "belongs";
    return `${name} ${may} to ${relation.belongsTo}`;
  }
  const field = entity.fields[part];
  if (field === undefined) return ref;
  if (detail !== undefined) return `${part} of ${name}: ${said(field, detail)}`;
  return `field ${part} of ${name} (${field.type})`;
}

function said(field: FieldBlueprint, detail: string): string {
  const entry = Object.entries(field).find(([key]) => key === detail);
  const value: unknown = entry?.[1];
  if (value === true) return detail;
  if (Array.isArray(value)) return value.join(", ");
  return `${detail} ${value ?? ""}`.trim();
}

const DELETIONS: Readonly<Record<DeleteRule, (one: string) => string>> = {
  restrict: (one) => `is refused while it has ${withArticle(one)}`,
  cascade: (one) => `deletes each ${one} of it`,
  clear: (one) => `takes it from each ${one}`,
};
