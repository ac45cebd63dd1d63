import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { aborted, client, Double } from "./test_doubles.ts";

Deno.test("stop() waits without an end when it is told so", async () => {
  for (const timeoutMs of [Infinity, 2 ** 31]) {
    const harness = new SystemExecutionHarness({ stopTimeoutMs: timeoutMs })
      .registerComponent(
        new Double("slow", {
          process: async (self) => {
            await aborted(self.signal);
            await new Promise((resolve) => setTimeout(resolve, 20));
          },
        }),
      );
    await harness.start();
    const { abandoned, stopped } = await harness.stop();
    assertEquals([abandoned, stopped], [[], ["slow"]]);
  }
});

Deno.test("stop() refuses a time that is none, and the system runs on", async () => {
  const component = client("a");
  const harness = new SystemExecutionHarness().registerComponent(component);
  await harness.start();
  for (const timeoutMs of [NaN, -1]) {
    await assertRejects(
      () => harness.stop({ timeoutMs }),
      RangeError,
      `Cannot stop "system": found ${timeoutMs}, wanted milliseconds from 0`,
    );
  }
  assertEquals([harness.state, component.status.state], ["running", "running"]);
  await harness.stop();
});

Deno.test("SystemExecutionHarness refuses times that are none", () => {
  for (
    const options of [{ stopTimeoutMs: NaN }, { stopTimeoutMs: -1 }, {
      requestTimeoutMs: NaN,
    }, { requestTimeoutMs: -1 }]
  ) {
    const [name] = Object.keys(options);
    assertThrows(
      () => new SystemExecutionHarness(options),
      RangeError,
      `Cannot use "${name}": found ${Object.values(options)[0]}`,
    );
  }
});

Deno.test("stop() gives up a resource whose disposal hangs, reports it, and disposes the others", async () => {
  const order: string[] = [];
  const events: unknown[] = [];
  const harness = new SystemExecutionHarness({
    stopTimeoutMs: 50,
    log: ({ event, resource }) => {
      if (resource) events.push([event, resource]);
    },
  })
    .ownResource("first", {
      [Symbol.asyncDispose]: async () => {
        await new Promise((resolve) => setTimeout(resolve));
        order.push("first");
      },
    })
    .ownResource("hanging", {
      [Symbol.asyncDispose]: () => new Promise(() => {}),
    });
  const { errors } = await harness.stop();
  assertEquals(order, ["first"]);
  assertEquals(errors.map(({ name }) => name), ["hanging"]);
  assertEquals(
    String(errors[0]?.error),
    'Error: Cannot dispose resource "hanging": found it not done after its time',
  );
  assertEquals(events, [["failed", "hanging"]]);
});
