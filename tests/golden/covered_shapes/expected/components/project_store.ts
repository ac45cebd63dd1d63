/**
 * Keeps projects in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Project, PROJECT_SPEC } from "../models/project.ts";

/** What the store needs. */
export interface ProjectStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every project: executes one command at a time. */
export class ProjectStore extends HarnessComponent<ProjectStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "ProjectStoreCommand" },
  };

  #table: Table<Project> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Project>(PROJECT_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Project>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Project>): StoreResult<Project> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
