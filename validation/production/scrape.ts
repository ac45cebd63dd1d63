/**
 * Reads the metrics of a running system.
 *
 * @module
 */
import { ask } from "./ask.ts";
import { type Metrics, readPrometheus } from "./prometheus_text.ts";

/** Asks for `/metrics` and reads it. */
export async function scrape(
  url: string,
  signal: AbortSignal,
): Promise<Metrics> {
  const { text } = await ask(`${url}/metrics`, { signal });
  return readPrometheus(text);
}
