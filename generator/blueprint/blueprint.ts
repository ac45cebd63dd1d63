/**
 * The blueprint: the contract a person reads and edits, as plain data.
 *
 * Keys are camelCase; system, entity, component and port names are snake_case; field names camelCase.
 *
 * @module
 */
import type { ApiBlueprint, MarkBlueprint } from "./api_blueprint.ts";
import type { EndpointBlueprint } from "./endpoint_blueprint.ts";

/** The version of the blueprint language. */
export const BLUEPRINT_SCHEMA = "autocoder/v1";

/** The types a field can have. */
export const FIELD_TYPES = [
  "string",
  "text",
  "integer",
  "decimal",
  "number",
  "boolean",
  "date",
  "datetime",
  "time",
  "duration",
  "email",
  "url",
  "uuid",
  "enum",
  "json",
  "slug",
  "object",
  "list",
  "serial",
  "file",
] as const;

/** The types that the elements of a list can have. */
export const ITEM_TYPES = [
  "string",
  "integer",
  "decimal",
  "number",
  "boolean",
  "date",
  "datetime",
  "time",
  "duration",
  "email",
  "url",
  "uuid",
  "enum",
  "object",
] as const;

/** The type of the elements of a list. */
export type ItemType = typeof ITEM_TYPES[number];

/** A field's type, as written in the blueprint. */
export type FieldType = typeof FIELD_TYPES[number];

/** The standard operations on an entity, in the order they are documented. */
export const OPERATIONS = [
  "list",
  "get",
  "create",
  "replace",
  "patch",
  "delete",
] as const;

/** A standard operation on an entity. */
export type Operation = typeof OPERATIONS[number];

/** The operations that can be done with several entities at once. */
export const BULK_OPERATIONS = ["create", "patch", "delete"] as const;

/** An operation that can be done with several entities at once. */
export type BulkOperation = typeof BULK_OPERATIONS[number];

/** What can stand for such operations. */
export const BULK_WORDS = [...BULK_OPERATIONS, "all"] as const;

/** What stands for such operations. */
export type BulkWord = typeof BULK_WORDS[number];

/** The store engines that are built. */
export const STORE_ENGINES = ["memory", "sqlite", "postgres"] as const;

/** A store engine. */
export type StoreEngine = typeof STORE_ENGINES[number];

/** What may stand as a default, a set value or a guard value. */
export type Literal = string | number | boolean | null;

/** How requests with a key are treated: each is carried out once, and its answer is kept. */
export interface IdempotencyBlueprint {
  /** How long an answer is kept. @default "24h" */
  readonly keep?: string;
  /** Whether a request without a key is refused. @default false */
  readonly required?: boolean;
}

/** A field of an entity. */
export interface FieldBlueprint {
  /** The type. */
  readonly type: FieldType;
  /** Must be given when the entity is created. @default false */
  readonly required?: boolean;
  /** No two entities may have the same value. @default false */
  readonly unique?: boolean;
  /** Can be set at creation only. @default false */
  readonly immutable?: boolean;
  /** The value when none is given; `$now` stands for the current time in date and datetime fields. */
  readonly default?: Literal;
  /** Smallest number allowed; of a duration, the shortest. */
  readonly min?: number | string;
  /** Largest number allowed; of a duration, the longest. */
  readonly max?: number | string;
  /** Fewest characters allowed. */
  readonly minLength?: number;
  /** Most characters allowed. @default 200 for string, 10000 for text */
  readonly maxLength?: number;
  /** Regular expression the whole value must match. */
  readonly pattern?: string;
  /** The allowed values of an `enum`. */
  readonly values?: readonly string[];
  /** Decimal places of a `decimal`. @default 2 */
  readonly scale?: number;
  /** Only defaults and actions set it; clients may send it back as it is. @default false */
  readonly readOnly?: boolean;
  /** Clients set it, and no answer shows it. @default false */
  readonly writeOnly?: boolean;
  /** What it is worked out of at every write: numbers, own fields, `+ - * /` and parentheses; or logic. */
  readonly computed?: string | LogicBlueprint;
  /** The field that a `slug` is made of. */
  readonly from?: string;
  /** Whether a slug is made anew when that field changes. @default false */
  readonly follows?: boolean;
  /** The type of a list's elements, which the other settings are about. @default "string" */
  readonly items?: ItemType;
  /** The members of an `object`, or of each object in a list. */
  readonly fields?: Readonly<Record<string, FieldBlueprint>>;
  /** The most bytes of a file, such as `5MB`. @default "10MB" */
  readonly maxBytes?: string;
  /** The media types of a file. @default any */
  readonly accept?: readonly string[];
  /** Most elements of a list. @default 100 */
  readonly maxItems?: number;
  /** Whether a list keeps its values in order, each once. @default false */
  readonly sorted?: boolean;
  /** One sentence for the documentation. */
  readonly description?: string;
}

