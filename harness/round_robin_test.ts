import { assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import { roundRobin } from "./round_robin.ts";

Deno.test("roundRobin() gives each target its turn", async () => {
  const targets = [
    new Channel<number>(),
    new Channel<number>(),
    new Channel<number>(),
  ];
  await roundRobin(full(7), targets);
  assertEquals(targets.map((target) => target.drain()), [[0, 3, 6], [1, 4], [
    2,
    5,
  ]]);
});

Deno.test("roundRobin() passes over a full target, and a strict one waits for it", async () => {
  for (const strict of [false, true]) {
    const [slow, fast] = [
      new Channel<number>({ capacity: 1 }),
      new Channel<number>(),
    ];
    const done = roundRobin(full(5), [slow, fast], { strict });
    await tick();
    assertEquals(fast.drain(), strict ? [1] : [1, 2, 3, 4]);
    for await (const _ of slow);
    await done;
  }
});

Deno.test("roundRobin() gives the value to the first target that has room, once", async () => {
  const targets = [1, 2, 3].map(() => new Channel<number>({ capacity: 1 }));
  const done = roundRobin(full(5), targets);
  await tick();
  assertEquals(targets.map((target) => target.stats().waitingSenders), [
    1,
    1,
    1,
  ]);
  assertEquals(await targets[2]!.receive(), 2);
  await tick();
  assertEquals(targets[2]!.size, 1);
  assertEquals(targets.map((target) => target.stats().waitingSenders), [
    1,
    1,
    1,
  ]);
  assertEquals(await targets[1]!.receive(), 1);
  const { passed } = await done;
  assertEquals(passed, 5);
  assertEquals(targets.map((target) => target.drain()), [[0], [4], [3]]);
});

Deno.test("roundRobin() passes over targets that have gone, also while it waits", async () => {
  const [gone, stuck, last] = [1, 2, 3].map(() =>
    new Channel<number>({ capacity: 1 })
  );
  gone!.close();
  const done = roundRobin(full(4), [gone!, stuck!, last!]);
  await tick();
  stuck!.abort("left");
  const got = [];
  for await (const value of last!) got.push(value);
  assertEquals(got, [1, 2, 3]);
  assertEquals((await done).passed, 4);
});

Deno.test("roundRobin() waits for a target that blocks rather than lose a value to one that fails", async () => {
  const failing = new Channel<number>({ capacity: 1, whenFull: "fail" });
  const blocking = new Channel<number>({ capacity: 1 });
  const done = roundRobin(full(3), [failing, blocking]);
  await tick();
  assertEquals(await blocking.receive(), 1);
  const { passed, undelivered, targets } = await done;
  assertEquals([passed, undelivered, targets[0]?.refused], [3, 0, 0]);
});

Deno.test("roundRobin() counts what every target refuses", async () => {
  const targets = [1, 2].map(() =>
    new Channel<number>({ capacity: 1, whenFull: "fail" })
  );
  const { passed, undelivered } = await roundRobin(full(5), targets);
  assertEquals([passed, undelivered], [2, 3]);
});

function full(count: number): Channel<number> {
  const channel = new Channel<number>();
  for (let n = 0; n < count; n++) channel.trySend(n);
  channel.close();
  return channel;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
