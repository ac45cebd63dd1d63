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
import { storedEntities } from "../model/expand_users.ts";
import {
  joined,
  type Safe,
  safe,
  sqlIdentifier,
  sqlLiteral,
} from "../../templates/safe_text.ts";
import { overlapIndex } from "./overlap_view.ts";
import { sqliteWords } from "./search_view.ts";
import type { TableView } from "../../templates/views.ts";

type Sql = Safe<"sql">;

/** Describes the tables of the system's entities. */
export function tableViews(system: SystemModel): TableView[] {
  const taken = new Set<string>();
  const tables = storedEntities(system).map((entity): TableView => ({
    name: sqlIdentifier(entity.table),
    columns: [
      sql`"id" TEXT PRIMARY KEY NOT NULL`,
      sql`"created_at" TEXT NOT NULL`,
      sql`"updated_at" TEXT NOT NULL`,
      sql`"version" INTEGER NOT NULL DEFAULT 1`,
      ...entity.fields.map((field) => columnOf(field, system)),
    ],
    indexes: [
      ...indexesOf(entity).map((index) => indexView(entity, index, taken)),
      ...sqliteWords(entity),
    ],
  }));
  const has = (wanted: (entity: EntityModel) => boolean) =>
    system.entities.some(wanted);
  return [
    ...(has(({ fields }) => fields.some(({ type }) => type === "serial"))
      ? [SERIALS]
      : []),
    ...tables,
    ...(has(({ softDelete }) => softDelete) ? [DELETED] : []),
    ...(system.webhooks ? [OUTBOX] : []),
    ...(system.schedules ? [SCHEDULES] : []),
    ...(system.idempotency ? [REPLIES] : []),
  ];
}

