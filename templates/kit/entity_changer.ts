/**
 * Changes entities that are kept: reads one, makes of it what it shall be, and writes it back.
 *
 * @module
 */
import { type Clock, laterThan, timestamp } from "./clock.ts";
import {
  isTaken,
  MAX_ATTEMPTS,
  MAX_MADE,
  overtaken,
  replyOf,
  requiredOf,
} from "./entity_attempt.ts";
import { sameValue } from "./entity_body.ts";
import type { EntityAction } from "./entity_action.ts";
import type { EntityReply, Grant, Once } from "./entity_request.ts";
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import {
  type EntityServiceOptions,
  type GrantKeeper,
  type MadeFields,
  NO_GRANTS,
} from "./entity_service_options.ts";
import { type Precondition, unmetCondition } from "./precondition.ts";
import { failed, type Outcome } from "./problem.ts";
import { isOvertaken, refusalOf } from "./store_refusal.ts";

/** Changes the entities of one kind, each by one change after another. */
export class EntityChanger<T extends Entity> {
  readonly #options: EntityServiceOptions<T>;
  readonly #spec: EntitySpec;
  readonly #store: EntityServiceOptions<T>["store"];
  readonly #made: MadeFields<T> | undefined;
  readonly #grants: GrantKeeper;
  readonly #clock: Clock;
  /** The last change of each entity that is being changed. */
  readonly #changes = new Map<string, Promise<unknown>>();

  /** Makes the changer of one kind of entity. */
  constructor(options: EntityServiceOptions<T>) {
    this.#options = options;
    this.#spec = options.spec;
    this.#store = options.store;
    this.#made = options.made;
    this.#grants = options.grants ?? NO_GRANTS;
    this.#clock = options.clock ?? Date.now;
  }

  /** Lets the changes of one entity run one after another, so that they do not overtake each other. */
  async change(target: Target, change: Change<T>): Promise<EntityReply<T>> {
    const { id } = target;
    const attempt = () => this.#attempt(target, change);
    const running = this.#changes.get(id);
    const outcome = running?.then(attempt, attempt) ?? attempt();
    this.#changes.set(id, outcome);
    try {
      return await outcome;
    } finally {
      if (this.#changes.get(id) === outcome) this.#changes.delete(id);
    }
  }

  /** Reads an entity, changes it and writes it back; starts again if another process wrote in between. */
  async #attempt(target: Target, change: Change<T>): Promise<EntityReply<T>> {
    for (let attempt = 1, made = 1; attempt <= MAX_ATTEMPTS;) {
      const found = await this.#store({ kind: "get", id: target.id });
      if (found.kind !== "entity") return failed(refusalOf(found, this.#spec));
      const { version } = found;
      const { label } = this.#spec;
      const refused = this.#grants.refusal(target.grant, found.entity, label);
      if (refused !== undefined) return failed(refused);
      const unmet = unmetCondition(target.precondition, version, label);
      if (unmet) return { ...failed(unmet), version };
      const now = timestamp(this.#clock());
      const changed = change(found.entity, now);
      const next = changed instanceof Promise ? await changed : changed;
      if (!next.ok) return next;
      if (this.#same(found.entity, next.value)) return { ...next, version };
      const operation = target.action ?? target.operation;
      const locked = this.#options.guard?.refusal(operation, found.entity);
      if (locked !== undefined) return failed(locked);
      const adjust = target.adjust?.(found.entity);
      if (adjust && !adjust.ok) return adjust;
      const followed = this.#made?.follow?.(found.entity, next.value, made) ??
        next.value;
      const result = await this.#store({
        kind: "update",
        entity: {
          ...followed,
          updatedAt: laterThan(found.entity.updatedAt, now),
        },
        version,
        ...(adjust ? { adjust: adjust.value } : {}),
        ...(target.action ? { action: target.action } : {}),
        ...(target.once ? { once: target.once } : {}),
        ...requiredOf(this.#options.guard, operation, found.entity, followed),
      });
      if (result.kind === "entity") {
        this.#options.logic?.changed(result.entity, found.entity, operation, {
          now,
          viewer: target.grant?.by,
        });
        return replyOf(result, this.#spec);
      }
      if (
        followed !== next.value && isTaken(this.#made, result) &&
        made < MAX_MADE
      ) {
        made++;
        continue;
      }
      attempt++;
      if (!isOvertaken(result, found.entity, next.value)) {
        return failed(refusalOf(result, this.#spec));
      }
    }
    return overtaken(this.#spec);
  }

  #same(a: T, b: T): boolean {
    return Object.keys(this.#spec.fields).every((name) =>
      sameValue(valueOf(a, name), valueOf(b, name))
    );
  }
}

/** The entity that a request changes, and the conditions on which it does. */
export interface Target {
  /** What is done with it. */
  readonly operation: string;
  /** Which one. */
  readonly id: string;
  /** The conditions of the request. */
  readonly precondition?: Precondition;
  /** What the request grants. */
  readonly grant?: Grant;
  /** The request that it is carried out once for. */
  readonly once?: Once;
  /** What else changes with it. */
  readonly adjust?: EntityAction["adjust"];
  /** The action that changes it. */
  readonly action?: string;
}

/** Makes the entity as it shall be. */
export type Change<T> = (
  current: T,
  now: string,
) => Outcome<T> | Promise<Outcome<T>>;
