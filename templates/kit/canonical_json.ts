/**
 * JSON in one form for each value.
 *
 * @module
 */

/** Writes a JSON value with the members of its objects in order, whatever order they came in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value) ?? "null";
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => a < b ? -1 : 1)
    .map(([name, member]) =>
      `${JSON.stringify(name)}:${canonicalJson(member)}`
    );
  return `{${members.join(",")}}`;
}
