/**
 * The outbox in memory.
 *
 * @module
 */
import type { MemoryDatabase } from "./memory_database.ts";
import type { MemoryRule } from "./memory_table.ts";
import type { EntitySpec } from "./entity_spec.ts";
import type { Outbox, WaitingEvent } from "./outbox.ts";
import {
  type AnnouncedEvent,
  eventsOfDeletion,
  eventsOfWrite,
  tellsOfDeletion,
  type WebhookSpec,
} from "./webhook_event.ts";

/** Keeps the events of an entity's changes with the changes. */
export function announceInMemory(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
  database: MemoryDatabase,
): MemoryRule {
  const outbox = new MemoryOutbox(database);
  database.witness ??= {
    watches: (spec) => tellsOfDeletion(spec, webhooks),
    leave: (spec, entity, now) =>
      outbox.keep(eventsOfDeletion(spec, webhooks, { entity, now })),
  };
  return {
    refusal: () => undefined,
    apply: (write) => outbox.keep(eventsOfWrite(spec, webhooks, write)),
  };
}

/** The outbox of a database in memory; gone with the process. */
export class MemoryOutbox implements Outbox {
  readonly #database: MemoryDatabase;
  readonly #events: Map<number, KeptEvent>;

  /** Opens the database's outbox. */
  constructor(database: MemoryDatabase) {
    this.#database = database;
    this.#events = EVENTS.get(database) ?? new Map();
    EVENTS.set(database, this.#events);
  }

  /** Keeps events; they are due at once. */
  keep(events: readonly AnnouncedEvent[]): void {
    for (const event of events) {
      const sequence = ++last;
      this.#database.undo?.push(() => this.#events.delete(sequence));
      this.#events.set(sequence, {
        ...event,
        sequence,
        attempts: 0,
        dueAt: 0,
        dead: false,
      });
    }
  }

  /** Lists the oldest event of each entity, if it is due. */
  due(
    webhook: string,
    now: number,
    limit: number,
  ): Promise<readonly WaitingEvent[]> {
    const subjects = new Set<string>();
    const found: WaitingEvent[] = [];
    for (const event of this.#events.values()) {
      if (event.dead || event.webhook !== webhook) continue;
      const isFirst = !subjects.has(event.subject);
      subjects.add(event.subject);
      if (isFirst && event.dueAt <= now) found.push(event);
      if (found.length === limit) break;
    }
    return Promise.resolve(found);
  }

  /** Takes an event for one more try. */
  claim(event: WaitingEvent, until: number): Promise<boolean> {
    const { sequence, attempts, dueAt } = event;
    const kept = this.#events.get(sequence);
    if (kept?.attempts !== attempts || kept.dueAt !== dueAt) {
      return Promise.resolve(false);
    }
    this.#change(event, { attempts: attempts + 1, dueAt: until });
    return Promise.resolve(true);
  }

  /** Forgets an event that was told. */
  told({ sequence }: WaitingEvent): Promise<void> {
    this.#events.delete(sequence);
    return Promise.resolve();
  }

  /** Puts an event back. */
  putBack(
    event: WaitingEvent,
    next: { readonly attempts: number; readonly dueAt: number },
  ): Promise<void> {
    this.#change(event, next);
    return Promise.resolve();
  }

  /** Gives an event up. */
  bury(event: WaitingEvent, _reason: string): Promise<void> {
    this.#change(event, { dead: true });
    return Promise.resolve();
  }

  /** Forgets what waits for a webhook. */
  discard(webhook: string): Promise<void> {
    for (const [sequence, event] of this.#events) {
      if (event.webhook === webhook && !event.dead) {
        this.#events.delete(sequence);
      }
    }
    return Promise.resolve();
  }

  #change({ sequence }: WaitingEvent, change: Partial<KeptEvent>): void {
    const kept = this.#events.get(sequence);
    if (kept) this.#events.set(sequence, { ...kept, ...change });
  }
}

interface KeptEvent extends WaitingEvent {
  readonly dead: boolean;
}

const EVENTS = new WeakMap<MemoryDatabase, Map<number, KeptEvent>>();
let last = 0;
