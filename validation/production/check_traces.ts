/**
 * Traces: the trace of a request is taken up, and passed on to what works on it.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { logName, rehearse } from "./rehearsal.ts";
import { type CollectedSpan, openTraceCollector } from "./trace_collector.ts";
import { WireConnection } from "./wire_connection.ts";

/** Sends a request that belongs to a trace, and collects what the system tells of it. */
export async function checkTraces(
  context: DeepContext,
): Promise<CheckOutcome> {
  await using collector = openTraceCollector();
  return await rehearse(context, "traces", async ({ system, traffic }) => {
    const [read] = traffic.reads;
    if (!read) return { notApplicable: "nothing can be read over HTTP" };
    const traceId = hexadecimal(16);
    const parentId = hexadecimal(8);
    const traceparent = `00-${traceId}-${parentId}-01`;
    const { headers, ...request } = read.request(0);
    using connection = await WireConnection.open(system.url);
    await connection.send({ ...request, headers: { ...headers, traceparent } });
    const ofTrace = () =>
      collector.spans.filter((span) => span.traceId === traceId);
    const until = performance.now() + WAIT_MS;
    while (
      judge(ofTrace(), parentId).length > 0 && performance.now() < until
    ) {
      context.signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    const spans = ofTrace();
    const names = spans.map(({ name }) => name).join(", ");
    context.bench.log(logName("traces"), `${traceparent}: ${names}`);
    return {
      findings: judge(spans, parentId),
      note: `${spans.length} spans of one request: ${names.slice(0, 200)}`,
      log: logName("traces"),
    };
  }, { settings: collector.env });
}

function judge(
  spans: readonly CollectedSpan[],
  parentId: string,
): FindingDraft[] {
  const first = spans.find((span) => span.parentSpanId === parentId);
  if (!first) {
    return [untraced(
      `found ${spans.length} spans and none below the one that the request came from`,
      "start a span for each request, below its traceparent",
    )];
  }
  const below = spans.filter((span) =>
    spans.some(({ spanId }) => spanId === span.parentSpanId)
  );
  return below.length >= HOPS ? [] : [untraced(
    `found ${below.length} spans below the request's, wanted ${HOPS}: of the endpoint's request and of the controller`,
    "pass the trace on with each message",
  )];
}

function untraced(cause: string, nextStep: string): FindingDraft {
  return { code: "V814", place: "OTEL_DENO=true", cause, nextStep };
}

function hexadecimal(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A request passes at least one channel: who asks and who answers have a span each. */
const HOPS = 2;
const WAIT_MS = 10_000;
const POLL_MS = 100;
