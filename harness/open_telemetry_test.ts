import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";

Deno.test("with OTEL_DENO=true a request from HTTP to the store is one trace", async () => {
  const { answers, seen, spans } = await run({ OTEL_DENO: "true" });
  assertEquals(answers, ["found", "failed", "found"]);
  const [fine, failing] = servedOverHttp(spans);
  for (
    const [http, path] of [[fine!, "/fine"], [failing!, "/fails"]] as const
  ) {
    assertEquals(http.attributes["url.path"], path);
    const controller = below(spans, http);
    const store = below(spans, controller);
    assertEquals([controller.name, store.name], [
      "process controller.asks",
      "process store.finds",
    ]);
    assertEquals([http, controller, store].map(({ kind }) => kind), [
      SERVER,
      SERVER,
      SERVER,
    ]);
    assertEquals(
      new Set([http, controller, store].map(({ traceId }) => traceId)).size,
      1,
    );
    const { id, traceparent } = seen[path === "/fine" ? 0 : 1]!;
    assertEquals(store.attributes, {
      "messaging.system": "autocoder",
      "messaging.operation.name": "process",
      "messaging.operation.type": "process",
      "messaging.destination.name": "store.finds",
      "messaging.message.id": id,
      ...(path === "/fails" && { "error.type": "TypeError" }),
    });
    assertEquals(
      traceparent,
      `00-${controller.traceId}-${controller.spanId}-01`,
    );
  }
});

Deno.test("a failure is the status and an exception of every span that it passes", async () => {
  const { spans } = await run({ OTEL_DENO: "true" });
  const controller = below(spans, servedOverHttp(spans)[1]!);
  const store = below(spans, controller);
  assertEquals(store.status, { code: ERROR, message: "no such thing" });
  assertEquals(controller.status.code, ERROR);
  const [{ name, attributes }] = store.events as [SpanEvent];
  assertEquals(name, "exception");
  assertEquals(attributes["exception.type"], "TypeError");
  assertEquals(attributes["exception.message"], "no such thing");
  assertStringIncludes(
    String(attributes["exception.stacktrace"]),
    "open_telemetry_case.ts",
  );
  assertEquals(below(spans, servedOverHttp(spans)[0]!).status.code, 0);
});

Deno.test("a message that is not sampled has no span, and passes its trace context on", async () => {
  const { spans, seen } = await run({ OTEL_DENO: "true" });
  const third = servedOverHttp(spans)[2]!;
  assertEquals(third.attributes["url.path"], "/given");
  assertEquals(
    spans.filter(({ parentSpanId }) => parentSpanId === third.spanId),
    [],
  );
  assertEquals(spans.filter(({ traceId }) => traceId.startsWith("0af76")), []);
  assertEquals(
    seen[2]?.traceparent,
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
  );
});

Deno.test("without OTEL_DENO there are no spans, and messages carry what they are given", async () => {
  const { answers, seen, spans } = await run({});
  assertEquals(answers, ["found", "failed", "found"]);
  assertEquals(spans, []);
  assertEquals(seen.map(({ traceparent }) => traceparent), [
    undefined,
    undefined,
    undefined,
  ]);
});

interface Outcome {
  readonly answers: readonly string[];
  readonly seen: readonly {
    readonly id: string;
    readonly traceparent?: string;
  }[];
  readonly spans: readonly CollectedSpan[];
}

/** Runs the case beside a collector, and returns what it printed and what the collector was sent. */
async function run(env: Readonly<Record<string, string>>): Promise<Outcome> {
  const spans: CollectedSpan[] = [];
  await using collector = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, async (request) => {
    const body: Exported = await request.json();
    for (const { scopeSpans } of body.resourceSpans ?? []) {
      for (const scope of scopeSpans) spans.push(...scope.spans.map(collected));
    }
    return Response.json({});
  });
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-lock",
      "--allow-net=127.0.0.1",
      new URL("open_telemetry_case.ts", import.meta.url).pathname,
    ],
    env: {
      NO_COLOR: "1",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.addr.port}`,
      OTEL_METRICS_EXPORTER: "none",
      OTEL_DENO_CONSOLE: "ignore",
      ...env,
    },
  }).output();
  const decoder = new TextDecoder();
  assertEquals(success, true, decoder.decode(stderr));
  const text = decoder.decode(stdout);
  assertMatch(text, /^\{.*\}\n$/);
  return { ...JSON.parse(text), spans };
}

/** What Deno itself records of each request over HTTP, in the order they came. */
function servedOverHttp(
  spans: readonly CollectedSpan[],
): readonly CollectedSpan[] {
  return spans.filter(({ kind, attributes }) =>
    kind === SERVER && "url.path" in attributes
  )
    .sort((a, b) => a.startedAt < b.startedAt ? -1 : 1);
}

function below(
  spans: readonly CollectedSpan[],
  { spanId }: CollectedSpan,
): CollectedSpan {
  const found = spans.filter(({ parentSpanId }) => parentSpanId === spanId);
  assertEquals(found.length, 1);
  return found[0]!;
}

function collected(span: ExportedSpan): CollectedSpan {
  return {
    ...span,
    startedAt: span.startTimeUnixNano,
    attributes: facts(span.attributes),
    events: span.events.map(({ name, attributes }) => ({
      name,
      attributes: facts(attributes),
    })),
  };
}

function facts(attributes: readonly ExportedAttribute[]): Facts {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
  );
}

type Facts = Readonly<Record<string, unknown>>;

interface SpanEvent {
  readonly name: string;
  readonly attributes: Facts;
}

interface CollectedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly startedAt: string;
  readonly status: { readonly code: number; readonly message: string };
  readonly attributes: Facts;
  readonly events: readonly SpanEvent[];
}

/** OTLP in JSON, as far as it is read here. */
interface Exported {
  readonly resourceSpans?: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly ExportedSpan[] }[];
  }[];
}

interface ExportedSpan
  extends Omit<CollectedSpan, "attributes" | "events" | "startedAt"> {
  readonly startTimeUnixNano: string;
  readonly attributes: readonly ExportedAttribute[];
  readonly events: readonly {
    readonly name: string;
    readonly attributes: readonly ExportedAttribute[];
  }[];
}

interface ExportedAttribute {
  readonly key: string;
  readonly value: Facts;
}

/** OTLP counts kinds from 1: internal, server … */
const SERVER = 2;
const ERROR = 2;
