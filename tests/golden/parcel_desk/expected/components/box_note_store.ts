/**
 * Keeps box notes in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { BOX_NOTE_SPEC, type BoxNote } from "../models/box_note.ts";

/** What the store needs. */
export interface BoxNoteStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every box note: executes one command at a time. */
export class BoxNoteStore extends HarnessComponent<BoxNoteStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BoxNoteStoreCommand" },
  };

  #table: Table<BoxNote> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<BoxNote>(BOX_NOTE_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<BoxNote>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<BoxNote>): StoreResult<BoxNote> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
