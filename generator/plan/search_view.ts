/**
 * What templates need to know about full-text search, ready made.
 *
 * @module
 */
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import {
  joined,
  mdCode,
  name,
  type Safe,
  safe,
  sqlIdentifier,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { SearchTestView } from "../../templates/contract_test_views.ts";
import { shortIdentifier } from "../model/short_identifiers.ts";
import { specConstant } from "./entity_view.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;
type Sql = Safe<"sql">;

/** Lists the fields that `q` searches. */
export function searchedFields(entity: EntityModel): readonly FieldModel[] {
  const { search, fields } = entity;
  return search === undefined
    ? fields.filter(isText)
    : search.flatMap((name) => fields.filter((field) => field.name === name));
}

/** Tells whether `q` searches words. */
export function searchesWords({ search }: EntityModel): boolean {
  return search !== undefined;
}

/** Renders the rule of an entity's store that keeps its words; memory makes them as it reads. */
export function wordsRule(
  entity: EntityModel,
  engine: "Memory" | "Sqlite" | "Postgres",
): Ts[] {
  return searchesWords(entity) && engine !== "Memory"
    ? [safe<"ts">`${name(`keepWordsIn${engine}`)}(${specConstant(entity)})`]
    : [];
}

/** Renders what keeps the words of a table in SQLite; the kit knows it by these names. */
export function sqliteWords(entity: EntityModel): Sql[] {
  if (!searchesWords(entity)) return [];
  const words = sqlIdentifier(`_${entity.table}_words`);
  const gone = sqlIdentifier(`_${entity.table}_words_gone`);
  return [
    safe<
      "sql"
    >`CREATE VIRTUAL TABLE ${words} USING fts5("id", "words", tokenize = "ascii tokenchars '-'", detail = column)`,
    safe<"sql">`CREATE TRIGGER ${gone} AFTER DELETE ON ${
      sqlIdentifier(entity.table)
    } BEGIN\n  DELETE FROM ${words} WHERE ${words} MATCH '"id" : "' || OLD."id" || '"';\nEND`,
  ];
}

/** Renders the column that keeps the words of a row in PostgreSQL, and its index; the kit knows it by this name. */
export function postgresWords(
  entity: EntityModel,
): { readonly columns: readonly Sql[]; readonly indexes: readonly Sql[] } {
  if (!searchesWords(entity)) return { columns: [], indexes: [] };
  const index = sqlIdentifier(shortIdentifier(`${entity.table}__words`));
  return {
    columns: [safe<"sql">`"_words" tsvector NOT NULL DEFAULT ''`],
    indexes: [
      safe<"sql">`CREATE INDEX ${index} ON ${
        sqlIdentifier(entity.table)
      } USING gin ("_words")`,
    ],
  };
}

/** Says what `q` is, for the OpenAPI document. */
export function searchDescription(entity: EntityModel): string {
  if (!searchesWords(entity)) return "Text to search for.";
  const names = searchedFields(entity).map(({ name }) => name).join(", ");
  return `1 to 8 words, each the beginning of a word in ${names}; case, accents and punctuation do not matter.`;
}

/** Says for docs/ENTITIES.md what `q` finds. */
export function searchNotes(entity: EntityModel): Md[] {
  if (!searchesWords(entity)) return [];
  const fields = searchedFields(entity).map((field) => mdCode(field.name));
  return [
    safe`${
      mdCode("q=")
    } searches words: each of its 1 to 8 words begins a word in ${
      joined(fields, safe` or `)
    }, whatever the case, accents and punctuation; a word counts up to its first 64 characters`,
  ];
}

/** Describes the test of an entity's search; undefined where it has none. */
export function searchTest(entity: EntityModel): SearchTestView | undefined {
  const { operations, softDelete } = entity;
  if (!searchesWords(entity) || !operations.includes("list")) return undefined;
  const free = searchedFields(entity).filter(isFree);
  const [first] = free;
  if (first === undefined) return undefined;
  const patches = operations.includes("patch") && !first.immutable &&
    !entity.stateRules;
  const deletes = operations.includes("delete") && !entity.stateRules;
  return {
    fields: tsLiteral(free.map(({ name }) => name)),
    patches,
    deletes,
    restores: deletes && softDelete,
  };
}

/** Lists the fields in which `q` finds a text as it is, and that tests can give any. */
export function foundFields(entity: EntityModel): readonly FieldModel[] {
  return searchesWords(entity) || !entity.operations.includes("list")
    ? []
    : searchedFields(entity).filter(isFree);
}

function isText({ type, writeOnly }: FieldModel): boolean {
  return !writeOnly && ["string", "text", "email", "url"].includes(type);
}

/** Whether tests can give it a few words of theirs. */
function isFree(field: FieldModel): boolean {
  const { type, pattern, minLength = 0, maxLength = 0 } = field;
  return (type === "string" || type === "text") && pattern === undefined &&
    !field.readOnly && !field.decided && minLength <= 8 && maxLength >= 24;
}
