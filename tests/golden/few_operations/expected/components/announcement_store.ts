/**
 * Keeps announcements in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import {
  type Announcement,
  ANNOUNCEMENT_SPEC,
} from "../models/announcement.ts";

/** What the store needs. */
export interface AnnouncementStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every announcement: executes one command at a time. */
export class AnnouncementStore
  extends HarnessComponent<AnnouncementStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "AnnouncementStoreCommand" },
  };

  #table: Table<Announcement> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Announcement>(
      ANNOUNCEMENT_SPEC,
      this.config.database,
    );
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Announcement>) =>
        this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(
    command: StoreCommand<Announcement>,
  ): StoreResult<Announcement> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
