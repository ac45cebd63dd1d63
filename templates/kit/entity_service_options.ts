/**
 * What the service of an entity needs to know.
 *
 * @module
 */
import type { Clock } from "./clock.ts";
import type { EntityAction, EntityChange } from "./entity_action.ts";
import type { Defaults } from "./entity_body.ts";
import type {
  BulkWish,
  EntityReply,
  EntityRequest,
  Grant,
  JsonObject,
  Once,
} from "./entity_request.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { ListQuery } from "./list_query.ts";
import type { Precondition } from "./precondition.ts";
import { type FieldError, ok, type Outcome, type Problem } from "./problem.ts";
import type {
  Requirement,
  StoreCommand,
  StoreResult,
} from "./store_command.ts";

/** Holds requests to their grants. */
export interface GrantKeeper {
  /** Restricts a list to what the grant is about. */
  list(grant: Grant | undefined, query: ListQuery): ListQuery;
  /** Says why an entity may not be touched; undefined if it may. */
  refusal(
    grant: Grant | undefined,
    entity: Entity,
    label: string,
  ): Problem | undefined;
  /** Completes the body of a creation, or refuses it. */
  created(grant: Grant | undefined, body: JsonObject): Outcome<JsonObject>;
  /** Completes the body of a change, or refuses it. */
  changed(
    grant: Grant | undefined,
    current: Entity,
    body: JsonObject,
  ): Outcome<JsonObject>;
  /** Says why an entity may not become what a body makes of it; undefined if it may. */
  bypass(grant: Grant | undefined, change: EntityChange): Problem | undefined;
}

/** What an entity's service needs to know. */
export interface EntityServiceOptions<T extends Entity> {
  /** The entity. */
  readonly spec: EntitySpec;
  /** Sends a command to the store. */
  readonly store: (command: StoreCommand<T>) => Promise<StoreResult<T>>;
  /** The values of fields that a request leaves out; `$now` is the time. @default {} */
  readonly defaults?: Defaults;
  /** The business rules: what is wrong with an entity that is to be stored. @default () => [] */
  readonly check?: (entity: T) => readonly FieldError[];
  /** Works out the fields that follow from others at every write, or says why it cannot. @default there are none */
  readonly compute?: (entity: T) => Outcome<T>;
  /** What is made of other fields of a new entity. @default none */
  readonly made?: MadeFields<T>;
  /** The actions, by name. @default {} */
  readonly actions?: Readonly<Record<string, EntityAction>>;
  /** Restores what was deleted. @default nothing can be restored */
  readonly restore?: (request: RestoreRequest<T>) => Promise<EntityReply<T>>;
  /** Changes several at once. @default nothing does */
  readonly bulk?: (request: BulkRequest<T>) => Promise<EntityReply<T>>;
  /** Makes ids. @default a source of its own */
  readonly nextId?: (milliseconds: number) => string;
  /** Says by the state of things whether something may be done; see requirement.ts. @default whatever they are */
  readonly guard?: {
    requires(
      operation: string,
      ...states: readonly Entity[]
    ): readonly Requirement[] | undefined;
    refusal(operation: string, entity: Entity): Problem | undefined;
  };
  /** Asks the entity's own logic; see logic_keeper.ts. @default it has none */
  readonly logic?: LogicKeeper<T>;
  /** Holds requests to their grants. @default requests have none */
  readonly grants?: GrantKeeper;
  /** The time. @default Date.now */
  readonly clock?: Clock;
}

