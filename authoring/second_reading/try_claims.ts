/**
 * Tries claims: checks each, runs its test, and puts what was mended in the place of what was dropped.
 *
 * @module
 */
import {
  checkClaim,
  type CheckedClaim,
  type ClaimGround,
  normal,
} from "./check_claim.ts";
import type { Claim, UnreadableClaim } from "./claim.ts";
import type { RanClaim } from "./run_claim.ts";

/** What claims are tried with. */
export interface Trial {
  /** What they are held to. */
  readonly ground: ClaimGround;
  /** Runs the test of one. */
  readonly run: (claim: CheckedClaim, name: string) => Promise<RanClaim>;
  /** Takes how far it is. */
  readonly tell: (text: string) => void;
}

/** A claim with what became of it. */
export interface TriedClaim extends RanClaim {
  /** The claim. */
  readonly claim: Claim | UnreadableClaim;
}

/** Checks claims and runs their tests, one after the other. */
export async function tryAll(
  claims: readonly (Claim | UnreadableClaim)[],
  trial: Trial,
): Promise<TriedClaim[]> {
  const tried: TriedClaim[] = [];
  for (const [i, claim] of claims.entries()) {
    tried.push(await tryOne(claim, `S${i + 1}`, tried, trial));
  }
  return tried;
}

async function tryOne(
  claim: Claim | UnreadableClaim,
  name: string,
  before: readonly TriedClaim[],
  trial: Trial,
): Promise<TriedClaim> {
  const outcome = await outcomeOf(claim, name, before, trial);
  trial.tell(
    `${name} ${outcome.outcome}${
      outcome.reason === undefined ? "" : `: ${outcome.reason}`
    }`,
  );
  return { claim, ...outcome };
}

async function outcomeOf(
  claim: Claim | UnreadableClaim,
  name: string,
  before: readonly TriedClaim[],
  trial: Trial,
): Promise<RanClaim> {
  if ("fault" in claim) return { ...dropped(claim.fault), mendable: true };
  const twin = before.findIndex((other) =>
    "steps" in other.claim &&
    JSON.stringify(other.claim.steps) === JSON.stringify(claim.steps)
  );
  if (twin >= 0) return dropped(`its test is that of S${twin + 1}`);
  const checked = checkClaim(claim, trial.ground);
  return typeof checked === "string"
    ? { ...dropped(checked), mendable: true }
    : await trial.run(checked, name);
}

/** Tries what was mended in the place of what was dropped: what ran, whatever came of it, stays. */
export async function tryMended(
  tried: readonly TriedClaim[],
  mended: readonly (Claim | UnreadableClaim)[],
  trial: Trial,
): Promise<readonly TriedClaim[]> {
  const left = [...mended];
  const take = (quote: string) => {
    const at = left.findIndex((one) => normal(one.quote) === normal(quote));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const faulty = tried.filter(({ mendable }) => mendable);
  const chosen = new Map(faulty.map((one) => [one, take(one.claim.quote)]));
  // A quote that was wrong is another one now: what is left stands for these, in order.
  for (const one of faulty) {
    if (!chosen.get(one)) chosen.set(one, left.shift());
  }
  const result: TriedClaim[] = [];
  for (const [i, one] of tried.entries()) {
    const better = chosen.get(one);
    result.push(
      better ? await tryOne(better, `S${i + 1}`, result, trial) : one,
    );
  }
  return result;
}

function dropped(reason: string): RanClaim {
  return { outcome: "dropped", reason, steps: [] };
}
