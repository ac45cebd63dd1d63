import { assert, assertEquals, assertRejects } from "@std/assert";
import { Channel } from "./channel.ts";
import { ChannelBroken } from "./errors.ts";
import { merge } from "./merge.ts";

Deno.test("merge() takes turns between sources that have values", async () => {
  const [a, b, c] = [
    full(["a1", "a2", "a3", "a4"]),
    full(["b1"]),
    full(["c1", "c2"]),
  ];
  const target = new Channel<string>();
  await merge([a, b, c], target);
  assertEquals(target.drain(), ["a1", "b1", "c1", "a2", "c2", "a3", "a4"]);
});

Deno.test("merge() lets a quiet source have its turn beside a busy one", async () => {
  const [busy, quiet] = [new Channel<string>(), new Channel<string>()];
  const target = new Channel<string>({ capacity: 1 });
  const done = merge([busy, quiet], target);
  for (let n = 0; n < 50; n++) busy.trySend("busy");
  await target.receive();
  quiet.trySend("quiet");
  const next = [];
  for (let n = 0; n < 4; n++) next.push(await target.receive());
  assert(next.includes("quiet"), next.join());
  busy.close();
  quiet.close();
  target.close();
  target.drain();
  await done;
});

Deno.test("merge() fails the target and the other sources when one source fails", async () => {
  const [a, b, target] = [
    new Channel<string>(),
    new Channel<string>(),
    new Channel<string>(),
  ];
  const done = merge([a, b], target);
  a.abort("bad");
  const { end, reason } = await done;
  assertEquals([end, reason], ["failed", "bad"]);
  await assertRejects(() => target.receive(), ChannelBroken);
  await assertRejects(() => b.send("late"), ChannelBroken);
});

Deno.test("merge() that goes on delivers what the other sources have, then closes", async () => {
  const [a, b] = [new Channel<string>(), full(["b1", "b2"])];
  const target = new Channel<string>();
  a.abort("bad");
  const { end, passed } = await merge([a, b], target, {
    sourceFailure: "goOn",
  });
  assertEquals([end, passed, target.drain()], ["closed", 2, ["b1", "b2"]]);
});

Deno.test("merge() that goes on fails when every source has failed", async () => {
  const [a, b, target] = [
    new Channel<string>(),
    new Channel<string>(),
    new Channel<string>(),
  ];
  const done = merge([a, b], target, { sourceFailure: "goOn" });
  a.abort("bad");
  b.abort("worse");
  const { end, reason } = await done;
  assertEquals([end, reason], ["failed", "bad"]);
});

Deno.test("merge() keeps what idle sources handed over while the target is full", async () => {
  const [a, b] = [new Channel<string>(), new Channel<string>()];
  const target = new Channel<string>({ capacity: 1 });
  const done = merge([a, b], target);
  await tick();
  for (const source of [a, b]) source.trySend("one");
  await tick();
  for (const source of [a, b]) {
    source.trySend("two");
    source.close();
  }
  const got: string[] = [];
  for await (const value of target) got.push(value);
  assertEquals(got.sort(), ["one", "one", "two", "two"]);
  assertEquals((await done).received, 4);
});

Deno.test("merge() counts what idle sources handed over when it is aborted", async () => {
  const [a, b] = [new Channel<string>(), new Channel<string>()];
  const target = new Channel<string>({ capacity: 1 });
  const stop = new AbortController();
  const lost: string[] = [];
  const onDiscard = ({ value }: { value: string }) => lost.push(value);
  const done = merge([a, b], target, { signal: stop.signal, onDiscard });
  await tick();
  for (const n of [1, 2]) a.trySend(`a${n}`);
  await tick();
  b.trySend("b1");
  stop.abort("enough");
  const { received, passed, undelivered } = await done;
  assertEquals([received, passed, undelivered, lost], [3, 1, 2, ["a2", "b1"]]);
});

Deno.test("merge() of nothing closes the target", async () => {
  const target = new Channel<string>();
  assertEquals((await merge([], target)).end, "closed");
  assert(target.closed);
});

function full(values: readonly string[]): Channel<string> {
  const channel = new Channel<string>();
  for (const value of values) channel.trySend(value);
  channel.close();
  return channel;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
