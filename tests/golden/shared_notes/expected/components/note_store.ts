/**
 * Keeps notes in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Note, NOTE_SPEC } from "../models/note.ts";

/** What the store needs. */
export interface NoteStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every note: executes one command at a time. */
export class NoteStore extends HarnessComponent<NoteStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "NoteStoreCommand" },
  };

  #table: Table<Note> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Note>(NOTE_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Note>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Note>): StoreResult<Note> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
