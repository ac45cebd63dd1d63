/**
 * The texts in a body, and bodies with another one in their place.
 *
 * @module
 */

/** Lists where texts stand. */
export function stringPlaces(body: unknown): readonly (readonly string[])[] {
  if (typeof body === "string") return [[]];
  return Object.entries(Object(body)).flatMap(([name, value]) =>
    stringPlaces(value).map((place) => [name, ...place])
  );
}

/** Copies a body with another value at a place. */
export function withValueAt(
  body: unknown,
  [name, ...rest]: readonly string[],
  value: unknown,
): unknown {
  if (name === undefined) return value;
  if (Array.isArray(body)) {
    return body.map((one, at) =>
      String(at) === name ? withValueAt(one, rest, value) : one
    );
  }
  const members: Readonly<Record<string, unknown>> = Object(body);
  return { ...members, [name]: withValueAt(members[name], rest, value) };
}
