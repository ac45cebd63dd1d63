/**
 * The part of the blueprint language that says what depends on the state of things, as data.
 *
 * @module
 */
import { ACTION_NAME, FIELD_NAME, RELATION_NAME } from "./language_names.ts";
import type { Shape } from "./shape.ts";

/** Some values of each of some fields. */
export const STATE_SHAPE: Shape = {
  kind: "record",
  names: FIELD_NAME,
  value: {
    kind: "list",
    item: { kind: "literal" },
    maxItems: 200,
    orSingle: true,
  },
  maxItems: 8,
};

/** The keys of an entity that say what its state, or that of others, allows. */
export const STATE_KEYS = {
  requires: {
    doc:
      "What the entities that it belongs to must be, such as `{ thread: { locked: false } }`: unless they are, none is made, changed, deleted or acted upon (409). A relation that is not set requires nothing.",
    shape: {
      kind: "record",
      names: RELATION_NAME,
      value: STATE_SHAPE,
      maxItems: 8,
    },
  },
  editable: {
    doc:
      "What one must be itself, such as `{ status: draft }`, to be replaced, patched or deleted; else that is refused (409). Actions have `when`.",
    shape: STATE_SHAPE,
  },
  exempt: {
    doc:
      "The operations and actions that `requires` and `editable` are not about, such as `[delete, hide]`.",
    shape: {
      kind: "list",
      maxItems: 50,
      item: { kind: "name", rule: ACTION_NAME },
    },
  },
} as const satisfies Readonly<Record<string, { doc: string; shape: Shape }>>;
