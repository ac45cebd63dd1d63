/**
 * The store of signups alone, reached by its port.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { expectFound } from "../../kit/expect_found.ts";
import type { StoreCommand, StoreResult } from "../../kit/store_command.ts";
import { SignupStore } from "../../components/signup_store.ts";
import type { Signup } from "../../models/signup.ts";

const A_SIGNUP: Signup = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  email: "someone@example.com",
};

/** Opens an empty database. */
function openDatabase() {
  return new MemoryDatabase();
}

/** Runs the store on an empty database. */
async function start() {
  const database = openDatabase();
  const bench = await benchComponent(
    new SignupStore("signup_store", { database }),
    {},
  );
  return {
    run: (command: StoreCommand<Signup>) =>
      bench.request<StoreResult<Signup>>("execute", command),
    async [Symbol.asyncDispose]() {
      await bench[Symbol.asyncDispose]();
      database[Symbol.dispose]();
    },
  };
}

Deno.test("SignupStore keeps the contract of a component", async () => {
  using database = openDatabase();
  await checkComponent(() => new SignupStore("signup_store", { database }), {
    messages: {
      execute: [
        { kind: "insert", entity: A_SIGNUP },
        { kind: "get", id: A_SIGNUP.id },
        { kind: "delete", id: A_SIGNUP.id, now: A_SIGNUP.updatedAt },
      ],
    },
    // No command at all: its handler throws.
    failing: { execute: [null] },
  });
});

Deno.test("SignupStore returns a signup as it was stored", async () => {
  await using store = await start();
  assert.deepEqual(await store.run({ kind: "insert", entity: A_SIGNUP }), {
    kind: "entity",
    entity: A_SIGNUP,
    version: 1,
  });
  assert.deepEqual(await store.run({ kind: "get", id: A_SIGNUP.id }), {
    kind: "entity",
    entity: A_SIGNUP,
    version: 1,
  });
});

Deno.test("SignupStore updates only the version that was read", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SIGNUP });
  const entity = { ...A_SIGNUP, updatedAt: "2030-01-02T00:00:00.000Z" };
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "entity",
    entity,
    version: 2,
  });
  assert.deepEqual(await store.run({ kind: "update", entity, version: 1 }), {
    kind: "stale",
  });
});

Deno.test("SignupStore deletes a signup once", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SIGNUP });
  const command = {
    kind: "delete",
    id: A_SIGNUP.id,
    now: A_SIGNUP.updatedAt,
  } as const;
  assert.deepEqual(await store.run(command), { kind: "deleted" });
  assert.deepEqual(await store.run(command), { kind: "missing" });
});

Deno.test("SignupStore finds a signup by its values", async () => {
  await using store = await start();
  await store.run({ kind: "insert", entity: A_SIGNUP });
  await expectFound((command) => store.run(command), A_SIGNUP, {
    fields: ["email"],
    texts: ["email"],
  });
});
