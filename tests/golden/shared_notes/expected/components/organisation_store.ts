/**
 * Keeps organisations in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import {
  type Organisation,
  ORGANISATION_SPEC,
} from "../models/organisation.ts";

/** What the store needs. */
export interface OrganisationStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every organisation: executes one command at a time. */
export class OrganisationStore
  extends HarnessComponent<OrganisationStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "OrganisationStoreCommand" },
  };

  #table: Table<Organisation> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Organisation>(
      ORGANISATION_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Organisation>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Organisation>,
  ): StoreResult<Organisation> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
