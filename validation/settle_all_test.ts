import { assertEquals, assertRejects } from "@std/assert";
import { settleAll } from "./settle_all.ts";

Deno.test("settleAll() gives what each has become, in their order", async () => {
  const late = Promise.withResolvers<string>();
  const all = settleAll([late.promise, Promise.resolve("soon")]);
  late.resolve("late");
  assertEquals(await all, ["late", "soon"]);
  assertEquals(await settleAll([]), []);
});

Deno.test("settleAll() throws what failed first, and not before all have ended", async () => {
  const slow = Promise.withResolvers<void>();
  let isOver = false;
  const all = settleAll([
    slow.promise.then(() => {
      throw new Error("of the one that ended later");
    }),
    Promise.reject(new Error("interrupted")),
  ]).finally(() => isOver = true);
  const refused = assertRejects(() => all, Error, "interrupted");
  await new Promise((resolve) => setTimeout(resolve));
  assertEquals(isOver, false);
  slow.resolve();
  await refused;
});