/** Logic of the user's own. */
export interface LogicBlueprint {
  /** The statements of a function in TypeScript. */
  readonly run?: string;
  /** Instead: a file beside the blueprint that exports the function. */
  readonly file?: string;
  /** Instead: what it does, in plain words; a language model writes the function and its tests. */
  readonly behavior?: string;
  /** What it does in some cases; each becomes a test. */
  readonly examples?: readonly LogicExampleBlueprint[];
}

/** What logic does in one case. */
export interface LogicExampleBlueprint {
  /** Some fields; the others have sample values. @default {} */
  readonly given?: Readonly<Record<string, Literal>>;
  /** When it is asked. @default it does not matter */
  readonly now?: string;
  /** Whether a guard, an action or a hook refuses. */
  readonly refuses?: boolean;
  /** What a field becomes. */
  readonly gives?: Literal;
}

/** When hooks run. */
export const HOOKS = [
  "beforeCreate",
  "beforeUpdate",
  "beforeDelete",
  "afterCreate",
  "afterUpdate",
  "afterDelete",
] as const;

/** When a hook runs. */
export type HookName = typeof HOOKS[number];

/** What runs before and after the writes of an entity. */
export type HooksBlueprint = { readonly [H in HookName]?: LogicBlueprint };

/** What happens to an entity when the one it belongs to is deleted. */
export type DeleteRule = "restrict" | "cascade" | "clear";

/** A relation to one other entity; it gives the entity a field `<relation>Id`. */
export interface RelationBlueprint {
  /** The entity it belongs to. */
  readonly belongsTo: string;
  /** Instead of that: the entity of which any number may be related to any number of this one. */
  readonly manyToMany?: string;
  /** Must be given. @default true */
  readonly required?: boolean;
  /** No two entities may have the same other end. @default false */
  readonly unique?: boolean;
  /** What happens when the other end is deleted. @default "restrict" */
  readonly onDelete?: DeleteRule;
  /** Whether an entity may lead to itself, where it belongs to its own kind. @default "refused" */
  readonly cycles?: "refused" | "allowed";
}

/** An operation of the entity beyond the standard ones, such as "complete"; its own logic is what else it changes or refuses. */
export interface ActionBlueprint extends LogicBlueprint {
  /** The fields it sets; `$now` stands for the current time. */
  readonly set: Readonly<Record<string, Literal>>;
  /** The action is refused (409) unless these fields have one of these values. */
  readonly when?: Readonly<Record<string, Literal | readonly Literal[]>>;
  /** The action is refused (409) unless each of these fields has a value; a text has one unless it is blank. */
  readonly needs?: string | readonly string[];
  /** What it adds to numbers of other entities: by `relation.field` a number, or a field of its own with `-` before it to take away. */
  readonly adjust?: Readonly<Record<string, Literal>>;
  /** Says whether it may be done. */
  readonly guard?: LogicBlueprint;
  /** One sentence for the documentation. */
  readonly description?: string;
}

