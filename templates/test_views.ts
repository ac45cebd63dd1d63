/**
 * What the templates of tests are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** How tests make one entity. */
export interface SampleView {
  readonly typeName: Name;
  readonly file: Name;
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly bodySignature: Ts;
  readonly bodyCall: Ts;
  readonly makeName: Name;
  /** Whom it belongs to, as a member of a body. */
  readonly owner?: Ts;
  /** The tenant it belongs to, as a member of a body. */
  readonly home?: Ts;
  /** What lets everybody see it who may read, as members of a body. */
  readonly seen?: Ts;
  readonly controller: Name;
  readonly handler: Name;
  /** Its store, where tests put what no client can set. */
  readonly store?: { readonly name: Name; readonly handler: Name };
  /** Its spec, where tests need it. */
  readonly spec?: Name;
  /** Whether it has fields that no answer shows. */
  readonly hides: boolean;
  readonly fields: readonly { readonly name: Name; readonly value: Ts }[];
  /** Values that fit a field's pattern, or bounds of its own. */
  readonly lists: readonly {
    readonly name: Name;
    readonly about: Ts;
    readonly values: Ts;
  }[];
  /** Whether it takes what only one may take. */
  readonly slotted: boolean;
  /** Whether it needs the counter. */
  readonly numbered: boolean;
  /** Whether it picks from lists of values. */
  readonly picks: boolean;
}

/** tests/samples.ts. */
export interface SamplesView {
  readonly samples: readonly SampleView[];
  readonly slotted: boolean;
  readonly numbered: boolean;
  readonly picks: boolean;
  /** Whether some entity has fields that no answer shows. */
  readonly hides: boolean;
  /** Whether some entity has fields that only the server sets. */
  readonly puts: boolean;
  /** How the users are made who ask in tests. */
  readonly actor?: { readonly typeName: Name; readonly makeName: Name };
  /** How the tenant is made that samples belong to. */
  readonly home?: {
    readonly typeName: Name;
    readonly makeName: Name;
    readonly one: Ts;
  };
}

/** The contract tests of fields that are computed or that no answer shows. */
export interface FieldsTestView {
  readonly typeName: Name;
  readonly file: Name;
  readonly labelPlural: Ts;
  readonly path: Name;
  readonly bodyCall: Ts;
  readonly makeName: Name;
  /** What is imported from tests/samples.ts. */
  readonly imports: Ts;
  readonly usesProblem: boolean;
  readonly usesContains: boolean;
  readonly list: boolean;
  /** What comes of what; without any, nothing is computed. */
  readonly computed?: {
    /** The computed fields. */
    readonly names: Ts;
    /** What is given and what comes of it. */
    readonly cases: readonly { readonly given: Ts; readonly expected: Ts }[];
    /** Whether an entity follows when it is changed. */
    readonly patch: boolean;
  };
  /** What no answer shows, each with a value of it. */
  readonly hidden: readonly { readonly name: Name; readonly value: Ts }[];
}

/** The attacks on an entity. */
export interface SecurityTestView {
  readonly labelPlural: Ts;
  readonly constant: Name;
  readonly file: Name;
  readonly imports: Ts;
  readonly operations: Ts;
  /** The actions that change its state. */
  readonly actions: Ts;
  readonly body: Ts;
  readonly make: Ts;
}

/** tests/acceptance_test.ts. */
export interface AcceptanceView {
  readonly tests: readonly {
    readonly title: Ts;
    readonly statement: Ts;
    readonly usesSystem: boolean;
    /** The logic with which an example is played: an expression; empty where it needs none. */
    readonly logic?: Ts;
    /** The time at which it is played; absent where that does not matter. */
    readonly time?: Ts;
  }[];
  /** What the tests need that play examples of logic; absent where none does. */
  readonly played?: {
    /** What the function that starts the system is given before its options. */
    readonly before: Ts;
    /** Whether any is played at a time of its own. */
    readonly timed: boolean;
    /** The logic of entities in use, and its file. */
    readonly constants: readonly { readonly name: Name; readonly file: Name }[];
    /** The checks of kit/played_example.ts in use. */
    readonly checks: readonly Name[];
  };
  /** What became of requirements and cannot be seen by any client, each with the reason. */
  readonly untested: readonly Ts[];
  /** Whether any test starts the system. */
  readonly usesSystem: boolean;
  /** The checks of kit/acceptance.ts in use. */
  readonly checks: readonly Name[];
  /** The functions of samples.ts in use. */
  readonly samples: readonly Name[];
  readonly usesConfig: boolean;
  readonly usesAssert: boolean;
  /** The checks of kit/testing.ts in use. */
  readonly responses: readonly Name[];
  /** The checks of kit/expect_outcome.ts in use. */
  readonly outcomes: readonly Name[];
  /** The database class in use, when a test names it. */
  readonly database?: { readonly name: Name; readonly file: Name };
}

