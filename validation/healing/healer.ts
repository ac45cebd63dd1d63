/**
 * What a healer is: findings of a tier in, changes of files out.
 *
 * @module
 */
import type { ManifestEntry } from "../../generator/output/manifest.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import type { Finding, TierNumber } from "../report.ts";

/** The tiers that are healed; the first never is: what fails there is a defect of autocoder or of the machine. */
export type HealedTier = Exclude<TierNumber, 1>;

/** A change of one file. */
export interface Edit {
  /** Its path in the system; one that ends with a slash is a folder. */
  readonly path: string;
  /** Its whole new text; empty for a folder. */
  readonly text: string;
}

/** What a healer proposes. */
export interface Proposal {
  /** The codes of the findings that it answers. */
  readonly codes: readonly string[];
  /** What is done, and why that is what was meant. */
  readonly reason: string;
  /** The changes; they are made together or not at all. */
  readonly edits: readonly Edit[];
}

/** A system that failed, as healers see it: they only read. */
export interface SickSystem {
  /** What its blueprint expands to. */
  readonly model: SystemModel;
  /** The text of blueprint.yaml. */
  readonly blueprintText: string;
  /** Its files as they were generated. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  /** Reads a file; undefined when it is not there, or is none of the system's. */
  read(path: string): Promise<string | undefined>;
  /** Generates the files anew, by path; nothing is written. None where files of logic were changed to what nothing is generated of. */
  generated(): Promise<ReadonlyMap<string, string>>;
  /** Whether somebody has changed or removed a file since it was generated. */
  isEdited(path: string): Promise<boolean>;
}

/** Proposes how to heal what was found. */
export interface Healer {
  /** Its name, as the report tells it. */
  readonly name: string;
  /** The tiers whose findings it may heal. */
  readonly tiers: readonly HealedTier[];
  /** Whether it is asked only in rounds in which no other proposes anything, because it costs something. @default false */
  readonly isLast?: boolean;
  /** Proposes changes, none where it knows none; it neither writes nor guesses. */
  propose(
    findings: readonly Finding[],
    system: SickSystem,
    signal: AbortSignal,
  ): Promise<readonly Proposal[]>;
}
