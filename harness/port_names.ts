/** Notes that a channel of the name is open on a port. Throws `TypeError` when one is. */
export function claimName(port: object, name: string): void {
  const names = namesOf.get(port) ?? new Set<string>();
  if (names.has(name)) {
    throw new TypeError(
      `Cannot open channel "${name}": found one of that name open on the port, wanted another name`,
    );
  }
  namesOf.set(port, names.add(name));
}

/** Notes that a channel is no longer open; tells whether it was the last one of the port. */
export function releaseName(port: object, name: string): boolean {
  const names = namesOf.get(port);
  names?.delete(name);
  return names === undefined || names.size === 0;
}

const namesOf = new WeakMap<object, Set<string>>();
