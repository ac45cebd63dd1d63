/**
 * The part of the blueprint language that holds logic of the user's own, as data. Only here is a text code.
 *
 * @module
 */
import type {
  HooksBlueprint,
  LogicBlueprint,
  LogicExampleBlueprint,
} from "./blueprint.ts";
import { FIELD_NAME } from "./language_names.ts";
import type { KeySpec, ObjectShape, Shape } from "./shape.ts";

const EXAMPLE_SHAPE: ObjectShape<LogicExampleBlueprint> = {
  kind: "object",
  of: "an example of logic",
  keys: {
    given: {
      doc: "Some fields of the entity; the others have sample values.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: { kind: "literal" },
        maxItems: 50,
      },
    },
    now: {
      doc:
        "When the logic is asked, or, for `computed`, the entity is made, such as 2030-01-31T09:30:00Z. An example without it holds at any time; whatever it says, it holds for any ids.",
      shape: { kind: "text", maxLength: 40 },
    },
    refuses: {
      doc: "Whether a guard, an action or a hook refuses.",
      shape: { kind: "boolean" },
    },
    gives: {
      doc: "What the field becomes, for `computed`.",
      shape: { kind: "literal" },
    },
  },
};

/** Logic of the user's own, in place. */
export const LOGIC_SHAPE: ObjectShape<LogicBlueprint> = {
  kind: "object",
  of: "logic",
  keys: {
    run: {
      doc:
        "The statements of a function in TypeScript, best behind `run: |`. Mistakes are told with the line of the blueprint.",
      shape: { kind: "text", maxLength: 20_000, multiline: true },
    },
    file: {
      doc:
        "Instead of `run`: a file in the folder `logic` beside the blueprint, such as `./logic/publishing.ts`. It exports the function: `guardPublish`, `applyPublish` for the action itself, `computeTeaser` or the name of the hook.",
      shape: {
        kind: "text",
        maxLength: 100,
        form: {
          pattern: "^\\./logic/[a-z][a-z0-9_]*\\.ts$",
          wanted: "a file in the folder logic, such as ./logic/publishing.ts",
        },
      },
    },
    behavior: {
      doc:
        "Instead of `run`: what it does, in plain words. A language model writes the function and its tests (`generate --author model`), which pass the same checks as everything else; its answer is kept in `.autocoder/answers`.",
      shape: { kind: "text", maxLength: 4_000, multiline: true },
    },
    examples: {
      doc: "What it does in some cases; each becomes a test of the output.",
      shape: {
        kind: "list",
        maxItems: 20,
        item: EXAMPLE_SHAPE as ObjectShape,
      },
    },
  },
  synonyms: { code: "run", script: "run", typescript: "run" },
  later: { logic: "AC905" },
};

/** The guard of an action. */
export const GUARD_KEY: KeySpec = {
  doc:
    "Says in TypeScript whether the action may be done: given the entity by its name and a `context` (`operation`, `now`, `viewer`), it returns nothing, or a sentence that becomes a 409. It is not asked where the action is in effect already.",
  shape: LOGIC_SHAPE as ObjectShape,
};

/** The logic of an action's own, beside what it sets. */
export const ACTION_LOGIC_KEYS: Readonly<
  Record<keyof LogicBlueprint, KeySpec>
> = {
  run: {
    doc:
      "Says in TypeScript what else the action changes, or why it is refused: given the entity by its name as `set` makes it, and a `context` (`operation`, `now`, `viewer`, `before`), it returns nothing, fields to change, a sentence, or a list of `{ path, message }`; both of these are 409. It runs after `guard` and before `beforeUpdate`; not where the action is in effect already, nor for a PUT or PATCH that does the same as `set`.",
    shape: LOGIC_SHAPE.keys.run.shape,
  },
  file: LOGIC_SHAPE.keys.file,
  behavior: LOGIC_SHAPE.keys.behavior,
  examples: LOGIC_SHAPE.keys.examples,
};

/** What a field is worked out of. */
export const COMPUTED_SHAPE: Shape = {
  kind: "either",
  text: { kind: "text", maxLength: 500 },
  object: LOGIC_SHAPE as ObjectShape,
};

/** What runs before and after the writes of an entity. */
export const HOOKS_SHAPE: ObjectShape<HooksBlueprint> = {
  kind: "object",
  of: "hooks",
  keys: {
    beforeCreate: {
      doc:
        "Runs before one is created, given it as it would be: it returns nothing, fields to change, a sentence (409), or a list of `{ path, message }` (422).",
      shape: LOGIC_SHAPE as ObjectShape,
    },
    beforeUpdate: {
      doc:
        "The same before one is replaced, patched or acted upon; `context.before` is what it was.",
      shape: LOGIC_SHAPE as ObjectShape,
    },
    beforeDelete: {
      doc:
        "Runs before one is deleted: it returns nothing, or a sentence (409).",
      shape: LOGIC_SHAPE as ObjectShape,
    },
    afterCreate: {
      doc:
        "Runs once a creation is stored. A failure is logged and counted, and takes nothing back; what must happen is for `webhooks`.",
      shape: LOGIC_SHAPE as ObjectShape,
    },
    afterUpdate: {
      doc: "The same for a change; `context.before` is what it was.",
      shape: LOGIC_SHAPE as ObjectShape,
    },
    afterDelete: {
      doc: "The same for a deletion.",
      shape: LOGIC_SHAPE as ObjectShape,
    },
  },
  synonyms: {
    onCreate: "afterCreate",
    onDelete: "afterDelete",
    onUpdate: "afterUpdate",
    beforeInsert: "beforeCreate",
    beforeSave: "beforeUpdate",
    afterInsert: "afterCreate",
    afterSave: "afterUpdate",
  },
};
