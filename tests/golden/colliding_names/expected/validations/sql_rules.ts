/**
 * The rules that every sql keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { SQLEntity } from "../models/sql.ts";

/** Checks a sql as a whole; returns what is wrong, field by field. */
export function checkSQLEntity(sql: SQLEntity): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (sql.s.trim() === "") {
    errors.push({ path: "s", message: "must not be blank" });
  }
  return errors;
}
