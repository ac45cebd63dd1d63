import { assertEquals } from "@std/assert";
import { ResourceStack } from "./resource_stack.ts";

Deno.test("ResourceStack.disposeAll() goes last one first, past one that throws, and only once", async () => {
  const order: string[] = [];
  const stack = new ResourceStack();
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
  const errors = await stack.disposeAll();
  assertEquals(order, ["database", "file"]);
  assertEquals(errors.map(({ name }) => name), ["broken"]);
  await stack.disposeAll();
  assertEquals(order.length, 2);
});
