import { assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import { multicast } from "./multicast.ts";
import type { Discard } from "./relay_options.ts";

Deno.test("multicast() gives a value to each target whose predicate holds, and counts the others", async () => {
  const source = full([1, 2, 3, 5, 6]);
  const [even, three] = [new Channel<number>(), new Channel<number>()];
  const unmatched: number[] = [];
  const report = await multicast(source, [
    { when: (n) => n % 2 === 0, to: even },
    { when: (n) => n % 3 === 0, to: three },
  ], { onDiscard: ({ value }) => unmatched.push(value) });
  assertEquals([even.drain(), three.drain(), unmatched], [[2, 6], [3, 6], [
    1,
    5,
  ]]);
  assertEquals([report.passed, report.unmatched], [3, 2]);
});

Deno.test("multicast() gives nobody a value for which a predicate throws", async () => {
  for (const onError of ["discard", "fail"] as const) {
    const source = full([1, 2, 3]);
    const [all, picky] = [new Channel<number>(), new Channel<number>()];
    const told: Discard<number>[] = [];
    const report = await multicast(source, [
      { when: () => true, to: all },
      { when: throwAtTwo, to: picky },
    ], {
      onError,
      onDiscard: (discard) => told.push(discard),
      preventAbort: true,
    });
    assertEquals(told, [{ value: 2, why: "failed", error: two }]);
    const discards = onError === "discard";
    assertEquals(report.end, discards ? "closed" : "failed");
    assertEquals(report.reason, discards ? undefined : two);
    assertEquals(
      [all.drain(), picky.drain()],
      discards ? [[1, 3], [1, 3]] : [[1], [1]],
    );
    assertEquals([report.passed, report.failed], [discards ? 2 : 1, 1]);
  }
});

Deno.test("multicast() counts a value as undelivered when its only target has gone", async () => {
  const source = full([1, 2]);
  const [gone, other] = [new Channel<number>(), new Channel<number>()];
  gone.abort("left");
  const told: Discard<number>[] = [];
  const report = await multicast(source, [
    { when: (n) => n === 1, to: gone },
    { when: (n) => n === 2, to: other },
  ], { onDiscard: (discard) => told.push(discard) });
  assertEquals([report.end, report.passed, report.undelivered], [
    "closed",
    1,
    1,
  ]);
  assertEquals(told, [{ value: 1, why: "undelivered", error: "left" }]);
});

const two = new Error("two");

function throwAtTwo(n: number): boolean {
  if (n === 2) throw two;
  return true;
}

function full(values: readonly number[]): Channel<number> {
  const channel = new Channel<number>();
  for (const value of values) channel.trySend(value);
  channel.close();
  return channel;
}
