/**
 * What a tier is: a list of checks over one system.
 *
 * @module
 */
import type { ReadAnswers } from "../generator/authored/read_answers.ts";
import type { Manifest } from "../generator/output/manifest.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import type { Blueprint } from "../generator/blueprint/blueprint.ts";
import type { FindingCode } from "./finding_codes.ts";
import type { FoundDeno } from "./find_deno.ts";
import type { RequirementTrace, Stage } from "./report.ts";
import type { Workbench } from "./workbench.ts";

/** A system under verification: what is known about it before anything runs. */
export interface Subject {
  /** Its folder; nothing is written there but evidence. */
  readonly dir: string;
  /** The manifest; missing when there is none that can be read. */
  readonly manifest?: Manifest;
  /** The text of blueprint.yaml; missing when there is none. */
  readonly blueprintText?: string;
  /** The blueprint; missing when it is not valid. */
  readonly blueprint?: Blueprint;
  /** What the blueprint expands to; missing when it is not valid. */
  readonly model?: SystemModel;
  /** What is kept of a language model's answers; missing when there is no valid blueprint. */
  readonly answers?: ReadAnswers;
}

/** What the checks of a run share. */
export interface TierContext {
  /** The system. */
  readonly subject: Subject;
  /** The Deno to run it with; missing when none was found. */
  readonly deno?: FoundDeno;
  /** Runs tools and keeps their output. */
  readonly bench: Workbench;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** Why there is no database for a system that needs one; missing when there is one, or it needs none. */
  readonly noDatabase?: string;
  /** Whether generated files may differ from the manifest. */
  readonly allowEdits: boolean;
  /** Takes the requirements with the tests that were executed for each. */
  readonly trace: (requirements: readonly RequirementTrace[]) => void;
}

/** A finding as a check reports it; tier and code's meaning are known from the check. */
export interface FindingDraft {
  readonly code: FindingCode;
  readonly place: string;
  readonly cause: string;
  readonly nextStep: string;
  /** Where the code stood when it failed, innermost first, as `path:line:column` in the system. @default unknown */
  readonly frames?: readonly string[];
  /** Other places that a tool says it has to do with, such as where a type is declared. @default none */
  readonly related?: readonly string[];
}

/** What a check found out. Failed exactly when it has findings. */
export type CheckOutcome =
  | {
    readonly findings: readonly FindingDraft[];
    /** Its raw output's name, see {@link Workbench}. */
    readonly log?: string;
    /** A figure, such as `12 tests`. */
    readonly note?: string;
    /** Milliseconds, where the check shares a run with others. @default from the check's start to its end */
    readonly ms?: number;
  }
  | {
    /** Why it makes no sense here. */
    readonly notApplicable: string;
  }
  | {
    /** Why it could not run, though it should. */
    readonly notRun: string;
  };

/** One check before it runs. */
export interface CheckPlan {
  /** Stable, such as `logic.types`. */
  readonly id: string;
  /** What it makes sure of. */
  readonly title: string;
  /** Whether no other check of its tier, nor of later ones, may run before it has passed. @default false */
  readonly isGate?: boolean;
  /** Finds out; anything thrown is a finding of its own. */
  run(): Promise<CheckOutcome>;
}

/** A tier: planned once the tiers before it have passed. */
export interface Tier {
  readonly tier: Stage;
  readonly name: string;
  readonly title: string;
  /** Whether its checks run one after the other. @default false, they run at the same time */
  readonly inTurn?: boolean;
  /** Lists its checks. */
  plan(context: TierContext): readonly CheckPlan[];
}
