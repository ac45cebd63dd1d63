import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Channel } from "./channel.ts";
import { keyedLanes } from "./keyed_lanes.ts";

interface Item {
  readonly key: number;
  readonly n: number;
}

Deno.test("keyedLanes() keeps the order of each key, whatever handlers take how long", async () => {
  const items = fc.array(
    fc.record({ key: fc.nat(4), wait: fc.boolean(), fails: fc.boolean() }),
    { maxLength: 40 },
  );
  await fc.assert(fc.asyncProperty(
    fc.scheduler(),
    items,
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
    async (scheduler, items, concurrency, capacity) => {
      const source = new Channel<Item>({ capacity: 2 });
      const handled: Item[] = [];
      const busy = new Set<number>();
      let taken = 0;
      const done = keyedLanes(source, {
        concurrency,
        capacity,
        onError: "discard",
        key: ({ key }) => {
          taken++;
          return key;
        },
        handle: ({ key, n }) => {
          assert(!busy.has(key), `two values of key ${key} at once`);
          handled.push({ key, n });
          const { wait, fails } = items[n]!;
          if (!wait && fails) throw new Error("failed at once");
          if (!wait) return;
          busy.add(key);
          assert(busy.size <= concurrency, `${busy.size} handlers at once`);
          const held = taken - (handled.length - busy.size);
          assert(held <= concurrency + capacity, `${held} values held`);
          return scheduler.schedule(Promise.resolve()).then(() => {
            busy.delete(key);
            if (fails) throw new Error("failed later");
          });
        },
      });
      const sending = (async () => {
        for (const [n, { key }] of items.entries()) {
          await source.send({ key, n });
        }
        source.close();
      })();
      const report = await scheduler.waitFor(done);
      await sending;
      const failed = items.filter(({ fails }) => fails).length;
      assertEquals([report.end, report.received], ["closed", items.length]);
      assertEquals([report.failed, report.passed], [
        failed,
        items.length - failed,
      ]);
      for (const key of [0, 1, 2, 3, 4]) {
        const expected = items.flatMap((item, n) =>
          item.key === key ? [n] : []
        );
        const order = handled.filter((item) => item.key === key).map(({ n }) =>
          n
        );
        assertEquals(order, expected);
      }
    },
  ));
});
