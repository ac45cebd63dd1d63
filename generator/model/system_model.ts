/**
 * The system model: every component, port, channel, field and endpoint explicit; what a blueprint expands to.
 *
 * @module
 */
import type {
  BindingType,
  CacheBlueprint,
  ComponentType,
  DeleteRule,
  FieldType,
  ItemType,
  Literal,
  Operation,
  StoreEngine,
} from "../blueprint/blueprint.ts";
import type { AnswerRecord } from "../authored/answer_record.ts";
import type { Expression } from "../blueprint/expression.ts";
import type { BulkModel } from "./expand_bulk.ts";
import type { IdempotencyModel } from "./expand_idempotency.ts";
import type { EndpointModel } from "./endpoint_model.ts";
import type { HookModel, LogicFile, LogicModel } from "./logic_model.ts";
import type { NameForms } from "./name_forms.ts";
import type { ApiModel, LinkModel, MarkModel } from "./api_model.ts";
import type { OwnComponentType } from "./own_component_type.ts";
import type { ScheduleModel } from "./schedule_model.ts";
import type { WebhookModel } from "./webhook_model.ts";

export type { OwnComponentType } from "./own_component_type.ts";
export type { ScheduleModel } from "./schedule_model.ts";
export type { WebhookModel } from "./webhook_model.ts";
import type { FieldContents } from "./field_contents.ts";

export type { NameForms } from "./name_forms.ts";

/** A field with everything decided. */
export interface FieldModel extends FieldContents {
  /** camelCase, as in JSON. */
  readonly name: string;
  /** snake_case, as in SQL. */
  readonly column: string;
  /** The type. */
  readonly type: FieldType;
  /** Must be given at creation. */
  readonly required: boolean;
  /** May be null: not required and without a default. */
  readonly nullable: boolean;
  /** No two entities share a value. */
  readonly unique: boolean;
  /** Whether the server sets it, and clients never. */
  readonly readOnly?: boolean;
  /** Whether clients set it and no answer shows it. */
  readonly writeOnly?: true;
  /** What it is worked out of at every write. */
  readonly computation?: ComputationModel;
  /** The logic that works it out at every write. */
  readonly logic?: LogicModel;
  /** A number with which its entity's computed fields can be worked out, for tests; made when files are planned. */
  readonly sample?: number;
  /** The field that it is made of, for a slug. */
  readonly from?: string;
  /** Whether its examples must differ, because it is unique together with others. */
  readonly varies?: boolean;
  /** What the entity that it refers to must be. */
  readonly requiredState?: StateModel;
  /** Which end it is of what an entity takes and no other may; for numbers, with the range of both ends. */
  readonly slot?: {
    readonly end: "from" | "until";
    readonly low: number;
    readonly high: number;
  };
  /** Can be set at creation only. */
  readonly immutable: boolean;
  /** The value when none is given; undefined when there is none. */
  readonly default?: Literal;
  /** Smallest number. */
  readonly min?: number;
  /** Largest number. */
  readonly max?: number;
  /** Fewest characters. */
  readonly minLength?: number;
  /** Most characters; always set for string-like types. */
  readonly maxLength?: number;
  /** Regular expression the whole value must match. */
  readonly pattern?: string;
  /** Texts that keep the field's rules, where no fixed one does; made when files are planned. */
  readonly examples?: readonly string[];
  /** Allowed values of an enum. */
  readonly values?: readonly string[];
  /** Decimal places of a decimal. */
  readonly scale?: number;
  /** The type of a list's elements, which limits and values are about. */
  readonly items?: ItemType;
  /** Most elements of a list. */
  readonly maxItems?: number;
  /** Whether a list keeps its values in order, each once. */
  readonly sorted?: boolean;
  /** An action sets it that not everybody may do who may write it. */
  readonly decided?: true;
  /** It is set from whoever is signed in, never from a body. */
  readonly assigned?: true;
  /** Whether it is the tenant that is set like this. */
  readonly ofTenant?: true;
  /** The relation this field carries, when it is one's key. */
  readonly relation?: RelationModel;
  /** One sentence. */
  readonly description: string;
}

