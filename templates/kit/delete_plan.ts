/**
 * What a deletion leads to, by the delete rules of the entities that refer to the deleted one.
 *
 * @module
 */
import type { DeleteRule, EntitySpec } from "./entity_spec.ts";

/** A field by which entities refer to others. */
export interface Reference {
  /** The entity that has the field. */
  readonly spec: EntitySpec;
  /** The field. */
  readonly field: string;
  /** What happens to the entity when the one it refers to is deleted. */
  readonly onDelete: DeleteRule;
}

/** All references between the tables of one database. */
export class ReferenceGraph {
  readonly #byTarget = new Map<string, Reference[]>();
  readonly #specs = new Map<string, EntitySpec>();

  /** Adds the references that an entity has, once; throws a TypeError if a rule cannot be kept. */
  add(spec: EntitySpec): void {
    this.#specs.set(spec.table, spec);
    for (
      const [field, { nullable, references }] of Object.entries(spec.fields)
    ) {
      if (references === undefined) continue;
      const { table, onDelete } = references;
      if (onDelete === "clear" && !nullable) {
        throw new TypeError(
          `Cannot clear "${spec.name}.${field}" on deletion: found a required field, wanted one that may be null`,
        );
      }
      const into = this.#byTarget.get(table) ?? [];
      if (into.some((known) => known.spec === spec && known.field === field)) {
        continue; // its store has been started again
      }
      this.#byTarget.set(table, [...into, { spec, field, onDelete }]);
    }
  }

  /** Lists the references into a table. */
  into(table: string): readonly Reference[] {
    return this.#byTarget.get(table) ?? [];
  }

  /** Finds the entity whose table it is. */
  specOf(table: string): EntitySpec | undefined {
    return this.#specs.get(table);
  }

  /** Says whether the deletion of a row of a table can delete what can be restored: itself, or what goes with it. */
  keeps(table: string): boolean {
    return this.deletes(table, ({ softDelete }) => softDelete === true);
  }

  /** Says whether the deletion of a row of a table can delete an entity of such a kind: itself, or what goes with it. */
  deletes(table: string, isSuch: (spec: EntitySpec) => boolean): boolean {
    const tables = new Set([table]);
    for (const target of tables) { // grows while it is walked
      const own = this.#specs.get(target);
      if (own && isSuch(own)) return true;
      for (const { spec, onDelete } of this.into(target)) {
        if (onDelete === "cascade") tables.add(spec.table);
      }
    }
    return false;
  }

  /** Says whether the deletion of a row of a table can clear references of rows that stay. */
  clears(table: string): boolean {
    const tables = new Set([table]);
    for (const target of tables) { // grows while it is walked
      for (const { spec, onDelete } of this.into(target)) {
        if (onDelete === "clear") return true;
        if (onDelete === "cascade") tables.add(spec.table);
      }
    }
    return false;
  }
}

/** A row, by its table and id. */
export interface RowKey {
  /** The table. */
  readonly table: string;
  /** The id. */
  readonly id: string;
}

/** Either what a deletion does, or the name of the entity that stands against it. */
export type DeletePlan =
  | {
    readonly kind: "allowed";
    /** The row itself and those that go with it. */
    readonly deleted: readonly RowKey[];
    /** The rows that stay, and their references that become null. */
    readonly cleared: readonly (RowKey & {
      readonly fields: readonly string[];
    })[];
  }
  | { readonly kind: "refused"; readonly by: string };

/**
 * Plans the deletion of a row. As in SQL with NO ACTION, a restricting reference counts only
 * if its row is still there when everything that goes with the deleted row is gone.
 */
export function planDeletion(
  graph: ReferenceGraph,
  root: RowKey,
  referring: (reference: Reference, id: string) => Iterable<string>,
): DeletePlan {
  const deleted: RowKey[] = [root];
  const seen = new Set([keyOf(root)]);
  const kept: { reference: Reference; row: RowKey }[] = [];
  for (const { table, id } of deleted) { // grows while it is walked
    for (const reference of graph.into(table)) {
      for (const referrer of referring(reference, id)) {
        const row = { table: reference.spec.table, id: referrer };
        if (reference.onDelete !== "cascade") kept.push({ reference, row });
        else if (!seen.has(keyOf(row))) {
          seen.add(keyOf(row));
          deleted.push(row);
        }
      }
    }
  }
  const left = kept.filter(({ row }) => !seen.has(keyOf(row)));
  const against = left.find(({ reference }) =>
    reference.onDelete === "restrict"
  );
  if (against) return { kind: "refused", by: against.reference.spec.name };
  const byRow = Map.groupBy(left, ({ row }) => keyOf(row));
  const cleared = [...byRow.values()].map((references) => ({
    ...references[0]!.row,
    fields: references.map(({ reference }) => reference.field),
  }));
  return { kind: "allowed", deleted, cleared };
}

function keyOf(row: RowKey): string {
  return `${row.table} ${row.id}`;
}
