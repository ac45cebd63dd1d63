/**
 * Keeps profiles in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Profile, PROFILE_SPEC } from "../models/profile.ts";

/** What the store needs. */
export interface ProfileStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every profile: executes one command at a time. */
export class ProfileStore extends HarnessComponent<ProfileStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ProfileStoreCommand" },
  };

  #table: Table<Profile> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Profile>(PROFILE_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Profile>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Profile>): StoreResult<Profile> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