/** The names of an entity that unit tests use. */
export interface EntityNamesView {
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly labelPlural: Ts;
  readonly typeName: Name;
  readonly constant: Name;
  readonly file: Name;
}

/** The unit tests of a controller. */
export interface ControllerTestView {
  readonly className: Name;
  readonly file: Name;
  readonly entity: EntityNamesView;
  readonly variable: Name;
  readonly body: Ts;
  readonly tableSpec: Ts;
  readonly refers: boolean;
  readonly storePort: Name;
  readonly requestPort: Name;
  /** All ports by which requests come. */
  readonly requestPorts: readonly Name[];
  /** What is computed of what. */
  readonly computed: readonly { readonly given: Ts; readonly expected: Ts }[];
  readonly defaults: readonly { readonly name: Name; readonly value: Ts }[];
  readonly brokenBodies: readonly {
    readonly title: Ts;
    readonly field: Name;
    readonly value: Ts;
  }[];
  /** The fields that something must be in. */
  readonly notNull: readonly Ts[];
  /** The slugs, each with texts that it is made of and what it becomes, and whether it is made anew. */
  readonly slugs: readonly {
    readonly field: Name;
    readonly from: Name;
    readonly made: readonly Ts[];
    readonly text: Ts;
    readonly other: Ts;
    readonly moved: Ts;
  }[];
  readonly actions: readonly {
    readonly name: Name;
    readonly before: Ts;
    readonly effect: Ts;
  }[];
}

/** The unit test of the API endpoint. */
export interface GatewayTestView {
  /** Whether the system keeps files. */
  readonly files: boolean;
  /** Whether it has endpoints of its own. */
  readonly endpoints: boolean;
  readonly className: Name;
  readonly file: Name;
  /** The ports that lead to controllers. */
  readonly controllerPorts: readonly Name[];
  /** Whether it keeps replies. */
  readonly replies: boolean;
  /** Whether requests need keys. */
  readonly keyed: boolean;
  /** A call that leads to each of them, by the variable `client`; none where an entity has no route. */
  readonly requests: readonly Ts[];
  /** Who asks, in a system with users. */
  readonly viewer?: Ts;
  /** Whether it limits how often clients may ask. */
  readonly rateLimit: boolean;
}

/** The unit tests of a store. */
export interface StoreTestView {
  readonly className: Name;
  readonly file: Name;
  readonly entity: EntityNamesView;
  /** The example's constant. */
  readonly constant: Name;
  readonly sample: Ts;
  /** Whether it keeps them in SQLite. */
  readonly sql: boolean;
  /** Whether it keeps them in PostgreSQL. */
  readonly postgres: boolean;
  readonly refers: boolean;
  /** Whether stores share caches, and this one keeps what it reads for so many seconds. */
  readonly caches: boolean;
  readonly cacheSeconds?: number;
  /** Whether tables in memory stand in for those it refers to. */
  readonly standsIn: boolean;
  /** The tables it refers to, each with a field that does. */
  readonly targets: readonly { readonly table: Ts; readonly field: Name }[];
  readonly requestPort: Name;
  /** All ports by which commands come. */
  readonly requestPorts: readonly Name[];
  /** Each with other values for the other unique fields. */
  readonly uniqueSets: readonly {
    readonly title: Ts;
    readonly first: Ts;
    readonly fields: Ts;
    /** Changes of what would be in the way before; with a comma behind. */
    readonly others: Ts;
  }[];
  /** The first rule by which no two may overlap. */
  readonly overlap?: {
    readonly from: Name;
    readonly until: Name;
    /** A state that counts; with a comma behind. */
    readonly state: Ts;
    /** Changes of what would be in the way before; with a comma behind. */
    readonly others: Ts;
  };
  /** What it is found by, where it has a value. */
  readonly found?: Ts;
  readonly uniqueFields: readonly {
    readonly name: Name;
    readonly others: Ts;
    /** Its value in other letters, where their case does not matter. */
    readonly otherCase?: Ts;
  }[];
}