/** What it takes to change several entities at once. */
export interface BulkRequest<T extends Entity> {
  /** The entities' kind. */
  readonly spec: EntitySpec;
  /** What is wanted of each. */
  readonly wishes: readonly BulkWish[];
  /** What is granted for each. */
  readonly grant?: Grant;
  /** What they are carried out once for. */
  readonly once?: Once;
  /** Reads from the store. */
  readonly store: (command: StoreCommand<T>) => Promise<StoreResult<T>>;
  /** Handles a request as if it were alone, with a store in place of the real one. */
  readonly handle: (
    request: EntityRequest,
    store: (command: StoreCommand<T>) => Promise<StoreResult<T>>,
  ) => Promise<EntityReply<T>>;
}
/** Asks the logic of an entity's own around its writes. */
export interface LogicKeeper<T extends Entity> {
  /** Makes of a new entity what its logic makes of it, or says why there shall be none. */
  creating(creation: LogicCreation<T>): Promise<Outcome<T>>;
  /** Does the same for what a body makes of an entity. */
  changing(change: LogicChange<T>): Promise<Outcome<T>>;
  /** Does the same for what an action makes of it. */
  acting(act: LogicAct<T>): Promise<Outcome<T>>;
  /** Says why an entity shall not be deleted; undefined if it may be. */
  deleting(entity: T, occasion: LogicOccasion): Promise<Problem | undefined>;
  /** Tells that one is stored. */
  created(entity: T, occasion: LogicOccasion): void;
  /** Tells that a change is stored. */
  changed(
    entity: T,
    before: T,
    operation: string,
    occasion: LogicOccasion,
  ): void;
  /** Tells that one is deleted. */
  deleted(entity: T, occasion: LogicOccasion): void;
}

/** When something is done, and for whom. */
export interface LogicOccasion {
  /** The time. */
  readonly now: string;
  /** Who asks, where somebody has to be signed in to ask. */
  readonly viewer?: Grant["by"];
}

/** A new entity, for logic. */
export interface LogicCreation<T extends Entity> extends LogicOccasion {
  /** It, as it would be. */
  readonly next: Outcome<T>;
  /** What its fields would be had its body said nothing. */
  readonly before: EntityChange["before"];
  /** What its actions set. */
  readonly actions: EntityChange["actions"];
}

/** An entity that a body changes, for logic. */
export interface LogicChange<T extends Entity>
  extends Omit<LogicCreation<T>, "before"> {
  /** What it is. */
  readonly current: T;
  /** `replace` or `patch`. */
  readonly operation: string;
}

/** An entity that an action changes, for logic. */
export interface LogicAct<T extends Entity> extends LogicOccasion {
  /** The action. */
  readonly action: string;
  /** What the entity is. */
  readonly current: T;
  /** What the action makes of it. */
  readonly next: T;
}

/** What it takes to restore an entity. */
export interface RestoreRequest<T extends Entity> {
  /** The entity's kind. */
  readonly spec: EntitySpec;
  /** Which one. */
  readonly id: string;
  /** The time. */
  readonly now: string;
  /** Sends a command to the store. */
  readonly store: (command: StoreCommand<T>) => Promise<StoreResult<T>>;
  /** The business rules. */
  readonly check: (entity: T) => readonly FieldError[];
  /** Finds what must be so of others. @default nothing */
  readonly requires?: (entity: T) => readonly Requirement[] | undefined;
  /** Holds the request to its grant. */
  readonly grants: GrantKeeper;
  /** What it grants. */
  readonly grant?: Grant;
  /** What it is carried out once for. */
  readonly once?: Once;
  /** The conditions of the request. */
  readonly precondition?: Precondition;
}

/** Sets fields that no client sets. */
export interface MadeFields<T extends Entity> {
  /** The fields, each of them unique. */
  readonly fields: readonly string[];
  /** Sets them; `attempt` counts from 1, as the store refuses values that are taken. */
  make(entity: T, attempt: number): T;
  /** Sets those of a changed entity that follow what they are made of. @default they stay */
  follow?(current: T, next: T, attempt: number): T;
}

/** Tells whether what a grant allows depends on the entity. */
export function isHeld(grant: Grant | undefined): boolean {
  return grant?.own !== undefined || grant?.within !== undefined ||
    grant?.seen !== undefined;
}

/** Holds to nothing: requests have no grants. */
export const NO_GRANTS: GrantKeeper = {
  list: (_grant, query) => query,
  refusal: () => undefined,
  created: (_grant, body) => ok(body),
  changed: (_grant, _current, body) => ok(body),
  bypass: () => undefined,
};
