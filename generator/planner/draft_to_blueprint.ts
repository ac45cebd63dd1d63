/**
 * Makes the blueprint of a draft, and lists what was decided without being asked for.
 *
 * @module
 */
import {
  type ActionBlueprint,
  type Blueprint,
  BLUEPRINT_SCHEMA,
  type EntityBlueprint,
  type FieldBlueprint,
  type Operation,
  OPERATIONS,
  type RelationBlueprint,
  type RequirementBlueprint,
  type WebhookBlueprint,
} from "../blueprint/blueprint.ts";
import type {
  ActionDraft,
  EntityDraft,
  FieldDraft,
  SystemDraft,
} from "./draft.ts";
import { inBounds } from "./apply_rule.ts";
import { locksOf } from "./fold_lock.ts";
import { addField } from "./add_field.ts";
import {
  CONTAINERS,
  TITLED_ENTITIES,
  WRITTEN_ENTITIES,
} from "./lexicon_domains.ts";
import { snakeName } from "./names.ts";
import { settleFiles } from "./settle_files.ts";
import type { PlannedAccess } from "./plan_access.ts";

/** Gives every entity what it cannot be without: at least one field. Says so in the draft's assumptions. */
export function completeDraft(draft: SystemDraft): void {
  settleFiles(draft);
  for (const entity of draft.entities.values()) {
    for (const [name, field] of entity.fields) {
      settle(`${entity.name}.${name}`, field, draft.assumptions);
    }
    const { editable } = entity;
    if (
      editable && !editable.operations.has("delete") &&
      operationsOf(entity).includes("delete")
    ) {
      draft.assumptions.push(
        `${entity.name} may be deleted whatever its ${editable.field} is: the request says when it may be changed`,
      );
    }
    const implied = [...entity.fields];
    if (implied.some(([, field]) => !field.implied)) continue;
    if (entity.relations.size > 1) continue;
    const last = entity.name.split("_").at(-1) ?? "";
    const name = WRITTEN_ENTITIES.has(last)
      ? "text"
      : TITLED_ENTITIES.has(last)
      ? "title"
      : "name";
    entity.fields.clear();
    addField(entity, name, [name]).required = true;
    for (const [other, field] of implied) entity.fields.set(other, field);
    draft.assumptions.push(
      `${entity.name} has a ${name}: the request names no fields for it`,
    );
  }
}

/** Takes back what later statements left without effect or out of bounds. */
function settle(name: string, field: FieldDraft, assumptions: string[]): void {
  if (field.default === undefined) return;
  if (!inBounds(field, field.default)) {
    assumptions.push(
      `${name} has no default: ${field.default} is out of its bounds`,
    );
    delete field.default;
    delete field.assumedDefault;
  } else if (field.required && !field.assumedRequired && field.assumedDefault) {
    delete field.default;
    delete field.assumedDefault;
  } else if (field.assumedRequired) {
    field.required = false;
    delete field.assumedRequired;
  }
}

/** Returns the operations an entity has, in the language's order. */
export function operationsOf(entity: EntityDraft): readonly Operation[] {
  return OPERATIONS.filter((one) =>
    !entity.refused.has(one) &&
    (entity.only === undefined || entity.only.has(one) || entity.named.has(one))
  );
}

/** Makes the blueprint. */
export function toBlueprint(
  draft: SystemDraft,
  requirements: readonly RequirementBlueprint[],
  access?: PlannedAccess,
): Blueprint {
  const entities: Record<string, EntityBlueprint> = {};
  for (const entity of draft.entities.values()) {
    const rules = access?.entities.get(entity.name);
    entities[entity.name] = {
      ...entityBlueprint(entity),
      ...(rules?.owner ? { owner: rules.owner } : {}),
      ...(rules ? { access: rules.access } : {}),
    };
  }
  return {
    schema: BLUEPRINT_SCHEMA,
    system: systemName(draft),
    ...httpOf(draft),
    ...(draft.engine === undefined ? {} : {
      store: {
        engine: draft.engine,
        ...(draft.durability ? { durability: draft.durability } : {}),
      },
    }),
    ...(access ? { users: access.users } : {}),
    entities,
    ...(draft.webhooks.size > 0 ? { webhooks: webhooksOf(draft) } : {}),
    ...(draft.schedule.size > 0
      ? { schedule: Object.fromEntries(draft.schedule) }
      : {}),
    requirements,
  };
}

