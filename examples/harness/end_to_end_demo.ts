/**
 * A whole service: HTTP in, a request to a store, its reply as the answer; metrics, health, a store that
 * breaks down and comes back, and an end by SIGTERM in which nothing is cut off.
 *
 *     deno run --allow-net=127.0.0.1 examples/harness/end_to_end_demo.ts
 *
 * The demo is its own client and sends itself the SIGTERM. With the argument `--stay` it does neither:
 * it prints its address and serves until it is told to end.
 *
 * @module
 */
import {
  ComponentUnavailable,
  HarnessComponent,
  RequestFailed,
  type RequestReply,
  RequestTimeout,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { Transcript } from "./transcript.ts";
import { until } from "./until.ts";

/** What the gateway asks the store for. */
type Command =
  | { readonly action: "add"; readonly text: string }
  | { readonly action: "read"; readonly id: string };

/** What is kept. */
interface Note {
  readonly id: string;
  readonly text: string;
}

/** A question to the store: whoever sends it, and whoever answers it, is held to these types. */
type NoteRequest = RequestReply<Command, Note | null>;

/** What the gateway needs from outside of the system's channels. */
interface GatewayConfig {
  /** Where to listen; 0 is any free port. */
  readonly port: number;
  /** The system it belongs to, for health and metrics. */
  readonly system: () => SystemExecutionHarness;
}

/** HTTP on one side, requests to the store on the other. */
class Gateway
  extends HarnessComponent<GatewayConfig, { asks: { notes: NoteRequest } }> {
  override readonly ports = {
    notes: { direction: "out", type: "note_command" },
  } as const;
  #server: Deno.HttpServer<Deno.NetAddr> | undefined;

  /** Where it listens. */
  get url(): string {
    return `http://127.0.0.1:${this.#server?.addr.port}`;
  }

  /** Listens already here, so that a port in use keeps the system from starting. */
  override setup(): void {
    this.#server = Deno.serve(
      { port: this.config.port, hostname: "127.0.0.1", onListen: () => {} },
      (request) => this.#answer(request),
    );
  }

  override process(): Promise<void> {
    return this.stopped();
  }

  /** Lets the requests in hand finish, then closes the ports. */
  override async cleanup(): Promise<void> {
    await this.#server?.shutdown();
    await super.cleanup();
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const system = this.config.system();
    if (pathname === "/health/ready") {
      const health = system.health();
      return Response.json(health, { status: health.ready ? 200 : 503 });
    }
    if (pathname === "/metrics") {
      return new Response(toPrometheus(system.metrics()));
    }
    try {
      return await this.#notes(request, pathname);
    } catch (error) {
      if (error instanceof RequestTimeout) return problem(504, error.message);
      if (!(error instanceof RequestFailed)) throw error;
      const isAway = error.cause instanceof ComponentUnavailable;
      return isAway ? problem(503, error.message) : problem(502, error.message);
    }
  }

  async #notes(request: Request, pathname: string): Promise<Response> {
    const isNew = request.method === "POST";
    const command: Command = isNew
      ? { action: "add", text: await request.text() }
      : { action: "read", id: pathname.replace("/notes/", "") };
    const note = await this.request("notes", command, { timeoutMs: 2_000 });
    if (note === null) return problem(404, `there is no ${pathname}`);
    return Response.json(note, { status: isNew ? 201 : 200 });
  }
}

