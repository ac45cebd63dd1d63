/**
 * Keeps events in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { EVENT_SPEC, type EventEntity } from "../models/event.ts";

/** What the store needs. */
export interface EventStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every event: executes one command at a time. */
export class EventStore extends HarnessComponent<EventStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "EventEntityStoreCommand" },
  };

  #table: Table<EventEntity> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<EventEntity>(
      EVENT_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<EventEntity>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<EventEntity>): StoreResult<EventEntity> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
