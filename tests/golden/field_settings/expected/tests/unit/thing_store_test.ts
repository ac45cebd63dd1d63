/**
 * The store of things alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { migrate, readMigrations } from "../../kit/migrations.ts";
import { openSqlite } from "../../kit/sqlite_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { ThingStore } from "../../components/thing_store.ts";
import type { Thing } from "../../models/thing.ts";

const A_THING: Thing = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  label: "egynlgknpon",
  note: "Some note",
  mail: "0@b.io",
  work: "u0@acme.example",
  long: "someonexxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0@example.com",
  site: "http://a0",
  repository: "https://git.example/egynlgknpon/bblzclyahvz",
  born: "2030-01-15",
  at: "2030-01-15T09:30:00.000Z",
  tea: "09:30:00",
  key: "01890a5d-ac96-774b-bcce-b302099a8057",
  home: "01890a5d-ac96-774b-bcce-b302099a8057",
  kind: "a",
  count: 1,
  weight: 1,
  price: 9,
  open: true,
  extra: { note: "anything" },
  takes: "PT1H30M",
  rest: "PT1H30M",
  break: "PT1H30M",
  laps: ["PT1H30M"],
};

/** Opens an empty database. */
function openDatabase() {
  const database = openSqlite({ path: ":memory:", durability: "full" });
  migrate(
    database,
    readMigrations(fileURLToPath(new URL("../../migrations", import.meta.url))),
  );
  return database;
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new ThingStore("thing_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Thing>) =>
      bench.request<StoreResult<Thing>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("ThingStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new ThingStore("thing_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_THING },
        { kind: "get", id: A_THING.id },
        { kind: "delete", id: A_THING.id, now: A_THING.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("ThingStore returns a thing as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_THING }), {
    kind: "entity",
    entity: A_THING,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_THING.id }), {
    kind: "entity",
    entity: A_THING,
    version: 1,
  });
});

Deno.test("ThingStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity = { ...A_THING, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("ThingStore deletes a thing once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const command = {
    kind: "delete",
    id: A_THING.id,
    now: A_THING.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("ThingStore finds a thing by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  await expectFound((command) => store.run(command), A_THING, {
    fields: [
      "label",
      "note",
      "mail",
      "work",
      "long",
      "site",
      "repository",
      "born",
      "at",
      "tea",
      "key",
      "home",
      "kind",
      "count",
      "weight",
      "price",
      "open",
      "takes",
      "rest",
      "break",
    ],
    texts: ["label", "note", "mail", "work", "long", "site", "repository"],
  });
});

Deno.test("ThingStore refuses a second note", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "note",
  });
});

Deno.test("ThingStore refuses a second mail", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "mail",
  });
  const same: Thing = { ...entity, mail: "0@B.IO" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "mail",
  });
});

Deno.test("ThingStore refuses a second work", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "work",
  });
  const same: Thing = { ...entity, work: "U0@ACME.EXAMPLE" };
  assert.deepEqual(await store.run({ kind: "insert", entity: same }), {
    kind: "duplicate",
    field: "work",
  });
});

Deno.test("ThingStore refuses a second repository", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "repository",
  });
});

Deno.test("ThingStore refuses a second born", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "born",
  });
});

Deno.test("ThingStore refuses a second at", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "at",
  });
});

Deno.test("ThingStore refuses a second tea", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "tea",
  });
});

Deno.test("ThingStore refuses a second key", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      kind: "h",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "key",
  });
});

Deno.test("ThingStore refuses a second kind", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      count: 88,
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "kind",
  });
});

Deno.test("ThingStore refuses a second count", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      weight: 99999.5,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "count",
  });
});

Deno.test("ThingStore refuses a second weight", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      takes: "PT45M",
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "weight",
  });
});

Deno.test("ThingStore refuses a second takes", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_THING });
  const entity: Thing = {
    ...A_THING,
    ...{
      note: "Changed",
      mail: "1d@b.io",
      work: "u32@acme.example",
      repository: "https://git.example/arguments/uv",
      born: "2031-02-20",
      at: "2031-02-20T10:00:00.000Z",
      tea: "10:00:00",
      key: "01890a5d-ac96-774b-bcce-b302099a8058",
      kind: "h",
      count: 88,
      weight: 99999.5,
    },
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "takes",
  });
});
