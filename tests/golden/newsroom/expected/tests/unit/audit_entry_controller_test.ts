/**
 * The controller of audit entries alone, with a table in memory in place of the store.
 *
 * @module
 */
import assert from "node:assert/strict";
import { checkComponent } from "@autocoder/harness/testing";
import { benchComponent } from "../../kit/component_bench.ts";
import type { EntityReply, EntityRequest } from "../../kit/entity_request.ts";
import { expectFailure, expectValue } from "../../kit/expect_outcome.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemoryTable } from "../../kit/memory_table.ts";
import type { StoreCommand } from "../../kit/store_command.ts";
import { expectContains } from "../../kit/testing.ts";
import { AuditEntryController } from "../../components/audit_entry_controller.ts";
import { AUDIT_ENTRY_SPEC, type AuditEntry } from "../../models/audit_entry.ts";

const BODY = { event: "Some event" };

/** Opens an empty table in memory. */
function openTable() {
  return new MemoryTable<AuditEntry>(AUDIT_ENTRY_SPEC, new MemoryDatabase());
}

/** Runs the controller between the test and a table in memory. */
async function start() {
  const table = openTable();
  const bench = await benchComponent(
    new AuditEntryController("audit_entry_controller", {}),
    {
      store_operation: (command: StoreCommand<AuditEntry>) =>
        table.execute(command),
    },
  );
  return {
    ask: (request: EntityRequest) =>
      bench.request<EntityReply<AuditEntry>>("process_request", request),
    [Symbol.asyncDispose]: () => bench[Symbol.asyncDispose](),
  };
}

Deno.test("AuditEntryController keeps the contract of a component", async () => {
  const table = openTable();
  await checkComponent(
    () => new AuditEntryController("audit_entry_controller", {}),
    {
      messages: {
        process_request: [{ operation: "create", body: BODY }],
      },
      // No request at all: its handler throws.
      failing: { process_request: [null] },
      replies: {
        store_operation: (command: StoreCommand<AuditEntry>) =>
          table.execute(command),
      },
    },
  );
});

Deno.test("AuditEntryController gives a new audit entry its id, times and defaults", async () => {
  await using controller = await start();
  const anAuditEntry = expectValue(
    await controller.ask({ operation: "create", body: BODY }),
  ) as AuditEntry;
  expectContains(anAuditEntry, BODY);
  assert.match(anAuditEntry.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  assert.equal(anAuditEntry.createdAt, anAuditEntry.updatedAt);
});

Deno.test("AuditEntryController knows what is not there", async () => {
  await using controller = await start();
  for (const operation of ["get", "delete"] as const) {
    expectFailure(
      await controller.ask({ operation, id: crypto.randomUUID() }),
      404,
    );
  }
});

Deno.test("AuditEntryController refuses event blank", async () => {
  await using controller = await start();
  const body = { ...BODY, event: " " };
  expectFailure(await controller.ask({ operation: "create", body }), 422);
});

Deno.test("AuditEntryController refuses null where something must be", async () => {
  await using controller = await start();
  for (const field of ["event"]) {
    const body = { ...BODY, [field]: null };
    expectFailure(await controller.ask({ operation: "create", body }), 422);
  }
});

Deno.test("AuditEntryController goes on after its store has failed", async () => {
  let broken = true;
  const table = openTable();
  await using bench = await benchComponent(
    new AuditEntryController("audit_entry_controller", {}),
    {
      store_operation: (command: StoreCommand<AuditEntry>) => {
        if (broken) throw new Error("the disk is gone");
        return table.execute(command);
      },
    },
  );
  const request: EntityRequest = { operation: "create", body: BODY };
  await assert.rejects(bench.request("process_request", request));
  broken = false;
  expectValue(
    await bench.request<EntityReply<AuditEntry>>("process_request", request),
  );
});
