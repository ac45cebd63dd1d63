/**
 * Renders the figures of the harness beside its goals.
 *
 * @module
 */
import { table } from "../record.ts";
import type { Numbers } from "./bench_harness.ts";
import { EFFECT_FOR_AWAIT } from "./effect_hops.ts";
import type { Fairness } from "./fairness.ts";
import { slowestStop } from "./fairness_page.ts";
import { ROUNDS } from "./in_turns.ts";

/** Renders one run; the stop of saturated systems is another program's. */
export function numbersText(
  numbers: Numbers,
  fairness: Fairness | undefined,
): string {
  const { items, notMeasured } = numbers;
  return `Medians of ${ROUNDS} rounds in turns after a warm-up, ${
    items.toLocaleString("en")
  } items, capacity 64.

## One hop

${awaited(numbers)}
Where nothing is awaited:

${
    table(
      ["", "ns an item", "goal"],
      Object.entries(numbers.synchronousHops).map((
        [name, nanos],
      ) => [name, nanos.toFixed(0), "40"]),
    )
  }
## Three components: source, relay, sink

${costs(numbers)}
## A thousand components in a chain

${chain(numbers)}
## The mission's limits

${limits(numbers, fairness)}${
    notMeasured.map((what) => `\nNot measured: ${what}.\n`).join("")
  }`;
}

function awaited({ awaitedHops }: Numbers): string {
  const [ours = NaN] = Object.values(awaitedHops);
  const rows = Object.entries(awaitedHops).map(([name, nanos]) => [
    name,
    nanos.toFixed(0),
    (nanos / ours).toFixed(1),
    GOALS.find(([start]) => name.startsWith(start))?.[1] ?? "",
  ]);
  return table(["", "ns an item", "times ours", "goal, times"], rows);
}

const GOALS: readonly (readonly [string, string])[] = [
  ["TransformStream", "3"],
  ["node:stream", "2"],
  [EFFECT_FOR_AWAIT, "2"],
];

function costs({ costs }: Numbers): string {
  const { channels, withEnvelope, withMetrics, threeComponents } = costs;
  const each = (costs.fourComponents - costs.twoComponents) / 2;
  const ns = (nanos: number) => nanos.toFixed(0);
  const rows = [
    ["in all", ns(threeComponents), "300"],
    ["of it: two channels, their ledger and figures", ns(channels), ""],
    ["of it: the envelope", ns(withEnvelope - channels), ""],
    ["of it: the components' metrics", ns(withMetrics - withEnvelope), ""],
    [
      "of it: supervision and ports (failures contained, messages in hand known, connections in turn)",
      ns(threeComponents - withMetrics),
      "",
    ],
    ["one component more", ns(each), ""],
  ];
  return table(["", "ns a message", "goal"], rows);
}

function chain({ lifecycle }: Numbers): string {
  const { startMs, stopMs, exact } = lifecycle;
  return table(["", "measured", "goal"], [
    ["start, ms", startMs.toFixed(1), "150"],
    ["stop, ms", stopMs.toFixed(1), "150"],
    ["ledger and ends", exact ? "exact" : "NOT EXACT", "exact"],
  ]);
}

function limits(numbers: Numbers, fairness: Fairness | undefined): string {
  const { latencyMicros, lifecycle, costs, residentBytes } = numbers;
  const { bare, byHand, loaded, threeComponents } = residentBytes;
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  const stop = fairness && slowestStop(fairness);
  return table(["", "measured", "our goal", "the mission's"], [
    [
      "start of a component, ms",
      (lifecycle.startMs / lifecycle.components).toFixed(3),
      "1",
      "100",
    ],
    [
      "request and answer, idle, p50, ms",
      (latencyMicros.p50 / 1000).toFixed(3),
      "",
      "10",
    ],
    [
      "request and answer, idle, p99, ms",
      (latencyMicros.p99 / 1000).toFixed(3),
      "0.050",
      "10",
    ],
    [
      "messages a second through three components",
      Math.round(1e9 / costs.threeComponents).toLocaleString("en"),
      "3,000,000",
      "1,000",
    ],
    ["resident in all, MB", mb(threeComponents), "", "50"],
    ["of it: a bare Deno, MB", mb(bare), "", ""],
    ["of it: the harness loaded, and not run, MB", mb(loaded - bare), "", ""],
    [
      "of it: all that three components add to a bare Deno, MB",
      mb(threeComponents - bare),
      "10",
      "",
    ],
    [
      "of it: what they add to the same work by hand, MB",
      mb(threeComponents - byHand),
      "",
      "",
    ],
    [
      "stop of a saturated system, the slowest, ms",
      stop === undefined ? "not measured" : stop.toFixed(0),
      "1,000",
      "5,000",
    ],
  ]);
}