/** Who may do something: `everyone`, `users`, `owner` or a role; a list means any of them. */
export type AccessRuleBlueprint = string | readonly string[];

/** Who may do what, by operation, action, or `read` and `write` for what is not named. */
export type AccessBlueprint = Readonly<Record<string, AccessRuleBlueprint>>;

/** The users of a system. */
export interface UsersBlueprint {
  /** The entity that they are; made when it is not written. @default "user" */
  readonly entity?: string;
  /** The unique field that people sign in with. @default "email" */
  readonly signIn?: string;
  /** Whether anybody may register, or only who may create users. @default "open" */
  readonly registration?: "open" | "closed";
  /** What users can be; the first is given at registration. */
  readonly roles?: readonly string[];
  /** The relation of users to the tenant they belong to: each sees only what is their tenant's. */
  readonly tenant?: string;
  /** How long tokens are valid. */
  readonly tokens?: {
    /** The token that every request carries. @default "15m" */
    readonly access?: string;
    /** The token that gets the next of them. @default "30d" */
    readonly refresh?: string;
  };
  /** How many characters a password has at least. @default 8 */
  readonly passwordLength?: number;
  /** How often may be tried what can be guessed or done in masses. */
  readonly tries?: {
    /** Registrations from one address. @default 20 in 1h */
    readonly registration?: RateLimitBlueprint;
    /** Failed logins, and refreshes, from one address. @default 100 in 15m */
    readonly login?: RateLimitBlueprint;
    /** Failed logins of one account. @default 10 in 15m */
    readonly account?: RateLimitBlueprint;
  };
}

/** Which entities are there for whoever may read. */
export interface VisibleBlueprint {
  /** For all who may read: those in this state. */
  readonly when: StateBlueprint;
  /** For these, all there are; for `owner`, all of their own. */
  readonly always?: AccessRuleBlueprint;
}

/** Some values of each of these fields. */
export type StateBlueprint = Readonly<
  Record<string, Literal | readonly Literal[]>
>;

/** What two entities may not both take any of: from one value up to, not including, another. */
export interface NoOverlapBlueprint {
  /** The field in which it begins. */
  readonly from: string;
  /** The field in which it ends, of the same type. */
  readonly until: string;
  /** The fields and relations that both have the same values in. @default all entities are compared */
  readonly within?: readonly string[];
  /** Only entities count that have one of these values in each of these fields. @default all do */
  readonly when?: Readonly<Record<string, Literal | readonly Literal[]>>;
}

/** How many requests each client may make. */
export interface RateLimitBlueprint {
  /** How many in that time. */
  readonly requests: number;
  /** The time, such as `30s`. @default "1m" */
  readonly per?: string;
}

/** How much of an entity is kept in memory after it was read. */
export interface CacheBlueprint {
  /** How many entities, those on pages counted too. @default 1000 */
  readonly entries?: number;
  /** How long each, at most. @default 60 */
  readonly seconds?: number;
}

