/**
 * Keeps stamps in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Stamp, STAMP_SPEC } from "../models/stamp.ts";

/** What the store needs. */
export interface StampStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every stamp: executes one command at a time. */
export class StampStore extends HarnessComponent<StampStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "StampStoreCommand" },
  };

  #table: Table<Stamp> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Stamp>(STAMP_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Stamp>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Stamp>): StoreResult<Stamp> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
