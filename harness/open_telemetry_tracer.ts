import {
  formatTraceparent,
  isSampled,
  parseTraceparent,
  type SpanContext,
} from "./trace_context.ts";
import type { Span, SpanInit, Tracer } from "./tracer.ts";

/**
 * Finds the OpenTelemetry of this process: Deno's own where `OTEL_DENO=true`, else what was registered
 * with `@opentelemetry/api`. Undefined when there is none. It looks where that package looks, because
 * `Deno.telemetry` is there also when it is off, and then starting a span ends the process.
 */
export function openTelemetryTracer(): Tracer | undefined {
  // The place and its form are fixed by @opentelemetry/api, version 1.
  const { trace, context } =
    (globalThis as { [API]?: Partial<OpenTelemetry> })[API] ?? {};
  return trace && context && new OpenTelemetryTracer({ trace, context });
}

/** Records spans by the interface of `@opentelemetry/api`. */
class OpenTelemetryTracer implements Tracer {
  readonly #tracer: ApiTracer;
  readonly #contexts: OpenTelemetry["context"];
  readonly #root: Context;

  constructor({ trace, context }: OpenTelemetry) {
    this.#tracer = trace.getTracer("@autocoder/harness");
    this.#contexts = context;
    this.#root = context.active().deleteValue(SPAN_KEY);
  }

  startSpan({ name, kind, parent, attributes }: SpanInit): Span {
    const above = parseTraceparent(parent);
    const context = above
      ? this.#root.setValue(SPAN_KEY, new DistantSpan(above))
      : this.#root;
    if (above && !isSampled(above)) return new PassedOnSpan(context, above);
    const options = { kind: KINDS[kind], attributes };
    const span = this.#tracer.startSpan(name, options, context);
    return new RecordedSpan(context.setValue(SPAN_KEY, span), span);
  }

  runWith<R>(span: Span | undefined, work: () => R): R {
    const context = span instanceof ContextSpan ? span.context : this.#root;
    return this.#contexts.with(context, work);
  }

  activeTraceparent(): string | undefined {
    const span = this.#contexts.active().getValue(SPAN_KEY);
    return span && formatTraceparent(span.spanContext());
  }
}

/** A span with the context in which it is active. */
abstract class ContextSpan implements Span {
  readonly context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  abstract readonly traceparent: string;
  abstract end(): void;
  abstract fail(error: unknown): void;
}

/** A span that Deno, or whoever is registered, records. */
class RecordedSpan extends ContextSpan {
  readonly #span: ApiSpan;

  constructor(context: Context, span: ApiSpan) {
    super(context);
    this.#span = span;
  }

  get traceparent(): string {
    return formatTraceparent(this.#span.spanContext()) ?? "";
  }

  end(): void {
    this.#span.end();
  }

  fail(error: unknown): void {
    const isError = error instanceof Error;
    const message = isError ? error.message : String(error);
    this.#span.recordException(isError ? error : message);
    this.#span.setAttribute("error.type", isError ? error.name : "_OTHER");
    this.#span.setStatus({ code: STATUS_ERROR, message });
    this.#span.end();
  }
}

/** Stands for the span above in a trace that nobody records. */
class PassedOnSpan extends ContextSpan {
  readonly #above: SpanContext;

  constructor(context: Context, above: SpanContext) {
    super(context);
    this.#above = above;
  }

  get traceparent(): string {
    return formatTraceparent(this.#above) ?? "";
  }

  end(): void {}
  fail(): void {}
}

/** A span of which only its context is known. */
class DistantSpan {
  readonly #context: SpanContext;

  constructor(context: SpanContext) {
    this.#context = context;
  }

  spanContext(): SpanContext {
    return this.#context;
  }
}

/** What is used of `@opentelemetry/api` as it stands on globalThis. */
interface OpenTelemetry {
  readonly trace: { getTracer(name: string): ApiTracer };
  readonly context: {
    active(): Context;
    with<R>(context: Context, work: () => R): R;
  };
}

interface ApiTracer {
  startSpan(
    name: string,
    options: {
      readonly kind: number;
      readonly attributes: Readonly<Record<string, string>>;
    },
    context: Context,
  ): ApiSpan;
}

interface ApiSpan {
  spanContext(): SpanContext;
  setAttribute(name: string, value: string): unknown;
  setStatus(status: { readonly code: number; readonly message: string }): void;
  recordException(exception: Error | string): void;
  end(): void;
}

/** Immutable; only one of its values is used here. */
interface Context {
  getValue(key: symbol): { spanContext(): SpanContext } | undefined;
  setValue(key: symbol, value: { spanContext(): SpanContext }): Context;
  deleteValue(key: symbol): Context;
}

const API = Symbol.for("opentelemetry.js.api.1");
const SPAN_KEY = Symbol.for("OpenTelemetry Context Key SPAN");
const KINDS = { server: 1, consumer: 4 } as const;
const STATUS_ERROR = 2;
