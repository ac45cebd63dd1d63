/**
 * A server on this machine that speaks the wire protocols of Anthropic and of OpenAI, and plays a script.
 *
 * @module
 */
import { ANTHROPIC_WIRE } from "./anthropic_wire.ts";
import { OPENAI_WIRE } from "./openai_wire.ts";
import { type Outcome, playStep } from "./play_step.ts";
import type { RecordedRequest, Script, ScriptStep } from "./script.ts";
import { objectOf, type WireProtocol } from "./wire_protocol.ts";

/** Options of {@link startScriptedServer}. */
export interface ScriptedServerOptions {
  /** Milliseconds before each answer. @default 0 */
  readonly latencyMs?: number;
  /** The only key that is taken; others get 401. @default any, and none */
  readonly key?: string;
  /** The only models there are; others get 404. @default any */
  readonly models?: readonly string[];
}

/** A server that runs. */
export interface ScriptedServer extends AsyncDisposable {
  /** Its base URL, the same for both protocols: `http://127.0.0.1:<port>/v1`. */
  readonly url: string;
  /** Every request to a model, in the order they came. */
  readonly requests: readonly RecordedRequest[];
  /** How many were under way at once, at most. */
  readonly mostConcurrent: number;
  /** Waits until no request is under way. */
  settled(): Promise<void>;
}

/**
 * Starts a server on a free port of this machine. A list is played step by step, and what comes after its end gets 400, which
 * clients do not repeat; a function is asked for each request, and its undefined gets 400 too.
 *
 * @example
 * ```ts ignore
 * await using server = startScriptedServer([{ status: 529 }, "Hello"]);
 * const model = await openModel(modelSettings({
 *   flags: { provider: "anthropic", model: "any", baseUrl: server.url },
 *   env: { ANTHROPIC_API_KEY: "any" },
 * }));
 * ```
 */
export function startScriptedServer(
  script: Script,
  options: ScriptedServerOptions = {},
): ScriptedServer {
  const requests: RecordedRequest[] = [];
  const underWay = new Set<Promise<void>>();
  const open = new Set<AbortController>();
  let mostConcurrent = 0;

  const begin = () => {
    const over = Promise.withResolvers<void>();
    const left = new AbortController();
    let outcome: Outcome | undefined;
    underWay.add(over.promise);
    open.add(left);
    mostConcurrent = Math.max(mostConcurrent, underWay.size);
    const onEnd = (how: Outcome) => {
      outcome ??= how;
      underWay.delete(over.promise);
      open.delete(left);
      over.resolve();
    };
    return { left, onEnd, outcome: () => outcome };
  };

  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const wire = WIRES.find(({ path }) => pathname === `/v1${path}`);
    if (!wire || request.method !== "POST") {
      return new Response("not found", { status: 404 });
    }
    const { left, onEnd, outcome } = begin();
    try {
      const recorded = await record(wire, request);
      const asked = { ...recorded, call: requests.length + 1, outcome };
      requests.push(asked);
      const step = refusal(wire, asked, options) ?? await next(script, asked);
      const latencyMs = options.latencyMs ?? 0;
      const exchange = { wire, request: asked, latencyMs, left, onEnd };
      return await playStep(step, exchange);
    } catch (error) {
      onEnd(left.signal.aborted ? "left" : "dropped");
      // A script that throws is a mistake in a test: its words get to whoever reads the failure.
      return Response.json(wire.error(400, `the script failed: ${error}`), {
        status: 400,
      });
    }
  };

  const closing = new AbortController();
  const { signal } = closing;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, signal, onListen: () => {} },
    handle,
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}/v1`,
    requests,
    get mostConcurrent() {
      return mostConcurrent;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    [Symbol.asyncDispose]: async () => {
      for (const left of open) left.abort();
      closing.abort(); // to wait for connections that clients keep may take for ever
      await server.finished;
    },
  };
}

async function record(wire: WireProtocol, request: Request) {
  const body = objectOf(await request.json());
  const prompt = wire.prompt(body);
  const said = prompt.turns.map(({ text }) => text);
  return {
    ...prompt,
    protocol: wire.name,
    headers: Object.fromEntries(request.headers),
    body,
    text: [prompt.system, ...said].join("\n\n"),
  };
}

/** What a server says to a request that it does not take. */
function refusal(
  wire: WireProtocol,
  { headers, model }: RecordedRequest,
  { key, models }: ScriptedServerOptions,
): ScriptStep | undefined {
  if (key !== undefined && wire.key(new Headers(headers)) !== key) {
    return { status: 401, message: "invalid key" };
  }
  return models && !models.includes(model)
    ? { status: 404, message: `model: ${model}` }
    : undefined;
}

async function next(
  script: Script,
  request: RecordedRequest,
): Promise<ScriptStep> {
  const step = typeof script === "function"
    ? await script(request)
    : script[request.call - 1];
  return step ??
    { status: 400, message: `the script has no step ${request.call}` };
}

const WIRES = [ANTHROPIC_WIRE, OPENAI_WIRE];
