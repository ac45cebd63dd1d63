import { HarnessComponent, type Message } from "@autocoder/harness";
import { type PricedOrder, traceOf } from "./order.ts";

/** Sink: keeps the delivered orders, and compares the trace that each came with. */
export class Archive extends HarnessComponent {
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
      parcels: (order: PricedOrder, { traceparent }: Message<PricedOrder>) => {
        if (this.ids.has(order.id)) this.twice++;
        if (traceparent !== traceOf(order)) this.untraced++;
        this.ids.add(order.id);
      },
    });
  }
}
