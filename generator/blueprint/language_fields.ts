/**
 * The part of the blueprint language that says what a field is, as data.
 *
 * @module
 */
import { FIELD_TYPES, type FieldBlueprint, ITEM_TYPES } from "./blueprint.ts";
import { COMPUTED_SHAPE } from "./language_logic.ts";
import { FIELD_NAME, SENTENCE } from "./language_names.ts";
import type { ObjectShape, Shape } from "./shape.ts";

const FLAG: Shape = { kind: "boolean" };
const BOUND: Shape = { kind: "bound" };
const LENGTH: Shape = { kind: "number", whole: true, min: 0, max: 1_000_000 };
const LITERAL: Shape = { kind: "literal" };

/** A field of an entity. */
export const FIELD_SHAPE: ObjectShape<FieldBlueprint> = {
  kind: "object",
  of: "a field",
  keys: {
    type: {
      doc: "The type of its values.",
      required: true,
      shape: {
        kind: "choice",
        of: "field type",
        values: FIELD_TYPES,
        synonyms: {
          array: "list",
          attachment: "file",
          image: "file",
          upload: "file",
          bigint: "integer",
          bool: "boolean",
          char: "string",
          currency: "decimal",
          double: "number",
          float: "number",
          guid: "uuid",
          int: "integer",
          long: "integer",
          longtext: "text",
          map: "json",
          markdown: "text",
          money: "decimal",
          numeric: "decimal",
          real: "number",
          autoIncrement: "serial",
          counter: "serial",
          select: "enum",
          sequence: "serial",
          str: "string",
          timespan: "duration",
          timestamp: "datetime",
          uri: "url",
          varchar: "string",
        },
        later: {
          binary: "AC907",
          password: "AC903",
        },
      },
    },
    required: {
      doc: "It must be given when the entity is created.",
      shape: FLAG,
      default: false,
    },
    unique: {
      doc: "No two entities may have the same value.",
      shape: FLAG,
      default: false,
    },
    immutable: {
      doc: "It can be set at creation only.",
      shape: FLAG,
      default: false,
    },
    readOnly: {
      doc:
        "Clients may only send it back as it is; defaults and actions set it.",
      shape: FLAG,
      default: false,
    },
    writeOnly: {
      doc:
        "Clients set it, and no answer, list, filter, sort or search ever shows it.",
      shape: FLAG,
      default: false,
    },
    computed: {
      doc:
        "What it is worked out of at every write: numbers, own fields of the type integer, decimal or number, `+ - * /` and parentheses; exact, and rounded half to even at the end. Null if anything in it is null. Or `{ run: … }`: TypeScript that returns it, of any type but slug, serial, json and list.",
      shape: COMPUTED_SHAPE,
    },
    default: {
      doc:
        "The value when none is given; `$now` stands for the current time in date and datetime fields.",
      shape: LITERAL,
    },
    min: {
      doc: "The smallest number allowed; of a duration, the shortest: `PT15M`.",
      shape: BOUND,
    },
    max: {
      doc: "The largest number allowed; of a duration, the longest: `P1D`.",
      shape: BOUND,
    },
    minLength: { doc: "The fewest characters allowed.", shape: LENGTH },
    maxLength: {
      doc:
        "The most characters allowed. Default: 200 for string, 10000 for text, 254 for email, 2048 for url.",
      shape: LENGTH,
    },
    pattern: {
      doc:
        "A regular expression (flag `u`) that the whole value must match; no backreferences.",
      shape: { kind: "text", maxLength: 500 },
    },
    values: {
      doc: "The allowed values of an enum.",
      shape: {
        kind: "list",
        item: { kind: "text", maxLength: 100 },
        maxItems: 200,
      },
    },
    scale: {
      doc: "The decimal places of a decimal.",
      shape: { kind: "number", whole: true, min: 0, max: 9 },
      default: 2,
    },
    from: {
      doc:
        "The field that a slug is made of when the entity is created: words of a-z and 0-9 with dashes, and a number when it is taken.",
      shape: { kind: "name", rule: FIELD_NAME },
    },
    follows: {
      doc:
        "Whether a slug is made anew when the field that it is made of changes.",
      shape: FLAG,
      default: false,
    },
    items: {
      doc:
        "The type of a list's elements; the limits of the field are theirs. Default: string.",
      shape: {
        kind: "choice",
        of: "type of elements",
        values: ITEM_TYPES,
        synonyms: {
          bool: "boolean",
          float: "number",
          guid: "uuid",
          int: "integer",
          money: "decimal",
          slug: "string",
          str: "string",
          text: "string",
          uri: "url",
        },
      },
    },
    fields: {
      doc:
        "The members of an object, or of each object in a list: fields of plain values, lists and objects, three deep at most.",
      get shape(): Shape {
        return {
          kind: "record",
          names: FIELD_NAME,
          value: FIELD_SHAPE,
          maxItems: 50,
        };
      },
    },
    maxBytes: {
      doc:
        "The most bytes of a file, such as `500KB` or `5MB`; a KB has 1024. Default: 10MB.",
      shape: {
        kind: "text",
        maxLength: 20,
        form: {
          pattern: "^[1-9][0-9]{0,5}(KB|MB|GB)$",
          wanted: 'a size such as "500KB" or "5MB"',
        },
      },
    },
    accept: {
      doc:
        "The media types of a file, such as `[image/png, image/jpeg]`. Default: any.",
      shape: {
        kind: "list",
        item: { kind: "text", maxLength: 100 },
        maxItems: 50,
      },
    },
    maxItems: {
      doc: "The most elements of a list.",
      shape: { kind: "number", whole: true, min: 1, max: 1000 },
      default: 100,
    },
    sorted: {
      doc: "A list keeps its values in order, each once.",
      shape: FLAG,
      default: false,
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
  synonyms: {
    choices: "values",
    doc: "description",
    members: "fields",
    properties: "fields",
    enum: "values",
    length: "maxLength",
    maximum: "max",
    minimum: "min",
    mandatory: "required",
    options: "values",
    precision: "scale",
    formula: "computed",
    hidden: "writeOnly",
    readonly: "readOnly",
    secret: "writeOnly",
    regex: "pattern",
    size: "maxLength",
  },
};
