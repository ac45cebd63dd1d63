/**
 * What each template is given: ready-made text, safe for the template's language.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;
type Sql = Safe<"sql">;

/** One field of an entity. */
export interface FieldView {
  readonly name: Name;
  readonly description: Ts;
  /** Its TypeScript type. */
  readonly type: Ts;
  /** Its `FieldSpec` literal. */
  readonly spec: Ts;
}

/** One business rule: the condition that breaks it and what to say then. */
export interface RuleView {
  readonly broken: Ts;
  readonly path: Ts;
  readonly message: Ts;
}

/** One entity. */
export interface EntityView {
  /** The name its files start with. */
  readonly file: Name;
  readonly typeName: Name;
  readonly constant: Name;
  readonly checkName: Name;
  readonly parameter: Name;
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly labelPlural: Ts;
  readonly pluralCamel: Name;
  readonly description: Ts;
  readonly nameLiteral: Ts;
  readonly labelLiteral: Ts;
  readonly pathLiteral: Ts;
  readonly tableLiteral: Ts;
  readonly fields: readonly FieldView[];
  readonly search: Ts;
  readonly rules: readonly RuleView[];
  readonly defaults: Ts;
  readonly actions: Ts;
  readonly operations: Ts;
}

/** One SQL table. */
export interface TableView {
  readonly name: Sql;
  readonly columns: readonly Sql[];
  readonly indexes: readonly Sql[];
}

/** A port of a component. */
export interface PortView {
  readonly name: Name;
  /** Its `PortSpec` literal. */
  readonly spec: Ts;
}

/** A method that handles a port's messages, or sends by a port. */
export interface PortMethodView {
  readonly port: Name;
  readonly portLiteral: Ts;
  readonly method: Name;
}

/** A controller. */
export interface ControllerView {
  readonly className: Name;
  readonly description: Ts;
  readonly entity: EntityView;
  readonly ports: readonly PortView[];
  readonly handlers: readonly PortMethodView[];
  readonly senders: readonly PortMethodView[];
  /** The method that reaches the store. */
  readonly storeSender: Name;
}

/** A store. */
export interface StoreView {
  readonly className: Name;
  readonly description: Ts;
  /** Where it keeps them, as a phrase. */
  readonly where: Ts;
  readonly databaseType: Name;
  readonly entity: EntityView;
  readonly ports: readonly PortView[];
  readonly handlers: readonly PortMethodView[];
  /** Its statements, when it keeps them in SQL. */
  readonly sql?: {
    readonly insert: Ts;
    readonly select: Ts;
    readonly update: Ts;
    readonly delete: Ts;
  };
}

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
  readonly controller: Name;
  readonly handler: Name;
  readonly fields: readonly { readonly name: Name; readonly value: Ts }[];
  /** Whether it needs the counter. */
  readonly numbered: boolean;
  /** Whether it needs texts that match a pattern. */
  readonly matching: boolean;
}

