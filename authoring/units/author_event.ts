/**
 * What happens while a language model writes: for whoever shows it.
 *
 * @module
 */
import type { TokenUsage } from "../language_model.ts";
import type { Stage } from "./unit_work.ts";

/** A step. */
export type AuthorEvent =
  | { readonly event: "round"; readonly round: number; readonly units: number }
  | {
    readonly event: "wave";
    readonly wave: number;
    readonly of: number;
    readonly units: number;
  }
  | { readonly event: "asked"; readonly unit: string; readonly round: number }
  | { readonly event: "text"; readonly unit: string; readonly length: number }
  | {
    readonly event: "retry";
    readonly unit: string;
    readonly reason: string;
    readonly waitMs: number;
  }
  | {
    readonly event: "answered";
    readonly unit: string;
    readonly usage: TokenUsage;
    readonly ms: number;
  }
  | {
    readonly event: "checking";
    readonly stage: Stage;
    readonly units: number;
  }
  | {
    readonly event: "faults";
    readonly unit: string;
    readonly stage: Stage;
    readonly faults: readonly string[];
  }
  | {
    readonly event: "written";
    readonly unit: string;
    readonly rounds: number;
  }
  | { readonly event: "failed"; readonly unit: string; readonly why: string };