function httpOf(draft: SystemDraft): Pick<Blueprint, "http"> {
  const { port, rateLimit, idempotency } = draft;
  const isPlain = port === undefined && rateLimit === undefined &&
    idempotency === undefined;
  if (isPlain) return {};
  return {
    http: {
      ...(port === undefined ? {} : { port }),
      ...(idempotency
        ? { idempotency: idempotency.required ? { required: true } : {} }
        : {}),
      ...(rateLimit ? { rateLimit } : {}),
    },
  };
}

function webhooksOf(draft: SystemDraft): Record<string, WebhookBlueprint> {
  return Object.fromEntries(
    [...draft.webhooks].map(([name, { on, host }]) => [
      name,
      { on, hosts: [host] },
    ]),
  );
}

/** Lists what was decided without being asked for, one sentence each. */
export function assumptionsOf(
  draft: SystemDraft,
  roles: readonly string[],
  access?: PlannedAccess,
): string[] {
  const lines: string[] = [];
  for (const entity of draft.entities.values()) {
    const unasked = operationsOf(entity).filter((one) =>
      !entity.asked.has(one)
    );
    if (unasked.length > 0) {
      lines.push(
        `added though not asked for: ${
          listed(unasked)
        } of ${entity.name} (say "only …" to leave ${
          unasked.length === 1 ? "it" : "them"
        } out)`,
      );
    }
    const both = [...entity.named].filter((one) => entity.refused.has(one));
    if (both.length > 0) {
      lines.push(
        `${listed(both)} of ${entity.name}: asked for and refused, so refused`,
      );
    }
    lines.push(...fieldAssumptions(entity));
    for (const relation of entity.relations.values()) {
      if (!relation.counted) continue;
      lines.push(
        `each ${entity.name} belongs to ${
          relation.optional ? "at most one" : "one"
        } ${relation.belongsTo}: say of ${entity.name}, too, that it has many where any number may go together`,
      );
    }
  }
  lines.push(...draft.assumptions);
  if (draft.orders) {
    lines.push(
      "a list is in the order its things were made in, unless sort= asks for another: sort=-createdAt is newest first",
    );
  }
  if (draft.engine === undefined) {
    lines.push("store: SQLite, nothing was said about storage");
  }
  if (draft.port === undefined) lines.push("port 8080: none was named");
  if (access) return lines;
  lines.push(
    roles.length === 0
      ? "public: no users"
      : `public: no users, so anyone may do what is said of ${
        listed(roles.map((words) => JSON.stringify(words)))
      }`,
  );
  return lines;
}

function fieldAssumptions(entity: EntityDraft): string[] {
  const lines: string[] = [];
  for (const [name, field] of entity.fields) {
    if (field.assumedDefault && field.default !== undefined) {
      lines.push(
        `${entity.name}.${name} starts as ${JSON.stringify(field.default)}`,
      );
    }
    if (field.bounded && !field.typed && field.type === "integer") {
      lines.push(
        `${entity.name}.${name} is a whole number, as its bounds are`,
      );
    }
    if (field.narrowed !== undefined && field.type === "decimal") {
      lines.push(
        `${entity.name}.${name} has two decimal places: ${field.narrowed}`,
      );
    }
    if (field.state && field.type === "string" && !field.typed) {
      lines.push(
        `${entity.name}.${name} is free text: the request names no values for it`,
      );
    }
    if (field.assumedRequired && field.required) {
      lines.push(`${entity.name}.${name} is required`);
    }
  }
  return lines;
}

