import { assertEquals } from "@std/assert";
import { RingBuffer } from "./ring_buffer.ts";

Deno.test("RingBuffer keeps the order while it wraps around and grows", () => {
  const ring = new RingBuffer<number>();
  const taken: number[] = [];
  let next = 0;
  for (let round = 1; round <= 40; round++) {
    for (let i = 0; i < round; i++) ring.push(next++);
    for (let i = 0; i < round / 2; i++) taken.push(ring.shift());
  }
  while (ring.size > 0) taken.push(ring.shift());
  assertEquals(taken, Array.from({ length: next }, (_, i) => i));
});
