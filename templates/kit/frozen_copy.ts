/**
 * Copies that nobody can change, for code that is asked and not trusted to leave alone what it is shown.
 *
 * @module
 */

/** Copies plain data, lists and objects in it too, so that a write to any of it throws. */
export function frozenCopy<V>(value: V): V {
  if (!isMutable(value)) return value;
  if (Array.isArray(value)) {
    // A copy of a list is a list of the same.
    return Object.freeze(value.map((one) => frozenCopy(one))) as V;
  }
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) {
    const member = copy[key];
    if (isMutable(member)) copy[key] = frozenCopy(member);
  }
  // A copy of all members is one of the same type.
  return Object.freeze(copy) as V;
}

function isMutable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