/** Returns the system's name: as the request says, else after its first entity. */
export function systemName(draft: SystemDraft): string {
  const named = draft.name && snakeName(draft.name.filter(isNameWord));
  if (named) return named;
  const [first] = draft.entities.keys();
  return first === undefined ? "system" : `${first}_manager`;
}

/** Returns what a place such as a library keeps, when that is all the request says. */
export function containedIn(name: string): string | undefined {
  return CONTAINERS[name.replaceAll("_", " ")] ??
    CONTAINERS[name.split("_").at(-1) ?? ""];
}

function isNameWord(word: string): boolean {
  return !["a", "an", "the", "my", "our", "your", "'s"].includes(word);
}

function entityBlueprint(entity: EntityDraft): EntityBlueprint {
  const fields: Record<string, FieldBlueprint> = {};
  for (const [name, field] of entity.fields) {
    fields[name] = fieldBlueprint(field);
  }
  const relations: Record<string, RelationBlueprint> = {};
  for (const [name, relation] of entity.relations) {
    relations[name] = {
      belongsTo: relation.belongsTo,
      ...(relation.optional ? { required: false } : {}),
      ...(relation.onDelete ? { onDelete: relation.onDelete } : {}),
    };
  }
  for (const [name, manyToMany] of entity.links) {
    relations[name] = { manyToMany } as RelationBlueprint;
  }
  const actions: Record<string, ActionBlueprint> = {};
  for (const [name, action] of entity.actions) {
    actions[name] = actionBlueprint(action);
  }
  const operations = operationsOf(entity);
  return {
    fields,
    ...(Object.keys(relations).length > 0 ? { relations } : {}),
    ...(entity.key ? { key: entity.key } : {}),
    ...(entity.together.length > 0 ? { unique: entity.together } : {}),
    ...(entity.order ? { order: entity.order } : {}),
    ...(entity.softDelete ? { softDelete: true } : {}),
    ...locksOf(entity, operations),
    ...(entity.cache && operations.some((one) => READS.has(one))
      ? { cache: entity.cache }
      : {}),
    ...(entity.overlaps.length > 0 ? { noOverlap: entity.overlaps } : {}),
    ...(entity.search && operations.includes("list")
      ? { search: entity.search }
      : {}),
    ...(entity.aggregates.size > 0 && operations.includes("list")
      ? { aggregates: Object.fromEntries(entity.aggregates) }
      : {}),
    ...(operations.length < OPERATIONS.length ? { operations } : {}),
    ...(entity.actions.size > 0 ? { actions } : {}),
    ...(entity.marks.size > 0
      ? { marks: Object.fromEntries(entity.marks) }
      : {}),
    ...(entity.live ? { live: true } : {}),
    ...(entity.tenant ? { tenant: entity.tenant } : {}),
  };
}

function fieldBlueprint(field: FieldDraft): FieldBlueprint {
  return {
    type: field.type,
    ...(field.required ? { required: true } : {}),
    ...(field.unique ? { unique: true } : {}),
    ...(field.immutable ? { immutable: true } : {}),
    ...(field.readOnly ? { readOnly: true } : {}),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
    ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(field.values === undefined ? {} : { values: field.values }),
    ...(field.items ? { items: field.items } : {}),
    ...(field.sorted ? { sorted: true } : {}),
    ...(field.maxBytes ? { maxBytes: field.maxBytes } : {}),
    ...(field.accept ? { accept: field.accept } : {}),
    ...(field.from ? { from: field.from } : {}),
    ...(field.computed ? { computed: field.computed } : {}),
    ...(field.unit === undefined ? {} : { description: `In ${field.unit}.` }),
  };
}

function actionBlueprint(action: ActionDraft): ActionBlueprint {
  return {
    set: action.set,
    ...(action.when === undefined ? {} : { when: action.when }),
    ...(action.needs === undefined ? {} : { needs: action.needs }),
    ...(action.adjust === undefined ? {} : { adjust: action.adjust }),
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** The operations that can be answered from memory. */
const READS: ReadonlySet<Operation> = new Set(["get", "list"]);
