/**
 * Keeps tasks in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Task, TASK_SPEC } from "../models/task.ts";

/** What the store needs. */
export interface TaskStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every task: executes one command at a time. */
export class TaskStore extends HarnessComponent<TaskStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "TaskStoreCommand" },
  };

  #table: Table<Task> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Task>(TASK_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Task>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Task>): StoreResult<Task> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
