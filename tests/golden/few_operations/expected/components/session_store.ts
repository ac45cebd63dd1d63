/**
 * Keeps sessions in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Session, SESSION_SPEC } from "../models/session.ts";

/** What the store needs. */
export interface SessionStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every session: executes one command at a time. */
export class SessionStore extends HarnessComponent<SessionStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SessionStoreCommand" },
  };

  #table: Table<Session> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Session>(SESSION_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Session>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Session>): StoreResult<Session> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
