/**
 * Keeps folders in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Folder, FOLDER_SPEC } from "../models/folder.ts";

/** What the store needs. */
export interface FolderStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every folder: executes one command at a time. */
export class FolderStore extends HarnessComponent<FolderStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "FolderStoreCommand" },
  };

  #table: Table<Folder> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Folder>(FOLDER_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Folder>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Folder>): StoreResult<Folder> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
