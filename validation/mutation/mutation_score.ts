/**
 * Counts what became of mutants, and judges it.
 *
 * @module
 */
import type { FindingDraft } from "../tier.ts";
import { describeMutant, type Mutant } from "./mutant.ts";
import type { MutantResult } from "./mutant_lane.ts";

/** A mutant and what became of it. */
export interface TriedMutant {
  readonly mutant: Mutant;
  readonly result: MutantResult;
}

/** The least share of mutants that tests must notice. */
export const WANTED_SCORE = 0.8;

/** Counts the mutants of a state. */
export function countOf(
  tried: readonly TriedMutant[],
  state: MutantResult["state"],
): number {
  return tried.filter(({ result }) => result.state === state).length;
}

/** Killed over killed and survived; what the compiler refused and what took too long does not count. */
export function mutationScore(tried: readonly TriedMutant[]): number {
  const killed = countOf(tried, "killed");
  const counted = killed + countOf(tried, "survived");
  return counted === 0 ? 0 : killed / counted;
}

/** Tells the figures in a line. */
export function tellScore(
  tried: readonly TriedMutant[],
  notTried: number,
): string {
  const count = (state: MutantResult["state"]) => countOf(tried, state);
  return `score ${percent(mutationScore(tried))}: ${count("killed")} killed, ${
    count("survived")
  } survived, ${count("timed out")} timed out, ${
    count("refused")
  } refused by the compiler, ${notTried} not tried`;
}

/** Lists what is wrong with a score: nothing, or the score and the worst survivors. */
export function judgeScore(tried: readonly TriedMutant[]): FindingDraft[] {
  const score = mutationScore(tried);
  if (score >= WANTED_SCORE) return [];
  const survivors = tried
    .filter(({ result }) => result.state === "survived")
    .map(({ mutant }) => mutant)
    .toSorted((a, b) => weight(a) - weight(b) || compareIds(a, b));
  return [
    {
      code: "V701",
      place: "tests",
      cause: `found that tests notice ${percent(score)} of the changes to ` +
        `the code, wanted ${percent(WANTED_SCORE)}`,
      nextStep: "write tests for the changes below that matter most",
    },
    ...survivors.slice(0, MOST_FINDINGS).map((mutant): FindingDraft => ({
      code: "V702",
      place: `${mutant.file}:${mutant.line}`,
      cause: `found no test that fails after this change: ${
        describeMutant(mutant).slice(`${mutant.file}:${mutant.line} `.length)
      }`,
      nextStep: "write a test that fails with it, or remove what it changes",
    })),
  ];
}

/** Rounded down: 79.9 % is not 80 %. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}

/** Who may do what weighs most, then the rules, then what is built of them. */
function weight({ file }: Mutant): number {
  const folder = FOLDERS.findIndex((folder) => file.startsWith(folder));
  return folder < 0 ? FOLDERS.length : folder;
}

function compareIds(a: Mutant, b: Mutant): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const FOLDERS: readonly string[] = [
  "access/",
  "validations/",
  "logic/",
  "components/",
  "schemas/",
];

const MOST_FINDINGS = 15;
