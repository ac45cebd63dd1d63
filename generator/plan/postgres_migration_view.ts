/**
 * The first migration in PostgreSQL's dialect: one table for each entity.
 *
 * @module
 */
import { storedEntities } from "../model/expand_users.ts";
import type {
  EntityModel,
  FieldModel,
  IndexedField,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  type Safe,
  safe,
  sqlIdentifier,
  sqlLiteral,
} from "../../templates/safe_text.ts";
import { liveTriggers } from "./live_views.ts";
import { overlapIndex } from "./overlap_view.ts";
import { postgresWords } from "./search_view.ts";
import type { TableView } from "../../templates/views.ts";
import { shortIdentifier } from "../model/short_identifiers.ts";

type Sql = Safe<"sql">;

/** Describes the tables of the system's entities: an entity after those it refers to, where that is possible. */
export function postgresTableViews(system: SystemModel): PostgresTables {
  const made = new Set<string>();
  const taken = new Set<string>();
  const later: Sql[] = [];
  const tables = inOrder(system).map((entity) => {
    made.add(entity.name.snake);
    const columns = entity.fields.map((field) => {
      const reference = referenceOf(field, system);
      const isThere = made.has(field.relation?.entity ?? "");
      if (reference && !isThere) {
        later.push(
          sql`ALTER TABLE ${sqlIdentifier(entity.table)} ADD FOREIGN KEY (${
            sqlIdentifier(field.column)
          }) ${reference}`,
        );
      }
      return columnOf(field, isThere ? reference : undefined);
    });
    const words = postgresWords(entity);
    return {
      name: sqlIdentifier(entity.table),
      columns: [
        sql`"id" uuid PRIMARY KEY`,
        sql`"created_at" timestamptz(3) NOT NULL`,
        sql`"updated_at" timestamptz(3) NOT NULL`,
        sql`"version" bigint NOT NULL DEFAULT 1`,
        ...columns,
        ...words.columns,
      ],
      indexes: [
        ...indexesOf(entity).map((index) => indexView(entity, index, taken)),
        ...words.indexes,
      ],
    };
  });
  const kept = system.entities.some(({ softDelete }) => softDelete);
  const inner = [
    ...(kept ? [DELETED] : []),
    ...(system.webhooks ? [OUTBOX] : []),
    ...(system.schedules ? [SCHEDULES] : []),
    ...(system.idempotency ? [REPLIES] : []),
  ];
  return {
    tables: [...tables, ...inner],
    later: [...later, ...liveTriggers(system)],
  };
}

/** The tables, and the foreign keys that lead to a table further down. */
export interface PostgresTables {
  readonly tables: readonly TableView[];
  readonly later: readonly Sql[];
}

