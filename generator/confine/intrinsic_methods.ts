/**
 * The names of what values of the language inherit as functions: all code of a process shares these.
 *
 * @module
 */

/** Tells whether a member of this name may be a function that all values of a kind share. */
export function isIntrinsicMethod(name: string): boolean {
  return (names ??= new Set(prototypes().flatMap(methodsOf))).has(name);
}

/** What the values of a kind inherit from, and what that inherits from. */
function prototypes(): object[] {
  const made: readonly object[] = [
    [],
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ""[Symbol.iterator](),
    "".matchAll(/a/g),
    (function* () {})(),
    (async function* () {})(),
    () => {},
    /a/,
    new Date(0),
    new Map(),
    new Set(),
    new WeakMap(),
    new WeakSet(),
    new Error(),
    Promise.resolve(),
    new ArrayBuffer(0),
    new DataView(new ArrayBuffer(0)),
    new Uint8Array(),
    new URL("a:"),
    new URLSearchParams(),
    new TextEncoder(),
    new TextDecoder(),
    new Intl.NumberFormat(),
    ...["", 0, true, 0n, Symbol.iterator].map(Object),
  ];
  const found = new Set<object>();
  for (const one of made) {
    let above: object | null = Object.getPrototypeOf(one);
    for (; above !== null; above = Object.getPrototypeOf(above)) {
      found.add(above);
    }
  }
  return [...found];
}

function methodsOf(prototype: object): string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([, { value }]) => typeof value === "function")
    .map(([name]) => name);
}

let names: ReadonlySet<string> | undefined;
