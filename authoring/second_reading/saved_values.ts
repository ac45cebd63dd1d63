/**
 * Values that a test keeps from one answer for later requests: `$name`, alone in a text, stands for one.
 *
 * @module
 */

/** What was kept, by name. */
export type SavedValues = ReadonlyMap<string, unknown>;

/** The names that a value refers to, at any depth. */
export function namesIn(value: unknown): string[] {
  if (typeof value === "string") {
    const name = nameOf(value);
    return name === undefined ? [] : [name];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(namesIn);
}

/** Puts what was kept in the place of its names; a kept number stays a number. */
export function filled(value: unknown, saved: SavedValues): unknown {
  if (typeof value === "string") {
    const name = nameOf(value);
    return name !== undefined && saved.has(name) ? saved.get(name) : value;
  }
  if (Array.isArray(value)) return value.map((one) => filled(one, saved));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, filled(one, saved)]),
  );
}

/** Puts what was kept into a text of a path, a query or a header. */
export function filledText(value: string, saved: SavedValues): string {
  const whole = filled(value, saved);
  return typeof whole === "string" ? whole : JSON.stringify(whole) ?? "";
}

/** Tells whether a test may keep a value under this name; those with a dot are ours. */
export function isSavedName(name: string): boolean {
  return /^[A-Za-z]\w*$/.test(name);
}

function nameOf(text: string): string | undefined {
  return /^\$([A-Za-z][\w.]*)$/.exec(text)?.[1];
}
