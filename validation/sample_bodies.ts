/**
 * Makes bodies that a system must accept, from its model.
 *
 * @module
 */
import { withFieldExamples } from "../generator/plan/field_examples.ts";
import { numberedValue } from "./numbered_values.ts";
import { requiredMembers } from "../generator/plan/state_rules_view.ts";
import type {
  EntityModel,
  SystemModel,
} from "../generator/model/system_model.ts";

/** An entity that can be created and read over HTTP. */
export interface Creatable {
  readonly entity: EntityModel;
  /** Makes the n-th body, given the ids of what was created before it, by entity name. @default 0 */
  body(ids: ReadonlyMap<string, string>, n?: number): Record<string, unknown>;
}

/** Adds to a model the texts that keep each field's rules. */
export function sampled(model: SystemModel): Promise<SystemModel> {
  return withFieldExamples(model);
}

/** Lists the entities that can be created and read back, each after those it needs. */
export async function creatable(
  model: SystemModel,
  may: (entity: EntityModel, operation: string) => boolean = () => true,
): Promise<Creatable[]> {
  const chosen = new Map<string, Creatable>();
  const { entities } = await withFieldExamples(model);
  const candidates = entities.filter((entity) => {
    const can = (operation: "create" | "get" | "list") =>
      entity.operations.includes(operation) && may(entity, operation);
    return can("create") && (can("get") || can("list"));
  });
  // Each round takes those whose parents are there; what is left needs itself or something that nobody can create.
  for (let before = -1; before < chosen.size;) {
    before = chosen.size;
    for (const entity of candidates) {
      // Whoever signs in is a user that is there already.
      const ready = parentsOf(entity).every((parent) =>
        chosen.has(parent) || parent === model.users?.entity
      ) && entity.fields.every((field) =>
        // What a parent must have been brought to is not there to be referred to.
        !field.required ||
        Object.keys(requiredMembers(field, model)).length === 0
      );
      if (ready) {
        chosen.set(entity.name.snake, {
          entity,
          body: (ids, n) =>
            sampleBody(entity, ids, n),
        });
      }
    }
  }
  return [...chosen.values()];
}

function parentsOf(entity: EntityModel): string[] {
  const isAssigned = (name: string) =>
    entity.fields.some((field) => field.name === name && field.assigned);
  return entity.relations
    .filter(({ required, field }) => required && !isAssigned(field))
    .map((relation) => relation.entity);
}

/** Makes the n-th body, given the ids of what was created before it, by entity name; it differs where values must. */
export function sampleBody(
  entity: EntityModel,
  ids: ReadonlyMap<string, string>,
  n = 0,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of entity.fields) {
    if (field.readOnly || field.writeOnly && !field.required) continue;
    if (field.assigned || field.decided && !field.required) continue;
    if (field.relation?.required) {
      body[field.name] = ids.get(field.relation.entity);
    } else if (!field.relation && field.default === undefined) {
      body[field.name] = numberedValue(field, n);
    }
  }
  return body;
}