function columnOf(field: FieldModel, system: SystemModel): Sql {
  const column = sqlIdentifier(field.column);
  const parts: Sql[] = [column, sql`${COLUMN_TYPES[field.type] ?? TEXT}`];
  if (!field.nullable) parts.push(sql`NOT NULL`);
  if (field.type === "boolean") parts.push(sql`CHECK (${column} IN (0, 1))`);
  if (["file", "json", "object"].includes(field.type)) {
    parts.push(sql`CHECK (json_valid(${column}))`);
  }
  if (field.type === "list") {
    parts.push(sql`CHECK (json_type(${column}) = 'array')`);
  } else if (field.values) {
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

interface Index {
  readonly columns: readonly string[];
  readonly suffix: "" | "_unique" | "_taken" | "_index";
}

function indexesOf(
  { fields, unique, noOverlap, indexes }: EntityModel,
): Index[] {
  return [
    ...fields.filter((field) => field.unique || field.relation)
      .map(({ column, unique }): Index => ({
        columns: [column],
        suffix: unique ? "_unique" : "",
      })),
    ...unique.map((list): Index => ({
      columns: list.map(({ column }) => column),
      suffix: "_unique",
    })),
    ...noOverlap.map((rule): Index => ({
      columns: overlapIndex(rule).map(({ column }) => column),
      suffix: "_taken",
    })),
    ...indexes.map((list): Index => ({
      columns: list.map(({ column }) => column),
      suffix: "_index",
    })),
  ];
}

/** The names of indexes are of the whole database. */
function indexView(
  { table }: EntityModel,
  { columns, suffix }: Index,
  taken: Set<string>,
): Sql {
  let indexName = `${table}_${columns.join("_")}${suffix}`;
  while (taken.has(indexName)) indexName += "_too";
  taken.add(indexName);
  const kind = suffix === "_unique" ? sql`UNIQUE INDEX` : sql`INDEX`;
  // Lists end their order with the id, so they can be read from such an index as they are.
  const all = suffix === "_index" ? [...columns, "id"] : columns;
  const list = joined(all.map((one): Sql => sqlIdentifier(one)), sql`, `);
  return sql`CREATE ${kind} ${sqlIdentifier(indexName)} ON ${
    sqlIdentifier(table)
  } (${list})`;
}

function sql(strings: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  return safe<"sql">(strings, ...pieces);
}

/** Which runs of schedules were done, and who has one in hand. */
const SCHEDULES: TableView = {
  name: sqlIdentifier("_schedules"),
  columns: [
    sql`"name" TEXT PRIMARY KEY NOT NULL`,
    sql`"done" INTEGER NOT NULL`,
    sql`"holder" TEXT NOT NULL DEFAULT ''`,
    sql`"until" INTEGER NOT NULL DEFAULT 0`,
  ],
  indexes: [],
};

/** What webhooks have not been told yet, and what was given up. */
const OUTBOX: TableView = {
  name: sqlIdentifier("_outbox"),
  columns: [
    sql`"sequence" INTEGER PRIMARY KEY AUTOINCREMENT`,
    sql`"id" TEXT NOT NULL`,
    sql`"webhook" TEXT NOT NULL`,
    sql`"subject" TEXT NOT NULL`,
    sql`"body" TEXT NOT NULL CHECK (json_valid("body"))`,
    sql`"attempts" INTEGER NOT NULL DEFAULT 0`,
    sql`"due_at" INTEGER NOT NULL DEFAULT 0`,
    sql`"dead" INTEGER NOT NULL DEFAULT 0 CHECK ("dead" IN (0, 1))`,
    sql`"reason" TEXT`,
  ],
  indexes: [
    sql`CREATE INDEX "_outbox_subject" ON "_outbox" ("webhook", "subject", "sequence") WHERE "dead" = 0`,
    sql`CREATE INDEX "_outbox_due" ON "_outbox" ("webhook", "sequence") WHERE "dead" = 0`,
  ],
};

/** What requests with a key were answered. */
const REPLIES: TableView = {
  name: sqlIdentifier("_replies"),
  columns: [
    sql`"sender" TEXT NOT NULL`,
    sql`"key" TEXT NOT NULL`,
    sql`"fingerprint" TEXT NOT NULL`,
    sql`"reply" TEXT NOT NULL CHECK (json_valid("reply"))`,
    sql`"kept_until" INTEGER NOT NULL`,
    sql`PRIMARY KEY ("sender", "key")`,
  ],
  indexes: [
    sql`CREATE INDEX "_replies_kept_until" ON "_replies" ("kept_until")`,
  ],
};

/** What is deleted and can be restored, of all tables. */
const DELETED: TableView = {
  name: sqlIdentifier("_deleted"),
  columns: [
    sql`"table_name" TEXT NOT NULL`,
    sql`"id" TEXT NOT NULL`,
    sql`"deleted_at" TEXT NOT NULL`,
    sql`"version" INTEGER NOT NULL`,
    sql`"entity" TEXT NOT NULL CHECK (json_valid("entity"))`,
    sql`PRIMARY KEY ("table_name", "id")`,
  ],
  indexes: [],
};

const TEXT: Sql = sql`TEXT`;

const COLUMN_TYPES: Readonly<Record<string, Sql>> = {
  boolean: sql`INTEGER`,
  integer: sql`INTEGER`,
  serial: sql`INTEGER`,
  decimal: sql`INTEGER`,
  duration: sql`INTEGER`,
  number: sql`REAL`,
  email: sql`TEXT COLLATE NOCASE`,
};

/** How far each serial field has come; the kit knows it by these names. */
const SERIALS: TableView = {
  name: sqlIdentifier("_serials"),
  columns: [
    sql`"name" TEXT PRIMARY KEY NOT NULL`,
    sql`"last" INTEGER NOT NULL`,
  ],
  indexes: [],
};

const DELETE_RULES = {
  // Not RESTRICT, whose result depends on the order of cascades.
  restrict: sql`NO ACTION`,
  cascade: sql`CASCADE`,
  clear: sql`SET NULL`,
} as const;
