/**
 * Idempotency keys: are answers kept for a time that is of use?
 *
 * @module
 */
import type { Blueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { secondsOf } from "./duration_text.ts";

/** Checks how long answers are kept. */
export function checkIdempotency(
  { http }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { keep } = http?.idempotency ?? {};
  if (keep === undefined) return;
  const seconds = secondsOf(keep);
  if (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) return;
  diagnostics.error(
    "AC620",
    "http.idempotency.keep",
    `Cannot keep answers for "${keep}": found ${
      seconds < LEAST_SECONDS ? "less than 1m" : "more than 30d"
    }, wanted a time from 1m to 30d`,
    { hint: "write 24h" },
  );
}

const LEAST_SECONDS = 60;
const MOST_SECONDS = 30 * 24 * 60 * 60;
