import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { openSqlite } from "./sqlite_database.ts";
import { SqliteWatch } from "./sqlite_watch.ts";

Deno.test("SqliteDatabase.available follows its file", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = join(folder, "a.db");
    using database = openSqlite({ path });
    assertEquals(database.available, true);
    await Deno.rename(path, `${path}.away`);
    assertEquals(database.available, false);
    await Deno.copyFile(`${path}.away`, path);
    assertEquals(database.available, false, "another file at its place");
    await Deno.rename(`${path}.away`, path);
    assertEquals(database.available, true);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("SqliteDatabase.available is true in memory, and after a write that was refused", () => {
  using database = openSqlite({ path: ":memory:" });
  database.exec("CREATE TABLE a (b INTEGER UNIQUE) STRICT");
  const insert = () =>
    database.transaction(() => database.exec("INSERT INTO a VALUES (1)"));
  insert();
  try {
    insert();
  } catch {
    // Refused, as it should be.
  }
  assertEquals(database.available, true);
});

Deno.test("SqliteWatch.available is false from a write that the disk did not take until one that it took", async () => {
  const path = await Deno.makeTempFile();
  try {
    let works = false;
    let tries = 0;
    let now = 0;
    const watch = new SqliteWatch(path, () => {
      tries++;
      if (!works) throw new Error("full");
    }, () => now);
    watch.written(Object.assign(new Error("UNIQUE"), { errcode: 2067 }));
    assertEquals([watch.available, tries], [true, 0]);
    watch.written(Object.assign(new Error("full"), { errcode: 13 }));
    assertEquals([watch.available, tries], [false, 1]);
    works = true;
    assertEquals([watch.available, tries], [false, 1], "not asked each time");
    now = 1000;
    assertEquals([watch.available, tries], [true, 2]);
    watch.written(Object.assign(new Error("disk"), { errcode: 778 }));
    works = false;
    assertEquals(watch.available, false, "an extended code");
    watch.written();
    assertEquals(watch.available, true);
  } finally {
    await Deno.remove(path);
  }
});