/** tests/samples.ts. */
export interface SamplesView {
  readonly samples: readonly SampleView[];
  readonly numbered: boolean;
  readonly matching: boolean;
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
  readonly file: Name;
  /** Whether the type is named in the tests. */
  readonly usesType: boolean;
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
  readonly uniqueFields: readonly Name[];
  readonly immutable: readonly { readonly name: Name }[];
  readonly fixed: readonly { readonly name: Name; readonly other: Ts }[];
  readonly changed?: { readonly field: Name; readonly value: Ts };
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
  /** Whether any test starts the system. */
  readonly usesSystem: boolean;
  /** The checks of kit/acceptance.ts in use. */
  readonly checks: readonly Name[];
  /** The functions of samples.ts in use. */
  readonly samples: readonly Name[];
  readonly usesConfig: boolean;
  readonly usesAssert: boolean;
  readonly usesProblem: boolean;
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

/** The unit tests of a store. */
export interface StoreTestView {
  readonly className: Name;
  readonly file: Name;
  readonly entity: EntityNamesView;
  /** The example's constant. */
  readonly constant: Name;
  readonly sample: Ts;
  readonly sql: boolean;
  readonly refers: boolean;
  readonly requestPort: Name;
  /** Each with other values for the other unique fields. */
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
  readonly get: boolean;
  readonly list: boolean;
  readonly unique: boolean;
  readonly parents: readonly {
    readonly field: Name;
    readonly makeName: Name;
  }[];
  readonly fields: readonly { readonly name: Name; readonly arbitrary: Ts }[];
  readonly writes: readonly {
    readonly method: Name;
    readonly title: Ts;
    readonly url: Ts;
  }[];
  readonly parameterNames: Ts;
}

/** The schemas of an entity. */
export interface SchemaView {
  readonly label: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly constant: Name;
  /** What is imported from kit/api_schema.ts. */
  readonly imports: Ts;
  readonly fields: readonly { readonly name: Name; readonly schema: Ts }[];
  /** Whether whole entities are sent, and by which methods. */
  readonly body: boolean;
  readonly bodyOf: Ts;
  readonly patch: boolean;
}

/** The API endpoint. */
export interface GatewayView {
  readonly className: Name;
  readonly description: Ts;
  readonly ports: readonly PortView[];
  readonly entities: readonly {
    readonly constant: Name;
    readonly typeName: Name;
    readonly file: Name;
    /** What is imported from its schemas. */
    readonly schemaImports?: Ts;
    readonly operations: Ts;
    readonly actions?: Ts;
    readonly schemas: readonly {
      readonly option: Name;
      readonly constant: Name;
    }[];
    /** The method that reaches its controller. */
    readonly sender: Name;
  }[];
  readonly senders: readonly (PortMethodView & { readonly typeName: Name })[];
}

/** main.ts. */
export interface MainView {
  readonly description: Ts;
  readonly nameLiteral: Ts;
  readonly sql: boolean;
  readonly durability: Ts;
  readonly components: readonly {
    readonly className: Name;
    readonly file: Name;
    readonly variable: Name;
    readonly nameLiteral: Ts;
    readonly description: Ts;
    readonly config: Ts;
  }[];
  readonly connections: readonly {
    readonly from: Ts;
    readonly to: Ts;
    readonly options: Ts;
    readonly end: Ts;
  }[];
  readonly variables: Ts;
}

/** config/system_config.ts. */
export interface ConfigView {
  readonly sql: boolean;
  readonly port: number;
  readonly databasePath: Ts;
}

/** tests/test_system.ts and tests/boot_test.ts. */
export interface TestSystemView {
  readonly config: Ts;
  readonly gateway: Name;
  readonly states: Ts;
}

/** What deployment files need. */
export interface DeployView {
  /** The container image's name. */
  readonly image: Name;
  readonly port: number;
  /** Whether there is a data folder to keep. */
  readonly keepsData: boolean;
}

/** The output's README. */
export interface ReadmeView {
  readonly title: Md;
  readonly description: Md;
  readonly address: Md;
  readonly tryIt: readonly Md[];
  readonly settings: readonly {
    readonly name: Md;
    readonly fallback: Md;
    readonly meaning: Md;
  }[];
  readonly storage: readonly Md[];
  readonly hasMigrations: boolean;
}

/** docs/ENTITIES.md. */
export interface EntitiesDocView {
  readonly entities: readonly {
    readonly title: Md;
    readonly description: Md;
    readonly fields: readonly {
      readonly name: Md;
      readonly type: Md;
      readonly rules: Md;
      readonly meaning: Md;
    }[];
    readonly notes: readonly Md[];
  }[];
}

/** docs/API.md. */
export interface ApiDocView {
  readonly entities: readonly {
    readonly title: Md;
    readonly endpoints: readonly {
      readonly method: Md;
      readonly path: Md;
      readonly summary: Md;
      readonly answers: Md;
    }[];
    readonly example?: Md;
  }[];
}

/** docs/ARCHITECTURE.md. */
export interface ArchitectureDocView {
  readonly components: readonly {
    readonly name: Name;
    readonly className: Name;
    readonly kind: Md;
    readonly description: Md;
  }[];
  readonly edges: readonly {
    readonly from: Name;
    readonly to: Name;
    readonly label: Md;
  }[];
  readonly channels: readonly {
    readonly from: Name;
    readonly to: Name;
    readonly kind: Md;
    readonly bufferSize: number;
  }[];
}

/** Every template with its view. */
export interface TemplateViews {
  readonly "README.md.eta": ReadmeView;
  readonly "components/api_gateway.ts.eta": GatewayView;
  readonly "components/controller.ts.eta": ControllerView;
  readonly "components/store.ts.eta": StoreView;
  readonly "config/system_config.ts.eta": ConfigView;
  readonly "deploy/Dockerfile.dockerignore.eta": DeployView;
  readonly "deploy/Dockerfile.eta": DeployView;
  readonly "deploy/ci.yaml.eta": DeployView;
  readonly "deploy/compose.yaml.eta": DeployView;
  readonly "deploy/k8s/deployment.yaml.eta": DeployView;
  readonly "deploy/k8s/service.yaml.eta": DeployView;
  readonly "docs/API.md.eta": ApiDocView;
  readonly "docs/ARCHITECTURE.md.eta": ArchitectureDocView;
  readonly "docs/ENTITIES.md.eta": EntitiesDocView;
  readonly "main.ts.eta": MainView;
  readonly "migrations/0001_initial.sql.eta": {
    readonly tables: readonly TableView[];
  };
  readonly "models/entity.ts.eta": EntityView;
  readonly "schemas/entity_schema.ts.eta": SchemaView;
  readonly "tests/acceptance_test.ts.eta": AcceptanceView;
  readonly "tests/boot_test.ts.eta": TestSystemView;
  readonly "tests/contract/entity_test.ts.eta": ContractView;
  readonly "tests/property/entity_property_test.ts.eta": PropertyView;
  readonly "tests/samples.ts.eta": SamplesView;
  readonly "tests/test_system.ts.eta": TestSystemView;
  readonly "tests/unit/controller_test.ts.eta": ControllerTestView;
  readonly "tests/unit/store_test.ts.eta": StoreTestView;
  readonly "validations/entity_rules.ts.eta": EntityView;
}
