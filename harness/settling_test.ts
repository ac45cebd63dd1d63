import { assertEquals } from "@std/assert";
import { Settling } from "./settling.ts";

Deno.test("Settling.orEndOf() resolves when the work has ended, however", async () => {
  const settling = new Settling();
  await settling.orEndOf(Promise.resolve());
  await settling.orEndOf(Promise.reject(new Error("boom")));
  assertEquals(settling.isSettled, false);
});

Deno.test("Settling.orEndOf() resolves when it settles first, and at once afterwards", async () => {
  const settling = new Settling();
  const never = new Promise(() => {});
  const waiting = settling.orEndOf(never);
  settling.settle();
  await waiting;
  await settling.orEndOf(never);
  await settling.promise;
  assertEquals(settling.isSettled, true);
});
