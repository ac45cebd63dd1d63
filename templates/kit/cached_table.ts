/**
 * A table whose reads may be answered from memory, and whose writes are told to all caches of the process.
 *
 * @module
 */
import type { CacheSize } from "./entity_cache.ts";
import type { EntityCaches } from "./entity_caches.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** What {@link CachedTable} needs. */
export interface CachedTableOptions<T extends Entity> {
  /** What it keeps. */
  readonly spec: EntitySpec;
  /** The caches of the process. */
  readonly caches: EntityCaches;
  /** How much of what is read is kept. @default nothing is; writes are told all the same */
  readonly size?: CacheSize;
  /** Carries out a command on the table itself. */
  readonly execute: (
    command: StoreCommand<T>,
  ) => StoreResult<T> | Promise<StoreResult<T>>;
}

/** Stands before a table: every command for it has to pass here. */
export class CachedTable<T extends Entity> {
  readonly #options: CachedTableOptions<T>;

  /** Adds the table to the caches; whatever they kept of it is forgotten. */
  constructor(options: CachedTableOptions<T>) {
    this.#options = options;
    options.caches.add(options.spec, options.size);
  }

  /** Carries out one command; a read only from memory if it says that it may be. */
  execute(
    command: StoreCommand<T>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const { spec, caches, execute } = this.#options;
    const run = () => execute(command);
    switch (command.kind) {
      case "get":
      case "list":
        return command.cached ? caches.read(spec, command, run) : run();
      case "groups":
        return run();
      default:
        return caches.write(spec, command, run);
    }
  }
}
