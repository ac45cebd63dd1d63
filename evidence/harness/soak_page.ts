/**
 * Renders what a soak has shown.
 *
 * @module
 */
import { table } from "../record.ts";
import type { Soak } from "./soak.ts";
import { HEAP_GROWTH, RSS_GROWTH, type Thirds } from "./soak_verdict.ts";

/** Renders one soak: ten rows of its samples, the end, the verdict. */
export function soakText(soak: Soak): string {
  const { minutes, seed, samples, stop, verdict } = soak;
  const every = Math.ceil(samples.length / 10);
  const rows = samples.filter((_, n) => n % every === every - 1)
    .map((sample) => [
      String(Number(sample.minute.toFixed(2))),
      mib(sample.rssBytes),
      mib(sample.heapBytes),
      count(sample.accepted),
      count(sample.dropped),
      count(sample.dead),
      count(sample.redriven),
      count(sample.faults),
      count(sample.restarts),
      sample.balanced ? "exact" : "NOT EXACT",
    ]);
  const { ledger } = stop;
  const growth = (
    name: string,
    { second, last, growth }: Thirds,
    most: number,
  ) =>
    `${name}: median of the last third ${mib(last)} MiB, of the second ${
      mib(second)
    } MiB: ${percent(growth)}, at most ${percent(most)}`;
  return `## Soak of ${minutes} minutes

Five components (a source whose load changes, request and reply, a broadcast, a slow consumer whose
connection drops the oldest) with faults by seed ${seed}: handlers that throw, hang and are slow,
components that crash and are started again; dead letters are sent again every tenth of the time. The
figures are counts since the start, of all connections.

![Memory over the minutes](soak.svg)

${
    table([
      "minute",
      "resident, MiB",
      "heap after gc, MiB",
      "accepted",
      "dropped",
      "dead",
      "sent again",
      "faults",
      "restarts",
      "ledger",
    ], rows)
  }
Stop in ${stop.durationMs.toFixed(0)} ms: ${
    count(ledger.accepted)
  } accepted = ${count(ledger.acknowledged)} acknowledged + ${
    count(ledger.dead)
  } dead + ${
    count(ledger.dropped)
  } dropped + ${ledger.queued} queued + ${ledger.inHand} in hand, ${
    ledger.balanced ? "exact" : "NOT EXACT"
  }; given up: ${stop.abandoned.join(", ") || "none"}.

Verdict: **${verdict.good ? "good" : "BAD"}**. ${
    growth("Heap", verdict.heapBytes, HEAP_GROWTH)
  }. ${
    growth("Resident", verdict.rssBytes, RSS_GROWTH)
  }. Ledger exact at every look and at the end: ${
    yes(verdict.exact)
  }. Orders came to the end between any two looks: ${yes(verdict.moved)}.
`;
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function yes(is: boolean): string {
  return is ? "yes" : "NO";
}
