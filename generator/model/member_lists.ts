/**
 * The lists of members at entity level, `unique` and `indexes`: from names to fields and back.
 *
 * @module
 */
import type { FieldModel, IndexedField } from "./system_model.ts";

/** The times that every table has; an index can have them too. */
export const SERVER_TIMES: readonly IndexedField[] = [
  { name: "createdAt", column: "created_at" },
  { name: "updatedAt", column: "updated_at" },
];

/** Names a field as the blueprint does: the key of a relation by the relation. */
export function memberName(field: IndexedField): string {
  return field.relation?.name ?? field.name;
}

/** Finds the fields of lists of members; the names are checked. */
export function membersOf<F extends IndexedField>(
  fields: readonly F[],
  lists: readonly (readonly string[])[],
): readonly (readonly F[])[] {
  return lists.map((names) =>
    names.flatMap((name) =>
      fields.find((field) => memberName(field) === name) ?? []
    )
  );
}

/** Marks the fields whose examples have to differ, one for each list that would otherwise have the same values. */
export function varied(
  fields: readonly FieldModel[],
  unique: readonly (readonly string[])[],
): readonly FieldModel[] {
  const carriers = new Set<FieldModel>();
  for (const list of membersOf(fields, unique)) {
    const differs = list.some((field) =>
      field.unique || carriers.has(field) ||
      field.relation && !field.assigned
    );
    if (differs) continue;
    // Whoever signs in makes all of them: only what they give differs.
    const [carrier] = list.filter(({ assigned }) => !assigned).toSorted((
      a,
      b,
    ) => effort(a) - effort(b));
    if (carrier) carriers.add(carrier);
  }
  return fields.map((field) =>
    carriers.has(field) ? { ...field, varies: true } : field
  );
}

/** Some have few values, and what has no pattern and cannot change is the easiest to make anew. */
function effort(field: FieldModel): number {
  if (field.type === "boolean") return 3;
  if (field.type === "enum") return 2;
  return field.pattern === undefined ? 0 : 1;
}
