/**
 * Keeps employees in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Employee, EMPLOYEE_SPEC } from "../models/employee.ts";

/** What the store needs. */
export interface EmployeeStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every employee: executes one command at a time. */
export class EmployeeStore extends HarnessComponent<EmployeeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "EmployeeStoreCommand" },
  };

  #table: Table<Employee> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Employee>(
      EMPLOYEE_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Employee>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Employee>): StoreResult<Employee> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
