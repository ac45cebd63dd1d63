import { dataPreview } from "./data_preview.ts";
import { deepEqual } from "./deep_equal.ts";
import type { PortSpec } from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import type { Message } from "./message.ts";
import type { ProbeOptions } from "./probe_options.ts";
import { quiet } from "./quiet.ts";

/** A request that waits for the test to answer it. */
export class ProbeRequest<T = unknown, R = unknown> {
  /** What is asked. */
  readonly data: T;
  /** The same with its envelope. */
  readonly message: Message<T>;
  readonly #outcome: PromiseWithResolvers<R>;

  /** Waits to be answered. */
  constructor(message: Message<T>, outcome: PromiseWithResolvers<R>) {
    this.message = message;
    this.data = message.data;
    this.#outcome = outcome;
  }

  /** Answers it. Only the first of all answers and failures counts. */
  answer(value: R): void {
    this.#outcome.resolve(value);
  }

  /** Fails it, as a handler that throws: whoever asked gets `RequestFailed` with this cause. */
  fail(error: unknown): void {
    this.#outcome.reject(error);
  }
}

/** Settings of a probe that answers requests. */
export interface ProbeServerOptions extends ProbeOptions {
  /**
   * Most requests that it takes before it has answered one.
   * @default {64}
   */
  readonly concurrency?: number;
}

/**
 * Stands where a component sends its requests: it takes them by its port `in`, and the test answers
 * each when and how it likes. It ends when its connections have ended and all is answered. Disposed of,
 * it fails what waits and what still comes.
 *
 * @example Answers in the other order
 * ```ts
 * import { SystemExecutionHarness } from "@autocoder/harness";
 * import { ProbeServer, ProbeSource } from "@autocoder/harness/testing";
 *
 * const source = new ProbeSource<string>("source");
 * const store = new ProbeServer<string, number>("store");
 * await using harness = new SystemExecutionHarness()
 *   .registerComponent(source)
 *   .registerComponent(store)
 *   .connect("source.out", "store.in", { type: "request_reply" });
 * await harness.start();
 * const answers = [source.ask<number>("one"), source.ask<number>("two")];
 * const [one, two] = [await store.nextRequest(), await store.expectRequest("two")];
 * two.answer(2);
 * one.answer(1);
 * if ((await Promise.all(answers)).join() !== "1,2") throw new Error("found them mixed up");
 * ```
 */
export class ProbeServer<T = unknown, R = unknown>
  extends HarnessComponent<ProbeServerOptions>
  implements Disposable {
  /** Its one port, `in`. */
  override readonly ports: Readonly<Record<string, PortSpec>>;
  readonly #asked: ((request: ProbeRequest<T, R>) => void)[] = [];
  readonly #arrived: ProbeRequest<T, R>[] = [];
  readonly #open = new Set<PromiseWithResolvers<R>>();
  #isOver = false;

  /** Answers nothing by itself. */
  constructor(name: string, options: ProbeServerOptions = {}) {
    super(name, options);
    const { type } = options;
    this.ports = { in: { direction: "in", ...(type && { type }) } };
  }

  /** Serves its port until it is closed and everything is answered. */
  override process(): Promise<void> {
    const { concurrency } = this.config;
    return this.serve({
      in: (_data: T, message: Message<T>) => this.#receive(message),
    }, { concurrency });
  }

  /** How many requests have come that the test has not asked for yet. */
  get queued(): number {
    return this.#arrived.length;
  }

  /** Resolves with the next request. */
  nextRequest(): Promise<ProbeRequest<T, R>> {
    const arrived = this.#arrived.shift();
    if (arrived) return Promise.resolve(arrived);
    return new Promise((resolve) => this.#asked.push(resolve));
  }

  /** Resolves with the next request; rejects when it asks for something else. */
  async expectRequest(wanted: T): Promise<ProbeRequest<T, R>> {
    const request = await this.nextRequest();
    if (deepEqual(request.data, wanted)) return request;
    throw new Error(
      `Cannot confirm the next request to "${this.name}": found ${
        dataPreview(request.data, 200)
      }, wanted ${dataPreview(wanted, 200)}`,
    );
  }

  /** Lets go on what can without time passing; rejects when a request has come. */
  async expectNoRequest(): Promise<void> {
    await quiet();
    if (this.queued === 0) return;
    throw new Error(
      `Cannot confirm silence at "${this.name}": found ${
        dataPreview(this.#arrived[0]?.data, 200)
      } asked, wanted no request`,
    );
  }

  /** Fails every request that waits for an answer, and all that come. */
  [Symbol.dispose](): void {
    this.#isOver = true;
    for (const outcome of this.#open) outcome.reject(this.#over());
  }

  async #receive(message: Message<T>): Promise<R> {
    if (this.#isOver) throw this.#over();
    const outcome = Promise.withResolvers<R>();
    const request = new ProbeRequest<T, R>(message, outcome);
    const asked = this.#asked.shift();
    if (asked) asked(request);
    else this.#arrived.push(request);
    this.#open.add(outcome);
    try {
      return await outcome.promise;
    } finally {
      this.#open.delete(outcome);
    }
  }

  #over(): Error {
    return new Error(`Cannot answer by "${this.name}": found it disposed of`);
  }
}