/** PostgreSQL makes no foreign key to a table that is not there yet; in a circle of them one has to wait. */
function inOrder(system: SystemModel): EntityModel[] {
  const waiting = [...storedEntities(system)];
  const ordered: EntityModel[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex((entity) =>
      entity.relations.every(({ entity: target }) =>
        target === entity.name.snake ||
        !waiting.some(({ name }) => name.snake === target)
      )
    );
    ordered.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  return ordered;
}

function columnOf(field: FieldModel, reference: Sql | undefined): Sql {
  const column = sqlIdentifier(field.column);
  const parts: Sql[] = [column, typeOf(field)];
  if (!field.nullable) parts.push(sql`NOT NULL`);
  if (field.values && field.type !== "list") {
    parts.push(
      sql`CHECK (${column} IN (${
        joined(field.values.map(sqlLiteral), sql`, `)
      }))`,
    );
  }
  if (reference) parts.push(reference);
  return joined(parts, sql` `);
}

function referenceOf(field: FieldModel, system: SystemModel): Sql | undefined {
  const target = system.entities.find((entity) =>
    entity.name.snake === field.relation?.entity
  );
  if (!field.relation || !target) return undefined;
  return sql`REFERENCES ${sqlIdentifier(target.table)} ("id") ON DELETE ${
    DELETE_RULES[field.relation.onDelete]
  }`;
}

function typeOf(field: FieldModel): Sql {
  if (field.members || field.type === "file") return JSON_TEXT;
  if (field.type !== "decimal") return COLUMN_TYPES[field.type] ?? TEXT;
  const scale = field.scale ?? 2;
  return sql`numeric(${MAX_DIGITS}, ${scale})`;
}

interface Index {
  readonly fields: readonly (FieldModel | IndexedField)[];
  readonly suffix: "" | "_unique" | "_taken" | "_index";
}

function indexesOf(
  { fields, unique, noOverlap, indexes }: EntityModel,
): Index[] {
  return [
    ...fields.filter((field) => field.unique || field.relation)
      .map((field): Index => ({
        fields: [field],
        suffix: field.unique ? "_unique" : "",
      })),
    ...unique.map((fields): Index => ({ fields, suffix: "_unique" })),
    ...noOverlap.map((rule): Index => ({
      fields: overlapIndex(rule),
      suffix: "_taken",
    })),
    ...indexes.map((fields): Index => ({ fields, suffix: "_index" })),
  ];
}

/** The names of indexes are of the whole schema. */
function indexView(
  entity: EntityModel,
  { fields, suffix }: Index,
  taken: Set<string>,
): Sql {
  const { table } = entity;
  const columns = fields.map(({ column }) => column);
  let indexName = shortIdentifier(`${table}_${columns.join("_")}${suffix}`);
  while (taken.has(indexName)) indexName = shortIdentifier(`${indexName}_too`);
  taken.add(indexName);
  const kind = suffix === "_unique" ? sql`UNIQUE INDEX` : sql`INDEX`;
  const parts = fields.map((field) => indexed(field, entity));
  // Lists end their order with the id, so they can be read from such an index as they are.
  const all = suffix === "_index" ? [...parts, sql`"id"`] : parts;
  return sql`CREATE ${kind} ${sqlIdentifier(indexName)} ON ${
    sqlIdentifier(table)
  } (${joined(all, sql`, `)})`;
}

/** An entry of an index has less than 2704 bytes, so of a text that can be longer its hash has to do. */
function indexed(
  { name, column: columnName }: Pick<FieldModel, "name" | "column">,
  entity: EntityModel,
): Sql {
  const column = sqlIdentifier(columnName);
  const field = entity.fields.find((field) => field.name === name);
  if (field === undefined) return column; // the server's own
  if (field.type === "email") return sql`lower(${column})`;
  const isText = ["string", "text", "url"].includes(field.type);
  const isShort = (field.maxLength ?? Infinity) <= MAX_INDEXED_TEXT;
  return isText && !isShort ? sql`md5(${column})` : column;
}

function sql(
  strings: TemplateStringsArray,
  ...pieces: readonly (Sql | number)[]
): Sql {
  return safe<"sql">(strings, ...pieces);
}

/** What is deleted and can be restored, of all tables. */
const DELETED: TableView = {
  name: sqlIdentifier("_deleted"),
  columns: [
    sql`"table_name" text NOT NULL`,
    sql`"id" uuid NOT NULL`,
    sql`"deleted_at" timestamptz(3) NOT NULL`,
    sql`"version" bigint NOT NULL`,
    sql`"entity" json NOT NULL`,
    sql`PRIMARY KEY ("table_name", "id")`,
  ],
  indexes: [],
};

/** Which runs of schedules were done, and who has one in hand. */
const SCHEDULES: TableView = {
  name: sqlIdentifier("_schedules"),
  columns: [
    sql`"name" text PRIMARY KEY NOT NULL`,
    sql`"done" bigint NOT NULL`,
    sql`"holder" text NOT NULL DEFAULT ''`,
    sql`"until" bigint NOT NULL DEFAULT 0`,
  ],
  indexes: [],
};

/** What webhooks have not been told yet, and what was given up. */
const OUTBOX: TableView = {
  name: sqlIdentifier("_outbox"),
  columns: [
    sql`"sequence" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
    sql`"id" uuid NOT NULL`,
    sql`"webhook" text NOT NULL`,
    sql`"subject" uuid NOT NULL`,
    sql`"body" text NOT NULL`,
    sql`"attempts" integer NOT NULL DEFAULT 0`,
    sql`"due_at" bigint NOT NULL DEFAULT 0`,
    sql`"dead" boolean NOT NULL DEFAULT false`,
    sql`"reason" text`,
  ],
  indexes: [
    sql`CREATE INDEX "_outbox_subject" ON "_outbox" ("webhook", "subject", "sequence") WHERE NOT "dead"`,
    sql`CREATE INDEX "_outbox_due" ON "_outbox" ("webhook", "sequence") WHERE NOT "dead"`,
  ],
};

/** What requests with a key were answered. */
const REPLIES: TableView = {
  name: sqlIdentifier("_replies"),
  columns: [
    sql`"sender" text NOT NULL`,
    sql`"key" text NOT NULL`,
    sql`"fingerprint" text NOT NULL`,
    sql`"reply" text NOT NULL`,
    sql`"kept_until" bigint NOT NULL`,
    sql`PRIMARY KEY ("sender", "key")`,
  ],
  indexes: [
    sql`CREATE INDEX "_replies_kept_until" ON "_replies" ("kept_until")`,
  ],
};

// "C" compares by code point and ignores the language of the server.
const TEXT: Sql = sql`text COLLATE "C"`;

/** Not jsonb, which gives members back in another order. */
const JSON_TEXT: Sql = sql`json`;

const COLUMN_TYPES: Readonly<Record<string, Sql>> = {
  boolean: sql`boolean`,
  integer: sql`bigint`,
  serial: sql`bigint GENERATED BY DEFAULT AS IDENTITY`,
  // Whole seconds: an interval would have months and keep apart what is as long.
  duration: sql`bigint`,
  number: sql`double precision`,
  date: sql`date`,
  datetime: sql`timestamptz(3)`,
  time: sql`time(3)`,
  uuid: sql`uuid`,
  json: JSON_TEXT,
  // It has only an order of elements, and can tell whether one is there.
  list: sql`jsonb`,
};

const DELETE_RULES = {
  // Not RESTRICT, whose result depends on the order of cascades; stores defer the check to the end of a deletion.
  restrict: sql`NO ACTION DEFERRABLE`,
  cascade: sql`CASCADE`,
  clear: sql`SET NULL`,
} as const;

const MAX_DIGITS = 15;

/** Characters, of four bytes at most. */
const MAX_INDEXED_TEXT = 600;
