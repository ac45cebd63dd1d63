/**
 * What the templates of contract tests are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** A body that is refused. */
export interface BadBodyView {
  readonly title: Ts;
  readonly field: Name;
  readonly path: Ts;
  readonly value: Ts;
}

/** A body that is taken, though only just. */
export interface TakenBodyView {
  readonly title: Ts;
  /** What it has other than the sample. */
  readonly change: Ts;
  /** What comes of that. */
  readonly expected: Ts;
}

/** What lists are filtered by. */
export interface FilterTestView {
  readonly fields: Ts;
  /** The values of each enum. */
  readonly choices: Ts;
}

/** What full-text search is tried with. */
export interface SearchTestView {
  /** The searched fields that can have any words. */
  readonly fields: Ts;
  readonly patches: boolean;
  readonly deletes: boolean;
  readonly restores: boolean;
}

/** What aggregates are tried with. */
export interface AggregateTestView {
  readonly constant: Name;
  /** What entities have instead of the samples' values. */
  readonly values: Ts;
  readonly deletes: boolean;
}

/** An action in the contract tests. */
export interface ContractActionView {
  readonly path: Name;
  readonly effect: Ts;
  /** The fields that it sets to the time. */
  readonly times: readonly Name[];
  /** Further arguments that put the entity into a state that allows it. */
  readonly before: Ts;
  /** States that do not allow it; some lack a value. */
  readonly forbidden: readonly { readonly state: Ts; readonly lacks?: Name }[];
  /** A patch that would do the same past the guard, where entities can be patched. */
  readonly bypass?: Ts;
  /** The numbers of other entities that it changes. */
  readonly adjustments: readonly AdjustmentTestView[];
}

/** A number of another entity that an action changes, and how that is tried. */
export interface AdjustmentTestView {
  readonly relation: Name;
  readonly field: Name;
  readonly by: Ts;
  /** A value from which it can be changed. */
  readonly start: Ts;
  readonly makeTarget: Name;
  /** The function that reads the other entity. */
  readonly readTarget: Ts;
  /** The field that refers to it. */
  readonly reference: Name;
  /** What else must stand in the entity, with a comma before. */
  readonly state: Ts;
  /** The function that reads the entity. */
  readonly read: Ts;
  /** What else is tried, as members with a comma behind each. */
  readonly more: Ts;
}

/** Fields that are unique together. */
export interface UniqueSetView {
  readonly title: Ts;
  /** What the first entity needs for none of them to be null. */
  readonly overrides: Ts;
  readonly fields: readonly Name[];
  /** Another value of one of them. */
  readonly other?: { readonly name: Name; readonly value: Ts };
}

/** What no two entities may both take, and how that is tried. */
export interface OverlapTestView {
  readonly from: Name;
  readonly until: Name;
  readonly points: Ts;
  /** How the function begins that makes what is tried; it waits for what has to be made. */
  readonly signature: Ts;
  /** `await ` where it does. */
  readonly awaits: Ts;
  /** `async ` where a body waits for what it refers to. */
  readonly bodyStart: Ts;
  /** What both must share. */
  readonly shared: readonly { readonly name: Name; readonly value: Ts }[];
  /** What else is tried, as members with a comma before each. */
  readonly more: Ts;
}

/** Whose state decides what may be done, and how that is tried. */
export interface StateTestView {
  readonly title: Ts;
  /** The function that makes one with which everything may be done. */
  readonly make: Ts;
  /** The function that finds whose state decides. */
  readonly target: Ts;
  /** The function that sends a command to its store. */
  readonly store: Ts;
  /** What it must not be. */
  readonly shut: Ts;
  readonly attempts: readonly {
    readonly key: string;
    readonly name: Ts;
    readonly send: Ts;
  }[];
  /** How one is made for some of the attempts. */
  readonly makes: readonly { readonly name: Ts; readonly make: Ts }[];
  readonly exempt: readonly string[];
}

/** An operation that the API does not have. */
export interface RefusedView {
  readonly method: Name;
  readonly title: Ts;
  readonly url: Ts;
  readonly status: number;
}

/** The contract tests of an entity. */
export interface ContractView {
  readonly typeName: Name;
  readonly constant: Name;
  readonly file: Name;
  /** Whether the type is named in the tests. */
  readonly usesType: boolean;
  /** Whether anything is there to be asserted but refusals. */
  readonly usesAssert: boolean;
  /** The checks of kit/expect_conditions.ts in use. */
  readonly conditions: Ts;
  /** Whether an entity can be changed otherwise than by actions. */
  readonly changes: boolean;
  /** Whether a request is made of a text. */
  readonly usesInit: boolean;
  /** Whether a body is compared with a part of it. */
  readonly usesContains: boolean;
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly labelPlural: Ts;
  readonly path: Name;
  readonly variable: Name;
  readonly imports: Ts;
  readonly makeName: Name;
  readonly bodyCall: Ts;
  readonly list: boolean;
  readonly get: boolean;
  readonly create: boolean;
  readonly replace: boolean;
  readonly patch: boolean;
  readonly delete: boolean;
  /** A field to filter by, and a value that only the second entity has. */
  readonly filter?: {
    readonly overrides: Ts;
    readonly field: Name;
    readonly value: Ts;
  };
  /** How filters are tried. */
  readonly filters?: FilterTestView;
  readonly badBodies: readonly BadBodyView[];
  readonly takenBodies: readonly TakenBodyView[];
  /** The fields in which `q` finds any text, where it searches no words. */
  readonly finds: readonly Ts[];
  readonly uniqueFields: readonly {
    readonly name: Name;
    /** What the first entity needs for it not to be null. */
    readonly overrides: Ts;
  }[];
  readonly uniqueSets: readonly UniqueSetView[];
  readonly overlaps: readonly OverlapTestView[];
  readonly immutable: readonly { readonly name: Name }[];
  readonly fixed: readonly { readonly name: Name; readonly other: Ts }[];
  readonly changed?: {
    readonly field: Name;
    readonly value: Ts;
    /** What follows from it, as it has become. */
    readonly followers: Ts;
  };
  /** What of a body an answer shows. */
  readonly shown: Ts;
  /** The slugs, each with a text it is made of and what it becomes, at once and when taken. */
  readonly slugs: readonly {
    readonly name: Name;
    readonly from: Name;
    readonly text: Ts;
    readonly slug: Ts;
    readonly second: Ts;
    /** Whether it is made anew when that text changes, and a test can show it. */
    readonly follows: boolean;
  }[];
  /** The parameter that sorts by id, where lists are not. */
  readonly byId: Ts;
  /** What lists are sorted by, as a parameter. */
  readonly order?: Ts;
  /** The field that stands for the id. */
  readonly key?: Name;
  /** What an entity has there, as a segment of a path. */
  readonly keyInPath?: Ts;
  /** The fields by which no entity may lead to itself. */
  readonly hierarchies: readonly {
    readonly field: Name;
    /** What the topmost of three may not refer to. */
    readonly targets: Ts;
  }[];
  /** How aggregates are tried. */
  readonly aggregates?: AggregateTestView;
  /** How full-text search is tried. */
  readonly search?: SearchTestView;
  /** How a deletion is tried that can be taken back. */
  readonly restoration?: {
    readonly get: boolean;
    readonly list: boolean;
    /** A field whose value another can take meanwhile. */
    readonly unique?: Name;
  };
  readonly states: readonly (Omit<StateTestView, "exempt"> & {
    readonly exempt: Ts;
  })[];
  readonly actions: readonly ContractActionView[];
  readonly refused: readonly RefusedView[];
}
