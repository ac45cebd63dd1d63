/**
 * What the report tells of a claim.
 *
 * @module
 */
import { visible } from "../../generator/blueprint/quoted.ts";
import type { SecondClaim } from "../../validation/second_reading.ts";
import { normal } from "./check_claim.ts";
import type { TriedClaim } from "./try_claims.ts";

/** Names the claims and the requirements that they quote; a model's words are cut and made harmless. */
export function toldClaims(
  tried: readonly TriedClaim[],
  requirements: readonly { readonly id: string; readonly text: string }[],
): SecondClaim[] {
  return tried.map(({ claim, outcome, reason, steps }, i) => {
    const quote = normal(claim.quote);
    return {
      id: `S${i + 1}`,
      quote: shown(quote),
      requirements: quote === "" ? [] : requirements
        .filter(({ text }) =>
          normal(text).includes(quote) || quote.includes(normal(text))
        )
        .map(({ id }) => id),
      shows: shown(claim.shows),
      outcome,
      ...(reason === undefined ? {} : { reason: visible(reason) }),
      steps,
    };
  });
}

function shown(text: string): string {
  return visible(
    text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text,
  );
}

const MOST_SHOWN = 400;