/** A thing the system keeps. */
export interface EntityBlueprint {
  /** One sentence for the documentation. */
  readonly description?: string;
  /** The plural in snake_case, when the regular one is wrong. */
  readonly plural?: string;
  /** Its fields, in order. */
  readonly fields: Readonly<Record<string, FieldBlueprint>>;
  /** Its relations, in order. */
  readonly relations?: Readonly<Record<string, RelationBlueprint>>;
  /** What its many-to-many relations lead to; no key of the language, but taken out of the relations. */
  readonly links?: Readonly<Record<string, string>>;
  /** A field by which it can be found in paths, beside its id: a slug, a serial, or a unique text. */
  readonly key?: string;
  /** Lists of fields and relations, the values of which no two entities may all share. */
  readonly unique?: readonly (readonly string[])[];
  /** Whether those that are deleted can be restored. @default false */
  readonly softDelete?: boolean;
  /** Whether clients can listen to its changes. @default false */
  readonly live?: boolean;
  /** What is kept of it in memory after it was read; `true` in the language stands for the defaults. @default nothing */
  readonly cache?: CacheBlueprint;
  /** What the entities that it belongs to must be for one to be made, changed or deleted: values of their fields, by relation. */
  readonly requires?: Readonly<Record<string, StateBlueprint>>;
  /** What one must be itself to be replaced, patched or deleted. */
  readonly editable?: StateBlueprint;
  /** Which of them are there for whoever may read. */
  readonly visible?: VisibleBlueprint;
  /** The operations and actions that `requires` and `editable` are not about. */
  readonly exempt?: readonly string[];
  /** What no two entities may both take. */
  readonly noOverlap?: readonly NoOverlapBlueprint[];
  /** The fields in which `q` searches words. @default it searches any piece of all texts */
  readonly search?: string | readonly string[];
  /** What the entities of its list come to, by name. */
  readonly aggregates?: Readonly<Record<string, AggregateBlueprint>>;
  /** Lists of fields and relations by which many entities are found or sorted. */
  readonly indexes?: readonly (readonly string[])[];
  /** What lists are sorted by when a request does not say; a leading `-` means largest first. @default by id */
  readonly order?: string | readonly string[];
  /** The standard operations it has. @default all */
  readonly operations?: readonly Operation[];
  /** The operations that can be done with several at once. @default none */
  readonly bulk?: BulkWord | readonly BulkWord[];
  /** How many can be changed at once. @default 100 */
  readonly bulkLimit?: number;
  /** Its actions, in order. */
  readonly actions?: Readonly<Record<string, ActionBlueprint>>;
  /** What runs before and after its writes. */
  readonly hooks?: HooksBlueprint;
  /** What every user can set on one, for themselves. */
  readonly marks?: Readonly<Record<string, MarkBlueprint>>;
  /** The relation to whom it belongs: whoever creates it. */
  readonly owner?: string;
  /** The relation to the tenant it belongs to: that of whoever creates it. */
  readonly tenant?: string;
  /** Who may do what; what has no rule is denied. */
  readonly access?: AccessBlueprint;
}

/** What the entities of a list come to, by what they have in common. */
export interface AggregateBlueprint {
  /** What the entities of a group have in common. */
  readonly by: GroupKeyBlueprint | readonly GroupKeyBlueprint[];
  /** Fields that are added up. */
  readonly sum?: string | readonly string[];
  /** Fields of which the mean is taken. */
  readonly avg?: string | readonly string[];
  /** Fields of which the least value is told. */
  readonly min?: string | readonly string[];
  /** Fields of which the greatest value is told. */
  readonly max?: string | readonly string[];
  /** One sentence for the documentation. */
  readonly description?: string;
}

/** A field or relation; or one of a date or time, and how much of it counts. */
export type GroupKeyBlueprint = string | Readonly<Record<string, string>>;

/** The kinds of binding. */
export const BINDING_TYPES = [
  "data_stream",
  "error_stream",
  "request_reply",
] as const;

/** A kind of binding. */
export type BindingType = typeof BINDING_TYPES[number];

/** A wire from a port of this component to a port of another. */
export interface BindingBlueprint {
  /** The output port, plain or with its own component in front: `out` or `a.out`. */
  readonly source: string;
  /** The input port with its component: `b.in`. */
  readonly target: string;
  /** How many messages the channel holds. @default 100 */
  readonly bufferSize?: number;
  /** The kind. @default "data_stream"; between endpoint, controller and store "request_reply" */
  readonly type?: BindingType;
}

/** The kinds of component that are built. */
export const COMPONENT_TYPES = ["APIEndpoint", "Controller", "Store"] as const;

/** A kind of component that is built. */
export type ComponentType = typeof COMPONENT_TYPES[number];

