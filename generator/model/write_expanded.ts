/**
 * {@link SystemModel} → the blueprint that says all of it; what `plan --expand` prints.
 *
 * @module
 */
import { durationText } from "../blueprint/duration_text.ts";
import { writtenBulk } from "./expand_bulk.ts";
import { writtenIdempotency } from "./expand_idempotency.ts";
import {
  type ActionBlueprint,
  type Blueprint,
  BLUEPRINT_SCHEMA,
  type ComponentBlueprint,
  type EntityBlueprint,
  type FieldBlueprint,
  type NoOverlapBlueprint,
  type RelationBlueprint,
  type UsersBlueprint,
} from "../blueprint/blueprint.ts";
import { sizeText } from "../blueprint/check_files.ts";
import { FIELD_TYPE_RULES } from "../blueprint/field_types.ts";
import {
  writeBlueprint,
  type WriteBlueprintOptions,
} from "../blueprint/write_blueprint.ts";
import { LIVE_FEED } from "../blueprint/check_live.ts";
import type { OwnComponentType } from "./own_component_type.ts";
import type {
  AccessModel,
  ActionModel,
  ComponentModel,
  EntityModel,
  FieldModel,
  OverlapModel,
  RelationModel,
  SystemModel,
  UsersModel,
  WebhookModel,
} from "./system_model.ts";
import { apiOf, marksOf } from "./write_api.ts";
import { writtenAggregates } from "./expand_aggregates.ts";
import { writtenAdjustments } from "./expand_adjustments.ts";
import { writtenSchedule } from "./expand_schedules.ts";
import { writtenStateRules } from "./expand_state_rules.ts";
import { writtenEndpoints } from "./expand_endpoints.ts";
import { writtenHooks, writtenLogic } from "./expand_logic.ts";
import { memberName } from "./member_lists.ts";
import { saidTries } from "./users_tries.ts";

/** Writes a model as YAML; parsed and expanded, it gives the same model. */
export function writeExpanded(
  model: SystemModel,
  options: WriteBlueprintOptions = {},
): string {
  return writeBlueprint(modelToBlueprint(model), options);
}

/** Says a whole model as a blueprint, defaults and wiring written out. */
export function modelToBlueprint(model: SystemModel): Blueprint {
  return {
    schema: BLUEPRINT_SCHEMA,
    system: model.name.snake,
    description: model.description,
    http: {
      port: model.port,
      ...(model.rateLimit
        ? {
          rateLimit: {
            requests: model.rateLimit.requests,
            per: durationText(model.rateLimit.seconds),
          },
        }
        : {}),
      ...writtenIdempotency(model),
    },
    store: { engine: model.engine, durability: model.durability },
    ...(model.users ? { users: usersOf(model.users) } : {}),
    ...apiOf(model),
    entities: Object.fromEntries(
      model.entities.map((entity) => [entity.name.snake, entityOf(entity)]),
    ),
    ...(model.webhooks ? { webhooks: webhooksOf(model.webhooks) } : {}),
    ...(model.schedules
      ? {
        schedule: Object.fromEntries(
          model.schedules.map((one) => [one.name.snake, writtenSchedule(one)]),
        ),
      }
      : {}),
    ...(model.endpoints
      ? {
        endpoints: writtenEndpoints(
          model.endpoints,
          model.users !== undefined,
        ),
      }
      : {}),
    components: Object.fromEntries(
      model.components.filter((component) => !comesByItself(component, model))
        .map((component) => [component.name, componentOf(component, model)]),
    ),
    ...(model.requirements.length === 0 ? {} : {
      requirements: model.requirements.map(({ text, covers }) => ({
        text,
        covers,
      })),
    }),
  };
}

function webhooksOf(
  webhooks: readonly WebhookModel[],
): NonNullable<Blueprint["webhooks"]> {
  return Object.fromEntries(webhooks.map((webhook) => {
    const { entity, on, setting, hosts } = webhook;
    const change = typeof on === "string" ? on : on.action.camel;
    return [webhook.name.snake, {
      on: `${entity}.${change}`,
      to: setting,
      hosts,
    }];
  }));
}

