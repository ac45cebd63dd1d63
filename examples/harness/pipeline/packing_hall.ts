import {
  type Channel,
  type DeadLetter,
  HarnessComponent,
} from "@autocoder/harness";
import { type RelayReport, StreamFramework } from "@autocoder/harness/streams";
import type { PricedOrder } from "./order.ts";

/**
 * Packs orders. Inside it is a network of streams: valuable orders are listed too (multicast), express
 * ones have a table of their own (route), two tables take turns with the others (round-robin), and all
 * parcels leave by one door (merge).
 */
export class PackingHall extends HarnessComponent<
  { readonly mostPieces: number },
  {
    in: { orders: PricedOrder };
    out: { parcels: PricedOrder; error: DeadLetter };
  }
> {
  override readonly ports = {
    orders: { direction: "in", type: "priced_order" },
    parcels: { direction: "out", type: "parcel" },
    error: { direction: "out", type: "failure" },
  } as const;
  /** Orders on the list of valuable ones. */
  readonly valuable: string[] = [];
  /** How the streams inside ended, by name. */
  reports: Readonly<Record<string, RelayReport>> = {};

  override async process(): Promise<void> {
    await using streams = new StreamFramework();
    const { door, moving } = this.#furnish(streams);
    await this.serve({
      orders: (order, { traceparent }) => {
        if (order.pieces <= this.config.mostPieces) {
          return door.send({ order, traceparent });
        }
        throw new RangeError(`${order.pieces} pieces are too many to pack`);
      },
    });
    door.close();
    this.reports = await moving;
  }

  /** Sets up the streams; what comes in by the door moves on by itself. */
  #furnish(streams: StreamFramework): Furnished {
    const stream = (name: string) => streams.createStream<Job>(4, { name });
    const [door, hall, list] = [stream("door"), stream("hall"), stream("list")];
    const [express, standard] = [stream("express"), stream("standard")];
    const [left, right, out] = [stream("left"), stream("right"), stream("out")];
    const sent = this.#sendAll(out);
    const listed = this.#listAll(list);
    const reports = {
      multicast: streams.multicast(door, [
        { when: () => true, to: hall },
        { when: ({ order }) => order.cents >= 20_000, to: list },
      ]),
      route: streams.route(
        hall,
        [{ when: ({ order }) => order.express, to: express }],
        { otherwise: standard },
      ),
      roundRobin: streams.roundRobin(standard, [left, right], { strict: true }),
      merge: streams.merge([express, left, right], out),
    };
    const moving = (async () => {
      await Promise.all([sent, listed]);
      const ended = Object.entries(reports).map(async ([name, report]) =>
        [name, await report] as const
      );
      return Object.fromEntries(await Promise.all(ended));
    })();
    return { door, moving };
  }

  async #sendAll(parcels: Channel<Job>): Promise<void> {
    for await (const { order, traceparent } of parcels) {
      await this.send("parcels", order, { traceparent });
    }
  }

  async #listAll(list: Channel<Job>): Promise<void> {
    for await (const { order } of list) this.valuable.push(order.id);
  }
}

/** An order with its trace: out of the streams it comes where no message is being handled. */
interface Job {
  readonly order: PricedOrder;
  readonly traceparent: string | undefined;
}

interface Furnished {
  /** Where orders come in. */
  readonly door: Channel<Job>;
  /** Resolves when all that came in has left. */
  readonly moving: Promise<Readonly<Record<string, RelayReport>>>;
}
