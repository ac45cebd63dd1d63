/**
 * Keeps settings in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Setting, SETTING_SPEC } from "../models/setting.ts";

/** What the store needs. */
export interface SettingStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every setting: executes one command at a time. */
export class SettingStore extends HarnessComponent<SettingStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "SettingStoreCommand" },
  };

  #table: Table<Setting> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Setting>(SETTING_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Setting>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Setting>): StoreResult<Setting> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
