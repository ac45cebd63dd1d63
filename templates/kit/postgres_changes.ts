/**
 * The changes of a PostgreSQL database, as its triggers notify them: those of all processes, after their commits and in
 * their order.
 *
 * @module
 */
import type { EntitySpec } from "./entity_spec.ts";
import {
  type ChangeKind,
  type ChangeListener,
  type ChangeSource,
  type LiveChange,
  traits,
} from "./live_change.ts";
import type { PostgresDatabase } from "./postgres_database.ts";

/** Tells of the changes that the triggers of the first migration notify. */
export class PostgresChanges implements ChangeSource {
  readonly #database: PostgresDatabase;

  /** Watches nothing yet. */
  constructor(database: PostgresDatabase) {
    this.#database = database;
  }

  /** Tells of changes from now on. After a lost connection, some may have been missed. */
  async watch(
    specs: readonly EntitySpec[],
    listener: ChangeListener,
  ): Promise<AsyncDisposable> {
    const [row] = await this.#database.query(
      'SELECT current_schema() AS "schema"',
    );
    const schema = String(row?.schema);
    const byTable = new Map(specs.map((spec) => [spec.table, spec]));
    let isFirst = true;
    const end = await this.#database.listen(CHANNEL, (text) => {
      const notice: Notice = JSON.parse(text);
      const spec = byTable.get(notice.table);
      // Others may use the same database.
      if (spec && notice.schema === schema) {
        listener.change(changeOf(spec, notice));
      }
    }, () => {
      if (!isFirst) listener.gap();
      isFirst = false;
    });
    return { [Symbol.asyncDispose]: end };
  }
}

/** What the triggers write. */
interface Notice {
  readonly schema: string;
  readonly table: string;
  readonly kind: ChangeKind;
  readonly id: string;
  /** By column; null for what is new. */
  readonly before: Readonly<Record<string, unknown>> | null;
}

function changeOf(
  spec: EntitySpec,
  { id, kind, before }: Notice,
): LiveChange {
  const change = { entity: spec.name, id, kind };
  if (before === null) return change;
  const known = traits(spec).filter(([, { column }]) =>
    Object.hasOwn(before, column)
  ).map(([name, { column }]) => [name, before[column]]);
  return { ...change, before: Object.fromEntries(known) };
}

const CHANNEL = "live";
