/**
 * What can be created in a running system over HTTP and read back, in the shape that its API has.
 *
 * @module
 */
import {
  fieldName,
  itemsName,
  seenName,
} from "../generator/model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../generator/model/api_model.ts";
import type {
  EntityModel,
  NameForms,
  SystemModel,
} from "../generator/model/system_model.ts";
import { requiredMembers } from "../generator/plan/state_rules_view.ts";
import type { ProbeResponse } from "./http_probe.ts";
import { creatable, sampleBody, sampled } from "./sample_bodies.ts";

/** What was created before, by which later requests are made. */
export interface LiveMade {
  /** The ids, by entity. */
  readonly ids: Map<string, string>;
  /** The paths, by resource. */
  readonly paths: Map<string, string>;
}

/** Something that was created, and how it is read back. */
export interface LiveRecord {
  /** Where. */
  readonly path: string;
  /** Takes it out of the answer. */
  readonly find: (json: unknown) => unknown;
  /** What it must be. */
  readonly value: unknown;
}

/** A request that creates something. */
export interface LiveCreation {
  /** What it creates. */
  readonly entity: EntityModel;
  /** As which resource, in an API with a shape of its own. */
  readonly resource?: ResourceModel;
  /** Its method. */
  readonly method: string;
  /** The status of a success. */
  readonly status: number;
  /** Whether logic of the system's own may refuse it, which nobody can know before. */
  readonly refusable: boolean;
  /** Makes the n-th. @default 0 */
  request(
    made: LiveMade,
    n?: number,
  ): { readonly path: string; readonly body: unknown };
  /** Notes what was created; undefined when the answer does not have it. */
  note(made: LiveMade, answer: ProbeResponse): LiveRecord | undefined;
}

/** Lists what can be created and read back, each after what it needs. */
export async function liveCreations(
  model: SystemModel,
  may: (entity: EntityModel, operation: string) => boolean = () => true,
): Promise<readonly LiveCreation[]> {
  if (model.api) return await shapedCreations(model, model.api, may);
  const entities = await creatable(model, may);
  return entities.map(({ entity, body }): LiveCreation => ({
    entity,
    method: "POST",
    status: 201,
    refusable: isRefusable(entity),
    request: ({ ids }, n) => ({ path: entity.path, body: body(ids, n) }),
    note: ({ ids }, { json }) => {
      const id = (json as { id?: unknown } | undefined)?.id;
      if (typeof id !== "string") return undefined;
      ids.set(entity.name.snake, id);
      const canGet = entity.operations.includes("get") && may(entity, "get");
      return canGet
        ? { path: `${entity.path}/${id}`, find: (json) => json, value: json }
        : {
          path: entity.path,
          find: (json) =>
            (json as { items?: unknown[] } | undefined)?.items?.find((item) =>
              (item as { id?: unknown }).id === id
            ),
          value: json,
        };
    },
  }));
}

/** Those whose parents can be made before, and that refer to nothing but what shows its id. */
async function shapedCreations(
  model: SystemModel,
  api: ApiModel,
  may: (entity: EntityModel, operation: string) => boolean,
): Promise<readonly LiveCreation[]> {
  const { entities } = await sampled(model);
  const entityOf = (resource: ResourceModel) =>
    entities.find(({ name }) => name.snake === resource.entity);
  const can = (resource: ResourceModel, operation: string) => {
    const entity = entityOf(resource);
    return entity !== undefined && may(entity, operation) &&
      resource.operations.some((one) => one.operation === operation);
  };
  const made = new Set<string>();
  const known = new Set<string>();
  const creations: LiveCreation[] = [];
  for (let before = -1; before < made.size;) {
    before = made.size;
    for (const resource of api.resources) {
      const entity = entityOf(resource);
      const { name, parent } = resource;
      const isReady = entity && !made.has(name.snake) &&
        can(resource, "create") &&
        (can(resource, "get") || can(resource, "list")) &&
        (parent === undefined || made.has(parent.resource)) &&
        entity.fields.every(({ name, relation, assigned }) =>
          !relation?.required || assigned || name === parent?.field ||
          known.has(relation.entity)
        ) &&
        // What a parent must have been brought to is not there to be referred to.
        entity.fields.every((field) =>
          !field.required ||
          Object.keys(requiredMembers(field, model)).length === 0
        );
      if (!isReady) continue;
      made.add(name.snake);
      if (shownId(resource) !== undefined) known.add(resource.entity);
      creations.push(
        shapedCreation(resource, entity, api, can(resource, "get")),
      );
    }
  }
  return creations;
}

function shapedCreation(
  resource: ResourceModel,
  entity: EntityModel,
  api: ApiModel,
  canGet: boolean,
): LiveCreation {
  const { parent, plural } = resource;
  const name = seenName(api, resource.name);
  const create = resource.operations.find(({ operation }) =>
    operation === "create"
  );
  const collectionOf = ({ paths }: LiveMade) =>
    parent
      ? (paths.get(parent.resource) ?? "") + resource.segment
      : resource.path;
  const shown = (json: unknown) => unwrapped(api, name, json);
  return {
    entity,
    resource,
    method: create?.method ?? "POST",
    status: create?.status ?? 201,
    refusable: isRefusable(entity),
    request: (made, n) => {
      const body = Object.entries(sampleBody(entity, made.ids, n))
        .filter(([field]) => field !== parent?.field)
        .map((
          [field, value],
        ) => [fieldName(api, resource.shows, field), value]);
      return {
        path: collectionOf(made),
        body: wrapped(api, name, Object.fromEntries(body)),
      };
    },
    note: (made, { json, location }) => {
      const value = shown(json);
      if (location === undefined || typeof value !== "object" || !value) {
        return undefined;
      }
      made.paths.set(resource.name.snake, location);
      const id = shownId(resource);
      const found = new Map(Object.entries(value)).get(id ?? "");
      if (typeof found === "string") made.ids.set(resource.entity, found);
      if (canGet) return { path: location, find: shown, value };
      const key = decodeURIComponent(location.split("/").at(-1) ?? "");
      const shownAs = fieldName(api, resource.shows, resource.key);
      return {
        path: collectionOf(made),
        find: (json) =>
          itemsIn(api, plural, json)?.find((item) =>
            String(new Map(Object.entries(item ?? {})).get(shownAs)) === key
          ),
        value,
      };
    },
  };
}

/** A guard may stand before what a body does, too. */
function isRefusable({ hooks = [], actions }: EntityModel): boolean {
  return hooks.some(({ hook }) => hook === "beforeCreate") ||
    actions.some(({ guard }) => guard);
}

/** Puts a value under its name where the API does so. */
export function wrapped(
  { envelope }: ApiModel,
  name: string,
  value: unknown,
): unknown {
  return envelope ? { [name]: value } : value;
}

/** Takes what an answer shows out of its envelope; undefined when it is not there. */
export function unwrapped(
  { envelope }: ApiModel,
  name: string,
  json: unknown,
): unknown {
  if (!envelope) return json;
  return typeof json === "object" && json !== null && Object.hasOwn(json, name)
    ? new Map(Object.entries(json)).get(name)
    : undefined;
}

/** Takes the items out of a list; undefined when the answer is none. */
export function itemsIn(
  api: ApiModel,
  plural: NameForms,
  json: unknown,
): readonly unknown[] | undefined {
  const items = unwrapped(
    { ...api, envelope: true },
    itemsName(api, plural),
    json,
  );
  return Array.isArray(items) ? items : undefined;
}

function shownId({ shows }: ResourceModel): string | undefined {
  return shows.find((shown) => shown.kind === "field" && shown.field === "id")
    ?.name;
}
