/**
 * The part of the blueprint language that says what depends on the state of things, as data.
 *
 * @module
 */
import { ACTION_NAME, FIELD_NAME, RELATION_NAME } from "./language_names.ts";
import type { VisibleBlueprint } from "./blueprint.ts";
import { RULE_SHAPE } from "./language_users.ts";
import type { ObjectShape, Shape } from "./shape.ts";

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

const VISIBLE_SHAPE: ObjectShape<VisibleBlueprint> = {
  kind: "object",
  of: "what is visible",
  keys: {
    when: {
      doc: "What one must be, such as `{ status: published }`.",
      required: true,
      shape: STATE_SHAPE,
    },
    always: {
      doc:
        "Who sees all of them, whatever they are: `users` or roles; `owner` sees all of their own.",
      shape: RULE_SHAPE,
    },
  },
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
  visible: {
    doc:
      "Which of them are there for whoever `access` lets read; others are absent from lists, and what is done to them is a 404.",
    shape: VISIBLE_SHAPE as ObjectShape,
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
