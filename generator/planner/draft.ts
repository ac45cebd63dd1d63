/**
 * The blueprint while it is being put together.
 *
 * @module
 */
import type {
  AggregateBlueprint,
  CacheBlueprint,
  DeleteRule,
  FieldType,
  ItemType,
  Literal,
  NoOverlapBlueprint,
  Operation,
  RateLimitBlueprint,
  RequirementRef,
  ScheduleBlueprint,
  StoreEngine,
  UsersBlueprint,
} from "../blueprint/blueprint.ts";
import type { MarkBlueprint } from "../blueprint/api_blueprint.ts";
import type { Feature } from "./feature.ts";
import type { EntityIndex } from "./entity_index.ts";

/** A field in the making. */
export interface FieldDraft {
  /** Its type. */
  type: FieldType;
  /** The request named the type. */
  typed: boolean;
  /** Its name says what it is. */
  hinted: boolean;
  /** Its name is one of things with a few values, such as a priority. */
  choice: boolean;
  /** Its name says that it is a state, so that there is always one. */
  state: boolean;
  /** An action or a filter needs it; the request does not say that the entity has it. */
  implied?: boolean;
  /** Required by its nature or by the request. */
  required: boolean;
  /** Required by its name alone. */
  assumedRequired?: boolean;
  /** Its values are unique. */
  unique: boolean;
  /** It is set at creation only. */
  immutable: boolean;
  /** Only actions change it. */
  readOnly?: boolean;
  /** Its default. */
  default?: Literal;
  /** The default is only the first of its values, or what its name suggests. */
  assumedDefault?: boolean;
  /** Only its bounds say that it is a number. */
  bounded?: boolean;
  /** A bound that leaves itself out, in words, where it took deciding how many places a number has. */
  narrowed?: string;
  /** Smallest number. */
  min?: number;
  /** Largest number. */
  max?: number;
  /** Fewest characters. */
  minLength?: number;
  /** Most characters. */
  maxLength?: number;
  /** What it is measured in, in the request's words. */
  unit?: string;
  /** Its values, when it is an enum. */
  values?: readonly string[];
  /** The type of its elements, when it is a list of something else than texts. */
  items?: ItemType;
  /** A list keeps its values in order, each once. */
  sorted?: boolean;
  /** How large a file may be. */
  maxBytes?: string;
  /** The media types of a file. */
  accept?: readonly string[];
  /** The text a slug is made of. */
  from?: string;
  /** What it is worked out of. */
  computed?: string;
}

/** A relation in the making. */
export interface RelationDraft {
  /** The entity it points to. */
  readonly belongsTo: string;
  /** It may be missing. */
  optional: boolean;
  /** Only that there are many of it was said. */
  counted?: boolean;
  /** What happens when the other end is deleted. */
  onDelete?: DeleteRule;
}

/** An action in the making. */
export interface ActionDraft {
  /** What it sets. */
  readonly set: Record<string, Literal>;
  /** What it needs. */
  when?: Record<string, readonly Literal[]>;
  /** The fields that must have a value. */
  needs?: readonly string[];
  /** What it adds to numbers of others. */
  adjust?: Record<string, Literal>;
}

/** Some values of a field. */
export interface StatesDraft {
  /** The field. */
  readonly field: string;
  /** The values. */
  readonly values: readonly Literal[];
}

