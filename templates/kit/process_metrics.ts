/**
 * What the process takes, in the Prometheus text format, under the names that every client library uses.
 *
 * @module
 */

/** Renders the memory of this process and when it was started. */
export function processMetrics(): string {
  const { rss, heapUsed } = Deno.memoryUsage();
  return METRICS.map(([name, help, read]) =>
    `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${
      read({ rss, heapUsed })
    }\n`
  ).join("");
}

type Metric = readonly [
  name: string,
  help: string,
  read: (usage: { readonly rss: number; readonly heapUsed: number }) => number,
];

const STARTED_S = performance.timeOrigin / 1000;

const METRICS: readonly Metric[] = [
  [
    "process_resident_memory_bytes",
    "Resident memory.",
    ({ rss }) => rss,
  ],
  ["process_heap_bytes", "Heap in use.", ({ heapUsed }) => heapUsed],
  [
    "process_start_time_seconds",
    "When it was started, in seconds since 1970.",
    () => STARTED_S,
  ],
];
