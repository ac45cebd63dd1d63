/**
 * Keeps readings in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Reading, READING_SPEC } from "../models/reading.ts";

/** What the store needs. */
export interface ReadingStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every reading: executes one command at a time. */
export class ReadingStore extends HarnessComponent<ReadingStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ReadingStoreCommand" },
  };

  #table: Table<Reading> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Reading>(READING_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Reading>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Reading>): StoreResult<Reading> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
