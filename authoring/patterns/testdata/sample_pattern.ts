/**
 * A small pattern for tests.
 *
 * @module
 */
import type { Pattern } from "../pattern.ts";

/** A guard that refuses what is empty. */
export const SAMPLE_PATTERN: Pattern = {
  name: "not_empty",
  unit: "entities.box.actions.close.guard",
  behavior: "A box is closed only when something is in it.",
  blueprint: {
    entities: {
      box: {
        fields: { pieces: { type: "integer", required: true } },
        actions: { close: { set: { pieces: 0 } } },
      },
    },
  },
  signature:
    "export function guardClose(box: Box, context: LogicContext): GuardAnswer",
  body: 'if (box.pieces === 0) return "The box is empty.";\n',
  test: 'import assert from "node:assert/strict";\n\nassert.ok(true);\n',
};
