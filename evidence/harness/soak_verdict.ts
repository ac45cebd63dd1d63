import type { Ledger } from "@autocoder/harness";
import { median } from "../record.ts";
import type { SoakSample } from "./soak.ts";

/** What a soak has shown. */
export interface SoakVerdict {
  /** Whether all that follows is as it should be. */
  readonly good: boolean;
  /** Medians of the heap after a collection. */
  readonly heapBytes: Thirds;
  /** Medians of the resident memory. */
  readonly rssBytes: Thirds;
  /** Whether every ledger was exact at every look, and at the end nothing was queued or in hand. */
  readonly exact: boolean;
  /** Whether orders came to the end between any two looks. */
  readonly moved: boolean;
}

/** The second and the last third of the time; the first is for warming up. */
export interface Thirds {
  readonly second: number;
  readonly last: number;
  /** How much of the second the last has more, in parts of one. */
  readonly growth: number;
}

/** Most growth of the heap from the second to the last third. */
export const HEAP_GROWTH = 0.05;
/** Most growth of the resident memory. */
export const RSS_GROWTH = 0.1;

/** Judges a soak by its samples and the ledger of its end. */
export function soakVerdict(
  samples: readonly SoakSample[],
  ledger: Ledger,
): SoakVerdict {
  const heapBytes = thirds(samples.map((sample) => sample.heapBytes));
  const rssBytes = thirds(samples.map((sample) => sample.rssBytes));
  const exact = samples.every(({ balanced }) => balanced) && ledger.balanced &&
    ledger.queued === 0 && ledger.inHand === 0;
  const moved = samples.every(({ kept }, n) =>
    kept > (samples[n - 1]?.kept ?? 0)
  );
  const isFlat = heapBytes.growth <= HEAP_GROWTH &&
    rssBytes.growth <= RSS_GROWTH;
  return { good: isFlat && exact && moved, heapBytes, rssBytes, exact, moved };
}

function thirds(values: readonly number[]): Thirds {
  const third = Math.floor(values.length / 3);
  const second = median(values.slice(third, 2 * third));
  const last = median(values.slice(2 * third));
  return { second, last, growth: last / second - 1 };
}
