/**
 * One step of a script as an HTTP response.
 *
 * @module
 */
import { wait } from "../providers/wait.ts";
import type {
  AnswerStep,
  HugeStep,
  RecordedRequest,
  ScriptStep,
  StatusStep,
} from "./script.ts";
import type { WireAnswer, WireProtocol } from "./wire_protocol.ts";

/** How an exchange ended. */
export type Outcome = NonNullable<ReturnType<RecordedRequest["outcome"]>>;

/** One request and its answer. */
export interface Exchange {
  /** The protocol it is in. */
  readonly wire: WireProtocol;
  /** The request. */
  readonly request: RecordedRequest;
  /** Milliseconds before a step that says nothing about it. */
  readonly latencyMs: number;
  /** Aborted when the client left or the server closes. */
  readonly left: AbortController;
  /** Is told once how it ended. */
  readonly onEnd: (outcome: Outcome) => void;
}

/** Plays a step. */
export async function playStep(
  given: ScriptStep,
  exchange: Exchange,
): Promise<Response> {
  const step = typeof given === "string" ? { text: given } : given;
  const { wire, request, left, onEnd } = exchange;
  await wait(step.latencyMs ?? exchange.latencyMs, left.signal);
  if ("status" in step) {
    onEnd("answered");
    return failure(wire, step);
  }
  if ("raw" in step) {
    onEnd("answered");
    const type = step.contentType ?? "text/event-stream";
    return new Response(step.raw, { headers: { "content-type": type } });
  }
  if ("text" in step && !request.stream) {
    onEnd("answered");
    const answer = answerTo(request, step);
    return Response.json(wire.whole(answer, pieces(step.text).join("")));
  }
  const events = "text" in step
    ? answerEvents(step, exchange)
    : hugeEvents(step, exchange);
  const isDropped = "text" in step && step.then === "drop";
  return new Response(streamOf(events, exchange, isDropped), {
    headers: {
      "content-type": "text/event-stream",
      // A body that ends before its length breaks the connection.
      ...(isDropped ? { "content-length": "1000000" } : {}),
    },
  });
}

function failure(
  wire: WireProtocol,
  { status, headers, message = `scripted ${status}`, body }: StatusStep,
): Response {
  return body === undefined
    ? Response.json(wire.error(status, message), { status, headers })
    : new Response(body, { status, headers });
}

async function* answerEvents(
  step: AnswerStep,
  { wire, request, left: { signal } }: Exchange,
): AsyncGenerator<string> {
  const answer = answerTo(request, step);
  for (let count = 0; count < (step.comments ?? 0); count++) {
    yield ": it goes on\n\n";
    await wait(step.pieceMs ?? 0, signal);
  }
  yield wire.opening(answer);
  for (const [index, piece] of pieces(step.text).entries()) {
    if (index > 0 && step.pieceMs) await wait(step.pieceMs, signal);
    yield wire.piece(answer, piece);
  }
  if (step.then === "stall") await forever(signal);
  if (step.then === "drop" || step.then === "cut") return;
  yield typeof step.then === "object"
    ? wire.streamedError(step.then.error, step.then.message ?? "scripted error")
    : wire.closing(answer);
}

async function* hugeEvents(
  { hugeBytes, onOneLine = false }: HugeStep,
  { wire, request, left: { signal } }: Exchange,
): AsyncGenerator<string> {
  const answer = answerTo(request, { text: "" });
  yield wire.opening(answer);
  if (onOneLine) {
    const [head = "", tail = ""] = wire.piece(answer, "@").split("@");
    yield head;
    for (let sent = 0; sent < hugeBytes; sent += FILLER.length) {
      await wait(0, signal);
      yield FILLER;
    }
    yield tail;
  } else {
    for (let sent = 0; sent < hugeBytes; sent += FILLER.length) {
      await wait(0, signal);
      yield wire.piece(answer, FILLER);
    }
  }
  yield wire.closing(answer);
}

/** Cuts a text where words end, as models do; some pieces are one character and some a line. */
function pieces(text: AnswerStep["text"]): readonly string[] {
  if (typeof text !== "string") return text;
  return text.match(/\s*\S{1,12}\s*/g) ?? [text];
}

function answerTo(request: RecordedRequest, step: AnswerStep): WireAnswer {
  const text = pieces(step.text).join("");
  const { stream_options: options } = request.body;
  return {
    id: String(request.call),
    model: request.model,
    end: step.end ?? "done",
    byTool: request.byTool,
    tellsUsage: (step.tellsUsage ?? true) && options !== undefined,
    usage: {
      input: Math.ceil(request.text.length / 4),
      output: Math.ceil(text.length / 4),
      cached: 0,
      ...step.usage,
    },
  };
}

function streamOf(
  events: AsyncGenerator<string>,
  { left, onEnd }: Exchange,
  isDropped: boolean,
): ReadableStream<Uint8Array> {
  let isRead = true;
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await events.next();
        if (!done) return controller.enqueue(new TextEncoder().encode(value));
        onEnd(isDropped ? "dropped" : "answered");
      } catch {
        onEnd("left"); // nothing but its signal breaks a step off
      }
      if (isRead) controller.close();
    },
    cancel: () => {
      isRead = false;
      onEnd("left");
      left.abort();
    },
  });
}

function forever(signal: AbortSignal): Promise<never> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  return promise;
}

const FILLER = "blah ".repeat(3_276);
