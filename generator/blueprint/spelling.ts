/**
 * Names in their spellings.
 *
 * @module
 */

/** Turns snake_case into camelCase. */
export function camelCase(name: string): string {
  return name.replace(
    /_([a-z0-9])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
}

/** Turns camelCase into snake_case. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