/** What a field is worked out of. */
export interface ComputationModel {
  /** As it is written. */
  readonly text: string;
  /** As a tree. */
  readonly expression: Expression;
}

/** A field of an index. */
export type IndexedField = Pick<FieldModel, "name" | "column" | "relation">;

/** A belongs-to relation with everything decided. */
export interface RelationModel {
  /** Its name, such as `post`. */
  readonly name: string;
  /** The entity it points to (snake_case name). */
  readonly entity: string;
  /** The field that carries it, such as `postId`. */
  readonly field: string;
  /** Must be given. */
  readonly required: boolean;
  /** No two entities have the same other end. */
  readonly unique: boolean;
  /** No entity may lead to itself by it. */
  readonly acyclic: boolean;
  /** What happens when the other end is deleted. */
  readonly onDelete: DeleteRule;
}

/** An action with everything decided. */
export interface ActionModel {
  /** Its name in its spellings; `complete`. */
  readonly name: NameForms;
  /** The fields it sets. */
  readonly set: Readonly<Record<string, Literal>>;
  /** Its guard; each field's allowed values. Empty when there is none. */
  readonly when: Readonly<Record<string, readonly Literal[]>>;
  /** The fields without a value of which it is refused. */
  readonly needs: readonly string[];
  /** What it adds to numbers of other entities. */
  readonly adjust: readonly AdjustModel[];
  /** The logic that says whether it may be done. */
  readonly guard?: LogicModel;
  /** The logic that says what else it changes or refuses. */
  readonly logic?: LogicModel;
  /** One sentence. */
  readonly description: string;
}

/** What an action adds to a number of another entity, with everything decided. */
export interface AdjustModel {
  /** The relation that leads there. */
  readonly relation: string;
  /** The field of its own that refers there, such as `productId`. */
  readonly reference: string;
  /** The other entity (snake_case name). */
  readonly entity: string;
  /** The number there. */
  readonly field: string;
  /** How much: a number, or one of its own fields, added or taken away. */
  readonly by: number | { readonly field: string; readonly times: 1 | -1 };
}

/** What the entities of a list come to, with everything decided. */
export interface AggregateModel {
  /** Its name in its spellings; the path ends with the kebab-case one. */
  readonly name: NameForms;
  /** The fields whose values make the groups, and how much of them counts. */
  readonly by: readonly { readonly field: string; readonly part?: string }[];
  /** Fields that are added up. */
  readonly sum: readonly string[];
  /** Fields of which the mean is taken. */
  readonly avg: readonly string[];
  /** Fields of which the least value is told. */
  readonly min: readonly string[];
  /** Fields of which the greatest value is told. */
  readonly max: readonly string[];
  /** One sentence. */
  readonly description: string;
}

/** An entity with everything decided. */
export interface EntityModel {
  /** Its name in its spellings; `task`. */
  readonly name: NameForms;
  /** The plural in its spellings; `tasks`. */
  readonly plural: NameForms;
  /** The path under the root, such as `/tasks`. */
  readonly path: string;
  /** The SQL table, such as `tasks`. */
  readonly table: string;
  /** Its own fields, relations' keys included, in order; without id, createdAt, updatedAt. */
  readonly fields: readonly FieldModel[];
  /** Its relations, in order. */
  readonly relations: readonly RelationModel[];
  /** The field that stands for the id in paths, too. */
  readonly key?: string;
  /** The lists of its own fields that are unique together. */
  readonly unique: readonly (readonly FieldModel[])[];
  /** Whether those that are deleted can be restored. */
  readonly softDelete: boolean;
  /** Whether clients can listen to its changes. */
  readonly live?: true;
  /** What is kept of it in memory after it was read; absent where nothing is. */
  readonly cache?: Required<CacheBlueprint>;
  /** What may be done only in some states; absent where nothing depends on them. */
  readonly stateRules?: StateRulesModel;
  /** What no two entities may both take. */
  readonly noOverlap: readonly OverlapModel[];
  /** The fields in which `q` searches words; absent where it searches any piece of all texts. */
  readonly search?: readonly string[];
  /** What the entities of its list come to. */
  readonly aggregates?: readonly AggregateModel[];
  /** The lists of fields, the server's included, that have an index. */
  readonly indexes: readonly (readonly IndexedField[])[];
  /** What its lists are sorted by when a request does not say. */
  readonly order?: readonly OrderModel[];
  /** The standard operations it has, in the language's order. */
  readonly operations: readonly Operation[];
  /** What can be done with several at once. */
  readonly bulk?: BulkModel;
  /** Its actions, in order. */
  readonly actions: readonly ActionModel[];
  /** The logic that runs before and after its writes; absent where there is none. */
  readonly hooks?: readonly HookModel[];
  /** Its many-to-many relations. */
  readonly links?: readonly LinkModel[];
  /** What every user can set on one, for themselves. */
  readonly marks?: readonly MarkModel[];
  /** Who may do what, in a system with users. */
  readonly access?: AccessModel;
  /** One sentence. */
  readonly description: string;
}