function entityOf(entity: EntityModel): EntityBlueprint {
  const relations = entity.relations.map((
    relation,
  ): [string, RelationBlueprint] => [
    relation.name,
    relationOf(relation, entity.name.snake),
  ]).concat(
    // Neither end has a field for it, so there is nothing else to say.
    (entity.links ?? []).map(({ name, entity: manyToMany }) =>
      [name.camel, { manyToMany } as RelationBlueprint] as const
    ),
  );
  const actions = entity.actions.map((
    action,
  ): [string, ActionBlueprint] => [action.name.camel, actionOf(action)]);
  return {
    description: entity.description,
    plural: entity.plural.snake,
    fields: Object.fromEntries(
      entity.fields.filter((field) => !field.relation)
        .map((field) => [field.name, fieldOf(field)]),
    ),
    ...(relations.length === 0
      ? {}
      : { relations: Object.fromEntries(relations) }),
    ...(entity.key === undefined ? {} : { key: entity.key }),
    ...(entity.unique.length === 0
      ? {}
      : { unique: entity.unique.map((fields) => fields.map(memberName)) }),
    ...(entity.softDelete ? { softDelete: true } : {}),
    ...(entity.live ? { live: true } : {}),
    ...(entity.cache ? { cache: entity.cache } : {}),
    ...writtenStateRules(entity.stateRules),
    ...(entity.noOverlap.length === 0
      ? {}
      : { noOverlap: entity.noOverlap.map(overlapOf) }),
    ...(entity.search === undefined ? {} : { search: entity.search }),
    ...writtenAggregates(entity),
    ...(entity.indexes.length === 0
      ? {}
      : { indexes: entity.indexes.map((fields) => fields.map(memberName)) }),
    ...(entity.order === undefined ? {} : {
      order: entity.order.map(({ member, descending }) =>
        `${descending ? "-" : ""}${member}`
      ),
    }),
    operations: entity.operations,
    ...writtenBulk(entity),
    ...(actions.length === 0 ? {} : { actions: Object.fromEntries(actions) }),
    ...(entity.hooks ? { hooks: writtenHooks(entity.hooks) } : {}),
    ...marksOf(entity),
    ...(entity.access ? accessOf(entity, entity.access) : {}),
  };
}

function overlapOf(
  { from, until, within, when }: OverlapModel,
): NoOverlapBlueprint {
  return {
    from: from.name,
    until: until.name,
    ...(within.length === 0 ? {} : { within: within.map(memberName) }),
    ...(Object.keys(when).length === 0 ? {} : { when }),
  };
}

function relationOf(
  { entity: belongsTo, required, unique, acyclic, onDelete }: RelationModel,
  owner: string,
): RelationBlueprint {
  const isFree = belongsTo === owner && !acyclic;
  return {
    belongsTo,
    required,
    ...(unique ? { unique } : {}),
    onDelete,
    ...(isFree ? { cycles: "allowed" } : {}),
  };
}

function accessOf(
  { relations, actions }: EntityModel,
  { owner, assignsOwner, tenant, visible, rules }: AccessModel,
): Pick<EntityBlueprint, "owner" | "tenant" | "visible" | "access"> {
  const home = relations.find(({ field }) => field === tenant);
  const own = relations.find(({ field }) => assignsOwner && field === owner);
  const names = new Map(actions.map(({ name }) => [name.kebab, name.camel]));
  return {
    ...(own ? { owner: own.name } : {}),
    ...(home ? { tenant: home.name } : {}),
    ...(visible
      ? {
        visible: {
          when: visible.when,
          ...(visible.always.length === 0 ? {} : { always: visible.always }),
        },
      }
      : {}),
    access: Object.fromEntries(
      Object.entries(rules).map(([key, rule]) => [names.get(key) ?? key, rule]),
    ),
  };
}

function usersOf(users: UsersModel): UsersBlueprint {
  return {
    entity: users.entity,
    signIn: users.signIn,
    registration: users.open ? "open" : "closed",
    ...(users.roles.length === 0 ? {} : { roles: users.roles }),
    ...(users.tenant ? { tenant: users.tenant.relation } : {}),
    tokens: {
      access: durationText(users.accessSeconds),
      refresh: durationText(users.refreshSeconds),
    },
    ...(users.passwordLength === undefined
      ? {}
      : { passwordLength: users.passwordLength }),
    ...(users.tries ? { tries: saidTries(users.tries) } : {}),
  };
}

