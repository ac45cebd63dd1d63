/**
 * What a verification tells while it runs.
 *
 * @module
 */
import type { Check, Stage, TierResult, VerificationStatus } from "./report.ts";

/** One step of a verification, as plain data; `--json` prints it as it is. */
export type ProgressEvent =
  | {
    readonly event: "tier_started";
    readonly tier: Stage;
    readonly name: string;
    readonly title: string;
    /** How many checks it has. */
    readonly checks: number;
  }
  | {
    readonly event: "check_started";
    readonly tier: Stage;
    readonly id: string;
    readonly title: string;
  }
  | {
    /** How far a check is that takes long. */
    readonly event: "check_progress";
    readonly tier: Stage;
    readonly id: string;
    /** Such as `3,400 of 10,000 requests`. */
    readonly text: string;
  }
  | { readonly event: "check_finished"; readonly check: Check }
  | { readonly event: "tier_finished"; readonly result: TierResult }
  | {
    /** Nothing has changed since the verification that began then; nothing is run again. */
    readonly event: "reused";
    readonly startedAt: string;
  }
  | {
    /** An earlier healing was killed halfway; it was taken back before anything else. */
    readonly event: "taken_back";
    /** Files that are as they were before it. */
    readonly restored: readonly string[];
    /** Files that somebody has changed since; they stay. */
    readonly left: readonly string[];
  }
  | {
    readonly event: "finished";
    readonly status: VerificationStatus;
    readonly ms: number;
  };
