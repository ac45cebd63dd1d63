/**
 * Where a request comes from.
 *
 * @module
 */
import type { ConnectionInfo } from "./http_listener.ts";

/** Remembers the connection of a request as long as the request lives, and returns the request. */
export function fromConnection(
  request: Request,
  info: ConnectionInfo,
): Request {
  CONNECTIONS.set(request, info);
  return request;
}

/** Remembers that a request was made to answer another, and returns it: it comes from where that does. */
export function fromInside(request: Request, outer: Request): Request {
  OUTER.set(request, OUTER.get(outer) ?? outer);
  return request;
}

/**
 * Gives the address that a request comes from: what a trusted proxy says in `header`, else the connection's.
 * Name a header only if the proxy sets it anew on every request: clients can send any.
 */
export function clientOf(request: Request, header = ""): string {
  const outer = OUTER.get(request) ?? request;
  const told = header === "" ? null : outer.headers.get(header);
  if (told !== null) return told.slice(0, MAX_ADDRESS_LENGTH);
  const address = CONNECTIONS.get(outer)?.remoteAddr;
  return address !== undefined && "hostname" in address
    ? address.hostname
    : "unknown";
}

const OUTER = new WeakMap<Request, Request>();
const CONNECTIONS = new WeakMap<Request, ConnectionInfo>();
const MAX_ADDRESS_LENGTH = 100;
