import { assertMilliseconds } from "./assert_milliseconds.ts";
import { RESOLVED } from "./channel_core.ts";
import type { ComponentMetrics } from "./component_metrics.ts";
import type { ComponentRuntime } from "./component_runtime.ts";
import { RequestFailed, UnknownPort } from "./errors.ts";
import type { Link } from "./link.ts";
import { Envelope } from "./message.ts";
import {
  PendingRequest,
  type Requester,
  type RequestOutcome,
} from "./pending_request.ts";
import { ReplyDesk } from "./reply_desk.ts";
import { nextTurn, turnIsSpent } from "./turn.ts";

/** Settings of one send. */
export interface SendOptions {
  /**
   * W3C trace context of the message; usually the one of the message being handled.
   * @default that of the active span where spans are recorded, else none
   */
  readonly traceparent?: string;
}

/** Settings of one request. */
export interface RequestOptions extends SendOptions {
  /** Ends the wait with the signal's reason; a handler that has not begun will skip the request. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait for the answer, in milliseconds, exact to about 40. `Infinity` is no limit; less
   * than 0 or not a number rejects with `RangeError`.
   * @default the harness's `requestTimeoutMs`
   */
  readonly timeoutMs?: number;
}

/** The sending side of one port: what is sent reaches every connection of the port. */
export class OutPort implements Requester {
  /** Connections, in the order they were made. */
  readonly links: Link[] = [];
  /** The port in words, `component.port`. */
  readonly source: string;
  readonly #type: string;
  readonly #runtime: ComponentRuntime;
  readonly #metrics: ComponentMetrics;

  /** Leads nowhere until connections are added. */
  constructor(
    source: string,
    type: string | undefined,
    runtime: ComponentRuntime,
    metrics: ComponentMetrics,
  ) {
    this.source = source;
    this.#type = type ?? "message";
    this.#runtime = runtime;
    this.#metrics = metrics;
  }

  /** Sends one value; `RESOLVED` when every connection had room. */
  send(data: unknown, options?: SendOptions): Promise<void> {
    const { ticker, tracer } = this.#runtime;
    const now = ticker.millis();
    const message = new Envelope(
      this.source,
      this.#type,
      now,
      data,
      false,
      options?.traceparent ?? tracer?.activeTraceparent(),
    );
    this.#metrics.sent++;
    const accepted = this.#push(message);
    return turnIsSpent() ? accepted.then(nextTurn) : accepted;
  }

  /** Sends a request and resolves with the first answer that is not a failure. Throws when its time limit is none. */
  request<R>(data: unknown, options?: RequestOptions): Promise<R> {
    const { ticker, requestTimeoutMs, tracer } = this.#runtime;
    if (this.links.length === 0) {
      return Promise.reject(this.#unconnected("request from"));
    }
    if (options?.signal?.aborted) return Promise.reject(options.signal.reason);
    const timeoutMs = options?.timeoutMs ?? requestTimeoutMs;
    assertMilliseconds(timeoutMs, `Cannot request from "${this.source}"`);
    const message = new Envelope(
      this.source,
      this.#type,
      ticker.millis(),
      data,
      true,
      options?.traceparent ?? tracer?.activeTraceparent(),
    );
    const deadline = ticker.deadline(timeoutMs);
    this.#metrics.requests++;
    return new Promise<R>((resolve, reject) => {
      const { links } = this;
      // The answer is what the port's declared reply type says; nothing at run time can check it.
      const answered = resolve as (value: unknown) => void;
      const request = new PendingRequest(
        message,
        deadline,
        links.length,
        this,
        answered,
        reject,
      );
      if (options?.signal) request.giveUpOnAbort(options.signal);
      for (let i = 0; i < links.length; i++) this.#ask(links[i]!, request);
    });
  }

  /** Counts how a request ended and forgets it. */
  requestEnded(request: PendingRequest, outcome: RequestOutcome): void {
    if (outcome === "failed") this.#metrics.requestsFailed++;
    if (outcome === "timed out") this.#metrics.requestsTimedOut++;
    if (outcome === "answered" && this.links.length === 1) return; // the desk has let go of it
    for (const link of this.links) link.desk?.forget(request);
  }

  #ask(link: Link, request: PendingRequest): void {
    if (link.refusal !== undefined) return request.miss(link.refusal);
    const desk = link.desk ?? this.#openDesk(link);
    if (!desk.expect(request)) return;
    const accepted = link.sendCore.push(request.message);
    if (accepted === RESOLVED) return;
    accepted.catch((error) => {
      desk.forget(request);
      request.miss(error);
    });
  }

  #openDesk(link: Link): ReplyDesk {
    const core = link.replyFrom;
    if (core === undefined) {
      throw new RequestFailed(
        `Cannot request from "${link.name}": found a ${link.type} connection without a reply port, ` +
          `wanted request_reply`,
      );
    }
    const twin = this.links.find((other) =>
      other.replyFrom === core && other.desk !== undefined
    );
    const desk = link.desk = twin?.desk ?? new ReplyDesk(core, this.#metrics);
    if (!twin) this.#runtime.ticker.onTick((tick) => desk.sweep(tick));
    return desk;
  }

  #push(message: Envelope<unknown>): Promise<void> {
    const { links } = this;
    if (links.length === 1) return links[0]!.sendCore.push(message);
    if (links.length === 0) {
      return Promise.reject(this.#unconnected("send from"));
    }
    return this.#broadcast(message);
  }

  #unconnected(action: string): UnknownPort {
    return new UnknownPort(
      `Cannot ${action} "${this.source}": found no connection, wanted at least one`,
    );
  }

  #broadcast(message: Envelope<unknown>): Promise<void> {
    let waiting: Promise<Refusal | undefined>[] | undefined;
    for (const link of this.links) {
      const accepted = link.sendCore.push(message);
      if (accepted === RESOLVED) continue;
      waiting ??= [];
      waiting.push(
        accepted.then(() => undefined, (cause) => ({ link, cause })),
      );
    }
    return waiting ? this.#settleBranches(message, waiting) : RESOLVED;
  }

  /** One broken branch must not take the others' messages away: its copy becomes a dead letter. */
  async #settleBranches(
    message: Envelope<unknown>,
    waiting: Promise<Refusal | undefined>[],
  ): Promise<void> {
    const refusals = (await Promise.all(waiting)).filter((refusal) =>
      refusal !== undefined
    );
    if (refusals.length === this.links.length) throw refusals[0]!.cause;
    const [component = "", port = ""] = this.source.split(".");
    for (const { link, cause } of refusals) {
      const connection = link.name;
      const letter = { component, port, connection, attempt: 1, cause };
      this.#runtime.addDeadLetter({ ...letter, message });
    }
  }
}

/** A connection that did not accept a message, and why. */
interface Refusal {
  readonly link: Link;
  readonly cause: unknown;
}
