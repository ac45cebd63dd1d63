import { assertEquals } from "@std/assert";
import { LEAST_BYTES, memoryTrend } from "./memory_trend.ts";

const MB = 1024 * 1024;
const of = (value: (n: number) => number) =>
  Array.from({ length: 60 }, (_, n) => value(n) * MB);

Deno.test("memoryTrend() finds memory that grows all the time", () => {
  assertEquals(memoryTrend(of((n) => 100 + n)).grows, true);
  const teeth = of((n) => 100 + n * 2 + (n % 7) * 3);
  assertEquals(memoryTrend(teeth).grows, true);
});

Deno.test("memoryTrend() takes no collection, no warming up and no peak for growth", () => {
  assertEquals(memoryTrend(of((n) => 100 + (n % 10) * 10)).grows, false);
  assertEquals(memoryTrend(of((n) => 50 + Math.min(n, 20) * 10)).grows, false);
  const peak = of((n) => n > 55 ? 900 : 100);
  assertEquals(memoryTrend(peak).grows, false);
  const little = LEAST_BYTES / MB / 60;
  assertEquals(memoryTrend(of((n) => 100 + n * little)).grows, false);
});

Deno.test("memoryTrend() says nothing of a program that was not looked at", () => {
  assertEquals(memoryTrend([]).grows, false);
});
