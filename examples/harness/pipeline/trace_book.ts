import type { Span, SpanInit, Tracer } from "@autocoder/harness";
import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Stands in for OpenTelemetry, which a harness finds by itself where `OTEL_DENO=true`: counts the spans,
 * and knows which is active, so that whatever is sent while an order is handled belongs to its trace.
 */
export class TraceBook implements Tracer {
  /** Spans that ended well, by name. */
  readonly done: Map<string, number> = new Map();
  readonly #active = new AsyncLocalStorage<Span | undefined>();
  #last = 0;

  startSpan({ name, parent }: SpanInit): Span {
    const trace = parent?.split("-")[1] ?? UNKNOWN;
    const id = (++this.#last).toString(16).padStart(16, "0");
    return {
      traceparent: `00-${trace}-${id}-01`,
      end: () => void this.done.set(name, (this.done.get(name) ?? 0) + 1),
      fail: () => {},
    };
  }

  runWith<R>(span: Span | undefined, work: () => R): R {
    return this.#active.run(span, work);
  }

  activeTraceparent(): string | undefined {
    return this.#active.getStore()?.traceparent;
  }
}

const UNKNOWN = "f".repeat(32);
