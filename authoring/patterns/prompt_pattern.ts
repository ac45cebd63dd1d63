/**
 * Writes a pattern as a model is shown it.
 *
 * @module
 */
import { stringify } from "yaml";
import { withLogic } from "./logic_place.ts";
import type { Pattern } from "./pattern.ts";

/** A pattern in the words of a prompt. */
export interface PromptPattern {
  /** What it does, and the part of the blueprint that it stands in, with all types. */
  readonly behavior: string;
  /** The whole function. */
  readonly code: string;
  /** Its tests. */
  readonly test: string;
}

/** Writes a pattern for a prompt. */
export function promptPattern(
  { unit, behavior, blueprint, signature, body, test }: Pattern,
): PromptPattern {
  const part = withLogic(blueprint, unit, { behavior }) ?? blueprint;
  const code = body.trimEnd().split("\n")
    .map((line) => line === "" ? "" : `  ${line}`).join("\n");
  return {
    behavior: stringify(part, { lineWidth: 0 }),
    code: `${signature} {\n${code}\n}\n`,
    test,
  };
}
