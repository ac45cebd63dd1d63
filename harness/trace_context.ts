/** Who a span is, in the words of W3C Trace Context (https://www.w3.org/TR/trace-context/). */
export interface SpanContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Flags; the lowest says that the trace is sampled. */
  readonly traceFlags: number;
}

/** Reads a `traceparent`; undefined when it is malformed or names nothing. */
export function parseTraceparent(
  traceparent: string | undefined,
): SpanContext | undefined {
  const found = traceparent === undefined ? null : FORM.exec(traceparent);
  if (found === null) return undefined;
  const [, version, traceId = "", spanId = "", flags = "", more] = found;
  if (version === "ff" || (version === "00" && more !== undefined)) {
    return undefined;
  }
  const context = { traceId, spanId, traceFlags: parseInt(flags, 16) };
  return isValid(context) ? context : undefined;
}

/** Writes a `traceparent`; undefined when the context names nothing. */
export function formatTraceparent(context: SpanContext): string | undefined {
  if (!isValid(context)) return undefined;
  const { traceId, spanId, traceFlags } = context;
  const flags = (traceFlags & 0xff).toString(16).padStart(2, "0");
  return `00-${traceId}-${spanId}-${flags}`;
}

/** Tells whether somebody records the trace. */
export function isSampled({ traceFlags }: SpanContext): boolean {
  return (traceFlags & SAMPLED) !== 0;
}

function isValid({ traceId, spanId }: SpanContext): boolean {
  return traceId !== NO_TRACE && spanId !== NO_SPAN;
}

const FORM =
  /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const NO_TRACE = "0".repeat(32);
const NO_SPAN = "0".repeat(16);
const SAMPLED = 1;
