/**
 * Keeps credentials in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Credential, CREDENTIAL_SPEC } from "../models/credential.ts";

/** What the store needs. */
export interface CredentialStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every credential: executes one command at a time. */
export class CredentialStore extends HarnessComponent<CredentialStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "CredentialStoreCommand" },
  };

  #table: Table<Credential> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Credential>(
      CREDENTIAL_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Credential>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Credential>): StoreResult<Credential> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
