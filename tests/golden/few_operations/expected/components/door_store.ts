/**
 * Keeps doors in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Door, DOOR_SPEC } from "../models/door.ts";

/** What the store needs. */
export interface DoorStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every door: executes one command at a time. */
export class DoorStore extends HarnessComponent<DoorStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "DoorStoreCommand" },
  };

  #table: Table<Door> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Door>(DOOR_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Door>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Door>): StoreResult<Door> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
