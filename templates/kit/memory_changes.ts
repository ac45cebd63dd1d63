/**
 * The changes of a database in memory.
 *
 * @module
 */
import { type Entity, type EntitySpec, valueOf } from "./entity_spec.ts";
import {
  type ChangeListener,
  type ChangeSource,
  type LiveChange,
  traits,
} from "./live_change.ts";
import type { MemoryDatabase } from "./memory_database.ts";

/** Tells of the changes of a database in memory as soon as what makes them is done. */
export class MemoryChanges implements ChangeSource {
  readonly #database: MemoryDatabase;

  /** Watches nothing yet. */
  constructor(database: MemoryDatabase) {
    this.#database = database;
  }

  /** Tells of changes from now on. */
  watch(
    specs: readonly EntitySpec[],
    listener: ChangeListener,
  ): AsyncDisposable {
    const watched = new Set(specs.map(({ table }) => table));
    let waiting: LiveChange[] = [];
    const tell = () => {
      const changes = waiting;
      waiting = [];
      for (const change of changes) listener.change(change);
    };
    this.#database.changed = (spec, before, after) => {
      if (!watched.has(spec.table)) return;
      // A command is carried out at once: after this turn it is done.
      if (waiting.length === 0) queueMicrotask(tell);
      waiting.push(changeOf(spec, before, after));
    };
    return {
      [Symbol.asyncDispose]: () => {
        this.#database.changed = undefined;
        return Promise.resolve();
      },
    };
  }
}

function changeOf(
  spec: EntitySpec,
  before: Entity | undefined,
  after: Entity | undefined,
): LiveChange {
  const { name: entity } = spec;
  const id = String((after ?? before)?.id);
  if (before === undefined) return { entity, id, kind: "created" };
  return {
    entity,
    id,
    kind: after === undefined ? "deleted" : "updated",
    before: Object.fromEntries(
      traits(spec).map(([name]) => [name, valueOf(before, name)]),
    ),
  };
}
