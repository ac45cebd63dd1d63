/**
 * Names that something else has already, as data, each with the reason a person is told.
 *
 * @module
 */
import { camelCase } from "./spelling.ts";

/** Why a field or relation key may not have a name; undefined when it may. */
export function reservedField(name: string): string | undefined {
  return own(RESERVED_FIELDS, name) ?? objectMember(name);
}

/** Why an entity may not have a name; undefined when it may. */
export function reservedEntity(name: string): string | undefined {
  return objectMember(camelCase(name)) ?? fileName(name);
}

/** Why a component may not have a name; undefined when it may. */
export function reservedComponent(name: string): string | undefined {
  return MAIN_NAMES.has(name) ? "main.ts uses that name" : reservedEntity(name);
}

/** Why an action may not have a name; undefined when it may. */
export function reservedAction(name: string): string | undefined {
  return own(RESERVED_ACTIONS, name) ?? objectMember(name);
}

/** Why no entity's table may have a name; undefined when it may. */
export function reservedTable(table: string): string | undefined {
  if (table.startsWith("sqlite_")) return "SQLite keeps that prefix";
  return RESERVED_TABLES.has(table) ? "every system has that table" : undefined;
}

/** Why no entity's path may be this one; undefined when it may. */
export function reservedPath(path: string): string | undefined {
  return RESERVED_PATHS.has(path) ? "every system has that path" : undefined;
}

/**
 * Names of types and values that generated code uses: an entity whose PascalCase name is one of them (`map`, `date`,
 * `request`, `page`, …) gets a type with a suffix.
 */
export const TAKEN_TYPE_NAMES: ReadonlySet<string> = new Set([
  // Of the language and the platform.
  ..."Array AsyncGenerator Awaited BigInt Blob Boolean DataView Date Deno Disposable Error Event Exclude Extract File FormData Function Headers Infinity Intl Iterable Iterator JSON Map Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise Proxy RangeError Readonly ReadonlyArray ReadonlyMap Record Reflect RegExp Request Required Response ReturnType Set String Symbol SyntaxError TypeError URL WeakMap WeakSet Worker"
    .split(" "),
  // Of the harness and the kit.
  ..."Api ApiCaller ApiClient ApiError ApiProblem BeforeAnswer CallOptions ChangeContext Channel ClientOptions Component ComponentContext ConditionalOptions CursorPage Entity EntityLogic EntityReply EntityRequest EntityService EntitySpec FieldError FieldSpec GuardAnswer HarnessComponent Health Hono ListQuery Log LogicContext LogicField LogicTally LogicViewer MemoryDatabase MemoryTable Message Migration Outcome Page PortSpec Problem RunnableSystem SQL Selected SqliteDatabase SqliteTable StoreCommand StoreResult System SystemConfig SystemExecutionHarness SystemLogic Table"
    .split(" "),
]);

/** Words that TypeScript does not take as the name of a variable. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  "abstract any arguments as asserts async await boolean break case catch class const continue debugger declare default delete do else enum errors eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return set static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield"
    .split(" "),
);

/** Why nothing that becomes a member of an object may have a name; undefined when it may. */
export function objectMember(name: string): string | undefined {
  return OBJECT_MEMBERS.has(name)
    ? "every JavaScript object has a member of that name"
    : undefined;
}

function fileName(name: string): string | undefined {
  if (/_(test|bench)$/.test(name)) {
    return "its file would be taken for a test";
  }
  return DEVICE_NAMES.test(name)
    ? "Windows has no files of that name"
    : undefined;
}

function own(
  table: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const SERVER_SETS = "the server sets it on every entity";
const QUERY = "the query of every list uses it";
const READ_QUERY = "the query of every read uses it";
const RESERVED_FIELDS: Readonly<Record<string, string>> = {
  id: SERVER_SETS,
  createdAt: SERVER_SETS,
  updatedAt: SERVER_SETS,
  limit: QUERY,
  cursor: QUERY,
  sort: QUERY,
  q: QUERY,
  fields: READ_QUERY,
  include: READ_QUERY,
};

const STANDARD = "a standard operation has it";
const RESERVED_ACTIONS: Readonly<Record<string, string>> = {
  list: STANDARD,
  get: STANDARD,
  create: STANDARD,
  replace: STANDARD,
  patch: STANDARD,
  delete: STANDARD,
};

const OBJECT_MEMBERS: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
]);

const MAIN_NAMES: ReadonlySet<string> = new Set([
  "config",
  "database",
  "harness",
  "log",
  "migrate",
]);
const DEVICE_NAMES = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const RESERVED_TABLES: ReadonlySet<string> = new Set([
  "_migrations",
  "_serials",
]);
const RESERVED_PATHS: ReadonlySet<string> = new Set([
  "/docs",
  "/health",
  "/metrics",
  "/openapi.json",
]);
