/**
 * Numbers of things, in words.
 *
 * @module
 */

/** Says how many there are: `1 test`, `3 tests`, `2 entities`. */
export function counted(
  count: number,
  one: string,
  many: string = `${one}s`,
): string {
  return `${count} ${count === 1 ? one : many}`;
}
