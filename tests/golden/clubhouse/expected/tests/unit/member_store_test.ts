/**
 * The store of members alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { MemberStore } from "../../components/member_store.ts";
import type { Member } from "../../models/member.ts";

const A_MEMBER: Member = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  nickname: "Some nickname",
  since: "2030-01-15",
  active: true,
  role: "guest",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new MemberStore("member_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Member>) =>
      bench.request<StoreResult<Member>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("MemberStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new MemberStore("member_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_MEMBER },
        { kind: "get", id: A_MEMBER.id },
        { kind: "delete", id: A_MEMBER.id, now: A_MEMBER.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("MemberStore returns a member as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_MEMBER }), {
    kind: "entity",
    entity: A_MEMBER,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_MEMBER.id }), {
    kind: "entity",
    entity: A_MEMBER,
    version: 1,
  });
});

Deno.test("MemberStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MEMBER });
  const entity = { ...A_MEMBER, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("MemberStore deletes a member once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MEMBER });
  const command = {
    kind: "delete",
    id: A_MEMBER.id,
    now: A_MEMBER.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("MemberStore finds a member by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MEMBER });
  await expectFound((command) => store.run(command), A_MEMBER, {
    fields: ["nickname", "since", "active", "role"],
    texts: ["nickname"],
  });
});

Deno.test("MemberStore refuses a second nickname", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_MEMBER });
  const entity: Member = {
    ...A_MEMBER,
    id: "01890a5d-ac96-774b-bcce-b302099a8099",
  };
  assert.deepEqual(await store.run({ kind: "insert", entity }), {
    kind: "duplicate",
    field: "nickname",
  });
});
