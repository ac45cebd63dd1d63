import { assert, assertEquals } from "@std/assert";
import { broadcast } from "./broadcast.ts";
import { Channel } from "./channel.ts";

Deno.test("broadcast() goes at the pace of the slowest target that blocks", async () => {
  const source = new Channel<number>({ capacity: 10 });
  const [fast, slow] = [
    new Channel<number>(),
    new Channel<number>({ capacity: 1 }),
  ];
  const done = broadcast(source, [fast, slow]);
  for (let n = 0; n < 5; n++) source.trySend(n);
  source.close();
  for (let n = 0; n < 5; n++) {
    assert(fast.size <= 2, `fast is ${fast.size} values ahead`);
    assertEquals([await slow.receive(), await fast.receive()], [n, n]);
  }
  assertEquals((await done).passed, 5);
  assert(fast.closed && slow.closed);
});

Deno.test("broadcast() goes on without targets that closed or failed, and reports them", async () => {
  const source = new Channel<number>();
  const [a, b, c] = [
    new Channel<number>(),
    new Channel<number>(),
    new Channel<number>(),
  ];
  const done = broadcast(source, [a, b, c]);
  a.abort("failed");
  b.close();
  for (const n of [1, 2]) await source.send(n);
  source.close();
  const { end, passed, targets } = await done;
  assertEquals([end, passed], ["closed", 2]);
  assertEquals(targets.map(({ gone }) => gone), [true, true, false]);
  assertEquals(targets.map(({ accepted }) => accepted), [0, 0, 2]);
  assertEquals(targets[0]?.reason, "failed");
  assertEquals(c.drain(), [1, 2]);
});

Deno.test("broadcast() goes on when the target that held it up fails", async () => {
  const source = new Channel<number>();
  const [stuck, other] = [
    new Channel<number>({ capacity: 1 }),
    new Channel<number>(),
  ];
  const done = broadcast(source, [stuck, other]);
  for (const n of [1, 2, 3]) source.trySend(n);
  source.close();
  assertEquals([await other.receive(), await other.receive()], [1, 2]);
  stuck.abort("failed");
  assertEquals(await other.receive(), 3);
  const { passed, targets } = await done;
  assertEquals([passed, targets[0]?.accepted, targets[0]?.refused], [3, 1, 2]);
});

Deno.test("broadcast() aborts the source when the last target has gone", async () => {
  const source = new Channel<number>();
  const [a, b] = [new Channel<number>(), new Channel<number>()];
  const done = broadcast(source, [a, b]);
  a.abort("first");
  b.abort("second");
  assertEquals((await done).end, "cancelled");
  assert(source.closed);
});

Deno.test("broadcast() to nobody aborts the source", async () => {
  const source = new Channel<number>();
  assertEquals((await broadcast(source, [])).end, "cancelled");
  assert(source.closed);
});

Deno.test("broadcast() drops for a full target under drop-oldest what others keep", async () => {
  const source = new Channel<number>({ capacity: 9 });
  const all = new Channel<number>();
  const latest = new Channel<number>({ capacity: 1, whenFull: "drop-oldest" });
  for (let n = 0; n < 9; n++) source.trySend(n);
  source.close();
  await broadcast(source, [all, latest]);
  assertEquals([all.size, latest.drain()], [9, [8]]);
  assertEquals(latest.stats().dropped, 8);
});

Deno.test("broadcast() shares a source with other receivers", async () => {
  const source = new Channel<number>({ capacity: 4 });
  const [a, b] = [new Channel<number>(), new Channel<number>()];
  const done = Promise.all([broadcast(source, [a]), broadcast(source, [b])]);
  for (let n = 0; n < 20; n++) await source.send(n);
  source.close();
  const [first, second] = await done;
  assertEquals(first!.received + second!.received, 20);
  const got = [...a.drain(), ...b.drain()].sort((x, y) => x - y);
  assertEquals(got, Array.from({ length: 20 }, (_, n) => n));
});
