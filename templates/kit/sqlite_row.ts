/**
 * Between an entity and its row in SQLite.
 *
 * @module
 */
import { durationSeconds, durationText } from "./clock.ts";
import { fromScaled, toScaled } from "./decimal.ts";
import {
  type Entity,
  type EntitySpec,
  type FieldSpec,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";

/** A value that SQLite keeps. */
export type SqliteValue = string | number | null;

/** A row as a statement returns it. */
export type SqliteRow = Readonly<Record<string, unknown>>;

/** Turns the entities of one kind into rows and back. Made once per table. */
export class SqliteRowMapper<T extends Entity> {
  readonly #columns: readonly Column[];
  readonly #own: readonly Column[];

  /** Prepares the columns of an entity. */
  constructor(spec: EntitySpec) {
    this.#own = Object.entries(spec.fields).map(toColumn);
    this.#columns = [
      ...Object.entries(SERVER_FIELDS).map(toColumn),
      ...this.#own,
    ];
  }

  /** Gives the values of an INSERT: id, created_at, updated_at, then the entity's own columns in order. */
  insertValues(entity: T): SqliteValue[] {
    const values: SqliteValue[] = [];
    for (const column of this.#columns) values.push(read(column, entity));
    return values;
  }

  /** Gives the values of an UPDATE: updated_at, the entity's own columns in order, then id and version of the WHERE. */
  updateValues(entity: T, version: number): SqliteValue[] {
    const values: SqliteValue[] = [entity.updatedAt];
    for (const column of this.#own) values.push(read(column, entity));
    values.push(entity.id, version);
    return values;
  }

  /** Makes the entity of a row. */
  toEntity(row: SqliteRow): T {
    return this.fromTuple(this.#columns.map(({ column }) => row[column]));
  }

  /** Makes the entity of a row that begins with id, created_at, updated_at and the entity's own columns in order. */
  fromTuple(tuple: readonly unknown[]): T {
    const entity: Record<string, unknown> = {};
    for (let i = 0; i < this.#columns.length; i++) {
      const { name, decode } = this.#columns[i]!;
      const value = tuple[i];
      entity[name] = decode === undefined || value === null
        ? value
        : decode(value);
    }
    // The columns are those of T's spec, and the table was written from entities.
    return entity as unknown as T;
  }

  /** Gives the version in a row whose last column it is, after those that {@link SqliteRowMapper.fromTuple} reads. */
  versionOf(tuple: readonly unknown[]): number {
    return Number(tuple[this.#columns.length]);
  }
}

/** Gives the form in which SQLite keeps a value of a field. */
export function toSqlite(field: FieldSpec, value: unknown): SqliteValue {
  // Only values of the field's kind come here; text, numbers and null are kept as they are.
  return value === null
    ? null
    : (encoder(field)?.(value) ?? value) as SqliteValue;
}

/** Gives the value of a field that SQLite keeps in some form. */
export function fromSqlite(field: FieldSpec, value: unknown): unknown {
  return value === null ? null : decoder(field)?.(value) ?? value;
}

interface Column {
  readonly name: string;
  readonly column: string;
  readonly encode?: (value: unknown) => SqliteValue;
  readonly decode?: (value: unknown) => unknown;
}

function toColumn([name, field]: [string, FieldSpec]): Column {
  const { column } = field;
  return { name, column, encode: encoder(field), decode: decoder(field) };
}

function read({ name, encode }: Column, entity: Entity): SqliteValue {
  const value = valueOf(entity, name);
  return encode === undefined || value === null
    ? value as SqliteValue
    : encode(value);
}

function encoder(
  field: FieldSpec,
): ((value: unknown) => SqliteValue) | undefined {
  switch (field.kind) {
    case "boolean":
      return (value) => value ? 1 : 0;
    case "json":
    case "list":
      return (value) => JSON.stringify(value);
    case "decimal":
      return (value) => scaled(Number(value), field.scale ?? 0);
    case "duration":
      return (value) => durationSeconds(String(value)) ?? null;
    default:
      return undefined;
  }
}

function decoder(
  field: FieldSpec,
): ((value: unknown) => unknown) | undefined {
  switch (field.kind) {
    case "boolean":
      return (value) => value !== 0;
    case "json":
    case "list":
      return (value) => JSON.parse(String(value));
    case "decimal":
      return (value) => fromScaled(Number(value), field.scale ?? 0);
    case "duration":
      return (value) => durationText(Number(value));
    default:
      return undefined;
  }
}

function scaled(value: number, scale: number): number {
  const result = toScaled(value, scale);
  if (result !== undefined) return result;
  throw new RangeError(
    `Cannot store ${value}: wanted at most ${scale} decimal places and 15 digits`,
  );
}
