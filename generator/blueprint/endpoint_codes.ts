/**
 * The diagnostic codes of endpoints of the system's own.
 *
 * @module
 */
import type { CodeMeaning } from "./diagnostic_codes.ts";

/** What the codes mean. */
export const ENDPOINT_CODES: Readonly<Record<string, CodeMeaning>> = {
  AC643: {
    title: "A path whose parameters do not fit the endpoint",
    advice: "Name each parameter once, in the path and below `params`.",
  },
  AC644: {
    title: "An endpoint at a path that is taken",
    advice: "Give the endpoint another path or method.",
  },
  AC645: {
    title: "A part that an endpoint cannot have",
    advice: "Remove it, or use another type.",
  },
  AC646: {
    title: "An endpoint with a name that is taken",
    advice: "Give the endpoint another name.",
  },
  AC647: {
    title: "A rule of an endpoint that cannot be",
    advice: "Write `everyone`, `users` or roles; nothing without users.",
  },
  AC648: {
    title: "An example of an endpoint that it cannot be asked or answer",
    advice: "Give what the endpoint takes, and either `answers` or `refuses`.",
  },
};
