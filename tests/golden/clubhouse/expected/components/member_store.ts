/**
 * Keeps members in memory.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { MemoryDatabase } from "../kit/memory_database.ts";
import { MemoryTable } from "../kit/memory_table.ts";
import type { StoreCommand, StoreResult, Table } from "../kit/store_command.ts";
import { type Member, MEMBER_SPEC } from "../models/member.ts";

/** What the store needs. */
export interface MemberStoreConfig {
  /** The database that all stores share. */
  readonly database: MemoryDatabase;
}

/** Keeps every member: executes one command at a time. */
export class MemberStore extends HarnessComponent<MemberStoreConfig> {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    execute: { direction: "in", type: "MemberStoreCommand" },
  };

  #table: Table<Member> | undefined;

  /** Opens the table. */
  override setup(): void {
    this.#table = new MemoryTable<Member>(MEMBER_SPEC, this.config.database);
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      execute: (command: StoreCommand<Member>) => this.handleExecute(command),
    });
  }

  /** Carries out a command that came in by `execute`. */
  handleExecute(command: StoreCommand<Member>): StoreResult<Member> {
    if (!this.#table) throw new Error("The store is not set up");
    return this.#table.execute(command);
  }
}
