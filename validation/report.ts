/**
 * The report of a verification: what was checked, how it ended, and what was not proved.
 *
 * @module
 */
import type { AuthoringPart } from "./authoring_part.ts";
import type { SecondReading } from "./second_reading.ts";

/** The version of report.json. */
export const REPORT_SCHEMA = "autocoder/report/v3";

/** How a check ended. `not_run` counts against the score, `not_applicable` does not count at all. */
export type CheckState = "passed" | "failed" | "not_applicable" | "not_run";

/** The four tiers, in order. */
export type TierNumber = 1 | 2 | 3 | 4;

/** The parts of the deep run, in order: after the tiers, and only when they are asked for. */
export const DEEP_NAMES = [
  "security",
  "fuzz",
  "mutation",
  "production",
] as const;

/** A part of the deep run. */
export type DeepName = typeof DEEP_NAMES[number];

/** What a check belongs to. */
export type Stage = TierNumber | DeepName;

/** What caused a finding, as far as that can be told: a line of the blueprint, a template, an edit. */
export interface FindingOrigin {
  /** The line of the blueprint that the place was made for. */
  readonly blueprint?: {
    /** The blueprint's file in the system. */
    readonly file: string;
    /** The line, from 1. */
    readonly line: number;
    /** The column, from 1. */
    readonly column: number;
    /** The path there, such as `entities.task.fields.title`. */
    readonly path?: string;
  };
  /** The template, or the module that is copied, which made what is wrong: of several the likeliest. */
  readonly template?: string;
  /** What else may have, of which the finding tells no more. */
  readonly otherTemplates?: readonly string[];
  /** The generated file that it was found to come from, with its line, where the place names another. */
  readonly generated?: string;
  /** The files it leads to that are not as they were generated: an edit is likelier the cause than a template. */
  readonly edited?: readonly string[];
}

/** One thing that is wrong. */
export interface Finding {
  /** Stable, `V` and three digits, the first one its tier's; see {@link FINDING_CODES}. */
  readonly code: string;
  /** The tier, or the part of the deep run, that found it. */
  readonly tier: Stage;
  /** Where: a path in the system with line and column if known, an endpoint, a test. */
  readonly place: string;
  /** What was found and what was wanted. */
  readonly cause: string;
  /** What to do about it. */
  readonly nextStep: string;
  /** What caused it; missing where nothing tells. */
  readonly origin?: FindingOrigin;
}

/** One check and its result. */
export interface Check {
  /** Stable, such as `logic.types` or `logic.unit.task_store`. */
  readonly id: string;
  /** The tier, or the part of the deep run, that it belongs to. */
  readonly tier: Stage;
  /** What it makes sure of. */
  readonly title: string;
  /** How it ended. */
  readonly state: CheckState;
  /** Milliseconds from its start to its end; zero when it did not run. */
  readonly ms: number;
  /** Path of its raw output below the evidence folder, when it has one. */
  readonly log?: string;
  /** A figure or a reason: `12 tests`, why it did not run. */
  readonly note?: string;
  /** What is wrong; empty unless it failed. */
  readonly findings: readonly Finding[];
}

/** A tier, or a part of the deep run, and its result. */
export interface TierResult {
  /** Its place in the order; a part of the deep run has its name here. */
  readonly tier: Stage;
  /** Its name: framework, logic, integration, semantics; security, fuzz, mutation, production. */
  readonly name: string;
  /** What it proves. */
  readonly title: string;
  /** Failed when one of its checks failed; not_run when one did not run. */
  readonly state: CheckState;
  /** Milliseconds from its start to its end. */
  readonly ms: number;
  /** How many of its checks ended in each state. */
  readonly counts: Readonly<Record<CheckState, number>>;
}

/** One test as it was executed. */
export interface TestResult {
  /** Its name, word for word; a step's name has its parents in front, with ` > ` between. */
  readonly name: string;
  /** Its file, relative to the system. */
  readonly file: string;
  /** `ignored` is a test that was there and did not run. */
  readonly state: "passed" | "failed" | "ignored";
  /** Milliseconds it took. */
  readonly ms: number;
  /** What it said when it failed. */
  readonly message?: string;
  /** Where in the system it failed, innermost first. */
  readonly frames?: readonly string[];
  /** Whether it is a step of another test. */
  readonly step: boolean;
}

/** A requirement and how it was proved; `not_understood` is a sentence that became nothing in the blueprint. */
export interface RequirementTrace {
  /** `R1`, `R2`, … */
  readonly id: string;
  /** The sentence, word for word. */
  readonly text: string;
  /** What it became in the blueprint. */
  readonly covers: readonly string[];
  /** The acceptance tests that carry its id, and the other tests that it leads to, as they ran in this verification. */
  readonly tests: readonly TestResult[];
  /** How it ended. */
  readonly state: CheckState | "not_understood";
}

/** How the whole verification ended. `not_run`: nothing failed, but something that is wanted did not run. */
export type VerificationStatus =
  | "verified"
  | "failed"
  | "interrupted"
  | "not_run";

/** Passed checks over applicable ones, and over what was asked for and not understood. */
export interface Score {
  /** Checks that passed. */
  readonly passed: number;
  /** Checks that passed, failed or did not run. */
  readonly applicable: number;
  /** Requirements that became nothing in the blueprint, so that nothing checks them. */
  readonly notUnderstood: number;
  /** `passed / (applicable + notUnderstood)`, 0 to 1; 0 when there is nothing. */
  readonly ratio: number;
}

