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

/** A body that is refused. */
export interface BadBodyView {
  readonly title: Ts;
  readonly field: Name;
  readonly path: Ts;
  readonly value: Ts;
}

/** An action in the contract tests. */
export interface ContractActionView {
  readonly path: Name;
  readonly effect: Ts;
  /** Further arguments that put the entity into a state that allows it. */
  readonly before: Ts;
  /** A state that does not allow it. */
  readonly forbidden?: Ts;
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
  readonly badBodies: readonly BadBodyView[];
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

/** tests/acceptance_test.ts. */
export interface AcceptanceView {
  readonly tests: readonly {
    readonly title: Ts;
    readonly statement: Ts;
    readonly usesSystem: boolean;
  }[];
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
  readonly actions: readonly {
    readonly name: Name;
    readonly before: Ts;
    readonly effect: Ts;
  }[];
}

/** The unit test of the API endpoint. */
export interface GatewayTestView {
  readonly className: Name;
  readonly file: Name;
  /** The ports that lead to controllers. */
  readonly controllerPorts: readonly Name[];
  /** A call that leads to each of them, by the variable `client`; none where an entity has no route. */
  readonly requests: readonly Ts[];
  /** Who asks, in a system with users. */
  readonly viewer?: Ts;
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
  readonly uniqueFields: readonly {
    readonly name: Name;
    readonly others: Ts;
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

/** tests/test_system.ts. */
export interface TestSystemView {
  /** Whether it needs a place in a PostgreSQL database. */
  readonly postgres: boolean;
  /** Whether it tells webhooks. */
  readonly webhooks: boolean;
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