/** Tells whether nobody has to write a component, because what needs it brings it. */
function comesByItself(
  { type, entity }: ComponentModel,
  { users }: SystemModel,
): boolean {
  return isOwnType(type) ||
    users !== undefined &&
      [users.credential, users.refreshToken].some(({ name }) =>
        name.snake === entity
      );
}

function isOwnType(type: ComponentModel["type"]): type is OwnComponentType {
  return type === "AuthController" || type === "WebhookSender" ||
    type === "LiveFeed" || type === "Scheduler";
}

function fieldOf(field: FieldModel): FieldBlueprint {
  return {
    type: field.type,
    ...(field.required ? { required: true } : {}),
    ...(field.unique && !isMade(field) ? { unique: true } : {}),
    ...(field.immutable ? { immutable: true } : {}),
    ...(field.readOnly && !isComputed(field) && !isMade(field) &&
        field.type !== "file"
      ? { readOnly: true }
      : {}),
    ...(field.writeOnly ? { writeOnly: true } : {}),
    ...(field.logic && !field.nullable ? { required: true } : {}),
    ...given("computed", field.computation?.text ?? writtenLogic(field.logic)),
    ...given("default", field.default),
    ...given("min", field.min ?? field.shortest),
    ...given("max", field.max ?? field.longest),
    ...given("minLength", field.minLength),
    ...given("maxLength", field.maxLength),
    ...given("pattern", field.pattern),
    ...given("values", field.values),
    ...given("scale", field.scale),
    ...given("from", field.from),
    ...given("follows", field.follows),
    ...given("items", field.items),
    ...given(
      "maxBytes",
      field.maxSize === undefined ? undefined : sizeText(field.maxSize),
    ),
    ...given("accept", field.accept),
    ...(field.members
      ? {
        fields: Object.fromEntries(
          field.members.map((member) => [member.name, fieldOf(member)]),
        ),
      }
      : {}),
    ...given("maxItems", field.maxItems),
    ...given("sorted", field.sorted),
    description: field.description,
  };
}

function isComputed({ computation, logic }: FieldModel): boolean {
  return computation !== undefined || logic !== undefined;
}

function isMade({ type }: FieldModel): boolean {
  return FIELD_TYPE_RULES[type].made === true;
}

function given<K extends keyof FieldBlueprint>(
  key: K,
  value: FieldBlueprint[K],
): Partial<FieldBlueprint> {
  return value === undefined ? {} : { [key]: value };
}

function actionOf(action: ActionModel): ActionBlueprint {
  return {
    set: action.set,
    ...(Object.keys(action.when).length === 0 ? {} : { when: action.when }),
    ...(action.needs.length === 0 ? {} : { needs: action.needs }),
    ...(action.adjust.length === 0
      ? {}
      : { adjust: writtenAdjustments(action.adjust) }),
    ...(action.guard ? { guard: writtenLogic(action.guard) } : {}),
    ...writtenLogic(action.logic),
    description: action.description,
  };
}

function componentOf(
  component: ComponentModel,
  model: SystemModel,
): ComponentBlueprint {
  const bindings = model.connections
    .filter(({ from, to }) =>
      from.component === component.name &&
      !BROUGHT.has(to.component)
    )
    .map(({ from, to, bufferSize, type }) => ({
      source: from.port,
      target: `${to.component}.${to.port}`,
      bufferSize,
      type,
    }));
  const { type } = component;
  return {
    ...(isOwnType(type) ? {} : { type }),
    ...(component.entity === undefined ? {} : { entity: component.entity }),
    description: component.description,
    ...(bindings.length === 0 && component.type === "Store"
      ? {}
      : { bindings }),
  };
}

/** The components that bring the bindings to them, too. */
const BROUGHT: ReadonlySet<string> = new Set(["auth_controller", LIVE_FEED]);
