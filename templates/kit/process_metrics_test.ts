import { assert, assertEquals } from "@std/assert";
import { processMetrics } from "./process_metrics.ts";

Deno.test("processMetrics() tells the memory of this process and when it was started", () => {
  const lines = processMetrics().trimEnd().split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split(" "));
  assertEquals(lines.map(([name]) => name), [
    "process_resident_memory_bytes",
    "process_heap_bytes",
    "process_start_time_seconds",
  ]);
  const [resident = 0, heap = 0, started = 0] = lines.map(([, value]) =>
    Number(value)
  );
  assert(resident > heap && heap > 1_000_000);
  assert(started * 1000 <= Date.now() && started > 1_600_000_000);
});
