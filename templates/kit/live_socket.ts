/**
 * Live updates over a WebSocket: the same events, each a JSON text.
 *
 * @module
 */
import type { CloseReason, LiveFrame } from "./live_frames.ts";

/** Says whether a request asks for a WebSocket. */
export function isUpgrade({ headers }: Request): boolean {
  return headers.get("upgrade")?.toLowerCase() === "websocket";
}

/**
 * Says whether a request may open a WebSocket by where it comes from: no other site's page may, because browsers do not
 * hold WebSockets to the rules that keep pages from reading the API. Other origins may be named that may.
 */
export function isSameOrigin(
  { headers }: Request,
  others: readonly string[] = [],
): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true; // not from a page
  if (others.includes("*") || others.includes(origin)) return true;
  return URL.canParse(origin) &&
    new URL(origin).host === headers.get("host")?.toLowerCase();
}

/** The token that stands among the protocols as `bearer.<token>`: pages cannot set headers of a WebSocket. */
export function protocolToken(
  { headers }: Request,
  scheme: string = "Bearer",
): string | undefined {
  const prefix = `${scheme.toLowerCase()}.`;
  return protocolsOf(headers).find((one) => one.startsWith(prefix))
    ?.slice(prefix.length);
}

/** Takes a request for a WebSocket and sends it every frame. What it sends itself is not read. */
export function openSocket(
  request: Request,
  frames: AsyncGenerator<LiveFrame, void>,
  onClose: () => void,
): Response {
  const names = protocolsOf(request.headers);
  const { socket, response } = Deno.upgradeWebSocket(request, {
    idleTimeout: IDLE_S,
    ...(names.includes(PROTOCOL) ? { protocol: PROTOCOL } : {}),
  });
  socket.onopen = () => void sendAll(socket, frames, onClose);
  socket.onclose = onClose;
  socket.onerror = onClose;
  return response;
}

async function sendAll(
  socket: WebSocket,
  frames: AsyncGenerator<LiveFrame, void>,
  onClose: () => void,
): Promise<void> {
  for await (const frame of frames) {
    if (socket.readyState !== WebSocket.OPEN) break;
    if (frame.event === "beat") continue; // pings show that it is there
    if (frame.event === "closed") {
      const { reason } = frame.data;
      return socket.close(CLOSE_CODES[reason], reason);
    }
    if (socket.bufferedAmount > MOST_BUFFERED) {
      socket.close(CLOSE_CODES.slow, "slow");
      break;
    }
    socket.send(JSON.stringify(frame));
  }
  onClose();
}

function protocolsOf(headers: Headers): string[] {
  return (headers.get("sec-websocket-protocol") ?? "").split(",")
    .map((name) => name.trim());
}

/** The protocol that a page names beside its token, because the server has to choose one. */
const PROTOCOL = "live";
const IDLE_S = 30;
const MOST_BUFFERED = 1024 * 1024;
const CLOSE_CODES: Readonly<Record<CloseReason, number>> = {
  stopping: 1001,
  unauthorized: 1008,
  gone: 1008,
  unavailable: 1011,
  slow: 1013,
};
