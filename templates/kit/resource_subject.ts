/**
 * What trials of a resource are about: what it declares, and the system that must keep to it.
 *
 * @module
 */
import type { JsonObject } from "./entity_request.ts";
import type { Operation } from "./entity_routes.ts";
import type { Entity } from "./entity_spec.ts";
import type { ErrorForm } from "./expect_error.ts";
import type { TrialSight } from "./expect_sight.ts";
import type { Method } from "./http_api.ts";
import type { LinkOptions } from "./link_routes.ts";
import type { MarkOptions } from "./mark_routes.ts";
import type {
  ApiShape,
  ListRestriction,
  ResourceSpec,
  Sources,
} from "./resource_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";
import type { ApiClient } from "./testing.ts";

/** A system in which a trial takes place; what it makes and reads is past all rules. */
export interface TrialSystem extends AsyncDisposable {
  /** Calls the API as nobody, or as the user whose id is given. */
  as(userId?: string): ApiClient;
  /** Makes entities, by the name of their entity. */
  readonly make: Readonly<
    Record<string, (values?: JsonObject) => Promise<Entity>>
  >;
  /** Makes valid bodies, by the name of their entity. */
  readonly bodies: Readonly<
    Record<string, () => JsonObject | Promise<JsonObject>>
  >;
  /** The controllers. */
  readonly sources: Sources;
  /** The user that what is made belongs to, one of each role. @default nobody: there are no users */
  readonly actor?: (role?: string) => Promise<Entity>;
  /** Signs a token of a user. @default there are no users */
  readonly tokenOf?: (userId: string) => Promise<string>;
  /** Registers a user with a password. @default there are no users */
  readonly register?: (body: JsonObject) => Promise<Entity>;
  /** What is not there for everybody. @default nothing */
  readonly sight?: TrialSight;
  /** The stores of entities that trials put into states that no client can. @default none */
  readonly stores?: Readonly<Record<string, TrialStore>>;
  /** Live updates. @default there are none */
  readonly live?: TrialLive;
  /** Answers a request as it is, in a system that keeps files. @default they are called by `as` alone */
  readonly fetch?: (request: Request) => Response | Promise<Response>;
  /** The folder of its files. @default it keeps none */
  readonly folder?: string;
  /** How many messages its components have sent each other. */
  messages(): number;
}

/** Live updates of a system, past all rules. */
export interface TrialLive {
  /** Where the system listens. */
  readonly url: Promise<string>;
  /** Hears of every change of a kind of entity from now on. */
  watch(entity: string): AsyncIterator<TrialSignal>;
  /** Stops the system. */
  stop(): Promise<unknown>;
}

/** What is heard: a change, or that all that was missed has been heard, that changes were missed, that nothing happens. */
export interface TrialSignal {
  /** A change. */
  readonly change?: { readonly id: string };
  /** All that was missed has been heard. */
  readonly ready?: string;
  /** Changes were missed. */
  readonly gap?: string;
  /** Nothing happens. */
  readonly beat?: boolean;
}

/** A store, past all rules. */
export interface TrialStore {
  /** Carries out a command. */
  execute(
    command: StoreCommand<Entity>,
  ): StoreResult<Entity> | Promise<StoreResult<Entity>>;
}

/** How the API looks, its errors included. */
export interface TrialApi {
  /** How it looks as a whole. */
  readonly shape: ApiShape;
  /** How it tells errors. */
  readonly errors: ErrorForm;
}

/** An operation of a resource, as it is declared. */
export interface TrialOperation {
  /** The operation. */
  readonly operation: Operation;
  /** The method. */
  readonly method: Method;
  /** The status of a success. */
  readonly status: number;
  /** The role that it takes. @default that of whom samples belong to */
  readonly role?: string;
  /** Whether the rules let nobody. @default false */
  readonly closed?: boolean;
}

/** A mark of a resource. */
export interface TrialMark extends MarkOptions {
  /** The role that it takes. @default that which users begin with */
  readonly role?: string;
}

