import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import type { RequestOptions, SendOptions } from "./out_port.ts";
import { ProbeLife } from "./probe_life.ts";
import type { ProbeOptions } from "./probe_options.ts";
import { quiet } from "./quiet.ts";

/**
 * Stands at the beginning of what is tested: a component that sends by its port `out` what the test
 * tells it to. It lives until the test ends it or its harness stops.
 *
 * @example Sends that wait for room show backpressure
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { ProbeSink, ProbeSource } from "@autocoder/harness/testing";
 *
 * const [source, sink] = [new ProbeSource<number>("source"), new ProbeSink<number>("sink")];
 * await using harness = new SystemExecutionHarness()
 *   .registerComponent(source)
 *   .registerComponent(sink)
 *   .connect("source.out", "sink.in", { bufferSize: 1 });
 * await harness.start();
 * await source.sendNext(1);
 * const second = source.sendNext(2);
 * await source.expectBackpressure();
 * await sink.expectNext(1, 2);
 * await second;
 * source.end();
 * await sink.expectEnd();
 * ```
 */
export class ProbeSource<T = unknown> extends HarnessComponent<ProbeOptions>
  implements Disposable {
  /** Its one port, `out`. */
  override readonly ports: Readonly<Record<string, PortSpec>>;
  readonly #life = new ProbeLife();
  #unaccepted = 0;

  /** Sends nothing by itself. */
  constructor(name: string, options: ProbeOptions = {}) {
    super(name, options);
    this.ports = { out: { direction: "out", ...options } };
  }

  /** Lives until it is told to end, or to fail, or its harness stops. */
  override process(): Promise<void> {
    return this.#life.live(this.signal);
  }

  /** How many values nobody has accepted yet: sends that wait for room. */
  get unaccepted(): number {
    return this.#unaccepted;
  }

  /** Whether every connection would accept a value at once. */
  get hasRoom(): boolean {
    const channels = this.sendStreams.get("out") ?? [];
    return channels.length > 0 &&
      channels.every(({ closed, size, capacity }) =>
        !closed && size < capacity
      );
  }

  /** Sends a value; resolves when it is accepted. Rejects as `send()` of a component does. */
  async sendNext(value: T, options?: SendOptions): Promise<void> {
    this.#unaccepted++;
    try {
      await this.send("out", value, options);
    } finally {
      this.#unaccepted--;
    }
  }

  /** Sends a request and resolves with the answer. Rejects as `request()` of a component does. */
  ask<R = unknown>(value: T, options?: RequestOptions): Promise<R> {
    return this.request<R>("out", value, options);
  }

  /** Lets go on what can without time passing; then rejects unless a send waits for room. */
  async expectBackpressure(): Promise<void> {
    await quiet();
    if (this.#unaccepted > 0) return;
    throw new Error(
      `Cannot confirm backpressure at "${this.name}": found every send accepted, wanted one to wait`,
    );
  }

  /** Ends it in good order: what was sent is delivered, then those downstream learn of the end. */
  end(): void {
    this.#life.end();
  }

  /** Lets it fail, as a component whose `process()` throws. It may be started again. */
  override fail(error: unknown): void {
    this.#life.fail(error);
  }

  /** Breaks its connections: what is queued is dropped, and those downstream get `ChannelBroken`. */
  breakOff(reason: unknown): void {
    for (const channel of this.sendStreams.get("out") ?? []) {
      channel.abort(reason);
    }
  }

  /** Ends it. */
  [Symbol.dispose](): void {
    this.end();
  }
}
