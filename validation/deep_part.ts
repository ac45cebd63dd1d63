/**
 * What a part of the deep run is: checks that take minutes, on a system that its tiers have passed.
 *
 * @module
 */
import type { Manifest } from "../generator/output/manifest.ts";
import type { SystemModel } from "../generator/model/system_model.ts";
import type { DeepJournal } from "./deep_journal.ts";
import type { FoundDeno } from "./find_deno.ts";
import type { DeepName } from "./report.ts";
import type { CheckPlan, TierContext } from "./tier.ts";

/** How far the deep run goes. */
export interface DeepLimits {
  /** Requests of the fuzz run. */
  readonly fuzzRequests: number;
  /** Mutants that are tried at most; the rest is listed as not tried. */
  readonly mutants: number;
  /** Seconds of load at saturation. */
  readonly loadSeconds: number;
  /** Seconds of the soak. */
  readonly soakSeconds: number;
  /** Seconds after which an answer to an attack is missing. */
  readonly answerSeconds: number;
}

/** The limits of a deep run that names none. */
export const DEEP_LIMITS: DeepLimits = {
  fuzzRequests: 10_000,
  mutants: 300,
  loadSeconds: 10,
  soakSeconds: 60,
  answerSeconds: 30,
};

/** Decides what is random in a run that names no seed. */
export const DEFAULT_SEED = 1;

/** What the checks of a deep run share. */
export interface DeepContext extends TierContext {
  /** The Deno to run the system with. */
  readonly deno: FoundDeno;
  /** What the blueprint expands to. */
  readonly model: SystemModel;
  /** What was generated. */
  readonly manifest: Manifest;
  /** Decides all that is random. */
  readonly seed: number;
  /** How far it goes. */
  readonly limits: DeepLimits;
  /** What the system is started with besides, wherever it is tried as its owner would start it. @default nothing */
  readonly settings?: Readonly<Record<string, string>>;
  /** Keeps what was found out, for a run that goes on after an interruption. */
  readonly journal: DeepJournal;
  /** Takes how far a check is, such as `3,400 of 10,000 requests`. */
  readonly tell: (check: string, text: string) => void;
}

/** A part of the deep run. Its checks run one after the other: each may need the whole machine. */
export interface DeepPart {
  /** Its name, and the first word of the ids of its checks. */
  readonly part: DeepName;
  /** What it makes sure of. */
  readonly title: string;
  /** Lists its checks. */
  plan(context: DeepContext): readonly CheckPlan[];
}
