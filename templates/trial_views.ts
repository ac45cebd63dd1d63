/**
 * What the templates of the tests of an API of its own shape are given.
 *
 * @module
 */
import type { ImportView } from "./api_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** tests/trial_system.ts. */
export interface TrialSystemView {
  /** Whether the system keeps files. */
  readonly files: boolean;
  /** What is imported from samples.ts. */
  readonly samples: Ts;
  /** `await ` where a system is built over a network, else nothing. */
  readonly entities: readonly {
    readonly key: Name;
    readonly makeName: Name;
    /** Makes a body, or a promise of it. */
    readonly body: Ts;
    readonly controller: Name;
    readonly handler: Name;
  }[];
  /** The components by which live updates are reached. */
  readonly live?: { readonly feed: Name; readonly gateway: Name };
  /** The stores of entities that are put into states that no client can. */
  readonly stores: readonly {
    readonly key: Name;
    readonly store: Name;
    readonly handler: Name;
  }[];
  /** What is not there for everybody. */
  readonly sight?: Ts;
  /** What signs users in, in a system with users. */
  readonly auth?: { readonly controller: Name };
}

/** tests/subjects/<resource>_subject.ts. */
export interface ResourceSubjectView {
  readonly labelPlural: Ts;
  readonly constant: Name;
  readonly resource: Name;
  readonly file: Name;
  readonly models: readonly ImportView[];
  /** The resources at the other ends of its relations. */
  readonly others: readonly ImportView[];
  /** Its `ResourceSubject` literal. */
  readonly subject: Ts;
}

/** The subject that a test is about. */
export interface SubjectView {
  readonly labelPlural: Ts;
  readonly constant: Name;
  readonly file: Name;
}

/** tests/contract/<resource>_test.ts. */
export interface ResourceTestView extends SubjectView {
  /** What makes trials, in the order of their files. */
  readonly imports: readonly ImportView[];
  /** What makes trials that not every resource needs. */
  readonly more: readonly ImportView[];
}

/** tests/access/<resource>_access_test.ts. */
export interface ResourceAccessTestView extends SubjectView {
  readonly one: Ts;
  /** Whether whoever creates one becomes its owner. */
  readonly owned: boolean;
  readonly trials: readonly {
    readonly title: Ts;
    readonly who: Ts;
    readonly steps: readonly Ts[];
  }[];
  /** The same with one that not everybody sees. */
  readonly unseen?: {
    readonly state: Ts;
    readonly trials: ResourceAccessTestView["trials"];
  };
}

/** tests/property/<resource>_property_test.ts. */
export interface ResourcePropertyTestView extends SubjectView {
  readonly arbitraries?: Ts;
  /** What is imported from samples.ts. */
  readonly samples?: Ts;
  /** Whether anything is created. */
  readonly create: boolean;
  readonly fields: readonly { readonly name: Name; readonly arbitrary: Ts }[];
  /** The fields between which it takes something, made of one number. */
  readonly slots: readonly { readonly name: Name; readonly value: Ts }[];
}

/** tests/contract/account_test.ts. */
export interface AccountTestView {
  readonly users: Name;
  readonly usersFile: Name;
  /** The members of its `AccountSubject` literal beside what is imported. */
  readonly subject: Ts;
  /** Whether users have fields that no answer shows. */
  readonly hides: boolean;
  /** Whether users belong to tenants. */
  readonly tenants: boolean;
}

/** tests/contract/<values>_test.ts. */
export interface ValuesTestView {
  readonly labelPlural: Ts;
  /** Whether what has the field belongs to tenants. */
  readonly confined: boolean;
  /** Its `ValuesSubject` literal. */
  readonly subject: Ts;
}
