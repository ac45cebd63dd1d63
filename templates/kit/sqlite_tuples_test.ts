import { assertEquals } from "@std/assert";
import type { StatementSync } from "node:sqlite";
import { openSqlite } from "./sqlite_database.ts";
import { readTuples, type TupleStatement } from "./sqlite_tuples.ts";

const WAYS: Readonly<
  Record<string, (statement: StatementSync) => TupleStatement>
> = {
  "as the driver does": readTuples,
  "where the driver cannot": (statement) => {
    const { get, all } = statement;
    // What older drivers have of it.
    const old = {
      get: get.bind(statement),
      all: all.bind(statement),
    } as StatementSync;
    return readTuples(old);
  },
};

for (const [name, read] of Object.entries(WAYS)) {
  Deno.test(`readTuples() gives the values in the order of the columns, ${name}`, () => {
    using database = openSqlite({ path: ":memory:" });
    database.exec(
      "CREATE TABLE t (b, a, c); INSERT INTO t VALUES (1, 'x', NULL), (2, 'y', 0.5)",
    );
    const sql = "SELECT c, a, b FROM t WHERE b >= ? ORDER BY b";
    const statement = read(database.prepare(sql));
    assertEquals(statement.all(1), [[null, "x", 1], [0.5, "y", 2]]);
    assertEquals(statement.get(2), [0.5, "y", 2]);
    assertEquals(statement.get(3), undefined);
    assertEquals(statement.all(3), []);
  });
}

Deno.test("prepareTuples() leaves the statement of the same text that reads by name as it is", () => {
  using database = openSqlite({ path: ":memory:" });
  const sql = "SELECT 1 AS one";
  assertEquals(database.prepareTuples(sql).get(), [1]);
  assertEquals({ ...database.prepare(sql).get() }, { one: 1 });
  assertEquals(database.prepareTuples(sql).get(), [1]);
});
