/**
 * The diagnostic codes of logic of the user's own.
 *
 * @module
 */
import type { CodeMeaning } from "./diagnostic_codes.ts";

/** What the codes mean. */
export const LOGIC_CODES: Readonly<Record<string, CodeMeaning>> = {
  AC630: {
    title: "Logic without a statement",
    advice: "Write the statements of a function in TypeScript.",
  },
  AC631: {
    title: "Logic cannot work out a field of this kind",
    advice: "Use another type, or remove the setting.",
  },
  AC632: {
    title: "Logic that imports something",
    advice: "Use what is global, such as `Intl`, `crypto` or `URL`.",
  },
  AC633: {
    title: "An expression of a field that logic works out",
    advice: "Write the expression as logic, too, below that field.",
  },
  AC634: {
    title: "Logic that is no TypeScript",
    advice: "Correct the code at the place that is shown.",
  },
};
