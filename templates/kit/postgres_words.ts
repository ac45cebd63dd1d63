/**
 * The words of entities in PostgreSQL, for full-text search: a `tsvector` beside each entity that declares it, kept in
 * the transaction of every write. It is made of the words themselves, so no dictionary of the server has a say.
 *
 * @module
 */
import { type EntitySpec, wordsOf } from "./entity_spec.ts";
import { quotePostgresName, WORDS_COLUMN } from "./postgres_condition.ts";
import type { PostgresRule } from "./postgres_table.ts";

/** Keeps the words of what is written. */
export function keepWordsInPostgres(spec: EntitySpec): PostgresRule {
  const column = quotePostgresName(WORDS_COLUMN);
  const words = "array_to_tsvector($1::text[])";
  const update = `UPDATE ${quotePostgresName(spec.table)} ` +
    `SET ${column} = ${words} WHERE "id" = $2 AND ${column} <> ${words}`;
  return async ({ entity }, session) => {
    // Letters and digits have nothing that the quotes would have to be kept from.
    const list = wordsOf(spec, entity).map((word) => `"${word}"`);
    await session.query(update, [`{${list.join(",")}}`, entity.id]);
    return undefined;
  };
}