/** An entity in the making. */
export interface EntityDraft {
  /** Its name. */
  readonly name: string;
  /** Its fields, in order. */
  readonly fields: Map<string, FieldDraft>;
  /** Its relations, in order. */
  readonly relations: Map<string, RelationDraft>;
  /** What any number of is related to any number of it, by the name of the relation. */
  readonly links: Map<string, string>;
  /** Its actions, in order. */
  readonly actions: Map<string, ActionDraft>;
  /** Operations that were asked for. */
  readonly asked: Set<Operation>;
  /** Those of them that were named one by one, rather than by "manage". */
  readonly named: Set<Operation>;
  /** Operations that were refused. */
  readonly refused: Set<Operation>;
  /** In which values of a field it may be changed, and what of that is meant. */
  editable?: StatesDraft & { readonly operations: ReadonlySet<Operation> };
  /** What something it belongs to must be for one to be made. */
  requires?: StatesDraft & { readonly relation: string };
  /** Which of them are there for whoever may read, and for whom all are. */
  visible?: StatesDraft & { always: readonly string[] };
  /** The only operations it may have, when that was said. */
  only?: Set<Operation>;
  /** What users can set on it for themselves. */
  readonly marks: Map<string, MarkBlueprint>;
  /** Fields and relations that no two of it share. */
  readonly together: string[][];
  /** What no two of it may both take. */
  readonly overlaps: NoOverlapBlueprint[];
  /** The fields in which words are searched. */
  search?: readonly string[];
  /** What its lists come to. */
  readonly aggregates: Map<string, AggregateBlueprint>;
  /** What its lists are sorted by. */
  order?: string[];
  /** The field by which it is found in paths. */
  key?: string;
  /** What is deleted can be restored. */
  softDelete?: boolean;
  /** What was read is kept in memory. */
  cache?: CacheBlueprint;
  /** Clients are told of changes as they happen. */
  live?: boolean;
  /** The relation to the tenant it belongs to. */
  tenant?: string;
}

/** The system in the making. */
export interface SystemDraft {
  /** Which noun phrases are entities. */
  readonly index: EntityIndex;
  /** The entities by name, in order. */
  readonly entities: Map<string, EntityDraft>;
  /** The words of what users can be, where a field said it. */
  roleWords?: readonly string[];
  /** The words that name the system. */
  name?: readonly string[];
  /** The sentence that names it. */
  description?: string;
  /** Where data is kept. */
  engine?: StoreEngine;
  /** How safely data is kept. */
  durability?: "full" | "normal";
  /** The request says in what order a list is wanted. */
  orders?: boolean;
  /** Where the API listens. */
  port?: number;
  /** How often each client may ask. */
  rateLimit?: RateLimitBlueprint;
  /** How often may be tried what can be guessed. */
  tries?: UsersBlueprint["tries"];
  /** How many characters a password has at least. */
  passwordLength?: number;
  /** Requests with a key are carried out once; whether they must have one. */
  idempotency?: { readonly required: boolean };
  /** The verbs of the actions the request speaks of, by entity. */
  readonly verbs: Map<string, string[]>;
  /** What is said to have many of what, as two names. */
  readonly many: Set<string>;
  /** What each is said to belong to, by name. */
  readonly ends: Map<string, Set<string>>;
  /** What is said of tenants, until it is known who signs in. */
  readonly tenants: Extract<Feature, { is: "tenant" }>[];
  /** Who is told when something happens, by name. */
  readonly webhooks: Map<string, WebhookDraft>;
  /** What is done by itself, by name. */
  readonly schedule: Map<string, ScheduleBlueprint>;
  /** What was decided without being asked for. */
  readonly assumptions: string[];
}

/** Who is told when something happens, in the making. */
export interface WebhookDraft {
  /** What is told. */
  readonly on: string;
  /** The host that is told. */
  readonly host: string;
  /** Whom the request says it is. */
  readonly target: string;
}

/** What became of a statement. */
export interface Outcome {
  /** The parts of the blueprint it led to. */
  readonly refs: readonly RequirementRef[];
  /** What it says, where it led to no part of the blueprint. */
  readonly phrases?: readonly string[];
  /** Words of it that were not understood; `true`: all of them. */
  readonly missed?: true | readonly string[];
}

/** Starts a system with the entities of an index. */
export function newDraft(index: EntityIndex): SystemDraft {
  const entities = new Map(index.names.map((name) => [name, newEntity(name)]));
  return {
    index,
    entities,
    verbs: new Map(),
    many: new Set(),
    ends: new Map(),
    tenants: [],
    webhooks: new Map(),
    schedule: new Map(),
    assumptions: [],
  };
}

/** Starts an entity. */
export function newEntity(name: string): EntityDraft {
  return {
    name,
    fields: new Map(),
    relations: new Map(),
    links: new Map(),
    actions: new Map(),
    asked: new Set(),
    named: new Set(),
    refused: new Set(),
    marks: new Map(),
    together: [],
    overlaps: [],
    aggregates: new Map(),
  };
}

/** What a statement that was not understood becomes. */
export const NOT_UNDERSTOOD: Outcome = { refs: [], missed: true };
