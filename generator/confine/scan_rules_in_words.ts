/**
 * Tells a model what a scan will refuse, before it writes.
 *
 * @module
 */
import { allowedGlobalNames } from "./allowed_globals.ts";
import type { ScanRules } from "./scan_rules.ts";

/** Writes the rules as a list of sentences, one a line. */
export function scanRulesInWords(rules: ScanRules): string {
  const { imports, globals = [], pure = false } = rules;
  const known = [...allowedGlobalNames(), ...globals].join(", ");
  return [
    imports.length === 0
      ? "Import nothing."
      : `Import only from: ${imports.join(", ")}. No re-export, no import().`,
    `Of the globals use only: ${known}.`,
    "There is no clock and no chance: the time and all that is given to the " +
    "function are its parameters.",
    "Write no any, no var, no enum, no namespace, no this outside of a class, " +
    "and no comment that turns a check off.",
    'Use no member named "constructor", "prototype" or "__proto__".',
    "Look a value up by a name that is only known at run time (table[key]) " +
    "in a Map or a switch; or write Number(table[key]) or String(table[key]). " +
    "It may be compared and calculated with, but not called, changed, kept " +
    "or returned. Of a list take .at(index).",
    "Write nothing to what is global or imported.",
    ...(pure
      ? ["Outside of functions write declarations and constants only."]
      : []),
  ].map((sentence) => `- ${sentence}\n`).join("");
}
