/**
 * Channels between threads: {@linkcode PortChannel} is one side of a bounded channel over a
 * `MessagePort` or a worker, with backpressure, the end, and failure carried across; what a connection
 * through it loses to a worker that fails becomes dead letters. An entry point of its own, because most
 * systems live in one thread. A `Channel` or a component itself cannot cross: posted raw, structured
 * clone makes an empty object of it; a `PortChannel` refuses it.
 *
 * @example A connection that leads through another thread
 * ```ts
 * import { HarnessComponent, type Message, type PortSpec, SystemExecutionHarness } from "@autocoder/harness";
 * import { PortChannel, withData } from "@autocoder/harness/workers";
 *
 * type Ports = Readonly<Record<string, PortSpec>>;
 * class Numbers extends HarnessComponent {
 *   override readonly ports: Ports = { out: { direction: "out" } };
 *   override async process(): Promise<void> {
 *     for (const n of [1, 2, 3]) await this.send("out", n);
 *   }
 * }
 * class Sum extends HarnessComponent {
 *   override readonly ports: Ports = { in: { direction: "in" } };
 *   total = 0;
 *   override process(): Promise<void> {
 *     return this.serve({ in: (n: number) => void (this.total += n) });
 *   }
 * }
 *
 * // Two threads in one, for the example: in a worker it is `new PortChannel(self)`.
 * const { port1, port2 } = new MessageChannel();
 * const squaring = (async () => {
 *   const work = new PortChannel<Message<number>>(port2);
 *   for await (const message of work) {
 *     await work.send(withData(message, message.data ** 2));
 *   }
 *   work.close();
 * })();
 *
 * const sum = new Sum("sum", undefined);
 * await new SystemExecutionHarness()
 *   .registerComponent(new Numbers("numbers", undefined))
 *   .registerComponent(sum)
 *   .connect("numbers.out", "sum.in", { stream: new PortChannel<Message>(port1) })
 *   .run();
 * await squaring;
 * if (sum.total !== 14) throw new Error(`found ${sum.total}`);
 * ```
 *
 * @module
 */
export { withData } from "./carried_message.ts";
export type { ReceiveOptions } from "./channel.ts";
export type { ChannelStats, FullPolicy } from "./channel_stats.ts";
export type { Clock } from "./clock.ts";
export type { Message } from "./message.ts";
export { PortChannel } from "./port_channel.ts";
export type { PortChannelOptions, PortLike } from "./port_channel_options.ts";
