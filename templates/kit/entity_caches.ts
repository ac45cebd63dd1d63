/**
 * The caches of a process: every store tells them what it writes.
 *
 * @module
 */
import type { Clock } from "./clock.ts";
import { ReferenceGraph } from "./delete_plan.ts";
import {
  type CacheCounts,
  type CacheScope,
  type CacheSize,
  EntityCache,
} from "./entity_cache.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/**
 * Knows what each store of a system may change by a command: its own entities, those whose numbers go with them, and
 * those that a deletion takes along or clears. Each process has its own: what another one writes is seen when what is
 * kept is too old.
 */
export class EntityCaches {
  readonly #clock: Clock;
  readonly #references = new ReferenceGraph();
  readonly #caches = new Map<string, { label: string; cache: EntityCache }>();

  /** Begins without any; `clock` tells when what is kept is too old. */
  constructor(clock: Clock = Date.now) {
    this.#clock = clock;
  }

  /** Adds a kind of entity that a store keeps, before its first command; with a size, what is read of it is kept. */
  add(spec: EntitySpec, size?: CacheSize): void {
    this.#references.add(spec);
    if (size === undefined) return;
    const known = this.#caches.get(spec.table);
    // Its store has been started again.
    if (known !== undefined) return known.cache.clear();
    const cache = new EntityCache(size, this.#clock);
    this.#caches.set(spec.table, { label: spec.name, cache });
  }

  /** Answers a read that may be answered from memory. */
  read<T extends Entity>(
    { table }: EntitySpec,
    command: StoreCommand<T>,
    load: () => StoreResult<T> | Promise<StoreResult<T>>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    return this.#caches.get(table)?.cache.read(command, load) ?? load();
  }

  /** Lets a write run; what it may have changed is forgotten before anybody hears that it is done. */
  write<T extends Entity>(
    spec: EntitySpec,
    command: StoreCommand<T>,
    run: () => StoreResult<T> | Promise<StoreResult<T>>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const ends = this.#touched(spec, command).flatMap(([table, scope]) =>
      this.#caches.get(table)?.cache.beginWrite(scope) ?? []
    );
    return ending(run, ends);
  }

  /** Lets writes run of which nothing is known: whatever they may have changed is forgotten, as with one. */
  writeAny<R>(run: () => R): R {
    const ends = [...this.#caches.values()]
      .map(({ cache }) => cache.beginWrite("all"));
    return ending(run, ends);
  }

  /** What has been counted of a kind of entity, by the name of its table; undefined if it is not kept. */
  countsOf(table: string): CacheCounts | undefined {
    return this.#caches.get(table)?.cache.counts;
  }

  /** Writes the counts in Prometheus's text format. */
  toPrometheus(): string {
    const all = [...this.#caches.values()].map(({ label, cache }) =>
      [label, cache.counts] as const
    );
    return METRICS.map(([name, help]) => {
      // Names of entities have no characters to escape.
      const lines = all.map(([label, counts]) =>
        `cache_${name}_total{entity="${label}"} ${counts[name]}\n`
      );
      return `# HELP cache_${name}_total ${help}\n` +
        `# TYPE cache_${name}_total counter\n` + lines.join("");
    }).join("");
  }

  /** What a command may change, by table. What is not known here may change anything. */
  #touched<T extends Entity>(
    { table }: EntitySpec,
    command: StoreCommand<T>,
  ): (readonly [string, CacheScope])[] {
    switch (command.kind) {
      case "insert":
        return [[table, [command.entity.id]]];
      case "update":
        return [
          [table, [command.entity.id]],
          ...(command.adjust ?? [])
            .map(({ spec, id }) => [spec.table, [id]] as const),
        ];
      case "restore":
        return [[table, [command.id]]];
      case "delete":
        return [
          [table, [command.id]],
          ...this.#changedByDeletion(table)
            .map((other) => [other, "all"] as const),
        ];
      default:
        return [...this.#caches.keys()].map((all) => [all, "all"] as const);
    }
  }

  /** The tables of which a deletion may delete or clear rows, besides the row itself. */
  #changedByDeletion(table: string): string[] {
    const changed = new Set<string>();
    const gone = new Set([table]);
    for (const target of gone) { // grows while it is walked
      for (const { spec, onDelete } of this.#references.into(target)) {
        if (onDelete !== "restrict") changed.add(spec.table);
        if (onDelete === "cascade") gone.add(spec.table);
      }
    }
    return [...changed];
  }
}

/** Ends writes when what they belong to is over, whatever came of it. */
function ending<R>(run: () => R, ends: readonly (() => void)[]): R {
  const end = () => {
    for (const one of ends) one();
  };
  let result: R | undefined;
  try {
    result = run();
  } finally {
    if (!(result instanceof Promise)) end();
  }
  // A promise is followed by one of the same.
  return result instanceof Promise ? result.finally(end) as R : result as R;
}

const METRICS = [
  [
    "hits",
    "Reads that were answered from memory, or by a read that was under way.",
  ],
  ["misses", "Reads that the store answered."],
  ["evictions", "What was forgotten because there was no more room."],
  ["invalidations", "What was forgotten because of a write."],
] as const;
