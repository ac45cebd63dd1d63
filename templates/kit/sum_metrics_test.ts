import { assertEquals } from "@std/assert";
import { sumMetrics } from "./sum_metrics.ts";

Deno.test("sumMetrics() adds up counters and histograms by their labels", () => {
  const text = (a: number, b: number) =>
    "# HELP seen_total Seen.\n# TYPE seen_total counter\n" +
    `seen_total{of="a b"} ${a}\nseen_total{of="b"} ${b}\n` +
    "# HELP took_seconds Time.\n# TYPE took_seconds histogram\n" +
    `took_seconds_bucket{le="1"} ${a}\ntook_seconds_bucket{le="+Inf"} ${b}\n` +
    `took_seconds_sum ${a / 4}\ntook_seconds_count ${b}\n`;
  assertEquals(sumMetrics([text(1, 2), text(3, 5)]), text(4, 7));
});

Deno.test("sumMetrics() keeps what only one of several has counted", () => {
  const head = "# HELP seen_total Seen.\n# TYPE seen_total counter\n";
  assertEquals(
    sumMetrics([
      `${head}seen_total{of="a"} 1\n`,
      `${head}seen_total{of="b"} 2\n`,
    ]),
    `${head}seen_total{of="a"} 1\nseen_total{of="b"} 2\n`,
  );
});

Deno.test("sumMetrics() counts what workers had counted that are gone, and measures nothing of them", () => {
  const text = (total: number, depth: number) =>
    `# HELP a_total A.\n# TYPE a_total counter\na_total ${total}\n` +
    `# HELP depth D.\n# TYPE depth gauge\ndepth ${depth}\n`;
  const gone = sumMetrics([], [text(7, 9)]);
  assertEquals(gone, "# HELP a_total A.\n# TYPE a_total counter\na_total 7\n");
  assertEquals(sumMetrics([text(1, 2), text(3, 4)], [gone]), text(11, 6));
});

for (
  const [name, sum] of [
    ["process_resident_memory_bytes", 5],
    ["process_heap_bytes", 8],
    ["process_start_time_seconds", 3],
    ["harness_component_state", 5],
    ["harness_channel_high_water", 5],
    ["harness_channel_depth", 8],
    ["schedule_last_run_timestamp_seconds", 5],
  ] as const
) {
  Deno.test(`sumMetrics() joins what is measured: ${name}`, () => {
    const text = (value: number) =>
      `# HELP ${name} M.\n# TYPE ${name} gauge\n${name}{a="b"} ${value}\n`;
    assertEquals(sumMetrics([text(3), text(5)]), text(sum));
  });
}
