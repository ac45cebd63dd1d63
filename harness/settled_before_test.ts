import { assertEquals } from "@std/assert";
import { SYSTEM_CLOCK } from "./clock.ts";
import { settledBefore } from "./settled_before.ts";

Deno.test("settledBefore() is true for a promise that settles, also with an error, even with no time left", async () => {
  assertEquals(await settledBefore(Promise.resolve(), -1, SYSTEM_CLOCK), true);
  assertEquals(
    await settledBefore(Promise.reject(new Error("x")), 0, SYSTEM_CLOCK),
    true,
  );
});

Deno.test("settledBefore() is false for a promise that does not settle in time", async () => {
  assertEquals(
    await settledBefore(new Promise(() => {}), 1, SYSTEM_CLOCK),
    false,
  );
});

Deno.test("settledBefore() waits for as long as it is told, also when no timer counts that far", async () => {
  for (const ms of [2 ** 31, Infinity]) {
    const slow = new Promise((resolve) => setTimeout(resolve, 5));
    assertEquals(await settledBefore(slow, ms, SYSTEM_CLOCK), true);
  }
});
