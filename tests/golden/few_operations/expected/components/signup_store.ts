/**
 * Keeps signups in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Signup, SIGNUP_SPEC } from "../models/signup.ts";

/** What the store needs. */
export interface SignupStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every signup: executes one command at a time. */
export class SignupStore extends HarnessComponent<SignupStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SignupStoreCommand" },
  };

  #table: Table<Signup> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Signup>(SIGNUP_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Signup>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Signup>): StoreResult<Signup> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
