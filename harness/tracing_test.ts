import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { AsyncLocalStorage } from "node:async_hooks";
import type { DeadLetter } from "./dead_letter.ts";
import { RequestFailed } from "./errors.ts";
import type { HarnessOptions } from "./harness_options.ts";
import type { Message } from "./message.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, IN, OUT, server, sink } from "./test_doubles.ts";
import { formatTraceparent, parseTraceparent } from "./trace_context.ts";
import type { Span, SpanInit, Tracer } from "./tracer.ts";

const GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const REQUESTS = { type: "request_reply" } as const;
const boom = new TypeError("boom");

Deno.test("a tracer records one span for each message that is handled", async () => {
  const { tracer, asker, harness } = await system((_n: number) => {});
  await asker.ask("out", 1, { traceparent: GIVEN });
  await asker.emit("out", 2);
  await harness.stop();
  const [first, second] = tracer.spans;
  assertEquals(tracer.spans.length, 2);
  assertEquals(first?.init.name, "process answerer.in");
  assertEquals([first?.init.kind, second?.init.kind], ["server", "consumer"]);
  assertEquals([first?.init.parent, second?.init.parent], [GIVEN, undefined]);
  const { "messaging.message.id": id, ...attributes } = first!.init.attributes;
  assertMatch(id!, /^[0-9a-f-]{13}-/);
  assertEquals(attributes, {
    "messaging.system": "autocoder",
    "messaging.operation.name": "process",
    "messaging.operation.type": "process",
    "messaging.destination.name": "answerer.in",
  });
  assertEquals(tracer.endings(), ["done", "done"]);
});

Deno.test("a span ends when the handler has settled, and says how", async () => {
  const waits = Promise.withResolvers<void>();
  const { tracer, asker, harness } = await system((how: string) => {
    if (how === "throws") throw boom;
    if (how === "rejects") return Promise.reject(boom);
    if (how === "waits") return waits.promise;
  });
  const waiting = asker.ask("out", "waits");
  for (const how of ["throws", "rejects"]) {
    await assertRejects(() => asker.ask("out", how), RequestFailed, "boom");
  }
  assertEquals(tracer.endings(), ["open", boom, boom]);
  waits.resolve();
  await waiting;
  await harness.stop();
  assertEquals(tracer.endings(), ["done", boom, boom]);
});

Deno.test("what a handler sends, requests and emits after awaits carries its span, each its own", async () => {
  const tracer = new RecordingTracer();
  const asker = client("asker");
  const middle = new Double("middle", {
    ports: { ...IN, ...OUT, log: { direction: "out" } },
    process: (self) =>
      self.answer({
        in: async (n: number) => {
          await self.emit("log", n);
          await Promise.resolve();
          const answer = await self.ask<number>("out", n);
          await self.emit("log", answer);
          return answer;
        },
      }),
  });
  const store = server("store", async (n: number) => (await null, n * 10));
  await using _harness = await started({ tracer }, [
    asker,
    middle,
    store,
    sink("log", []),
  ], [
    ["asker.out", "middle.in", REQUESTS],
    ["middle.out", "store.in", REQUESTS],
    ["middle.log", "log.in"],
  ]);
  const asked = Array.from(
    { length: 10 },
    (_, n) => asker.ask<number>("out", n),
  );
  assertEquals(await Promise.all(asked), [
    0,
    10,
    20,
    30,
    40,
    50,
    60,
    70,
    80,
    90,
  ]);
  const roots = tracer.spans.filter(({ init }) => init.parent === undefined);
  assertEquals(
    roots.map(({ init }) => init.name),
    Array(10).fill("process middle.in"),
  );
  for (const { traceparent } of roots) {
    const below = tracer.spans.filter(({ init }) =>
      init.parent === traceparent
    );
    assertEquals(
      below.map(({ init }) => init.name).sort(),
      ["process log.in", "process log.in", "process store.in"],
    );
  }
});

Deno.test("a message that nobody traces begins a trace, whoever woke its receiver", async () => {
  const tracer = new RecordingTracer();
  const active: (string | undefined)[] = [];
  const log = () => active.push(tracer.activeTraceparent());
  const [traced, plain] = [client("traced"), client("plain")];
  const failing = server("failing", () => Promise.reject(boom));
  await using _harness = await started({ tracer, log }, [
    traced,
    plain,
    failing,
  ], [
    ["traced.out", "failing.in"],
    ["plain.out", "failing.in"],
  ]);
  const span = tracer.startSpan({
    name: "outer",
    kind: "server",
    parent: undefined,
    attributes: {},
  });
  tracer.runWith(span, () => void traced.emit("out", 1));
  await plain.emit("out", 2);
  await tracer.ended(3);
  assertEquals(tracer.spans.slice(1).map(({ init }) => init.parent), [
    span.traceparent,
    undefined,
  ]);
  assertEquals(active, Array(active.length).fill(undefined));
});

Deno.test("the error port gets the letter in the trace of the failure", async () => {
  for (
    const fails of [() => Promise.reject(boom), () => {
      throw boom;
    }]
  ) {
    const tracer = new RecordingTracer();
    const asker = client("asker");
    const failing = new Double("failing", {
      ports: { ...IN, error: { direction: "out" } },
      process: (self) => self.answer({ in: fails }),
    });
    const letters: DeadLetter[] = [];
    await using _harness = await started({ tracer }, [
      asker,
      failing,
      sink("letters", letters),
    ], [
      ["asker.out", "failing.in"],
      ["failing.error", "letters.in"],
    ]);
    await asker.emit("out", 1);
    await tracer.ended(2);
    assertEquals(tracer.spans[1]?.init.parent, tracer.spans[0]?.traceparent);
    assertEquals(letters.length, 1);
  }
});

