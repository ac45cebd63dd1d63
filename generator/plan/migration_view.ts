/**
 * The first migration: one table for each entity.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  type Safe,
  safe,
  sqlIdentifier,
  sqlLiteral,
} from "../../templates/safe_text.ts";
import type { TableView } from "../../templates/views.ts";

type Sql = Safe<"sql">;

/** Describes the tables of the system's entities. */
export function tableViews(system: SystemModel): TableView[] {
  return system.entities.map((entity) => ({
    name: sqlIdentifier(entity.table),
    columns: [
      sql`"id" TEXT PRIMARY KEY NOT NULL`,
      sql`"created_at" TEXT NOT NULL`,
      sql`"updated_at" TEXT NOT NULL`,
      sql`"version" INTEGER NOT NULL DEFAULT 1`,
      ...entity.fields.map((field) => columnOf(field, system)),
    ],
    indexes: entity.fields.flatMap((field) => indexOf(field, entity)),
  }));
}

function columnOf(field: FieldModel, system: SystemModel): Sql {
  const column = sqlIdentifier(field.column);
  const parts: Sql[] = [column, sql`${COLUMN_TYPES[field.type] ?? TEXT}`];
  if (!field.nullable) parts.push(sql`NOT NULL`);
  if (field.type === "boolean") parts.push(sql`CHECK (${column} IN (0, 1))`);
  if (field.type === "json") parts.push(sql`CHECK (json_valid(${column}))`);
  if (field.values) {
    parts.push(
      sql`CHECK (${column} IN (${
        joined(field.values.map(sqlLiteral), sql`, `)
      }))`,
    );
  }
  const target = system.entities.find((entity) =>
    entity.name.snake === field.relation?.entity
  );
  if (field.relation && target) {
    parts.push(
      sql`REFERENCES ${sqlIdentifier(target.table)} ("id") ON DELETE ${
        DELETE_RULES[field.relation.onDelete]
      }`,
    );
  }
  return joined(parts, sql` `);
}

function indexOf(field: FieldModel, entity: EntityModel): Sql[] {
  const on = sql`ON ${sqlIdentifier(entity.table)} (${
    sqlIdentifier(field.column)
  })`;
  if (field.unique) {
    return [
      sql`CREATE UNIQUE INDEX ${
        sqlIdentifier(`${entity.table}_${field.column}_unique`)
      } ${on}`,
    ];
  }
  if (field.relation) {
    return [
      sql`CREATE INDEX ${
        sqlIdentifier(`${entity.table}_${field.column}`)
      } ${on}`,
    ];
  }
  return [];
}

function sql(strings: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  return safe<"sql">(strings, ...pieces);
}

const TEXT: Sql = sql`TEXT`;

const COLUMN_TYPES: Readonly<Record<string, Sql>> = {
  boolean: sql`INTEGER`,
  integer: sql`INTEGER`,
  decimal: sql`INTEGER`,
  number: sql`REAL`,
  email: sql`TEXT COLLATE NOCASE`,
};

const DELETE_RULES = {
  // Not RESTRICT, whose result depends on the order of cascades.
  restrict: sql`NO ACTION`,
  cascade: sql`CASCADE`,
  clear: sql`SET NULL`,
} as const;
