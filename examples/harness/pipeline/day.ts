import type { SystemExecutionHarness } from "@autocoder/harness";
import type { Transcript } from "../transcript.ts";
import type { Expectation } from "./expectation.ts";
import type { FrontOffice } from "./front_office.ts";
import type { Shop } from "./shop.ts";
import type { TraceBook } from "./trace_book.ts";

/** What every part of the day has to do with. */
export interface Day {
  /** The running system. */
  readonly harness: SystemExecutionHarness;
  /** Its components. */
  readonly shop: Shop;
  /** Its operators. */
  readonly office: FrontOffice;
  /** What must come of the orders. */
  readonly wanted: Expectation;
  /** The traces of its orders. */
  readonly traces: TraceBook;
  /** Names of the components that have stopped, in order. */
  readonly left: readonly string[];
  /** Where it is written down. */
  readonly transcript: Transcript;
}
