/**
 * Keeps users in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type User, USER_SPEC } from "../models/user.ts";

/** What the store needs. */
export interface UserStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every user: executes one command at a time. */
export class UserStore extends HarnessComponent<UserStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "UserStoreCommand" },
  };

  #table: Table<User> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<User>(USER_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<User>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<User>): StoreResult<User> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
