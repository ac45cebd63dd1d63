/**
 * Live updates as server-sent events (WHATWG HTML, 9.2).
 *
 * @module
 */
import { SECURITY_HEADERS } from "./http_response.ts";
import type { LiveFrame } from "./live_frames.ts";

/** Answers with a stream of events. Frames are made as they are read, so that one who does not read costs nothing. */
export function eventStream(
  frames: AsyncGenerator<LiveFrame, void>,
  onCancel: () => void,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await frames.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(eventText(value)));
    },
    cancel: onCancel,
  }, { highWaterMark: 0 });
  return new Response(body, { headers: EVENT_STREAM_HEADERS });
}

/** Writes one frame. */
export function eventText(frame: LiveFrame): string {
  if (frame.event === "beat") return ":\n\n";
  const id = "id" in frame ? `id: ${frame.id}\n` : "";
  const retry = frame.event === "ready" ? `retry: ${RETRY_MS}\n` : "";
  const data = JSON.stringify("data" in frame ? frame.data : {});
  return `${retry}${id}event: ${frame.event}\ndata: ${data}\n\n`;
}

/** The headers of a stream of events; proxies are asked not to gather it. */
export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "content-type": "text/event-stream",
  "x-accel-buffering": "no",
};

/** When a client is to come back after the stream has ended. */
const RETRY_MS = 2000;
