/**
 * What a language model has written, as it is told at the end and kept with the evidence.
 *
 * @module
 */
import { visible } from "../generator/blueprint/quoted.ts";
import { summaryTable } from "../authoring/summary_table.ts";
import type { AuthoredSystem } from "./author.ts";

/** Shows what was written, what was not, and what it took. */
export function authoringSummary(
  { failed, summary, price }: AuthoredSystem,
): string {
  const given = failed.map(({ unit, why, faults }) =>
    `not written: ${unit.id}, ${visible(why)}\n${
      faults.slice(0, MOST_SHOWN).map((fault) =>
        `    ${visible(fault.replace(/\s+/g, " "))}\n`
      ).join("")
    }`
  );
  return `\n${summaryTable(summary)}\n${
    price === undefined ? "" : `${price}\n`
  }${given.join("")}`;
}

/** Gives the same as data. */
export function authoringRecord(
  { failed, summary, price }: AuthoredSystem,
): Readonly<Record<string, unknown>> {
  return {
    schema: "autocoder/authoring/v1",
    ...summary,
    price,
    failed: failed.map(({ unit, why, faults }) => ({
      unit: unit.id,
      why,
      faults,
    })),
  };
}

const MOST_SHOWN = 4;
