/**
 * The diagnostic codes of logic of the user's own.
 *
 * @module
 */
import type { CodeMeaning } from "./diagnostic_codes.ts";

/** What the codes mean. */
export const LOGIC_CODES: Readonly<Record<string, CodeMeaning>> = {
  AC630: {
    title: "No logic where there should be some",
    advice: "Write the statements of a function in TypeScript, or name a file.",
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
  AC635: {
    title: "A file of logic that cannot be read",
    advice: "Put it into the folder `logic` beside the blueprint.",
  },
  AC636: {
    title: "A file of logic with a name that is taken",
    advice: "Give it another name.",
  },
  AC637: {
    title: "A file of logic that imports what it may not",
    advice: "Import models, the kit, other files of logic, or `node:` modules.",
  },
  AC638: {
    title: "A file of logic without the function",
    advice: "Export a function of the name that is shown.",
  },
  AC639: {
    title: "A file of logic that is no TypeScript",
    advice: "Correct the file at the place that is shown.",
  },
  AC640: {
    title: "An example of logic that says nothing its logic can do",
    advice:
      "Write `refuses` for guards, actions and hooks, `gives` for computed fields, and no example for what runs after a write.",
  },
  AC641: {
    title: "An example of logic with a field that is not there",
    advice: "Name a field of the entity.",
  },
  AC642: {
    title: "An example of logic with a value that does not fit",
    advice: "Give a value that the field takes.",
  },
};
