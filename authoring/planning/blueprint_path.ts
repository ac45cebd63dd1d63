/**
 * Places of a blueprint by their path: are they there, what do the requirements call them, and how are they told.
 *
 * @module
 */
import {
  type Blueprint,
  BLUEPRINT_SCHEMA,
  type EntityBlueprint,
  OPERATIONS,
  type RequirementRef,
} from "../../generator/blueprint/blueprint.ts";
import { refersTo } from "../../generator/blueprint/check_requirements.ts";
import { describeRef } from "../../generator/planner/describe_ref.ts";

/** A place of a blueprint that somebody named. */
export interface BlueprintPlace {
  /** Its keys, from the top; none for what is no place of its own, such as an operation that every entity has. */
  readonly keys: readonly string[];
  /** What requirements call it; none where they have no word for it. */
  readonly refs: readonly RequirementRef[];
  /** What it is, for a person. */
  readonly phrases: readonly string[];
}

/**
 * Finds a place by its path, such as `entities.task.fields.title.required`, or by a requirement's reference to it, such
 * as `task.create` or `not task.delete`; `not users` is that nobody signs in.
 *
 * @return Undefined when there is no such place.
 */
export function findPlace(
  path: string,
  blueprint: Blueprint,
): BlueprintPlace | undefined {
  const keys = keysOf(path, blueprint);
  if (keys) return placeAt(keys, blueprint);
  if (path === "not users" && !blueprint.users) {
    return { keys: [], refs: [], phrases: ["nobody signs in"] };
  }
  if (!refersTo(path, blueprint)) return undefined;
  // Every system has a port; one that the blueprint does not name is none that somebody asked for.
  if (path === "http.port") return undefined;
  return {
    keys: keysOfRef(path, blueprint),
    refs: [path],
    phrases: [describeRef(blueprint, path)],
  };
}

/** Tells whether a place says no more than that there is an API, a store, users, or an entity. */
export function isGeneralPlace({ keys, refs }: BlueprintPlace): boolean {
  const [part] = keys;
  const isOutline = keys.length < 2 ||
    part === "entities" && keys.length === 2;
  return isOutline &&
    refs.every((ref) => !ref.includes(".") || part === "store");
}

/** Follows a path from key to key; keys may have dots in them, so that each that fits is tried. */
function keysOf(path: string, node: unknown): readonly string[] | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  for (const [key, value] of Object.entries(node)) {
    const step = Array.isArray(node) ? `[${key}]` : key;
    if (!path.startsWith(step) || value === undefined) continue;
    const rest = path.slice(step.length);
    if (rest === "") return [key];
    const inner = /^[.[]/.test(rest)
      ? keysOf(rest.replace(/^\./, ""), value)
      : undefined;
    if (inner) return [key, ...inner];
  }
  return undefined;
}

function placeAt(
  keys: readonly string[],
  blueprint: Blueprint,
): BlueprintPlace {
  const refs = refsAt(keys, blueprint)
    .filter((ref) => refersTo(ref, blueprint));
  const phrases = refs.length > 0
    ? refs.map((ref) => describeRef(blueprint, ref))
    : [wordsFor(keys)];
  return { keys, refs, phrases };
}

/** What requirements call a place; what does not hold is left out by whoever asks. */
function refsAt(
  [part, name = "", ...inner]: readonly string[],
  blueprint: Blueprint,
): readonly RequirementRef[] {
  switch (part) {
    case "http":
      return name === "port" ? ["http.port"] : ["http"];
    case "store":
      return [`store.${blueprint.store?.engine ?? "sqlite"}`];
    case "users":
      return ["users"];
    case "entities": {
      const entity = blueprint.entities?.[name];
      return entity ? entityRefs(name, inner, entity) : [];
    }
    case "endpoints":
      return name === "" || inner[0] === "access" ? [] : [`endpoints.${name}`];
    case "webhooks": {
      const on = blueprint.webhooks?.[name]?.on ?? "";
      return [on.split(".")[0] ?? "", on];
    }
    case "schedule": {
      const { entity = "", do: deed = "" } = blueprint.schedule?.[name] ?? {};
      return [entity, `${entity}.${deed}`];
    }
    default:
      return [];
  }
}

function entityRefs(
  name: string,
  [part, member, setting]: readonly string[],
  entity: EntityBlueprint,
): readonly RequirementRef[] {
  if (part === "operations") {
    const has: readonly string[] = entity.operations ?? OPERATIONS;
    return OPERATIONS.map((one) =>
      has.includes(one) ? `${name}.${one}` : `not ${name}.${one}`
    );
  }
  // Whoever may do something is no matter of whether it can be done, which is all that a reference says.
  if (part === "access" || part === "visible") return [];
  if (part === undefined || member === undefined || !MEMBERS.has(part)) {
    return [name];
  }
  const whole = `${name}.${member}`;
  const exact = `${whole}.${setting}`;
  return [
    refersTo(exact, { ...EMPTY, entities: { [name]: entity } }) ? exact : whole,
  ];
}

/** The keys of what a reference stands for, where that is a place. */
function keysOfRef(ref: string, { entities = {} }: Blueprint): string[] {
  const [name = "", member, ...setting] = ref.replace(/^not /, "").split(".");
  if (name === "store" && !Object.hasOwn(entities, name)) return [name];
  if (name === "endpoints" && member && !Object.hasOwn(entities, name)) {
    return [name, member];
  }
  if (!Object.hasOwn(entities, name)) return [];
  const entity = entities[name];
  const at = ["entities", name];
  if (member === undefined) return at;
  if (OPERATIONS.some((one) => one === member)) {
    return entity?.operations ? [...at, "operations"] : at;
  }
  for (const part of ["actions", "fields", "relations", "marks"] as const) {
    if (Object.hasOwn(entity?.[part] ?? {}, member)) {
      return [...at, part, member, ...setting];
    }
  }
  return at;
}

/** `entities.task.access.delete` → "access.delete of task"; `webhooks.order_paid.hosts` → "hosts of webhooks.order_paid". */
function wordsFor(keys: readonly string[]): string {
  const [part, name, ...inner] = keys;
  if (name === undefined) return part ?? "";
  if (inner.length === 0) return `${part}.${name}`;
  const of = part === "entities" ? name : `${part}.${name}`;
  return `${inner.join(".")} of ${of}`;
}

const EMPTY: Blueprint = { schema: BLUEPRINT_SCHEMA, system: "system" };

/** The parts of an entity whose members requirements have a word for. */
const MEMBERS: ReadonlySet<string> = new Set([
  "fields",
  "relations",
  "actions",
  "marks",
]);
