/**
 * What clauses say of entities as wholes: marks, orders, overlaps, sums, stock, tenants.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import type { Frequency, Since } from "./lexicon_schedules.ts";
import type { Duration } from "./read_duration.ts";
import type { Noun } from "./statement.ts";

/** What lists are sorted by. */
export interface OrderKey {
  /** The field; when something was made, where it is missing. */
  readonly noun?: Noun;
  /** Largest first. */
  readonly descending: boolean;
}

/** What must be so for something to be done by itself. */
export type ScheduleCondition =
  | {
    readonly is: "states";
    readonly states: readonly string[];
    /** It must be in none of them. */
    readonly not: boolean;
  }
  /** So long ago it was made, changed, or a day or time of it was; or is `ahead`. */
  | {
    readonly is: "age";
    readonly since: Since | Noun;
    readonly ago: Duration;
    readonly ahead?: boolean;
  }
  /** A day or time of it has passed. */
  | { readonly is: "past"; readonly field: Noun }
  /** Its time is over, in a word: "expired". */
  | { readonly is: "over"; readonly word: string };

/** What a clause says of an entity as a whole. */
export type Feature =
  /** Every user can set a mark for themselves: the verbs, of what, or of one another. */
  | {
    readonly is: "mark";
    readonly verbs: readonly string[];
    readonly of: readonly Noun[];
  }
  /** In what order a list is; `plain` where it may as well be a filter: "list books by author". */
  | {
    readonly is: "order";
    readonly of?: Noun;
    readonly keys: readonly OrderKey[];
    readonly plain: boolean;
  }
  /** A part of its address is made of a text. */
  | {
    readonly is: "slug";
    readonly of?: Noun;
    readonly from: Noun;
    readonly path: boolean;
  }
  /** No two share all of these. */
  | {
    readonly is: "together";
    readonly of?: Noun;
    readonly members: readonly Noun[];
  }
  /** No two of them may take the same time, of the same thing. */
  | { readonly is: "no overlap"; readonly of?: Noun; readonly within?: Noun }
  /** An action adds to a number of what it belongs to. */
  | {
    readonly is: "adjust";
    readonly verb: string;
    readonly of: Noun;
    readonly amount: Noun | number;
    readonly target: Noun;
    readonly takes: boolean;
  }
  /** What is deleted can be brought back. */
  | { readonly is: "soft delete"; readonly of?: Noun }
  /** What was read is kept in memory, for so many seconds. */
  | { readonly is: "cache"; readonly of: Noun; readonly seconds?: number }
  /** What has a key is carried out once. */
  | { readonly is: "idempotency"; readonly required: boolean }
  /** Each client may make so many requests in that time. */
  | {
    readonly is: "rate limit";
    readonly requests: number;
    readonly per: string;
  }
  /** How often may be tried what can be guessed. */
  | {
    readonly is: "tries";
    readonly what: "login" | "account" | "registration";
    readonly requests: number;
    readonly per: string;
  }
  /** How many characters a password has at least. */
  | { readonly is: "password"; readonly length: number }
  /** A field follows from others. */
  | {
    readonly is: "computed";
    readonly field: Noun;
    readonly parts: readonly (Noun | string)[];
  }
  /** Words are searched in these fields. */
  | {
    readonly is: "search words";
    readonly of?: Noun;
    readonly fields: readonly Noun[];
  }
  /** A list is counted by something, and perhaps a field of it added up. */
  | {
    readonly is: "total";
    readonly of?: Noun;
    readonly by: Noun;
    readonly measure?: "sum" | "avg";
    readonly field?: Noun;
  }
  /** Each tenant sees only its own. */
  | {
    readonly is: "tenant";
    readonly tenant?: Noun;
    readonly of: readonly Noun[];
  }
  /** What is no longer possible in some states, or only in them: `open`. */
  | {
    readonly is: "locked";
    readonly of: Noun;
    readonly states: readonly string[];
    readonly open: boolean;
    /** "Once it is done": what only comes after these states is meant, too. */
    readonly after: boolean;
    readonly operations: readonly Operation[];
    /** The verbs of actions. */
    readonly verbs: readonly string[];
    /** What is not to be made of it. */
    readonly child?: Noun;
  }
  /** It is in one state after the other. */
  | {
    readonly is: "state order";
    readonly of: Noun;
    readonly states: readonly string[];
  }
  /** Clients are told of changes as they happen. */
  | { readonly is: "live"; readonly of: Noun }
  /** Something is done by itself to those that are due. */
  | {
    readonly is: "schedule";
    readonly of: Noun;
    readonly deed: "delete" | {
      readonly verb: string;
      readonly state?: string;
    };
    /** How often, when that is said. */
    readonly often?: Frequency;
    readonly conditions: readonly ScheduleCondition[];
  }
  /** Another system is told when something happens. */
  | {
    readonly is: "webhook";
    readonly of: Noun;
    /** A change, or the verb of an action. */
    readonly on: "create" | "update" | "delete" | { readonly verb: string };
    /** The verb of a change. */
    readonly verb?: string;
    /** Whom it is said to be. */
    readonly target?: Noun;
    /** Where it is. */
    readonly url?: string;
  };
