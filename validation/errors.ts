/**
 * The errors a caller of the verification may catch.
 *
 * @module
 */
import { counted } from "./counted.ts";
import type { VerificationReport } from "./report.ts";

/** The verification itself could not run: no system there, no Deno, interrupted, a check without its tool. */
export class ValidationPipelineError extends Error {
  /** Tells it from other errors, also across realms. */
  override readonly name = "ValidationPipelineError";
  /** What is known so far; missing when nothing could be checked. */
  readonly report?: VerificationReport;

  /** Takes the whole message, and the report when there is one. */
  constructor(
    message: string,
    options: ErrorOptions & { readonly report?: VerificationReport } = {},
  ) {
    super(message, options);
    this.report = options.report;
  }
}

/** The system was checked and is not good: at least one check failed, or the system does not run. */
export class GeneratedSystemError extends Error {
  /** Tells it from other errors, also across realms. */
  override readonly name = "GeneratedSystemError";
  /** The report; missing when the system was only started, not verified. */
  readonly report?: VerificationReport;
  /** What the system wrote; missing when it was not started. */
  readonly output?: string;

  /** Takes the whole message, the report when there is one, and what the system wrote when it was started. */
  constructor(
    message: string,
    options: ErrorOptions & {
      readonly report?: VerificationReport;
      readonly output?: string;
    } = {},
  ) {
    super(message, options);
    this.report = options.report;
    this.output = options.output;
  }
}

/**
 * Lets a verified system pass.
 *
 * @throws {GeneratedSystemError} when a check failed.
 * @throws {ValidationPipelineError} when the verification was interrupted or something did not run.
 */
export function requireVerified(report: VerificationReport): void {
  if (report.status === "verified") return;
  const about = `Cannot call "${report.system}" verified`;
  if (report.status === "failed") {
    const findings = report.checks.flatMap((check) => check.findings);
    const [first] = findings;
    throw new GeneratedSystemError(
      `${about}: found ${counted(findings.length, "finding")}${
        first ? `, the first ${first.code} at ${first.place}` : ""
      }, wanted none`,
      { report },
    );
  }
  const missing = report.checks.filter((check) => check.state === "not_run");
  throw new ValidationPipelineError(
    report.status === "interrupted"
      ? `${about}: the verification was interrupted`
      : `${about}: found ${missing.length} checks that did not run, wanted none`,
    { report },
  );
}