/** Some values of each of some fields, as they are kept. */
export type StateModel = Readonly<Record<string, readonly Literal[]>>;

/** What may be done with an entity only in some states, with everything decided. */
export interface StateRulesModel {
  /** What the entities that it belongs to must be. */
  readonly requires: readonly RequiresModel[];
  /** What it must be itself to be replaced, patched or deleted; empty when that does not matter. */
  readonly editable: StateModel;
  /** The operations and actions (in kebab-case) that none of this is about. */
  readonly exempt: readonly string[];
}

/** What an entity must be that another belongs to. */
export interface RequiresModel {
  /** The relation that leads there. */
  readonly relation: string;
  /** The field of its own that refers there, such as `threadId`. */
  readonly reference: string;
  /** The other entity (snake_case name). */
  readonly entity: string;
  /** What it must be. */
  readonly state: StateModel;
}

/** What two entities may not both take any of, with everything decided. */
export interface OverlapModel {
  /** Where it begins. */
  readonly from: FieldModel;
  /** Where it ends. */
  readonly until: FieldModel;
  /** The fields whose values both share; empty when all entities are compared. */
  readonly within: readonly FieldModel[];
  /** The values that count, by field; empty when all do. */
  readonly when: Readonly<Record<string, readonly Literal[]>>;
}

/** One field that lists are sorted by. */
export interface OrderModel {
  /** Its name in the blueprint: the field, or a relation. */
  readonly member: string;
  /** The field. */
  readonly field: string;
  /** Largest first. */
  readonly descending: boolean;
}

