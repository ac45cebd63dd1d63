/**
 * Requirements: does everything they refer to exist?
 *
 * @module
 */
import { DEFAULT_USERS_ENTITY } from "./access_rules.ts";
import {
  type Blueprint,
  type EntityBlueprint,
  OPERATIONS,
} from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks every reference of every requirement. */
export function checkRequirements(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const written = new Set(Object.keys(blueprint.entities ?? {}));
  (blueprint.requirements ?? []).forEach((requirement, index) => {
    requirement.covers.forEach((reference, place) => {
      if (refersTo(reference, blueprint)) return;
      const [head = ""] = reference.replace(/^not /, "").split(".");
      const hint = hintFor(reference, head, blueprint, written);
      // Editing the blueprint may leave a sentence behind: that is told, and no reason to refuse it.
      diagnostics.warn(
        "AC207",
        `requirements[${index}].covers[${place}]`,
        `Cannot trace ${
          quoted(reference)
        }: found nothing it refers to, so it is not covered`,
        { hint: hint ?? "remove the reference, or add what it names" },
      );
    });
  });
}

/** Tells whether a reference of a requirement leads to something in the blueprint. */
export function refersTo(reference: string, blueprint: Blueprint): boolean {
  if (GENERAL.has(reference)) return true;
  if (blueprint.users && isRegistration(reference, blueprint)) return true;
  if (isEndpoint(reference, blueprint)) return true;
  if (reference.startsWith("store.")) {
    return reference === `store.${blueprint.store?.engine ?? "sqlite"}` ||
      entityRefersTo(reference, blueprint);
  }
  return entityRefersTo(reference, blueprint);
}

/** Users as such, and their creation, which is a registration. */
function isRegistration(reference: string, { users }: Blueprint): boolean {
  const entity = users?.entity ?? DEFAULT_USERS_ENTITY;
  return reference === "users" || reference === `${entity}.create`;
}

/** `endpoints.quote`, unless an entity is called so. */
function isEndpoint(
  reference: string,
  { endpoints = {}, entities = {} }: Blueprint,
): boolean {
  const [head, name = "", ...rest] = reference.split(".");
  return head === "endpoints" && rest.length === 0 &&
    !Object.hasOwn(entities, head) && Object.hasOwn(endpoints, name);
}

function entityRefersTo(reference: string, blueprint: Blueprint): boolean {
  const negated = reference.startsWith("not ");
  const [name = "", member, setting, ...rest] =
    (negated ? reference.slice(4) : reference).split(".");
  const entities = blueprint.entities ?? {};
  const entity = Object.hasOwn(entities, name) ? entities[name] : undefined;
  if (!entity || rest.length > 0) return false;
  if (member === undefined) return !negated;
  const isOperation = (OPERATIONS as readonly string[]).includes(member);
  const has = (entity.operations ?? OPERATIONS as readonly string[]).some((
    operation,
  ) => operation === member);
  if (negated) return isOperation && !has && setting === undefined;
  if (isOperation) return has && setting === undefined;
  return memberRefersTo(entity, member, setting);
}

function memberRefersTo(
  entity: EntityBlueprint,
  member: string,
  setting: string | undefined,
): boolean {
  if (setting === undefined && Object.hasOwn(entity.marks ?? {}, member)) {
    return true;
  }
  for (const part of [entity.actions, entity.fields, entity.relations]) {
    if (!part || !Object.hasOwn(part, member)) continue;
    if (setting === undefined) return true;
    if (part === entity.relations) {
      return RELATION_SETTINGS.has(setting);
    }
    if (part === entity.fields) {
      const field: Readonly<Record<string, unknown>> = {
        ...entity.fields[member],
      };
      const value = field[setting];
      if (FIELD_SETTINGS.has(setting) && value !== undefined) {
        return value !== false || setting === "default";
      }
    }
  }
  return false;
}

function hintFor(
  reference: string,
  head: string,
  blueprint: Blueprint,
  written: ReadonlySet<string>,
): string | undefined {
  if (head === "store") {
    return `the store is "${blueprint.store?.engine ?? "sqlite"}"`;
  }
  if (!written.has(head) && head === "endpoints") {
    const [, name = ""] = reference.split(".");
    const near = nearName(name, Object.keys(blueprint.endpoints ?? {}));
    return near ? `write "endpoints.${near}"` : undefined;
  }
  if (!written.has(head)) {
    const near = nearName(head, [...written, "http", "store", "endpoints"]);
    return near ? `write "${reference.replace(head, near)}"` : undefined;
  }
  const entity = blueprint.entities?.[head];
  const [, member = ""] = reference.split(".");
  const near = entity && nearName(member, [
    ...OPERATIONS,
    ...Object.keys(entity.fields),
    ...Object.keys(entity.actions ?? {}),
    ...Object.keys(entity.relations ?? {}),
    ...Object.keys(entity.marks ?? {}),
  ]);
  return near && near !== member
    ? `write "${reference.replace(`.${member}`, `.${near}`)}"`
    : undefined;
}

const GENERAL: ReadonlySet<string> = new Set(["http", "http.port"]);
const RELATION_SETTINGS: ReadonlySet<string> = new Set([
  "required",
  "unique",
  "onDelete",
]);
const FIELD_SETTINGS: ReadonlySet<string> = new Set([
  "required",
  "unique",
  "immutable",
  "default",
  "min",
  "max",
  "minLength",
  "maxLength",
  "pattern",
  "values",
  "scale",
]);
