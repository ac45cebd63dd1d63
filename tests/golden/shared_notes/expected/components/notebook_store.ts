/**
 * Keeps notebooks in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Notebook, NOTEBOOK_SPEC } from "../models/notebook.ts";

/** What the store needs. */
export interface NotebookStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every notebook: executes one command at a time. */
export class NotebookStore extends HarnessComponent<NotebookStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "NotebookStoreCommand" },
  };

  #table: Table<Notebook> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Notebook>(
      NOTEBOOK_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Notebook>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Notebook>): StoreResult<Notebook> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
