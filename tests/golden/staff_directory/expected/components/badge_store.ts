/**
 * Keeps badges in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Badge, BADGE_SPEC } from "../models/badge.ts";

/** What the store needs. */
export interface BadgeStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every badge: executes one command at a time. */
export class BadgeStore extends HarnessComponent<BadgeStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "BadgeStoreCommand" },
  };

  #table: Table<Badge> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Badge>(BADGE_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Badge>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Badge>): StoreResult<Badge> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
