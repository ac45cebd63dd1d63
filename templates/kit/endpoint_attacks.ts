/**
 * What attackers send to a system's own endpoints.
 *
 * @module
 */

/** Texts in places where something else is wanted, or any text. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "' OR 1=1; DROP TABLE users; --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "1e999",
  "-0",
  "9".repeat(400),
  "x".repeat(5_000),
  "%00",
  "${7*7}",
];

/** Bodies that no endpoint takes. */
export const HOSTILE_BODIES: readonly string[] = [
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  "null",
  '"text"',
  "1e999",
  "[".repeat(10_000),
  '{"a":'.repeat(5_000),
  '{"\u0000":1}',
];