/** A component as written in the wiring layer. */
export interface ComponentBlueprint {
  /** The kind; inferred from the name when missing. */
  readonly type?: ComponentType;
  /** The entity it serves (Controller, Store); inferred from the name when missing. */
  readonly entity?: string;
  /** One sentence for the documentation. */
  readonly description?: string;
  /** Its outgoing wires. */
  readonly bindings?: readonly BindingBlueprint[];
}

/** What is done by itself to entities that are due. */
export interface ScheduleBlueprint {
  /** How often, such as `1h`; or else `at`. */
  readonly every?: string;
  /** The time of day in UTC, such as `03:00` or `monday 03:00`. */
  readonly at?: string;
  /** The entity. */
  readonly entity: string;
  /** What one must be. */
  readonly where?: StateBlueprint;
  /** Days and times that must be before now, or so long ago. */
  readonly before?: Readonly<Record<string, string>>;
  /** An action, or `delete`. */
  readonly do: string;
}

/** Somebody who is told when something happened. */
export interface WebhookBlueprint {
  /** What is told: `order.pay`, an action; or `order.create`, `order.update`, `order.delete`. */
  readonly on: string;
  /** The setting that holds the URL. @default the name in capitals, with `_URL` */
  readonly to?: string;
  /** The hosts that the URL may be of. */
  readonly hosts: readonly string[];
}

/** One sentence of the request and what in the blueprint it became. */
export interface RequirementBlueprint {
  /** The sentence, word for word. */
  readonly text: string;
  /** What it became, see {@link RequirementRef}. */
  readonly covers: readonly RequirementRef[];
}

/**
 * A reference from a requirement into the blueprint. One of
 * `task` (the entity exists) · `task.list|get|create|replace|patch|delete` (an operation) ·
 * `task.<action>` · `task.<field>` · `task.<field>.required|unique|default|min|max|minLength|maxLength|pattern|values|immutable` ·
 * `task.<relation>` · `not task.<operation>` (the operation is refused) · `endpoints.<endpoint>` · `store.memory|sqlite|postgres` · `http.port` · `http` (it is a REST API).
 */
export type RequirementRef = string;

/** The whole blueprint. */
export interface Blueprint {
  /** The version of the language. @default "autocoder/v1" */
  readonly schema: typeof BLUEPRINT_SCHEMA;
  /** The system's name, snake_case. */
  readonly system: string;
  /** One sentence for the documentation. */
  readonly description?: string;
  /** Where the API listens. */
  readonly http?: {
    /** The TCP port. @default 8080 */
    readonly port?: number;
    /** How requests with a key are treated. @default keys are not looked at */
    readonly idempotency?: IdempotencyBlueprint;
    /** How often each client may ask. @default as often as they like */
    readonly rateLimit?: RateLimitBlueprint;
  };
  /** Where entities are kept. */
  readonly store?: {
    /** The database. @default "sqlite" */
    readonly engine?: StoreEngine;
    /** `full` survives power loss, `normal` may lose the last transactions then. @default "full" */
    readonly durability?: "full" | "normal";
  };
  /** The users; without them everything is public. */
  readonly users?: UsersBlueprint;
  /** How the API looks, where the conventions do not fit. */
  readonly api?: ApiBlueprint;
  /** The things the system keeps. */
  readonly entities?: Readonly<Record<string, EntityBlueprint>>;
  /** Who is told what happened. */
  readonly webhooks?: Readonly<Record<string, WebhookBlueprint>>;
  /** What is done by itself. */
  readonly schedule?: Readonly<Record<string, ScheduleBlueprint>>;
  /** Endpoints of its own, by name. */
  readonly endpoints?: Readonly<Record<string, EndpointBlueprint>>;
  /** The wiring, as far as it is written. */
  readonly components?: Readonly<Record<string, ComponentBlueprint>>;
  /** The sentences of the request and what each became. */
  readonly requirements?: readonly RequirementBlueprint[];
}
