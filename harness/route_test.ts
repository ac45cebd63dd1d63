import { assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import type { Discard } from "./relay_options.ts";
import { route } from "./route.ts";

const even = (n: number) => n % 2 === 0;
const third = (n: number) => n % 3 === 0;

Deno.test("route() gives a value to the first target whose predicate holds, the rest to otherwise", async () => {
  const [a, b, otherwise] = three();
  const routes = [{ when: even, to: a }, { when: third, to: b }];
  const report = await route(full([1, 2, 3, 6]), routes, { otherwise });
  assertEquals([a.drain(), b.drain(), otherwise.drain()], [[2, 6], [3], [1]]);
  assertEquals(report.targets.map(({ accepted }) => accepted), [2, 1, 1]);
});

Deno.test("route() counts and tells of what no route takes", async () => {
  const [a] = three();
  const told: Discard<number>[] = [];
  const onDiscard = (discard: Discard<number>) => told.push(discard);
  const report = await route(full([1, 2]), [{ when: even, to: a }], {
    onDiscard,
  });
  assertEquals([report.passed, report.unmatched], [1, 1]);
  assertEquals(told, [{ value: 1, why: "unmatched", error: undefined }]);
});

Deno.test("route() gives otherwise what the chosen target refuses", async () => {
  const [gone, , otherwise] = three();
  gone.close();
  const busy = new Channel<number>({ capacity: 1, whenFull: "fail" });
  const routes = [{ when: third, to: gone }, { when: even, to: busy }];
  const report = await route(full([2, 3, 4]), routes, { otherwise });
  assertEquals([busy.drain(), otherwise.drain()], [[2], [3, 4]]);
  assertEquals([report.passed, report.undelivered], [3, 0]);
});

Deno.test("route() gives otherwise the value that waits when the chosen target fails", async () => {
  const [, , otherwise] = three();
  const stuck = new Channel<number>({ capacity: 1 });
  const done = route(full([2, 4]), [{ when: even, to: stuck }], { otherwise });
  await new Promise((resolve) => setTimeout(resolve, 0));
  assertEquals(stuck.stats().waitingSenders, 1);
  stuck.abort("left");
  assertEquals(await otherwise.receive(), 4);
  assertEquals((await done).passed, 2);
});

Deno.test("route() counts what otherwise refuses too, once", async () => {
  const [a, , otherwise] = three();
  otherwise.close();
  const report = await route(full([1, 2]), [{ when: even, to: a }], {
    otherwise,
  });
  assertEquals([report.passed, report.undelivered, report.unmatched], [
    1,
    1,
    0,
  ]);
  assertEquals(report.targets.at(-1)?.refused, 1);
});

Deno.test("route() asks no predicate after the one that holds, and discards a value when one throws", async () => {
  const [a, b] = three();
  const error = new Error("one");
  const throwsAtOne = (n: number) => {
    if (n === 1) throw error;
    if (n === 2) throw new Error("asked for 2");
    return true;
  };
  const told: unknown[] = [];
  const report = await route(
    full([1, 2, 3]),
    [{ when: even, to: a }, { when: throwsAtOne, to: b }],
    { onError: "discard", onDiscard: ({ error }) => told.push(error) },
  );
  assertEquals([a.drain(), b.drain(), told], [[2], [3], [error]]);
  assertEquals([report.end, report.failed], ["closed", 1]);
});

function three(): [Channel<number>, Channel<number>, Channel<number>] {
  return [new Channel(), new Channel(), new Channel()];
}

function full(values: readonly number[]): Channel<number> {
  const channel = new Channel<number>();
  for (const value of values) channel.trySend(value);
  channel.close();
  return channel;
}