/** A many-to-many relation of a resource. */
export interface TrialLink extends LinkOptions {
  /** The role that relating takes. @default that of whom samples belong to */
  readonly role?: string;
  /** Whether the rules let nobody. @default false */
  readonly closed?: boolean;
  /** Whether they let also who is not signed in. @default false */
  readonly open?: boolean;
  /** What a user who has just registered is refused with. @default they may */
  readonly stranger?: 403 | 404;
}

/** An action of a resource. */
export interface TrialAction {
  /** The last segment of its path. */
  readonly name: string;
  /** The state from which it leads on. */
  readonly before: JsonObject;
  /** What it sets. */
  readonly effect: JsonObject;
  /** States in which it is refused. @default none */
  readonly refused?: readonly JsonObject[];
  /** The role that it takes. @default that of whom samples belong to */
  readonly role?: string;
  /** Whether the rules let nobody. @default false */
  readonly closed?: boolean;
}

/** What decides whether things may be done with an entity. */
export interface TrialState {
  /** What it is, for a title: `what its course is`. */
  readonly title: string;
  /** The entity whose state it is. */
  readonly of: string;
  /** The field that refers to it. @default it is the entity itself */
  readonly reference?: string;
  /** What it must not be. */
  readonly shut: JsonObject;
  /** The operations and actions that depend on it, by name. */
  readonly held: readonly string[];
}

/** A resource and all that is declared of it; fields have the names that the entity has for them. */
export interface ResourceSubject extends TrialApi {
  /** The resource. */
  readonly resource: ResourceSpec;
  /** Its operations. */
  readonly operations: readonly TrialOperation[];
  /** Its actions. @default [] */
  readonly actions?: readonly TrialAction[];
  /** How what is deleted is restored. @default it is not */
  readonly restores?: { readonly role?: string; readonly closed?: boolean };
  /** Its marks. @default [] */
  readonly marks?: readonly TrialMark[];
  /** Its many-to-many relations. @default [] */
  readonly links?: readonly TrialLink[];
  /** Lists with a path of their own. @default {} */
  readonly lists?: Readonly<Record<string, readonly ListRestriction[]>>;
  /** The last segments of the paths that tell what its list comes to. @default [] */
  readonly aggregates?: readonly string[];
  /** What can be done with several at once. @default [] */
  readonly bulk?: readonly Operation[];
  /** The entity of users. @default there are none */
  readonly users?: string;
  /** The field that holds the id of whoever creates one. @default none */
  readonly owner?: string;
  /** The role of whom samples belong to. @default the one that users begin with */
  readonly role?: string;
  /** What everybody may do, also who is not signed in. @default [] */
  readonly open?: readonly string[];
  /** Whether lists have only what is one's own. @default false */
  readonly listsOwn?: boolean;
  /** The fields without which none is created. */
  readonly required: readonly string[];
  /** A valid value of each field that has one beside the sample's. */
  readonly others: JsonObject;
  /** Values that a field must not have. */
  readonly refused: readonly {
    readonly field: string;
    readonly what: string;
    readonly value: unknown;
  }[];
  /** What decides whether things may be done with one. @default [] */
  readonly states?: readonly TrialState[];
  /** Fields that may change when others do. @default [] */
  readonly derived?: readonly string[];
}

/** One thing that must hold. */
export interface Trial {
  /** What must hold. */
  readonly title: string;
  /** Tries to break it in a system of its own. */
  readonly run: (start: () => Promise<TrialSystem>) => Promise<void>;
}

/** A resource on trial in a system. */
export interface Stage {
  /** What is declared. */
  readonly subject: ResourceSubject;
  /** What must keep to it. */
  readonly system: TrialSystem;
}

/** Makes a trial of a resource. */
export function trialOf(
  subject: ResourceSubject,
  title: string,
  run: (stage: Stage) => Promise<void>,
): Trial {
  return {
    title,
    run: async (start) => {
      await using system = await start();
      await run({ subject, system });
    },
  };
}
