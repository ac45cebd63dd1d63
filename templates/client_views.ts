/**
 * What the templates of the API's client are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** A member of a type. */
export interface ClientMemberView {
  readonly name: Ts;
  readonly optional: boolean;
  readonly type: Ts;
  readonly description: Ts;
}

/** A type of what is sent or comes back. */
export interface ClientTypeView {
  readonly name: Name;
  readonly description: Ts;
  /** What it is another name of, where it has no members of its own. */
  readonly alias?: Ts;
  readonly members: readonly ClientMemberView[];
}

/** A method of a client. */
export interface ClientMethodView {
  readonly name: Name;
  readonly description: Ts;
  /** The type parameters that say what comes back; empty where there are none. */
  readonly generics: Ts;
  /** Its keys and its body, each with its type and a comma behind. */
  readonly parameters: Ts;
  readonly options: Name;
  readonly result: Ts;
  /** What it sends, as an object. */
  readonly request: Ts;
  /** Whether nothing comes back. */
  readonly isEmpty: boolean;
  /** The method that gives undefined where nothing has changed. */
  readonly ifChanged?: Name;
  /** The method that goes through all pages. */
  readonly all?: {
    readonly name: Name;
    readonly type: Ts;
    /** The keys, each with a comma behind. */
    readonly keys: Ts;
    readonly each: Name;
    readonly place: Name;
    /** What says where the first page starts. */
    readonly start: Ts;
    /** The query that each page is read with. */
    readonly query: Ts;
    /** The type arguments of a call that reads a page; empty where there are none. */
    readonly generics: Ts;
    /** A page as the runtime knows it. */
    readonly page: Ts;
  };
}

/** client/<plural>_client.ts. */
export interface ResourceClientView {
  readonly title: Ts;
  readonly className: Name;
  /** What is imported from the runtime: values and types, in order. */
  readonly runtime: Ts;
  readonly imports: readonly { readonly names: Ts; readonly file: Name }[];
  readonly types: readonly ClientTypeView[];
  readonly methods: readonly ClientMethodView[];
}

/** client/client.ts. */
export interface ClientView {
  readonly title: Ts;
  readonly description: Ts;
  readonly scheme: Ts;
  /** Whether reads can select what comes back. */
  readonly selects: boolean;
  readonly resources: readonly {
    readonly member: Name;
    readonly className: Name;
    readonly file: Name;
    readonly description: Ts;
  }[];
}

/** What the test of the client tries with one kind of entity. */
export interface ClientSubjectView {
  /** Names of the client: values and types, in order. */
  readonly imports: Ts;
  /** What is imported from tests/test_system.ts. */
  readonly clients: Ts;
  /** The samples in use. */
  readonly samples: Ts;
  readonly usesAssert: boolean;
  readonly one: Ts;
  readonly labelPlural: Ts;
  /** The client's part. */
  readonly part: Name;
  readonly variable: Name;
  /** What it is part of, made first. */
  readonly parents: readonly { readonly variable: Name; readonly make: Ts }[];
  /** Stores one. */
  readonly make: Ts;
  /** The keys of what it is part of, each with a comma behind. */
  readonly within: Ts;
  /** The key of the stored one, with a comma behind. */
  readonly key: Ts;
  readonly create?: {
    readonly client: Ts;
    readonly type: Name;
    readonly fields: readonly { readonly name: Ts; readonly value: Ts }[];
    /** Where the key stands in the answer, when it can be read again. */
    readonly readBy?: Name;
    readonly refusesUnknown: boolean;
  };
  readonly get?: {
    readonly client: Ts;
    readonly ifChanged: boolean;
    /** The query that stands before the options, with a comma behind; empty where there is none. */
    readonly query: Ts;
    /** A key that nothing has. */
    readonly missing: Ts;
  };
  readonly list?: { readonly client: Ts; readonly field: Name };
  readonly patch?: {
    readonly client: Ts;
    readonly name: Ts;
    readonly value: Ts;
  };
  readonly remove?: { readonly client: Ts };
  readonly actions: readonly {
    readonly client: Ts;
    readonly name: Name;
    readonly make: Ts;
    readonly effect: Ts;
  }[];
  readonly marks: readonly {
    readonly client: Ts;
    readonly words: Ts;
    readonly set: Name;
    readonly take: Name;
    /** Where an entity says whether it has the mark. */
    readonly field?: Name;
  }[];
}

/** tests/client/signing_in_test.ts. */
export interface ClientSignInView {
  /** The client's part. */
  readonly part: Name;
  /** The samples in use. */
  readonly samples: Ts;
  /** Who registers others, where not everybody can. */
  readonly registrar?: Ts;
  /** Whether nobody can be registered: the settings make the one who signs in. */
  readonly isFirst: boolean;
  readonly fields: readonly { readonly name: Ts; readonly value: Ts }[];
  readonly signInField: Name;
  /** How it is taken from what they were made of. */
  readonly signInTaken: Ts;
  /** Where the answer has the access token. */
  readonly token: Name;
  readonly self: Name;
}
