import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Channel } from "./channel.ts";
import { Component } from "./component.ts";
import { ComponentAlreadyRegistered, GraphError } from "./errors.ts";
import { createMessage, type Message } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import {
  client,
  Double,
  IN,
  OUT,
  server,
  sink,
  source,
} from "./test_doubles.ts";

type MessageStream = TransformStream<Message, Message>;

const MADE: Readonly<Record<string, () => MessageStream>> = {
  "a Channel": () => new Channel<Message>(),
  "a TransformStream": () => new TransformStream<Message, Message>(),
};
for (const [what, make] of Object.entries(MADE)) {
  Deno.test(`connect() refuses ${what} that another connection has`, async () => {
    const stream = make();
    await using harness = pair().connect("a.out", "b.in", { stream });
    harness.registerComponent(sink("c", []));
    assertRefused(
      () => harness.connect("a.out", "c.in", { stream }),
      'Cannot connect "a.out" to "c.in": found its stream in use by "a.out -> b.in", wanted one of its own',
    );
    assertEquals(harness.describe().connections.length, 1);
  });

  Deno.test(`connect() refuses ${what} that another harness has`, async () => {
    const stream = make();
    await using _first = pair().connect("a.out", "b.in", { stream });
    await using second = pair();
    assertRefused(
      () => second.connect("a.out", "b.in", { stream }),
      'Cannot connect "a.out" to "b.in": found its stream in use by "a.out -> b.in", wanted one of its own',
    );
  });

  Deno.test(`connect() leaves alone ${what} that it refused for another reason`, async () => {
    const stream = make();
    const got: unknown[] = [];
    const harness = pair(got);
    assertThrows(() => harness.connect("a.out", "b.out", { stream }));
    await harness.connect("a.out", "b.in", { stream }).run();
    assertEquals(got, [1, 2, 3]);
  });
}

const UNUSABLE: Readonly<
  Record<string, () => readonly [MessageStream, string]>
> = {
  "a stream whose writable side is locked": () => {
    const stream = new TransformStream<Message, Message>();
    stream.writable.getWriter();
    return [stream, "found the writable side of its stream locked"];
  },
  "a stream whose readable side is read by somebody else": () => {
    const stream = new TransformStream<Message, Message>();
    stream.readable.getReader();
    return [stream, "found the readable side of its stream locked"];
  },
  "a stream that has failed": () => {
    const stream = new TransformStream<Message, Message>({
      start: (controller) => controller.error(new Error("boom")),
    });
    return [stream, "found the writable side of its stream failed"];
  },
  "a stream that was cancelled": () => {
    const stream = new TransformStream<Message, Message>({
      start: (controller) => controller.terminate(),
    });
    return [stream, "found the writable side of its stream failed"];
  },
  "what is no stream": () => {
    const stream = {} as MessageStream; // the mistake to be caught
    return [stream, "found a stream without a readable and a writable side"];
  },
  "a Channel that is closed": () => {
    const channel = new Channel<Message>({ name: "jobs" });
    channel.close();
    return [channel, 'found its channel "jobs" closed'];
  },
  "a Channel that is broken": () => {
    const channel = new Channel<Message>({ name: "jobs" });
    channel.abort(new Error("boom"));
    return [channel, 'found its channel "jobs" broken'];
  },
  "a Channel from which somebody waits to receive": () => {
    const channel = new Channel<Message>({ name: "jobs" });
    channel.receive().catch(() => {});
    return [channel, 'found its channel "jobs" in use by somebody else'];
  },
  "a Channel whose readable side somebody holds": () => {
    const channel = new Channel<Message>({ name: "jobs" });
    channel.readable.getReader();
    return [channel, 'found its channel "jobs" in use by somebody else'];
  },
};
for (const [what, make] of Object.entries(UNUSABLE)) {
  Deno.test(`connect() refuses ${what}, and the connection can be made without it`, async () => {
    const [stream, message] = make();
    const got: unknown[] = [];
    const harness = pair(got);
    assertRefused(() => harness.connect("a.out", "b.in", { stream }), message);
    await harness.connect("a.out", "b.in").run();
    assertEquals(got, [1, 2, 3]);
  });
}

Deno.test("connect() takes a Channel into which somebody else sends as well", async () => {
  const channel = new Channel<Message>();
  await channel.send(createMessage({ data: 0, source: "test" }));
  const got: unknown[] = [];
  await pair(got).connect("a.out", "b.in", { stream: channel }).run();
  assertEquals(got, [0, 1, 2, 3]);
});

Deno.test("a component may ask itself", async () => {
  const own = new Double("own", {
    ports: { ...IN, ...OUT },
    process: (self) => self.answer({ in: (n: number) => n * 2 }),
  });
  const harness = new SystemExecutionHarness()
    .registerComponent(own)
    .connect("own.out", "own.in", { type: "request_reply" });
  await harness.start();
  assertEquals(await own.ask("out", 21), 42);
  const { abandoned, ledger } = await harness.stop();
  assertEquals([abandoned, ledger.balanced], [[], true]);
});

Deno.test("a component may send to itself where a full channel drops, and not where it blocks", async () => {
  let laps = 0;
  const lap = () =>
    server("lap", (n: number, self) => {
      if (++laps < 100) return self.emit("out", n + 1);
    });
  const first = lap();
  const harness = new SystemExecutionHarness()
    .registerComponent(first)
    .connect("lap.out", "lap.in", { whenFull: "drop-oldest" });
  await harness.start();
  await first.emit("out", 0);
  for (let turn = 0; turn < 100 && laps < 100; turn++) {
    await new Promise((resolve) => setTimeout(resolve));
  }
  const { abandoned, ledger } = await harness.stop();
  assertEquals([laps, abandoned, ledger.balanced], [100, [], true]);
  const { message } = await assertRejects(
    () =>
      new SystemExecutionHarness()
        .registerComponent(lap())
        .connect("lap.out", "lap.in")
        .start(),
    GraphError,
  );
  assert(message.includes('the cycle from "lap.out" to "lap.in"'), message);
});

Deno.test("a component without ports belongs to one harness, like any other", () => {
  class Portless extends Component {
    override process(): void {}
  }
  for (const component of [new Portless("a", undefined), client("a")]) {
    new SystemExecutionHarness().registerComponent(component);
    assertThrows(
      () => new SystemExecutionHarness().registerComponent(component),
      ComponentAlreadyRegistered,
      "found it registered elsewhere",
    );
  }
});

/** A source of 1, 2, 3 and a sink, not connected. */
function pair(into: unknown[] = []): SystemExecutionHarness {
  return new SystemExecutionHarness()
    .registerComponent(source("a", [1, 2, 3]))
    .registerComponent(sink("b", into));
}

function assertRefused(connect: () => unknown, message: string): void {
  assertThrows(connect, TypeError, message);
}
