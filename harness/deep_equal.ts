/**
 * Tells whether two values are alike: the same primitive by `Object.is`, or objects of one class whose
 * fields, items or contents are alike. Functions, and objects whose state is private, are alike only
 * when they are the same.
 */
export function deepEqual(one: unknown, other: unknown): boolean {
  return new Comparison().alike(one, other);
}

class Comparison {
  /** What is being compared further up, so that circles end. */
  readonly #open = new Map<object, object>();

  alike(one: unknown, other: unknown): boolean {
    if (Object.is(one, other)) return true;
    if (!isObject(one) || !isObject(other)) return false;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
      return false;
    }
    if (this.#open.get(one) === other) return true;
    this.#open.set(one, other);
    const alike = this.#contents(one, other);
    this.#open.delete(one);
    return alike;
  }

  #contents(one: object, other: object): boolean {
    if (one instanceof Date) return one.getTime() === Number(other);
    if (one instanceof Set) {
      return this.#items([...one], [...other as Set<unknown>]);
    }
    if (one instanceof Map) {
      return this.#items([...one], [...other as Map<unknown, unknown>]);
    }
    if (one instanceof ArrayBuffer) {
      return this.#items(
        new Uint8Array(one),
        new Uint8Array(other as ArrayBuffer), // of the same class, which was compared
      );
    }
    if (one instanceof Error) {
      const { name, message, cause } = other as Error;
      const heads = [one.name, one.message, one.cause];
      if (!this.#items(heads, [name, message, cause])) return false;
    }
    return this.#fields(one, other);
  }

  #items(one: ArrayLike<unknown>, other: ArrayLike<unknown>): boolean {
    if (one.length !== other.length) return false;
    for (let at = 0; at < one.length; at++) {
      if (!this.alike(one[at], other[at])) return false;
    }
    return true;
  }

  #fields(one: object, other: object): boolean {
    const keys = Object.keys(one);
    if (keys.length !== Object.keys(other).length) return false;
    const plain = keys.length > 0 || isTransparent(one);
    return plain && keys.every((key) =>
      Object.hasOwn(other, key) &&
      this.alike(Reflect.get(one, key), Reflect.get(other, key))
    );
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether an object without fields hides nothing. */
function isTransparent(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ||
    Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Error;
}