/** Who may do what with an entity, with everything decided. */
export interface AccessModel {
  /** The field that holds the owner's id; `id` where users own themselves. */
  readonly owner?: string;
  /** Whether whoever creates one becomes its owner. */
  readonly assignsOwner: boolean;
  /** The field that holds a user's role. */
  readonly role?: string;
  /** The field that holds the tenant's id; `id` where it is the tenants themselves. */
  readonly tenant?: string;
  /** Which of them are there for whoever may read; absent where all are. */
  readonly visible?: {
    readonly when: StateModel;
    /** `users`, `owner` or roles. */
    readonly always: readonly string[];
  };
  /** By operation or action (kebab-case): `everyone`, `users`, `owner`, roles; empty when nobody may. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
}

/** The users of a system, with everything decided. */
export interface UsersModel {
  /** The entity that they are (snake_case name). */
  readonly entity: string;
  /** The field they sign in with. */
  readonly signIn: string;
  /** Whether anybody may register. */
  readonly open: boolean;
  /** What users can be; the first is given at registration. */
  readonly roles: readonly string[];
  /** The tenant that each belongs to. */
  readonly tenant?: {
    /** The relation of users to it. */
    readonly relation: string;
    /** The users' field that holds its id. */
    readonly field: string;
    /** The entity that tenants are (snake_case name). */
    readonly entity: string;
  };
  /** How long an access token is valid. */
  readonly accessSeconds: number;
  /** How long a refresh token is valid. */
  readonly refreshSeconds: number;
  /** How many characters a password has at least, where that is not the usual number. */
  readonly passwordLength?: number;
  /** How often may be tried what can be guessed, where that is not the usual; each in how many seconds. */
  readonly tries?: TriesModel;
  /** What passwords are kept in; no client sees it. */
  readonly credential: EntityModel;
  /** What refresh tokens are kept in; no client sees it. */
  readonly refreshToken: EntityModel;
}

/** How often may be tried what can be guessed or done in masses; what is left out is as usual. */
export type TriesModel = Readonly<
  Partial<
    Record<
      "registration" | "login" | "account",
      { readonly tries: number; readonly seconds: number }
    >
  >
>;

/** A port of a component. */
export interface PortModel {
  /** snake_case, such as `process_request`. */
  readonly name: string;
  /** Whether messages come in or go out. */
  readonly direction: "in" | "out";
  /** The name of the type it carries, such as `TaskRequest`. */
  readonly type: string;
  /** The name of the type of its answers, such as `TaskReply`; set on ports that carry requests. */
  readonly replyType?: string;
  /** What it is for. `replies` marks a port that exists only to carry answers of another. */
  readonly role: "request" | "replies" | "data" | "error";
  /** The other port of this component that carries the answers, when they have a port of their own. */
  readonly replies?: string;
  /** The entity its messages are about (snake_case name). */
  readonly entity?: string;
}

/** A component with everything decided. */
export interface ComponentModel {
  /** snake_case, such as `task_controller`. */
  readonly name: string;
  /** The kind; an `AuthController` comes with users, a `WebhookSender` with webhooks, a `LiveFeed` with live entities, a `Scheduler` with schedules. */
  readonly type: ComponentType | OwnComponentType;
  /** The class, such as `TaskController`. */
  readonly className: string;
  /** The entity it serves (Controller, Store). */
  readonly entity?: string;
  /** Its ports: inputs first, in order of appearance. */
  readonly ports: readonly PortModel[];
  /** One sentence. */
  readonly description: string;
}

/** A channel between two ports. */
export interface ConnectionModel {
  /** The output end. */
  readonly from: { readonly component: string; readonly port: string };
  /** The input end. */
  readonly to: { readonly component: string; readonly port: string };
  /** The kind of binding. */
  readonly type: BindingType;
  /** How many messages it holds. */
  readonly bufferSize: number;
}

/** A requirement with an id that stays with it through tests and report. */
export interface RequirementModel {
  /** `R1`, `R2`, … in the order of the request. */
  readonly id: string;
  /** The sentence, word for word. */
  readonly text: string;
  /** What it became; each reference is checked to exist. */
  readonly covers: readonly string[];
}

/** The whole system, every decision made. */
export interface SystemModel {
  /** The system's name in its spellings. */
  readonly name: NameForms;
  /** One sentence. */
  readonly description: string;
  /** The API's default port. */
  readonly port: number;
  /** How many requests each client may make, in how many seconds; absent where that is not limited. */
  readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  /** Where entities are kept. */
  readonly engine: StoreEngine;
  /** SQLite's synchronous mode. */
  readonly durability: "full" | "normal";
  /** How requests with a key are treated; absent where keys are not looked at. */
  readonly idempotency?: IdempotencyModel;
  /** Its users; without them everything is public. */
  readonly users?: UsersModel;
  /** How its API looks, where the conventions do not fit. */
  readonly api?: ApiModel;
  /** Its entities, in the blueprint's order. */
  readonly entities: readonly EntityModel[];
  /** Who is told what happened. */
  readonly webhooks?: readonly WebhookModel[];
  /** What is done by itself. */
  readonly schedules?: readonly ScheduleModel[];
  /** Endpoints of its own. */
  readonly endpoints?: readonly EndpointModel[];
  /** The user's own files of logic; read once the model is known. */
  readonly logicFiles?: readonly LogicFile[];
  /** What a language model has written, in the order of their units. */
  readonly answers?: readonly AnswerRecord[];
  /** Its components: endpoint first, then each entity's controller and store. */
  readonly components: readonly ComponentModel[];
  /** Its channels. */
  readonly connections: readonly ConnectionModel[];
  /** Its requirements. */
  readonly requirements: readonly RequirementModel[];
}
