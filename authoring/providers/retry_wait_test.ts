import { assertEquals } from "@std/assert";
import { retryWait } from "./retry_wait.ts";

Deno.test("retryWait() doubles up to half a minute", () => {
  assertEquals([1, 2, 3, 4, 5, 6, 50].map((tries) => retryWait(tries, 0.5)), [
    1_000,
    2_000,
    4_000,
    8_000,
    16_000,
    30_000,
    30_000,
  ]);
});

Deno.test("retryWait() differs by a quarter either way", () => {
  assertEquals([retryWait(3, 0), retryWait(3, 1)], [3_000, 5_000]);
});
