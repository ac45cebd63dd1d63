/** What a span is about. */
export interface SpanInit {
  /** Name of the span. */
  readonly name: string;
  /** `server` when somebody waits for an answer, else `consumer`. */
  readonly kind: "consumer" | "server";
  /** W3C trace context of the span above it; without one, or with one that is malformed, it begins a trace. */
  readonly parent: string | undefined;
  /** Facts, by the names of OpenTelemetry's semantic conventions for messaging. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** One piece of work in a trace. It ends once: by `end()` or by `fail()`. */
export interface Span {
  /** W3C trace context of what follows from this work. */
  readonly traceparent: string;
  /** Ends the span: the work is done. */
  end(): void;
  /** Ends the span: the work failed with this error. */
  fail(error: unknown): void;
}

/** Records spans, and knows which one is active. Its methods must not throw. */
export interface Tracer {
  /**
   * Starts a span. When the parent says that it is not sampled, a tracer records nothing and returns a
   * span with the parent's own trace context, so that nobody further on records anything either.
   */
  startSpan(init: SpanInit): Span;
  /** Does work while a span is active, also after whatever the work awaits; undefined is no span. */
  runWith<R>(span: Span | undefined, work: () => R): R;
  /** W3C trace context of the span that is active where this is called. */
  activeTraceparent(): string | undefined;
}
