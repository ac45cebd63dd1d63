/**
 * Takes the spans that a system exports by OTLP, as JSON over HTTP.
 *
 * @module
 */

/** A span as it was exported. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
}

/** A collector on the loopback address. */
export interface TraceCollector extends AsyncDisposable {
  /** The settings by which Deno exports there. */
  readonly env: Readonly<Record<string, string>>;
  /** What came so far. */
  readonly spans: readonly CollectedSpan[];
}

/** Starts a collector. */
export function openTraceCollector(): TraceCollector {
  const spans: CollectedSpan[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      if (new URL(request.url).pathname === "/v1/traces") {
        spans.push(...spansIn(await request.json()));
      } else {
        await request.body?.cancel();
      }
      return Response.json({});
    },
  );
  return {
    spans,
    env: {
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.addr.port}`,
      OTEL_BSP_SCHEDULE_DELAY: "200",
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

interface Exported {
  readonly resourceSpans?: readonly {
    readonly scopeSpans?: readonly { readonly spans?: CollectedSpan[] }[];
  }[];
}

function spansIn(body: Exported): readonly CollectedSpan[] {
  return (body.resourceSpans ?? []).flatMap(({ scopeSpans = [] }) =>
    scopeSpans.flatMap(({ spans = [] }) => spans)
  );
}
