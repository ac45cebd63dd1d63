/** Gives an object a member of its own whatever its name: assigning to `__proto__` would change the prototype. */
export function setMember(
  object: Record<string, unknown>,
  name: string,
  value: unknown,
): void {
  if (name !== "__proto__") object[name] = value;
  else {
    Object.defineProperty(object, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}
