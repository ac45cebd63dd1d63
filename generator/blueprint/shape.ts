/**
 * Shapes: the few forms that describe what may stand at a place of the blueprint, as data.
 *
 * The reader checks by them, the JSON Schema and the language's docs are printed from them.
 *
 * @module
 */

/** How a name must be written. */
export interface NameRule {
  /** What the name names, such as `entity`; used in messages. */
  readonly of: string;
  /** The spelling. `either` leaves the choice between the two; `relation.field` are two names in camelCase. */
  readonly style: "snake_case" | "camelCase" | "either" | "relation.field";
}

/** What may stand at a place. */
export type Shape =
  | TextShape
  | NumberShape
  | BoundShape
  | BooleanShape
  | ChoiceShape
  | LiteralShape
  | NameShape
  | NamedShape
  | EitherShape
  | ListShape
  | RecordShape
  | ObjectShape;

/** A text. */
export interface TextShape {
  /** Tells the forms apart. */
  readonly kind: "text";
  /** Most characters. */
  readonly maxLength: number;
  /** Line breaks and tabs may occur. @default false */
  readonly multiline?: boolean;
  /** The form the whole text must have. */
  readonly form?: {
    /** Source of a regular expression. */
    readonly pattern: string;
    /** The form in words, for messages. */
    readonly wanted: string;
  };
}

/** A number. */
export interface NumberShape {
  /** Tells the forms apart. */
  readonly kind: "number";
  /** No fraction. */
  readonly whole: boolean;
  /** Smallest. */
  readonly min?: number;
  /** Largest. */
  readonly max?: number;
}

/** A number, or a duration such as `PT1H30M`. */
export interface BoundShape {
  /** Tells the forms apart. */
  readonly kind: "bound";
}

/** `true` or `false`. */
export interface BooleanShape {
  /** Tells the forms apart. */
  readonly kind: "boolean";
}

/** One of a few words. */
export interface ChoiceShape {
  /** Tells the forms apart. */
  readonly kind: "choice";
  /** What is chosen, such as `field type`; used in messages. */
  readonly of: string;
  /** The words. */
  readonly values: readonly string[];
  /** Words that many write for one of the values. */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Words that are known but not built yet. */
  readonly later?: Later;
}

/** A text, number, boolean or null. */
export interface LiteralShape {
  /** Tells the forms apart. */
  readonly kind: "literal";
}

/** A name of something. */
export interface NameShape {
  /** Tells the forms apart. */
  readonly kind: "name";
  /** How it must be written. */
  readonly rule: NameRule;
}

/** A text, or a name of the user's and a text behind it. */
export interface NamedShape {
  /** Tells the forms apart. */
  readonly kind: "named";
  /** How the name must be written. */
  readonly names: NameRule;
  /** Most characters of the text. */
  readonly maxLength: number;
}

/** A text, or a mapping with known keys. */
export interface EitherShape {
  /** Tells the forms apart. */
  readonly kind: "either";
  /** The text. */
  readonly text: TextShape;
  /** The mapping. */
  readonly object: ObjectShape;
}

/** A list. */
export interface ListShape {
  /** Tells the forms apart. */
  readonly kind: "list";
  /** What each item is. */
  readonly item: Shape;
  /** Most items. */
  readonly maxItems: number;
  /** A single item may stand without brackets. @default false */
  readonly orSingle?: boolean;
}

/** A mapping from names of the user's to values of one shape. */
export interface RecordShape {
  /** Tells the forms apart. */
  readonly kind: "record";
  /** How the names must be written. */
  readonly names: NameRule;
  /** What stands behind each name. */
  readonly value: Shape;
  /** Most entries. */
  readonly maxItems: number;
}

/** A mapping with known keys. */
export interface ObjectShape<T = Readonly<Record<string, unknown>>> {
  /** Tells the forms apart. */
  readonly kind: "object";
  /** What it describes, with its article: `a field`; used in messages and as the schema's name. */
  readonly of: string;
  /** The keys; the compiler checks that none of the type's is missing. */
  readonly keys: { readonly [K in keyof T]-?: KeySpec };
  /** `true` may stand for one without any keys, `false` for none. @default false */
  readonly orFlag?: boolean;
  /** Words that many write for one of the keys. */
  readonly synonyms?: Readonly<Record<string, keyof T & string>>;
  /** Keys that are known but not built yet. */
  readonly later?: Later;
}

/** A key of an object. */
export interface KeySpec {
  /** One sentence for docs and schema. */
  readonly doc: string;
  /** What stands behind it. */
  readonly shape: Shape;
  /** It must be there. @default false */
  readonly required?: boolean;
  /** What holds when it is missing, for docs and schema. */
  readonly default?: string | number | boolean;
}

/** Words that are known but not built yet: word → code of the diagnostic that says so. */
export type Later = Readonly<Record<string, string>>;
