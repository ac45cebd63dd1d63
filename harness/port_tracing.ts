import { RESOLVED } from "./channel_core.ts";
import { isPromiseLike } from "./is_promise_like.ts";
import type { Envelope } from "./message.ts";
import type { Handler } from "./port_server.ts";
import type { Span, Tracer } from "./tracer.ts";

/** Records a span for each message that one in port handles. */
export class PortTracing {
  readonly #tracer: Tracer;
  readonly #destination: string;
  /** Where it failed, for messages that did. */
  readonly #failures = new WeakMap<Envelope<unknown>, string>();

  /** Records nothing yet; the destination is `component.port`. */
  constructor(tracer: Tracer, destination: string) {
    this.#tracer = tracer;
    this.#destination = destination;
  }

  /** Wraps a handler: it works in a span that ends when what it returns has settled. */
  traced(handler: Handler): Handler {
    // Every message in this process is an Envelope, and the handler gets what it would get without us.
    return (data: never, message) =>
      this.#handle(
        message as unknown as Envelope<unknown>,
        () => handler(data, message),
      );
  }

  /** W3C trace context of what follows from a message that failed. */
  traceparentOf(message: Envelope<unknown>): string | undefined {
    return this.#failures.get(message) ?? message.traceparent;
  }

  /** Wraps work that is done for many messages, so that none of the senders' spans is active in it. */
  outside(work: () => void): () => void {
    return () => this.#tracer.runWith(undefined, work);
  }

  #handle(message: Envelope<unknown>, work: () => unknown): unknown {
    const span = this.#start(message);
    let result: unknown;
    try {
      result = this.#tracer.runWith(span, work);
    } catch (error) {
      this.#fail(message, span, error);
      throw error;
    }
    if (result === RESOLVED || !isPromiseLike(result)) {
      span.end();
      return result;
    }
    return result.then((value) => {
      span.end();
      return value;
    }, (error) => {
      this.#fail(message, span, error);
      throw error;
    });
  }

  #start({ id, wantsReply, traceparent }: Envelope<unknown>): Span {
    return this.#tracer.startSpan({
      name: `process ${this.#destination}`,
      kind: wantsReply ? "server" : "consumer",
      parent: traceparent,
      attributes: {
        "messaging.system": "autocoder",
        "messaging.operation.name": "process",
        "messaging.operation.type": "process",
        "messaging.destination.name": this.#destination,
        "messaging.message.id": id,
      },
    });
  }

  #fail(message: Envelope<unknown>, span: Span, error: unknown): void {
    this.#failures.set(message, span.traceparent);
    span.fail(error);
  }
}
