import { HarnessComponent } from "@autocoder/harness";
import { type PricedOrder, traceIdOf } from "./order.ts";

/** Sink: keeps the delivered orders, and compares the trace that each came with. */
export class Archive
  extends HarnessComponent<undefined, { in: { parcels: PricedOrder } }> {
  override readonly ports = {
    parcels: { direction: "in", type: "parcel" },
  } as const;
  /** Identifiers of the orders. */
  readonly ids: Set<string> = new Set();
  /** Orders that came twice. */
  twice = 0;
  /** Orders whose trace is not the one that they began with. */
  untraced = 0;

  override process(): Promise<void> {
    return this.serve({
      parcels: (order, { traceparent }) => {
        if (this.ids.has(order.id)) this.twice++;
        if (!traceparent?.includes(traceIdOf(order))) this.untraced++;
        this.ids.add(order.id);
      },
    });
  }
}
