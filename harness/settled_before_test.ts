import { assertEquals } from "@std/assert";
import { settledBefore } from "./settled_before.ts";

Deno.test("settledBefore() is true for a promise that settles, also with an error, even with no time left", async () => {
  assertEquals(await settledBefore(Promise.resolve(), -1), true);
  assertEquals(await settledBefore(Promise.reject(new Error("x")), 0), true);
});

Deno.test("settledBefore() is false for a promise that does not settle in time", async () => {
  assertEquals(await settledBefore(new Promise(() => {}), 1), false);
});
