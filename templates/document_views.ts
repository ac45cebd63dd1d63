/**
 * What the templates of documents and deployment files are given.
 *
 * @module
 */
import type { Name, Safe } from "./safe_text.ts";

type Md = Safe<"md">;

/** The page of endpoints of an API with a shape of its own. */
export interface ShapedApiDocView {
  /** How often clients may ask. */
  readonly limit?: Md;
  /** What holds for all of it. */
  readonly notes: readonly Md[];
  /** Whether requests carry tokens. */
  readonly tokens: boolean;
  /** How to get a token; empty where accounts have no shape of their own. */
  readonly commands: readonly Md[];
  readonly parts: readonly {
    readonly title: Md;
    readonly endpoints: readonly {
      readonly method: Name;
      readonly path: Name;
      readonly summary: Md;
      readonly token: Md;
      readonly answers: Md;
    }[];
    readonly notes: readonly Md[];
  }[];
  readonly lists: Md;
  /** How what lists come to is told. */
  readonly aggregates?: Md;
  /** How several are changed at once. */
  readonly bulk?: Md;
  /** How clients listen. */
  readonly live?: readonly Md[];
  /** How requests with a key are treated. */
  readonly keys?: Md;
  readonly errors: Md;
}

/** What deployment files need. */
export interface DeployView {
  /** Whether the running system has a client of its own API. */
  readonly callsItself: boolean;
  /** The container image's name. */
  readonly image: Name;
  readonly port: number;
  /** Whether it needs a secret. */
  readonly needsSecret: boolean;
  /** Settings that are passed on where they are set. */
  readonly optional?: readonly Name[];
  /** Whether there is a data folder to keep. */
  readonly keepsData: boolean;
  /** Whether all instances use one folder of files. */
  readonly sharesFiles: boolean;
  /** Copies that only tests import. */
  readonly testSupport: readonly Name[];
  /** What PostgreSQL needs, where the data is there. */
  readonly postgres?: {
    /** The database's name. */
    readonly database: Name;
    /** The permissions of the program, with the database's host in the container's network. */
    readonly flags: readonly Safe<"yaml">[];
  };
}

/** The output's README. */
export interface ReadmeView {
  /** Whether it has endpoints of its own. */
  readonly endpoints: boolean;
  /** Whether its API has anything that a client could call. */
  readonly client: boolean;
  /** What it says of users, where the system has any. */
  readonly auth?: {
    /** The commands that sign somebody in. */
    readonly signIn: readonly Md[];
    readonly open: boolean;
    readonly roles: boolean;
    readonly firstUser: Md;
  };
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
  /** How many cores and processes it can use. */
  readonly processes: readonly Md[];
  /** Whether it may have several workers. */
  readonly workers: boolean;
  readonly hasMigrations: boolean;
  /** Whether it needs a PostgreSQL server. */
  readonly postgres: boolean;
  /** Whether it has logic of the user's own. */
  readonly logic: boolean;
  /** Whether it tells webhooks. */
  readonly webhooks: boolean;
}

/** The output's AGENTS.md. */
export interface AgentsView {
  readonly system: Name;
  /** What it keeps, and where. */
  readonly about: Md;
  /** What its owner wrote about it. @default nothing */
  readonly description?: Md;
  /** Whether a language model writes some of its logic. */
  readonly behaviors: boolean;
  /** The folder that the next generation goes to. */
  readonly next: Name;
  readonly postgres: boolean;
  /** Whether it needs a secret to start. */
  readonly secret: boolean;
  /** The folders that are copied. */
  readonly copied: Md;
  /** The files that the blueprint names, where there are any. */
  readonly yours?: Md;
  readonly places: readonly { readonly paths: Md; readonly what: Md }[];
  readonly rules: readonly Md[];
}

/** docs/WEBHOOKS.md. */
export interface WebhooksDocView {
  readonly webhooks: readonly {
    readonly name: Md;
    readonly event: Md;
    readonly what: Md;
    readonly setting: Md;
    readonly hosts: Md;
  }[];
  /** How to bring back what was given up; not where it is in memory. */
  readonly revive?: Md;
}

/** docs/ENTITIES.md. */
export interface EntitiesDocView {
  readonly entities: readonly {
    readonly title: Md;
    /** Whose it is, in a system with users. */
    readonly access?: readonly Md[];
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
  /** How often clients may ask. */
  readonly limit?: Md;
  /** The endpoints of the system's own. */
  readonly own?: readonly ApiDocView["entities"][number]["endpoints"][number][];
  readonly entities: readonly {
    readonly title: Md;
    readonly endpoints: readonly {
      readonly method: Md;
      readonly path: Md;
      readonly summary: Md;
      readonly answers: Md;
      /** Who may, in a system with users. */
      readonly who?: Md;
    }[];
    /** The lines that create one. */
    readonly example?: readonly Md[];
  }[];
  /** Whether any read can include others. */
  readonly includes: boolean;
  /** How to listen to changes; empty where nobody can. */
  readonly live: readonly Md[];
  /** Whether any request can have conditions. */
  readonly conditional: boolean;
  /** Whether an action has a guard. */
  readonly guarded: boolean;
  /** Whether the lists of some entity come to something. */
  readonly aggregates: boolean;
  /** Whether `q` searches words of some entity. */
  readonly words: boolean;
  /** How requests with a key are treated. */
  readonly keys?: Md;
  /** How several are changed at once. */
  readonly bulk?: Md;
  /** How to sign in, in a system with users. */
  readonly auth?: {
    readonly open: boolean;
    readonly signIn: Md;
    /** How long tokens are valid. */
    /** How users come to belong to a tenant. */
    readonly tenants?: Md;
    readonly minutes: Md;
    readonly refresh: Md;
    readonly commands: readonly Md[];
  };
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
  /** What else is to be known of how it works. */
  readonly notes: readonly Md[];
}
