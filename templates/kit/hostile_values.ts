/**
 * What attackers send, as data.
 *
 * @module
 */
import type { FieldKind } from "./entity_spec.ts";

/** Texts that make a careless pattern try for ever. */
export function nearMisses(): readonly string[] {
  return [30, 190, 5_000].flatMap((length) => [
    `${"a".repeat(length)}!`,
    `${"1".repeat(length)} `,
    "a@".repeat(length),
    `${"a.".repeat(length)}@`,
    `${"a-".repeat(length)}!`,
    `${" ".repeat(length)}x`,
  ]);
}

/** Names that every object has, or might. */
export const PROTOTYPES: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
];

/** What a client might hope to set. */
export const NOT_THEIRS: Readonly<Record<string, string | number>> = {
  id: "01890a5d-ac96-774b-bcce-b302099a8058",
  createdAt: "2001-02-03T04:05:06.789Z",
  updatedAt: "2001-02-03T04:05:06.789Z",
  version: 987_654_321,
  isAdmin: "yes-of-course",
  permissions: "yes-of-course",
};

/** Texts that are code elsewhere. */
export const INJECTIONS: readonly string[] = [
  `'; DROP TABLE users; --`,
  `" OR ""="`,
  `1) OR (1=1`,
  `%_\\`,
  `$1 ?1 :a @b`,
  `<script>alert(1)</script>`,
  "{{7*7}}${7*7}",
  `=1+1`,
  `a\r\nset-cookie: a=b`,
];

/** Parameters that no list has in this form. */
export const HOSTILE_QUERIES: readonly string[] = [
  "sort=id;DROP TABLE users",
  "sort=(SELECT 1)",
  "sort=__proto__",
  "limit=-1",
  "limit=1e9",
  "limit=9999999999999999999",
  "offset=-1",
  "cursor=e30",
  "cursor=' OR 1=1",
  "__proto__=1&constructor=2",
  `q=${"%25".repeat(500)}`,
  "%ff=%ff",
  Array.from({ length: 500 }, (_, i) => `p${i}=${i}`).join("&"),
];

/** Segments of paths that lead nowhere. */
export const SEGMENTS: readonly string[] = [
  "%ff",
  "%00",
  "%0d%0aset-cookie:%20a=b",
  "..%2f..%2fetc%2fpasswd",
  "'%20OR%20'1'='1",
  "__proto__",
  "constructor",
  "a".repeat(3_000),
];

/** The kinds of field that are a text in JSON. */
export const TEXTUAL: readonly FieldKind[] = [
  "string",
  "text",
  "email",
  "url",
  "uuid",
  "enum",
  "date",
  "datetime",
  "time",
];
