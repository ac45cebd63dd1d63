/**
 * What clauses say, before it is decided what the words in them stand for.
 *
 * @module
 */
import type {
  FieldType,
  Literal,
  Operation,
  StoreEngine,
} from "../blueprint/blueprint.ts";

import type { Feature, OrderKey } from "./feature.ts";

/** A part of the request: offsets in UTF-16 code units, the end exclusive. */
export interface Span {
  /** Where it starts. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** A noun phrase: an entity, a field, or something unknown. */
export interface Noun extends Span {
  /** Its words in lower case, without determiners. */
  readonly words: readonly string[];
  /** Whether it speaks of one, of many, or leaves it open. */
  readonly number: "one" | "many" | "open";
  /** What it belongs to: `task` in "a task's title". */
  readonly owner?: Noun;
  /** It stands for what was spoken of before: "it", "them". */
  readonly pronoun?: boolean;
  /** The words before it that may say which of them: `new` in "a new order". */
  readonly chosen?: readonly string[];
}

/** A constraint on a field. */
export type Rule =
  | { readonly rule: "required" | "optional" | "unique" | "immutable" }
  /** No two of one of those have the same. */
  | { readonly rule: "unique within"; readonly per: Noun }
  | { readonly rule: "type"; readonly type: FieldType }
  /** What it is measured in, as the request says: "months". */
  | { readonly rule: "unit"; readonly unit: string }
  | {
    readonly rule: "min" | "max";
    readonly value: number;
    readonly exclusive?: boolean;
    /** It was written with decimal places. */
    readonly places?: boolean;
    readonly length?: boolean;
  }
  | { readonly rule: "default"; readonly value: Literal }
  | { readonly rule: "values"; readonly values: readonly string[] }
  /** How large a file may be: `5MB`. */
  | { readonly rule: "size"; readonly size: string }
  /** The media types of a file, and the words for them; `certain` where they can be nothing else. */
  | {
    readonly rule: "accept";
    readonly accept: readonly string[];
    readonly words: readonly string[];
    readonly certain: boolean;
  };

/** A field as it was described. */
export interface FieldItem {
  /** Its name. */
  readonly noun: Noun;
  /** What else was said. */
  readonly rules: readonly Rule[];
}

/** A state an action needs or makes, in the request's words. */
export interface StateWords {
  /** The field it is about, when named. */
  readonly field?: Noun;
  /** The states. */
  readonly values: readonly string[];
}

/** What a statement says. */
export type Assertion =
  | {
    readonly kind: "system";
    readonly words: readonly string[];
    readonly hint?: Noun;
  }
  | {
    readonly kind: "entity";
    readonly entity: Noun;
    /** It is what the system is for: whoever uses it, when other things are described. */
    readonly purpose?: boolean;
  }
  | {
    readonly kind: "fields";
    readonly owner?: Noun;
    readonly items: readonly FieldItem[];
    /** Every item is required. */
    readonly required?: boolean;
    /** The items may be entities. */
    readonly loose?: boolean;
  }
  | {
    readonly kind: "operations";
    readonly operations: readonly Operation[];
    /** Asked for, refused, or these and no others; `endpoint`: one of an explicit list. */
    readonly mode: "ask" | "refuse" | "only" | "endpoint";
    /** Empty: of what the context says, else of every entity. */
    readonly objects: readonly Noun[];
    /** Reading verbs whose object decides between list and get. */
    readonly either?: boolean;
    /** Whoever does it may only take one that is there: "book a room". */
    readonly taking?: boolean;
  }
  | {
    readonly kind: "action";
    /** The verb's base. */
    readonly verb: string;
    /** The state it leads to, when it was said: "mark as done". */
    readonly state?: string;
    readonly objects: readonly Noun[];
    readonly when?: StateWords;
    /** The fields that must have a value. */
    readonly needs?: readonly Noun[];
    /** Words before the objects must say in which states it is possible. */
    readonly only?: boolean;
  }
  | {
    readonly kind: "rules";
    readonly subject: Noun;
    readonly rules: readonly Rule[];
    /** What the states of the subject are called: "stage". */
    readonly states?: string;
  }
  | {
    readonly kind: "relation";
    readonly from: Noun;
    readonly to: Noun;
    readonly optional?: boolean;
    readonly name?: string;
    /** It was said from the other end, and may be meant both ways: "Posts have many tags". */
    readonly many?: boolean;
    /** It counts only where it is said from the other end, too: "a student can enrol in many courses". */
    readonly half?: boolean;
    /** It counts only when both are entities anyway. */
    readonly weak?: boolean;
  }
  | {
    readonly kind: "deletion";
    readonly from: Noun;
    readonly to: Noun;
    readonly onDelete: "cascade" | "restrict" | "clear";
  }
  | { readonly kind: "store"; readonly engine: StoreEngine }
  | {
    readonly kind: "durability";
    readonly durability: "full" | "normal";
  }
  /** In what order a list is wanted, as far as it is said. */
  | { readonly kind: "order"; readonly keys?: readonly OrderKey[] }
  /** What is said of an entity as a whole. */
  | { readonly kind: "feature"; readonly feature: Feature }
  | { readonly kind: "port"; readonly port: number }
  | { readonly kind: "api" }
  /** The phrase is empty where there is nothing to tell. */
  | { readonly kind: "note"; readonly phrase: string }
  | {
    readonly kind: "unbuilt";
    readonly wish: string;
    /** Who alone may do what else its clause says. */
    readonly who?: readonly Noun[];
    /** Those whose own it is. */
    readonly whose?: Noun;
    /** The clause. */
    readonly reach?: Span;
  }
  /** People sign in. */
  | {
    readonly kind: "signIn";
    /** Who they are, in the request's words. */
    readonly people?: readonly string[];
    /** What they can be. */
    readonly roles?: readonly string[];
    /** What they sign in with, where it is no email. */
    readonly field?: "username";
  };

/** An assertion and where it stands in the request. */
export type Statement = Assertion & Span & {
  /** Words around it were not understood: it makes no entity by itself. */
  readonly doubtful?: boolean;
  /** Who is said to do it, when that is not anyone. */
  readonly by?: readonly Noun[];
  /** Nobody else may. */
  readonly enforced?: boolean;
};