/** Something that was mended, and whether it stayed so. */
export interface HealingRecord {
  /** The round of healing, from 1; 0 is the blueprint before anything was generated. */
  readonly round: number;
  /** What mended it. */
  readonly healer: string;
  /** The codes of the findings, or of the blueprint's diagnostics, that it answers. */
  readonly codes: readonly string[];
  /** What was done, and why that is what was meant. */
  readonly reason: string;
  /** The files that it changed. */
  readonly files: readonly string[];
  /** The change, as `diff -u` shows it. */
  readonly diff: string;
  /** Whether it stayed: what leads to no pass is taken back. */
  readonly kept: boolean;
}

/** What did the checking. */
export interface Toolchain {
  /** This tool. */
  readonly autocoder: string;
  /** Deno's version; missing when none was found. */
  readonly deno?: string;
  /** The operating system and processor. */
  readonly platform: string;
}

/** The whole report; report.json is exactly this. */
export interface VerificationReport {
  /** The version of this format. */
  readonly schema: typeof REPORT_SCHEMA;
  /** The system's name, from its manifest; empty without one. */
  readonly system: string;
  /** How it ended. */
  readonly status: VerificationStatus;
  /** The score over all checks. */
  readonly score: Score;
  /** What did the checking. */
  readonly tools: Toolchain;
  /** SHA-256 of the manifest that was verified; missing without a manifest. */
  readonly manifestSha256?: string;
  /** The files that were verified, listed in files.sha256; missing when they changed meanwhile. */
  readonly tree?: {
    /** How many. */
    readonly files: number;
    /** SHA-256 of the list. */
    readonly sha256: string;
  };
  /** What was mended to get here; missing when nothing was. */
  readonly healings?: readonly HealingRecord[];
  /** Whether generated files were allowed to differ from the manifest; missing when they were not. */
  readonly allowEdits?: true;
  /** What decided all that was random in the deep run; missing without it. */
  readonly seed?: number;
  /** When it began, RFC 3339 UTC. */
  readonly startedAt: string;
  /** Milliseconds it took. */
  readonly ms: number;
  /** The tiers, in order. */
  readonly tiers: readonly TierResult[];
  /** The parts of the deep run, in order; missing when it was not asked for. */
  readonly deep?: readonly TierResult[];
  /** How ready for production it is: the checks of that part of the deep run, and of nothing else; missing without it. */
  readonly readiness?: Score;
  /** The checks of the tiers and of the deep run, in order. */
  readonly checks: readonly Check[];
  /** Each requirement with its tests. */
  readonly requirements: readonly RequirementTrace[];
  /** What this verification does not prove, one sentence each. */
  readonly notProved: readonly string[];
  /** What a language model had to do with how the system came about; missing when it had nothing. No status or score depends on it. */
  readonly authoring?: AuthoringPart;
  /** What a language model found untested when it read the request again; missing when none was asked. No status or score depends on it. */
  readonly secondReading?: SecondReading;
}

/** Says whether a word names a part of the deep run. */
export function isDeepName(word: string): word is DeepName {
  return DEEP_NAMES.some((name) => name === word);
}

/** Scores a verification: what did not run counts against it, and so does what was not understood. */
export function scoreOf(
  checks: readonly Pick<Check, "state">[],
  requirements: readonly Pick<RequirementTrace, "state">[],
): Score {
  const { passed, failed, not_run } = countStates(checks);
  const applicable = passed + failed + not_run;
  const notUnderstood =
    requirements.filter(({ state }) => state === "not_understood").length;
  const wanted = applicable + notUnderstood;
  const ratio = wanted === 0 ? 0 : passed / wanted;
  return { passed, applicable, notUnderstood, ratio };
}

/** Says the score in words: how many checks passed, and how much of the request nothing checks. */
export function scoreText(
  { score, requirements }: Pick<VerificationReport, "score" | "requirements">,
): string {
  const { passed, applicable, notUnderstood: missed } = score;
  const checks = `${passed} of ${applicable} checks passed`;
  return missed === 0
    ? checks
    : `${checks}; ${missed} of ${requirements.length} requirements ${
      missed === 1 ? "was" : "were"
    } not understood`;
}

/** Says the score of production readiness in words: what passed over what applies; what did not run counts against it. */
export function readinessText({ passed, applicable, ratio }: Score): string {
  const percent = Math.floor(ratio * 1000) / 10;
  return `${passed} of ${applicable} checks passed (${percent} %)`;
}

/** Counts how many checks ended in each state. */
export function countStates(
  checks: readonly Pick<Check, "state">[],
): Record<CheckState, number> {
  const counts = { passed: 0, failed: 0, not_applicable: 0, not_run: 0 };
  for (const { state } of checks) counts[state]++;
  return counts;
}

/** Sums states up: failed before not_run before passed before not_applicable. */
export function worstState(
  checks: readonly Pick<Check, "state">[],
): CheckState {
  const counts = countStates(checks);
  if (counts.failed > 0) return "failed";
  if (counts.not_run > 0) return "not_run";
  return counts.passed > 0 ? "passed" : "not_applicable";
}
