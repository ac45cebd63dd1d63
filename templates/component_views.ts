/**
 * What the templates of components and of main.ts are given.
 *
 * @module
 */
import type { GatewayEndpointsView } from "./endpoint_views.ts";
import type { Name, Safe } from "./safe_text.ts";
import type { EntityView } from "./entity_views.ts";
import type { ControllerLogicView } from "./logic_views.ts";

type Ts = Safe<"ts">;

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
  /** Whether requests are held to what was granted. */
  readonly guarded: boolean;
  /** What answers its requests, and the module it comes from. */
  readonly service: { readonly className: Name; readonly file: Name };
  /** What says by the state of things whether something may be done. */
  readonly guard?: Ts;
  /** What it needs of logic of the user's own. */
  readonly logic?: ControllerLogicView;
  /** Whether its actions change numbers of other entities. */
  readonly adjusts: boolean;
  /** Whether several are changed at once. */
  readonly bulk: boolean;
  /** The other entities whose descriptions it reads. */
  readonly targets: readonly {
    readonly constant: Name;
    readonly file: Name;
  }[];
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
  /** The rule by which its updates adjust other entities. */
  /** The rule that keeps events for webhooks. */
  readonly announces?: Name;
  readonly adjusts?: Name;
  /** What holds for its writes beyond what every table checks, as a list. */
  readonly rules?: Ts;
  /** What must hold before its writes. */
  readonly guard?: Name;
  /** Whether several are written at once. */
  readonly bulk: boolean;
  /** How much of it is kept in memory, in a system where something is; see kit/cached_table.ts. */
  readonly cache?: { readonly size: Ts };
  /** Its statements, when it keeps them in SQL. */
  readonly sql?: {
    readonly insert: Ts;
    readonly select: Ts;
    readonly update: Ts;
    readonly delete: Ts;
  };
}

/** The API endpoint. */
export interface GatewayView {
  /** How endpoints of the system's own are mounted. */
  readonly endpoints?: GatewayEndpointsView;
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
    /** Its access rules, in a system with users. */
    readonly access?: Ts;
    /** What its bodies may not refer to unless it may be read. */
    readonly references?: Ts;
    /** Whether it has fields that no answer shows. */
    readonly hides?: true;
    /** What can be included when it is read. */
    readonly includes?: Ts;
    /** What its lists come to. */
    readonly aggregates?: Name;
    /** Whether clients can listen to its changes. */
    readonly live?: true;
    /** What adds the routes that change several at once. */
    readonly bulk?: Ts;
    /** Whether it has what is carried out once for a key. */
    readonly once?: boolean;
    /** The constant that says what its files may be. */
    readonly files?: Name;
    /** Whether those that are deleted can be restored, and keep their files. */
    readonly softDelete: boolean;
    readonly nameLiteral: Ts;
    /** The method that reaches its controller. */
    readonly sender: Name;
  }[];
  /** The entities that others include, by name. */
  readonly related?: readonly {
    readonly name: Ts;
    readonly constant: Name;
    readonly access?: Ts;
    readonly hides: boolean;
    readonly sender: Name;
  }[];
  /** Whether some entity has files. */
  readonly files: boolean;
  /** Whether the files of some entity go with it. */
  readonly removesFiles: boolean;
  /** Whether other processes may use the same files. */
  readonly shared: boolean;
  /** Whether some entity has fields that no answer shows. */
  readonly hides: boolean;
  /** Whether some entity has aggregates. */
  readonly aggregates: boolean;
  /** Whether clients can listen to changes. */
  readonly live: boolean;
  /** What carries requests out once. */
  readonly once?: Ts;
  /** Whether several of some entity are changed at once. */
  readonly bulk: boolean;
  /** Whether it limits how often clients may ask. */
  readonly rateLimit: boolean;
  /** Whether it may be one of several workers. */
  readonly workers: boolean;
  readonly senders: readonly (PortMethodView & { readonly typeName: Name })[];
  /** What it needs of users. */
  readonly auth?: {
    /** The constant that describes them. */
    readonly users: Name;
    readonly open: boolean;
    readonly access: Ts;
    readonly checksReferences: boolean;
    /** The references that a registration may not make. */
    readonly references?: Ts;
    /** Whether users belong to tenants. */
    readonly tenants: boolean;
    /** Whether users have fields that no answer shows. */
    readonly hides: boolean;
  };
}

/** main.ts. */
export interface MainView {
  /** Whether it may have several workers. */
  readonly workers: boolean;
  /** Whether it keeps files. */
  readonly files: boolean;
  readonly description: Ts;
  readonly nameLiteral: Ts;
  /** Whether it keeps its data in SQLite. */
  readonly sql: boolean;
  /** Whether it keeps its data in PostgreSQL. */
  readonly postgres: boolean;
  readonly durability: Ts;
  /** Where it is kept which schedules ran. */
  readonly ledger?: { readonly className: Name; readonly file: Name };
  /** Where changes are heard of. */
  readonly changes?: { readonly className: Name; readonly file: Name };
  /** Whether something is kept in memory. */
  readonly caches: boolean;
  /** Where events for webhooks are kept. */
  readonly outbox?: { readonly className: Name; readonly file: Name };
  /** What keeps the replies to requests with a key. */
  readonly replies?: { readonly keep: Name; readonly file: Name };
  /** Whether there is logic of the user's own that is asked around writes. */
  readonly logic?: true;
  /** Whether it has endpoints of its own. */
  readonly endpoints?: true;
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
  /** Whether it may have several workers, or why it may not. */
  readonly workers?: true | { readonly onlyOneBecause: Ts };
  /** Whether it keeps files. */
  readonly files: boolean;
  /** Whether it keeps its data in SQLite. */
  readonly sql: boolean;
  /** Whether it keeps its data in PostgreSQL. */
  readonly postgres: boolean;
  readonly databaseUrl: Ts;
  readonly port: number;
  readonly databasePath: Ts;
  /** Whether clients can listen to changes. */
  readonly live: boolean;
  /** Whether anything is done by itself. */
  readonly schedule: boolean;
  /** How many requests each client may make, in how many seconds. */
  readonly rateLimit?: { readonly requests: number; readonly seconds: number };
  /** Where webhooks go. */
  readonly webhooks?: readonly {
    readonly name: Name;
    readonly setting: Name;
    readonly hosts: Ts;
  }[];
  /** The defaults of users' tokens. */
  readonly auth?: {
    readonly signIn: Ts;
    readonly accessSeconds: number;
    readonly refreshSeconds: number;
    /** How many characters a password has at least, where that is not the usual number. */
    readonly minPasswordLength?: number;
    /** How often may be tried what can be guessed, where that is not the usual. */
    readonly limits?: Ts;
  };
}
