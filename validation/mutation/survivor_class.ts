/**
 * Says why a mutant may survive: which kind of thing it changed.
 *
 * @module
 */
import type { Mutant } from "./mutant.ts";

/** Explains a survivor by its class. */
export function explainSurvivor(mutant: Mutant): string {
  const found = CLASSES.find(({ matches }) => matches(mutant));
  return found?.why ?? "no test notices it";
}

const CLASSES: readonly {
  readonly why: string;
  readonly matches: (mutant: Mutant) => boolean;
}[] = [
  {
    why: "a buffer's size, which only speed depends on",
    matches: ({ original }) => /\bbufferSize\b/.test(original),
  },
];
