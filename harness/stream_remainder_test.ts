import {
  HarnessComponent,
  type Message,
  SystemExecutionHarness,
} from "./mod.ts";
import { assertEquals } from "@std/assert";

Deno.test("messages inside a foreign stream when their receiver fails become dead letters", async () => {
  const sent: number[] = [];
  class Source extends HarnessComponent {
    override readonly ports = { out: { direction: "out" } } as const;
    override async process() {
      try {
        for (let n = 1; n <= 50; n++) {
          await this.send("out", n);
          sent.push(n);
        }
      } catch { /* the sink failed */ }
    }
  }
  const seen: number[] = [];
  class Sink extends HarnessComponent {
    override readonly ports = { in: { direction: "in" } } as const;
    override async process() {
      const [channel] = this.receiveStreams.get("in")!;
      for await (const { data } of channel!) {
        await new Promise((r) => setTimeout(r, 5));
        if (data === 3) throw new Error("boom");
        seen.push(data as number);
      }
    }
  }
  const stream = new TransformStream<Message, Message>(
    {},
    { highWaterMark: 8 },
    { highWaterMark: 8 },
  );
  const harness = new SystemExecutionHarness().registerComponent(
    new Source("source"),
  ).registerComponent(new Sink("sink"))
    .connect("source.out", "sink.in", { stream, bufferSize: 4 });
  await harness.run();
  const { ledger } = await harness.stop();
  const dead = harness.deadLetters.map(({ message }) => message.data as number);
  const lost = sent.filter((n) => !seen.includes(n) && !dead.includes(n));
  assertEquals([lost, ledger.dropped], [[], 0]);
});
