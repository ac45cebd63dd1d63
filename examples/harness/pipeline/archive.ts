import { Channel, HarnessComponent } from "@autocoder/harness";
import { keyedLanes } from "@autocoder/harness/streams";
import { type PricedOrder, traceIdOf } from "./order.ts";

/**
 * Sink: keeps the delivered orders, and compares the trace that each came with. It takes them in a loop,
 * which has each in hand until it asks for the next, and files them in lanes: customers side by side, the
 * orders of one customer in the order in which they came.
 */
export class Archive
  extends HarnessComponent<undefined, { in: { parcels: PricedOrder } }> {
  override readonly ports = {
    parcels: { direction: "in", type: "parcel" },
  } as const;
  /** Identifiers of the orders. */
  readonly ids: Set<string> = new Set();
  /** Identifiers of each customer's orders, as filed. */
  readonly folders: Map<string, string[]> = new Map();
  /** Orders that came twice. */
  twice = 0;
  /** Orders whose trace is not the one that they began with. */
  untraced = 0;

  override async process(): Promise<void> {
    // More than fits would be a fault of the shop's, which is to be told, not waited for.
    const shelf = new Channel<PricedOrder>({
      name: "shelf",
      capacity: 500,
      whenFull: "fail",
    });
    const filed = keyedLanes(shelf, {
      key: ({ customer }) => customer,
      handle: (order) => this.#file(order),
      concurrency: 4,
    });
    for await (const { data, traceparent } of this.#parcels()) {
      const order = data as PricedOrder; // what the carrier sends
      if (this.ids.has(order.id)) this.twice++;
      if (!traceparent?.includes(traceIdOf(order))) this.untraced++;
      this.ids.add(order.id);
      await shelf.send(order);
    }
    shelf.close();
    await filed;
  }

  async *#parcels() {
    for (const channel of this.receiveStreams.get("parcels") ?? []) {
      yield* channel;
    }
  }

  async #file({ id, customer }: PricedOrder): Promise<void> {
    const folder = this.folders.get(customer) ?? [];
    this.folders.set(customer, folder);
    await undefined; // the clerk walks to the folder; others go to theirs meanwhile
    folder.push(id);
  }
}
