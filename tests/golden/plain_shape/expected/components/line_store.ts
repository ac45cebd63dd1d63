/**
 * Keeps lines in memory.
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
import { type Line, LINE_SPEC } from "../models/line.ts";

/** What the store needs. */
export interface LineStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every line: executes one command at a time. */
export class LineStore extends HarnessComponent<LineStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "LineStoreCommand" },
  };

  #table: Table<Line> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Line>(LINE_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Line> | BatchCommand<Line>) =>
        command.kind === "batch"
          ? this.handleExecuteBatch(command)
          : this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Line>): StoreResult<Line> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }

  /** Carries out several writes that came in by `execute`, all or none. */
  handleExecuteBatch(command: BatchCommand<Line>): BatchResult<Line> {
    if (!this.#table) throw new Error("The store is not set up");
    const { database } = this.config;
    const where = { spec: LINE_SPEC, database, table: this.#table };
    return batchInMemory(where, command);
  }
}
