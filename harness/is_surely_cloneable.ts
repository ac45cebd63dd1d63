import { Channel } from "./channel.ts";
import { Component } from "./component.ts";
import { Envelope } from "./message.ts";

/**
 * Tells whether structured clone surely accepts a value: text, numbers, dates, and a few plain objects
 * and arrays of them. Of everything else it does not know. Throws `TypeError` for a channel or a
 * component in it, which would arrive as an empty object.
 */
export function isSurelyCloneable(value: unknown): boolean {
  return count(value, MOST_PARTS) >= 0;
}

/** Throws what structured clone throws when it does not accept a value; costs as much as a clone. */
export function assertCloneable(value: unknown): void {
  structuredClone(value instanceof Envelope ? value.data : value);
}

/** What is left of so many parts; less than 0 when they were too many or one is unknown. */
function count(value: unknown, left: number): number {
  if (left <= 0) return -1;
  if (typeof value !== "object" || value === null) {
    return typeof value === "function" || typeof value === "symbol"
      ? -1
      : left - 1;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    return countAll(Object.values(value), left - 1);
  }
  if (Array.isArray(value)) return countAll(value, left - 1);
  if (value instanceof Envelope) return count(value.data, left);
  if (value instanceof Channel || value instanceof Component) {
    const kind = value instanceof Channel ? "channel" : "component";
    throw new TypeError(
      `Cannot send ${kind} "${value.name}" to another thread: found an object that cannot be cloned, ` +
        `wanted data`,
    );
  }
  return value instanceof Date ? left - 1 : -1;
}

function countAll(parts: readonly unknown[], left: number): number {
  for (let i = 0; i < parts.length && left >= 0; i++) {
    left = count(parts[i], left);
  }
  return left;
}

/** A value of more parts is worth a post of its own. */
const MOST_PARTS = 64;
