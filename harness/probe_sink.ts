import { dataPreview } from "./data_preview.ts";
import { deepEqual } from "./deep_equal.ts";
import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import type { Message } from "./message.ts";
import { InputEnd, ProbeInput } from "./probe_input.ts";
import { ProbeLife } from "./probe_life.ts";
import type { ProbeOptions } from "./probe_options.ts";
import { quiet } from "./quiet.ts";

/**
 * Stands at the end of what is tested: a component that takes from its port `in` nothing but what the
 * test asks for, so that those upstream feel a consumer exactly as slow as the test wants it. No timer
 * is involved: what never comes is waited for until the test runner sees that nothing moves.
 *
 * It ends when its connections have ended and all is taken, or when its harness stops. A system waits
 * at its stop for what is queued to be taken: call `flow()`, or dispose of the probe, before.
 *
 * @example A consumer that takes its time
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { ProbeSink, ProbeSource } from "@autocoder/harness/testing";
 *
 * const [source, sink] = [new ProbeSource<number>("source"), new ProbeSink<number>("sink")];
 * await using harness = new SystemExecutionHarness()
 *   .registerComponent(source)
 *   .registerComponent(sink)
 *   .connect("source.out", "sink.in");
 * await harness.start();
 * for (const n of [1, 2, 3, 4]) await source.sendNext(n);
 * await sink.expectNext(1, 2);
 * if (sink.queued !== 2) throw new Error(`found ${sink.queued} queued, wanted the other 2`);
 * source.end();
 * const rest = await sink.takeRest();
 * if (rest.join() !== "3,4") throw new Error(`found ${rest}`);
 * await sink.expectEnd();
 * ```
 */
export class ProbeSink<T = unknown> extends HarnessComponent<ProbeOptions>
  implements Disposable {
  /** Its one port, `in`. */
  override readonly ports: Readonly<Record<string, PortSpec>>;
  readonly #life = new ProbeLife();
  readonly #input = new ProbeInput(this, this.#life, "in");

  /** Takes nothing by itself. */
  constructor(name: string, options: ProbeOptions = {}) {
    super(name, options);
    this.ports = { in: { direction: "in", ...options } };
  }

  /** Lives until all that came is taken and no more will come, or its harness stops. */
  override process(): Promise<void> {
    return this.#input.live(this.signal);
  }

  /** How many values are there to be taken, without those whose senders wait for room. */
  get queued(): number {
    return this.#input.queued;
  }

  /**
   * Resolves when nothing will come any more; what is queued then can still be taken. Rejects with
   * `ChannelBroken` when a connection was broken.
   */
  get ended(): Promise<void> {
    return this.#input.ended.then(({ error }) => {
      if (error) throw error;
    });
  }

  /** Takes the next value, waiting for it. Rejects when nothing comes any more. */
  async next(): Promise<T> {
    return (await this.nextMessage()).data;
  }

  /** Takes the next value with its envelope. Rejects as `next()` does. */
  async nextMessage(): Promise<Message<T>> {
    const taken = await this.#input.take();
    if (taken instanceof InputEnd) {
      throw this.#problem("take from", `found ${said(taken)}, wanted a value`, {
        cause: taken.error,
      });
    }
    return taken as Message<T>; // as the test says who says what the port carries
  }

  /** Takes so many values. Rejects as `next()` does; the values before the end are lost then. */
  async take(count: number): Promise<T[]> {
    const values: T[] = [];
    while (values.length < count) values.push(await this.next());
    return values;
  }

  /** Takes all values until the end. Rejects with `ChannelBroken` when a connection was broken. */
  async takeRest(): Promise<T[]> {
    const values: T[] = [];
    for (;;) {
      const taken = await this.#input.take();
      if (!(taken instanceof InputEnd)) values.push(taken.data as T); // as above
      else if (taken.error) throw taken.error;
      else return values;
    }
  }

  /** Takes as many values as are given; rejects when one differs from what was wanted. */
  async expectNext(...wanted: readonly T[]): Promise<void> {
    const place = (at: number) =>
      wanted.length > 1 ? ` as value ${at + 1} of ${wanted.length}` : "";
    for (const [at, value] of wanted.entries()) {
      const taken = await this.#input.take();
      const isEnd = taken instanceof InputEnd;
      if (!isEnd && deepEqual(taken.data, value)) continue;
      const found = isEnd ? said(taken) : shown(taken.data);
      throw this.#problem(
        "confirm the next value of",
        `found ${found}${place(at)}, wanted ${shown(value)}`,
        { cause: isEnd ? taken.error : undefined },
      );
    }
  }

  /** Lets go on what can without time passing; rejects when there is a value to be taken. */
  async expectNoNext(): Promise<void> {
    await quiet();
    if (this.queued === 0) return;
    throw this.#problem("confirm silence at", `found ${this.queued} queued`);
  }

  /** Waits for the end; rejects when a value comes first, or a connection was broken. */
  async expectEnd(): Promise<void> {
    const taken = await this.#input.take();
    if (taken instanceof InputEnd && taken.error === undefined) return;
    const isEnd = taken instanceof InputEnd;
    const found = isEnd ? said(taken) : shown(taken.data);
    throw this.#problem("confirm the end of", `found ${found}, wanted none`, {
      cause: isEnd ? taken.error : undefined,
    });
  }

  /** Waits for a connection to break, and returns with what; rejects when a value or the end comes first. */
  async expectFailure(): Promise<unknown> {
    const taken = await this.#input.take();
    if (taken instanceof InputEnd && taken.error) return taken.error.cause;
    const found = taken instanceof InputEnd ? said(taken) : shown(taken.data);
    throw this.#problem("confirm the failure of", `found ${found}`);
  }

  /** Takes everything from now on, and keeps it for those who ask later. */
  flow(): void {
    this.#input.flow();
  }

  /** Ends it though more may come: those who send to it get `ChannelClosed`. */
  cancel(): void {
    this.#life.end();
  }

  /** Lets it fail, as a component whose `process()` throws: those who send to it get `ChannelBroken`. */
  override fail(error: unknown): void {
    this.#life.fail(error);
  }

  /** Takes everything from now on, so that nobody waits for it. */
  [Symbol.dispose](): void {
    this.flow();
  }

  #problem(action: string, found: string, options?: ErrorOptions): Error {
    const { cause } = options ?? {};
    return new Error(
      `Cannot ${action} "${this.name}": ${found}`,
      cause === undefined ? {} : { cause },
    );
  }
}

function said({ error }: InputEnd): string {
  return error ? `it broken (${shown(error.cause)})` : "the end";
}

function shown(value: unknown): string {
  return dataPreview(value, 200);
}
