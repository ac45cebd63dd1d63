import { Channel, HarnessComponent } from "@autocoder/harness";
import { filter } from "@autocoder/harness/streams";
import { lines } from "./lines.ts";
import { type Order, traceOf } from "./order.ts";

/**
 * Source: reads orders from a file of bytes, one in JSON a line, and leaves out those of the monitoring.
 * It is as slow as the slowest behind it: each `send()` waits for room, so no more of the file is read.
 */
export class OrderFeed
  extends HarnessComponent<readonly Order[], { out: { orders: Order } }> {
  override readonly ports = {
    orders: { direction: "out", type: "order" },
  } as const;
  /** Orders that were left out. */
  filtered = 0;

  override async process(): Promise<void> {
    const orders = new Channel<Order>({ capacity: 8 });
    const read = fileOf(this.config)
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(lines())
      .pipeThrough(mapped((line) => JSON.parse(line) as Order)); // this shop's own file
    const report = filter(read, { when: ({ test }) => !test, to: orders });
    for await (const order of orders) {
      if (this.signal.aborted) return orders.abort(this.signal.reason); // ends the reading too
      await this.send("orders", order, { traceparent: traceOf(order) });
    }
    this.filtered = (await report).unmatched;
    await this.stopped();
  }
}

/** Stands in for a file: bytes in blocks that end anywhere, also within a character. */
function fileOf(orders: readonly Order[]): ReadableStream<BufferSource> {
  const text = orders.map((order) => `${JSON.stringify(order)}\n`).join("");
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at += 1000));
    },
  });
}

function mapped<T, R>(map: (value: T) => R): TransformStream<T, R> {
  return new TransformStream({
    transform: (value, controller) => controller.enqueue(map(value)),
  });
}
