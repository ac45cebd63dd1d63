/**
 * Between an entity and its row in PostgreSQL.
 *
 * @module
 */
import { durationSeconds, durationText } from "./clock.ts";
import { toScaled } from "./decimal.ts";
import {
  type Entity,
  type EntitySpec,
  type FieldSpec,
  SERVER_FIELDS,
  valueOf,
} from "./entity_spec.ts";
import type { PostgresRow, PostgresValue } from "./postgres_connection.ts";

/** Turns the entities of one kind into rows and back. Made once per table. */
export class PostgresRowMapper<T extends Entity> {
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
  insertValues(entity: T): PostgresValue[] {
    const values: PostgresValue[] = [];
    for (const column of this.#columns) values.push(read(column, entity));
    return values;
  }

  /** Gives the values of an UPDATE: updated_at, the entity's own columns in order, then id and version of the WHERE. */
  updateValues(entity: T, version: number): PostgresValue[] {
    const values: PostgresValue[] = [encodeTime(entity.updatedAt)];
    for (const column of this.#own) values.push(read(column, entity));
    values.push(entity.id, version);
    return values;
  }

  /** Makes the entity of a row. */
  toEntity(row: PostgresRow): T {
    const entity: Record<string, unknown> = {};
    for (const { name, column, decode } of this.#columns) {
      const value = row[column];
      entity[name] = decode === undefined || value === null
        ? value
        : decode(String(value));
    }
    // The columns are those of T's spec, and the table was written from entities.
    return entity as unknown as T;
  }
}

/** Gives the form in which PostgreSQL takes a value of a field. */
export function toPostgres(field: FieldSpec, value: unknown): PostgresValue {
  // Only values of the field's kind come here; text, numbers, booleans and null are taken as they are.
  return value === null
    ? null
    : (encoder(field)?.(value) ?? value) as PostgresValue;
}

/** Gives the value of a field that PostgreSQL returns in some form. */
export function fromPostgres(field: FieldSpec, value: unknown): unknown {
  return value === null ? null : decoder(field)?.(String(value)) ?? value;
}

interface Column {
  readonly name: string;
  readonly column: string;
  readonly encode?: (value: unknown) => PostgresValue;
  readonly decode?: (text: string) => unknown;
}

function toColumn([name, field]: [string, FieldSpec]): Column {
  const { column } = field;
  return { name, column, encode: encoder(field), decode: decoder(field) };
}

function read({ name, encode }: Column, entity: Entity): PostgresValue {
  const value = valueOf(entity, name);
  return encode === undefined || value === null
    ? value as PostgresValue
    : encode(value);
}

function encoder(
  field: FieldSpec,
): ((value: unknown) => PostgresValue) | undefined {
  switch (field.kind) {
    case "json":
    case "list":
      return (value) => JSON.stringify(value);
    case "decimal":
      return (value) => exactly(Number(value), field.scale ?? 0);
    case "duration":
      return (value) => durationSeconds(String(value)) ?? null;
    case "date":
    case "datetime":
      return (value) => encodeTime(String(value));
    default:
      return undefined;
  }
}

function decoder(field: FieldSpec): ((text: string) => unknown) | undefined {
  switch (field.kind) {
    case "json":
    case "list":
      return (text) => JSON.parse(text);
    case "decimal":
    case "integer":
      return Number;
    case "duration":
      return (text) => durationText(Number(text));
    case "date":
      return decodeDate;
    case "datetime":
      return decodeTimestamp;
    case "time":
      return decodeTimeOfDay;
    default:
      return undefined;
  }
}

/** Text, so that no digit is lost on the way: the column is `numeric`. */
function exactly(value: number, scale: number): string {
  if (toScaled(value, scale) !== undefined) return value.toFixed(scale);
  throw new RangeError(
    `Cannot store ${value}: wanted at most ${scale} decimal places and 15 digits`,
  );
}

/** The year 0000 of RFC 3339 is 1 BC to PostgreSQL. */
function encodeTime(text: string): string {
  return text.startsWith("0000") ? `0001${text.slice(4)} BC` : text;
}

function decodeDate(text: string): string {
  return text.endsWith(" BC") ? `0000${text.slice(4, 10)}` : text;
}

/** From `2026-01-31 09:30:00.5+00`, as connections in UTC write it. */
function decodeTimestamp(text: string): string {
  const date = decodeDate(text.endsWith(" BC") ? text : text.slice(0, 10));
  const time = text.slice(11, text.indexOf("+", 19));
  return `${date}T${time.slice(0, 8)}.${time.slice(9).padEnd(3, "0")}Z`;
}

/** From `09:30:00` or `09:30:00.5`. */
function decodeTimeOfDay(text: string): string {
  return text.length > 8 ? text.padEnd(12, "0") : text;
}