Deno.test("an explicit traceparent counts before the active span", async () => {
  const tracer = new RecordingTracer();
  const asker = client("asker");
  const passing = server(
    "passing",
    (_n, self) => self.ask("out", 1, { traceparent: GIVEN }),
  );
  await using _harness = await started({ tracer }, [
    asker,
    passing,
    server("last", () => 1),
  ], [
    ["asker.out", "passing.in", REQUESTS],
    ["passing.out", "last.in", REQUESTS],
  ]);
  await asker.ask("out", 1);
  assertEquals(tracer.spans[1]?.init.parent, GIVEN);
});

Deno.test("without a tracer a traceparent goes where it is given to, and with a failure", async () => {
  const seen: Message[] = [];
  const asker = client("asker");
  const note = (data: never, message: Message<never>) => {
    seen.push(message);
    if (data === "fails") throw boom;
  };
  const middle = new Double("middle", {
    ports: { ...IN, error: { direction: "out" } },
    process: (self) => self.answer({ in: note }),
  });
  const letters = new Double("letters", {
    ports: IN,
    process: (self) =>
      self.answer({ in: (_l, message) => void seen.push(message) }),
  });
  await using harness = await started({ tracer: false }, [
    asker,
    middle,
    letters,
  ], [
    ["asker.out", "middle.in"],
    ["middle.error", "letters.in"],
  ]);
  await asker.emit("out", "plain");
  await asker.emit("out", "fails", { traceparent: GIVEN });
  await harness.stop();
  assertEquals(seen.map(({ traceparent }) => traceparent), [
    undefined,
    GIVEN,
    GIVEN,
  ]);
});

Deno.test("parseTraceparent() reads what the standard allows, and nothing else", () => {
  const [traceId, spanId] = [
    "0af7651916cd43dd8448eb211c80319c",
    "b7ad6b7169203331",
  ];
  assertEquals(parseTraceparent(GIVEN), { traceId, spanId, traceFlags: 1 });
  assertEquals(
    parseTraceparent(`cc-${traceId}-${spanId}-00-later`),
    { traceId, spanId, traceFlags: 0 },
  );
  for (
    const wrong of [
      undefined,
      "",
      "tp",
      GIVEN.toUpperCase(),
      `${GIVEN}-more`,
      `ff-${traceId}-${spanId}-01`,
      `00-${"0".repeat(32)}-${spanId}-01`,
      `00-${traceId}-${"0".repeat(16)}-01`,
    ]
  ) assertEquals(parseTraceparent(wrong), undefined, wrong);
  assertEquals(formatTraceparent({ traceId, spanId, traceFlags: 1 }), GIVEN);
  assertEquals(
    formatTraceparent({ traceId, spanId: "0".repeat(16), traceFlags: 1 }),
    undefined,
  );
});

/** A requester, and a server with this handler. */
async function system(handler: (value: never) => unknown) {
  const tracer = new RecordingTracer();
  const asker = client("asker");
  const harness = await started({ tracer }, [
    asker,
    server("answerer", handler),
  ], [
    ["asker.out", "answerer.in", REQUESTS],
  ]);
  return { tracer, asker, harness };
}

async function started(
  options: HarnessOptions,
  components: readonly Double[],
  connections: readonly [string, string, typeof REQUESTS?][],
): Promise<SystemExecutionHarness> {
  const harness = new SystemExecutionHarness(options);
  for (const component of components) harness.registerComponent(component);
  for (const [from, to, settings] of connections) {
    harness.connect(from, to, settings);
  }
  await harness.start();
  return harness;
}

/** Keeps spans, and knows the active one as Deno does. */
class RecordingTracer implements Tracer {
  readonly spans: RecordedSpan[] = [];
  readonly #active = new AsyncLocalStorage<Span | undefined>();
  #waiting:
    | { readonly count: number; readonly resolve: () => void }
    | undefined;

  startSpan(init: SpanInit): Span {
    const id = (this.spans.length + 1).toString(16).padStart(16, "0");
    const { traceId = `${id}${id}` } = parseTraceparent(init.parent) ?? {};
    const span = new RecordedSpan(
      init,
      `00-${traceId}-${id}-01`,
      () => this.#check(),
    );
    this.spans.push(span);
    return span;
  }

  runWith<R>(span: Span | undefined, work: () => R): R {
    return this.#active.run(span, work);
  }

  activeTraceparent(): string | undefined {
    return this.#active.getStore()?.traceparent;
  }

  /** How each span ended. */
  endings(): unknown[] {
    return this.spans.map(({ ending }) => ending);
  }

  /** Resolves when there are so many spans and those after the first have ended. */
  ended(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = { count, resolve };
    this.#check();
    return promise;
  }

  #check(): void {
    if (this.#waiting === undefined) return;
    const over = this.spans.filter(({ ending, init }) =>
      ending !== "open" || init.name === "outer"
    );
    if (over.length >= this.#waiting.count) this.#waiting.resolve();
  }
}

class RecordedSpan implements Span {
  ending: unknown = "open";
  readonly init: SpanInit;
  readonly traceparent: string;
  readonly #onEnd: () => void;

  constructor(init: SpanInit, traceparent: string, onEnd: () => void) {
    this.init = init;
    this.traceparent = traceparent;
    this.#onEnd = onEnd;
  }

  end(): void {
    this.#end("done");
  }

  fail(error: unknown): void {
    this.#end(error);
  }

  #end(ending: unknown): void {
    assertEquals(this.ending, "open");
    this.ending = ending;
    this.#onEnd();
  }
}
