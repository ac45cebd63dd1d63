import { assertEquals } from "@std/assert";
import { SYSTEM_CLOCK } from "./clock.ts";
import { ResourceStack } from "./resource_stack.ts";

Deno.test("ResourceStack.disposeAll() goes last one first, past one that throws, and only once", async () => {
  const order: string[] = [];
  const stack = new ResourceStack(() => {}, SYSTEM_CLOCK);
  stack.own("file", { [Symbol.dispose]: () => void order.push("file") });
  stack.own("broken", {
    [Symbol.dispose]: () => {
      throw new Error("boom");
    },
  });
  stack.own("database", {
    [Symbol.asyncDispose]: async () => {
      await Promise.resolve();
      order.push("database");
    },
  });
  const errors = await stack.disposeAll(1000);
  assertEquals(order, ["database", "file"]);
  assertEquals(errors.map(({ name }) => name), ["broken"]);
  await stack.disposeAll(1000);
  assertEquals(order.length, 2);
});

Deno.test("ResourceStack.disposeAll() gives each that hangs a share of the time; what it throws later is not heard", async () => {
  const stack = new ResourceStack(() => {}, SYSTEM_CLOCK);
  const fate = Promise.withResolvers<void>();
  const order: string[] = [];
  stack.own("slow", {
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      order.push("slow");
    },
  });
  stack.own("hanging", { [Symbol.asyncDispose]: () => fate.promise });
  stack.own("deaf", {
    [Symbol.asyncDispose]: () => new Promise(() => {}),
  });
  const errors = await stack.disposeAll(60);
  assertEquals(order, ["slow"]);
  assertEquals(errors.map(({ name }) => name), ["deaf", "hanging"]);
  fate.reject(new Error("too late"));
  await fate.promise.catch(() => {});
  assertEquals(errors.length, 2);
});
