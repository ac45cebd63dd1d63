/** Lists names for a message, the first eight of them: `"a" or "b"`. Without any, the fallback. */
export function listNames(
  names: readonly string[],
  fallback: string,
): string {
  const shown = names.slice(0, 8).map((name) => `"${name}"`);
  if (names.length > shown.length) shown.push("…");
  return shown.join(" or ") || fallback;
}
