/**
 * What keeps schedules, alone, with a ledger in memory.
 *
 * @module
 */
import { checkComponent } from "@autocoder/harness/testing";
import { Scheduler } from "../../components/scheduler.ts";
import { MemoryDatabase } from "../../kit/memory_database.ts";
import { MemorySchedules } from "../../kit/memory_schedules.ts";
import { ok } from "../../kit/problem.ts";

Deno.test("Scheduler keeps the contract of a component", () =>
  check({ enabled: true }));

Deno.test("Scheduler keeps the contract of a component while it is off", () =>
  check({ enabled: false }));

async function check(
  { enabled }: { readonly enabled: boolean },
): Promise<void> {
  await checkComponent(
    () =>
      new Scheduler("scheduler", {
        ledger: new MemorySchedules(new MemoryDatabase()),
        enabled,
      }),
    {
      replies: {
        ticket_requests: nothing,
        notice_requests: nothing,
      },
    },
  );
}

/** What every controller answers here: nothing is due. */
function nothing() {
  return ok({ items: [], nextCursor: null });
}