/** The property tests of an entity. */
export interface PropertyView {
  readonly typeName: Name;
  readonly file: Name;
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly path: Name;
  /** What is imported from kit/arbitraries.ts. */
  readonly arbitraries?: Ts;
  /** What is imported from samples.ts. */
  readonly samples?: Ts;
  readonly create: boolean;
  /** What of a body an answer shows. */
  readonly shown: Ts;
  readonly constant: Name;
  readonly get: boolean;
  readonly list: boolean;
  readonly unique: boolean;
  /** The ends of what only one may take, from one number. */
  readonly slots: readonly { readonly name: Name; readonly value: Ts }[];
  readonly parents: readonly {
    readonly field: Name;
    readonly makeName: Name;
    /** What it must be, as an argument after the first. */
    readonly state: Ts;
  }[];
  readonly fields: readonly { readonly name: Name; readonly arbitrary: Ts }[];
  readonly writes: readonly {
    readonly method: Name;
    readonly title: Ts;
    readonly url: Ts;
  }[];
  readonly parameterNames: Ts;
}

/** tests/contract/bulk/<entity>_bulk_test.ts. */
export interface BulkTestView {
  readonly labelPlural: Ts;
  readonly typeName: Name;
  readonly file: Name;
  readonly imports: Ts;
  /** What is tried, as a `BulkSubject`. */
  readonly subject: Ts;
  readonly auth: boolean;
  /** What makes a user who owns nothing. */
  readonly stranger?: Name;
  /** Makes a body, as a promise. */
  readonly body: Ts;
  readonly make: Name;
  readonly controller: Name;
  readonly handler: Name;
}

/** tests/contract/idempotency/keys_test.ts. */
export interface KeysTestView {
  /** What is imported from the samples. */
  readonly imports: Ts;
  readonly operations: readonly {
    readonly name: Ts;
    /** Makes a request, as a function of the test system. */
    readonly prepare: Ts;
    /** Makes another one. */
    readonly another?: Ts;
  }[];
  /** How two users send the same, in a system with users. */
  readonly own?: {
    readonly role: Ts;
    readonly makeUser: Name;
    readonly made: Ts;
    readonly path: Ts;
    readonly body: Ts;
  };
  /** How a request is sent without a key, where each needs one. */
  readonly needed?: {
    readonly role?: Ts;
    readonly gateway: Name;
    readonly path: Ts;
    readonly body: Ts;
  };
}

/** tests/test_system.ts. */
export interface TestSystemView {
  /** Whether it keeps files. */
  readonly files: boolean;
  /** Whether it has endpoints of its own. */
  readonly endpoints: boolean;
  /** Whether it needs a place in a PostgreSQL database. */
  readonly postgres: boolean;
  /** Whether the client is tried on it. */
  readonly clients: boolean;
  /** Whether it tells webhooks. */
  readonly webhooks: boolean;
  /** Whether requests need keys. */
  readonly keyed: boolean;
  /** Whether there is logic of the user's own to leave out. */
  readonly logic: boolean;
  /** Whether it limits how often clients may ask. */
  readonly rateLimit: boolean;
  /** Whether examples of logic are played on it. */
  readonly played: boolean;
  /** What can be given to it, as parameters and as arguments. */
  readonly parameters: Ts;
  readonly passedOn: Ts;
  readonly config: Ts;
  readonly gateway: Name;
  /** What it needs of users. */
  readonly auth?: {
    readonly issuer: Ts;
    /** The word before a token. */
    readonly scheme: Name;
    /** How many characters a password has at least, where that is not the usual number. */
    readonly minPasswordLength?: number;
    /** What requests as somebody who may are found by; empty where the API has a shape of its own. */
    readonly entities: readonly {
      readonly constant: Name;
      readonly file: Name;
      readonly access: Ts;
      readonly role?: Ts;
    }[];
  };
}

/** tests/boot_test.ts. */
export interface BootTestView {
  readonly gateway: Name;
  readonly states: Ts;
  /** The system's name. */
  readonly system: Ts;
  /** Its channels, as the kit's `ExpectedChannel`. */
  readonly channels: readonly Ts[];
  /** A request that a client can make and its way through the system; absent when no entity has a route. */
  readonly probe?: {
    /** What is imported from samples.ts. */
    readonly imports: Ts;
    readonly controller: Name;
    readonly handler: Name;
    readonly store: Name;
    /** The variable of an entity that is stored before. */
    readonly entity: Name;
    /** Whether it has fields that no answer shows. */
    readonly hides: boolean;
    readonly makeName: Name;
    /** The body of the request, made before it. */
    readonly body?: Ts;
    readonly request: Ts;
    /** Whether the request is about the stored entity. */
    readonly readsEntity: boolean;
    /** How errors are told, where not as problems. */
    readonly errors?: Ts;
    /** What it is answered with when all is well. */
    readonly status: number;
    /** `await ` where a system is built over a network, else nothing. */
    readonly awaits: Ts;
  };
}