/** Notes in memory. What a handler returns is the answer. */
class NoteStore
  extends HarnessComponent<undefined, { answers: { execute: NoteRequest } }> {
  override readonly ports = {
    execute: { direction: "in", type: "note_command" },
  } as const;
  readonly #notes = new Map<string, Note>();

  override process(): Promise<void> {
    return this.serve({ execute: (command) => this.#execute(command) });
  }

  /** A note that is not there is an answer; a throw would be a failure, and a dead letter. */
  #execute(command: Command): Note | null | Promise<never> {
    if (command.action === "read") return this.#notes.get(command.id) ?? null;
    if (command.text === "pull the plug") {
      this.fail(new Error("no power")); // the whole component, not only this message
      return new Promise(() => {}); // which stays in hand
    }
    const note = { id: `n${this.#notes.size + 1}`, text: command.text };
    this.#notes.set(note.id, note);
    return note;
  }
}

function problem(status: number, title: string): Response {
  return Response.json({ status, title }, { status });
}

/** Calls the service as its clients would, and says what it answers. */
async function ask(method: string, path: string, body?: string) {
  const response = await fetch(gateway.url + path, { method, body });
  const text = await response.text();
  const { status } = response;
  const firstLine = text.split("\n")[0]?.slice(0, 90);
  transcript.say(`${method} ${path} -> ${status} ${firstLine}`);
  return { status, text };
}

async function useIt(): Promise<void> {
  transcript.part("Requests");
  const added = await ask("POST", "/notes", "buy milk");
  transcript.equal("added", [added.status, JSON.parse(added.text)], [201, {
    id: "n1",
    text: "buy milk",
  }]);
  const read = await ask("GET", "/notes/n1");
  transcript.equal("read again", [read.status, JSON.parse(read.text).text], [
    200,
    "buy milk",
  ]);
  transcript.equal(
    "one that is not there",
    (await ask("GET", "/notes/n9")).status,
    404,
  );
  const many = await Promise.all(
    Array.from(
      { length: 50 },
      (_, i) =>
        fetch(`${gateway.url}/notes`, { method: "POST", body: `note ${i}` }),
    ),
  );
  await Promise.all(many.map((response) => response.body?.cancel()));
  transcript.equal(
    "fifty at once",
    many.filter(({ status }) => status === 201).length,
    50,
  );

  transcript.part("Health and metrics");
  transcript.equal(
    "health",
    JSON.parse((await ask("GET", "/health/ready")).text).status,
    "ok",
  );
  const metrics = (await ask("GET", "/metrics")).text;
  const requests = metrics.split("\n").find((line) =>
    line.startsWith("harness_component_requests_total") &&
    line.includes("gateway")
  );
  transcript.equal(
    "counted",
    requests,
    'harness_component_requests_total{system="notes",component="gateway"} 53',
  );
}

/** While the store waits to be started again, requests fail at once instead of waiting for it. */
async function breakIt(): Promise<void> {
  transcript.part("The store breaks down, and comes back");
  const fatal = await ask("POST", "/notes", "pull the plug");
  const meanwhile = await ask("GET", "/notes/n1");
  const { status } = await ask("GET", "/health/ready");
  transcript.equal("whoever broke it, and the next one", [
    fatal.status,
    meanwhile.status,
  ], [503, 503]);
  transcript.equal("a load balancer would look elsewhere", status, 503);
  await until("it is back", () => harness.health().ready);
  const after = await ask("GET", "/notes/n1");
  transcript.equal("after the restart", after.status, 200);
}

const transcript = new Transcript();
const gateway: Gateway = new Gateway("gateway", {
  port: 0,
  system: () => harness,
});
const harness = new SystemExecutionHarness({
  name: "notes",
  stopTimeoutMs: 3_000,
  supervision: { backoff: { firstMs: 400, jitter: 0 } },
})
  .registerComponent(gateway)
  .registerComponent(new NoteStore("store"), {
    restart: "transient",
    whileResting: "refuse",
  })
  .connect("gateway.notes", "store.execute", { type: "request_reply" });

await harness.start();
transcript.say(`listening on ${gateway.url}`);
const terminated = Promise.withResolvers<void>();
Deno.addSignalListener("SIGTERM", terminated.resolve);
if (!Deno.args.includes("--stay")) {
  await useIt();
  await breakIt();
  try {
    Deno.kill(Deno.pid, "SIGTERM");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotCapable)) throw error;
    terminated.resolve(); // before Deno 2.9 that needs --allow-run
  }
}
await terminated.promise;

transcript.part("SIGTERM");
Deno.removeSignalListener("SIGTERM", terminated.resolve);
const report = await harness.stop();
transcript.say(
  `stopped ${report.stopped.join(" and ")}, ledger ${
    JSON.stringify(report.ledger)
  }`,
);
transcript.equal("stopped", report.stopped, ["gateway", "store"]);
transcript.equal(
  "failed or given up",
  [...report.failed, ...report.abandoned],
  [],
);
transcript.equal(
  "every message is accounted for",
  report.ledger.balanced,
  true,
);
transcript.end();
