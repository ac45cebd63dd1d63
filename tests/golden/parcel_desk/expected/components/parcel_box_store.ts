/**
 * Keeps parcel boxes in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { batchInMemory } from "../kit/memory_batch.ts";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
  Table,
} from "../kit/store_command.ts";
import { PARCEL_BOX_SPEC, type ParcelBox } from "../models/parcel_box.ts";

/** What the store needs. */
export interface ParcelBoxStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every parcel box: executes one command at a time. */
export class ParcelBoxStore extends HarnessComponent<ParcelBoxStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ParcelBoxStoreCommand" },
  };

  #table: Table<ParcelBox> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<ParcelBox>(
      PARCEL_BOX_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<ParcelBox> | BatchCommand<ParcelBox>) =>
        command.kind === "batch"
          ? this.handleExecuteBatch(command)
          : this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<ParcelBox>): StoreResult<ParcelBox> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }

  /** Carries out several writes that came in by `execute`, all or none. */
  handleExecuteBatch(command: BatchCommand<ParcelBox>): BatchResult<ParcelBox> {
    if (!this.#table) throw new Error("The store is not set up");
    const { database } = this.config;
    const where = { spec: PARCEL_BOX_SPEC, database, table: this.#table };
    return batchInMemory(where, command);
  }
}
