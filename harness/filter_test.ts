import { assertEquals } from "@std/assert";
import { Channel } from "./channel.ts";
import { filter } from "./filter.ts";

Deno.test("filter() passes what the predicate holds for, in order, and counts the rest", async () => {
  const source = new Channel<number>();
  const to = new Channel<number>();
  for (let n = 0; n < 10; n++) source.trySend(n);
  source.close();
  const report = await filter(source, { when: (n) => n % 3 === 0, to });
  assertEquals(to.drain(), [0, 3, 6, 9]);
  assertEquals([report.received, report.passed, report.unmatched], [10, 4, 6]);
});

Deno.test("filter() drops at full speed while its target is full", async () => {
  const source = new Channel<number>({ capacity: 1000 });
  const to = new Channel<number>({ capacity: 1 });
  for (let n = 0; n < 1000; n++) source.trySend(n);
  source.close();
  const report = await filter(source, { when: (n) => n === 500, to });
  assertEquals([report.passed, report.unmatched, to.drain()], [1, 999, [500]]);
});

Deno.test("filter() ends when its predicate throws, unless told to go on", async () => {
  const error = new Error("bad");
  for (const onError of ["fail", "discard"] as const) {
    const source = new Channel<number>();
    const to = new Channel<number>();
    for (const n of [1, 2, 3]) source.trySend(n);
    source.close();
    const when = (n: number) => {
      if (n === 2) throw error;
      return true;
    };
    const report = await filter(source, { when, to }, {
      onError,
      preventAbort: true,
    });
    assertEquals([report.end, report.failed], [
      onError === "fail" ? "failed" : "closed",
      1,
    ]);
    assertEquals(to.drain(), onError === "fail" ? [1] : [1, 3]);
  }
});
