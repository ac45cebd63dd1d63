import { assertEquals, assertRejects } from "@std/assert";
import { Places } from "./places.ts";

const { signal } = new AbortController();

async function taken(count: number): Promise<Places> {
  const places = new Places();
  for (let index = 0; index < count; index++) await places.take(signal);
  return places;
}

Deno.test("Places has one place after two answers in a row were lost while others were under way", async () => {
  for (
    const [lost, isSingle] of [
      [[true, true, false], true],
      [[true, false, true], false],
      [[false, true, true], false], // the last one was alone
    ] as const
  ) {
    const places = await taken(3);
    for (const one of lost) places.give(one);
    assertEquals(places.isSingle, isSingle);
  }
});

Deno.test("Places gives its one place to the next in order, and past who has left", async () => {
  const places = await taken(2);
  places.give(true);
  await places.take(signal);
  places.give(true);
  const order: number[] = [];
  const abort = new AbortController();
  const first = places.take(signal).then(() => order.push(1));
  const left = places.take(abort.signal);
  const last = places.take(signal).then(() => order.push(3));
  abort.abort(new Error("enough"));
  places.give(false);
  await assertRejects(() => left, Error, "enough");
  await first;
  assertEquals(order, [1]);
  places.give(false);
  await last;
  assertEquals(order, [1, 3]);
});
