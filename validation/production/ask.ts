/**
 * Sends one request, with patience: a check of production readiness judges what comes, not how soon.
 *
 * @module
 */
import { probe, type ProbeRequest, type ProbeResponse } from "../http_probe.ts";

/** Sends it; rejects when no whole answer comes within half a minute, which is a hang on any machine. */
export function ask(
  url: string,
  options: Omit<ProbeRequest, "timeoutMs">,
): Promise<ProbeResponse> {
  return probe(url, { ...options, timeoutMs: PATIENCE_MS });
}

const PATIENCE_MS = 30_000;
