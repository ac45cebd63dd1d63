/**
 * What the templates of users and access rules are given.
 *
 * @module
 */
import type { PortView } from "./component_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** access/access_rules.ts. */
export interface AccessRulesView {
  /** The entities' keys as a union of literals. */
  readonly names: Ts;
  readonly entities: readonly {
    readonly key: Name;
    /** The settings beside the rules. */
    readonly settings: readonly Ts[];
    readonly rules: readonly { readonly name: Ts; readonly words: Ts }[];
  }[];
}

/** The component that signs users in. */
export interface AuthControllerView {
  readonly className: Name;
  readonly description: Ts;
  readonly ports: readonly PortView[];
  readonly userType: Name;
  readonly userFile: Name;
  readonly issuer: Ts;
  readonly signIn: Ts;
  /** The users' field that holds their role, where they have one. */
  readonly role?: Ts;
  /** Whether anybody may register. */
  readonly open: boolean;
  /** The tenants that users belong to. */
  readonly tenant?: {
    readonly typeName: Name;
    readonly file: Name;
    /** The users' relation. */
    readonly name: Ts;
    /** The users' field that holds its id. */
    readonly field: Ts;
    /** What whoever opens one gets. */
    readonly founder?: Ts;
    /** Their plural. */
    readonly label: Ts;
  };
}

/** schemas/auth_schema.ts. */
export interface AuthSchemaView {
  /** Whether accounts have a shape of their own. */
  readonly account: boolean;
  /** What is imported from kit/api_schema.ts. */
  readonly imports: Ts;
  readonly fields: readonly { readonly name: Name; readonly schema: Ts }[];
  /** A user, with its article. */
  readonly one: Ts;
  readonly signIn: Ts;
  /** The tenant that whoever registers opens. */
  readonly tenant?: {
    readonly name: Name;
    readonly fields: readonly { readonly name: Name; readonly schema: Ts }[];
    readonly imports: Ts;
    /** With its article. */
    readonly one: Ts;
  };
}

/** The tests in which two tenants try to reach each other. */
export interface TenantsTestView {
  /** The users' field that holds the id of their tenant. */
  readonly field: Name;
  readonly relation: Name;
  readonly userConstant: Name;
  /** What a registration may say that users refer to, and how another tenant's is made. */
  readonly references: readonly { readonly field: Name; readonly make: Ts }[];
  /** Where users register. */
  readonly register: Ts;
  /** Whether errors have another form than problems. */
  readonly told: boolean;
  /** The beginning of a call that asserts an error. */
  readonly expect: Ts;
  readonly makeUser: Name;
  readonly userBody: Ts;
  readonly makeTenant: Name;
  readonly tenantBody: Ts;
  readonly tenantController: Name;
  readonly tenantHandler: Name;
  readonly signIn: Name;
  /** The roles of those who try. */
  readonly roles: Ts;
  readonly hasRoles: boolean;
  readonly open: boolean;
  /** The role of whom somebody creates. */
  readonly first?: { readonly word: Name; readonly literal: Ts };
  /** The role of whoever opens a tenant. */
  readonly last?: { readonly word: Name; readonly literal: Ts };
  /** What somebody is who may create users; none where nobody may. */
  readonly inviter?: Ts;
  /** What is imported from tests/samples.ts. */
  readonly samples: Ts;
  readonly models: readonly { readonly constant: Name; readonly file: Name }[];
  readonly entities: readonly {
    readonly title: Ts;
    readonly constant: Name;
    readonly make: Ts;
    readonly body: Ts;
    readonly controller: Name;
    readonly handler: Name;
    readonly steps: readonly Ts[];
    /** What a new one must not have of another tenant. */
    readonly creates?: {
      readonly field: Name;
      readonly role: Ts;
      readonly references: readonly {
        readonly field: Name;
        readonly make: Ts;
      }[];
    };
  }[];
}

/** The access tests of an entity. */
export interface AccessTestView {
  readonly labelPlural: Ts;
  /** With its article: `a task`, `an order`. */
  readonly one: Ts;
  readonly constant: Name;
  readonly file: Name;
  /** What is imported from samples.ts. */
  readonly imports: Ts;
  /** Whether it is the users themselves. */
  readonly isUser: boolean;
  readonly makeName: Name;
  readonly makeUser: Name;
  /** Makes one that belongs to `owner`. */
  readonly make: Ts;
  /** The controller and its method, as members of the system. */
  readonly controller: Name;
  readonly handler: Name;
  readonly body: Ts;
  /** Makes a body, or a promise of it. */
  readonly bodyPromise: Ts;
  /** What its lists come to. */
  readonly aggregates?: Name;
  readonly trials: readonly {
    readonly title: Ts;
    readonly actor: Ts;
    readonly steps: readonly Ts[];
  }[];
  /** The same, tried with one that is there only for some. */
  readonly unseen?: {
    /** What it is. */
    readonly state: Ts;
    /** What it is where everybody sees it. */
    readonly seen: Ts;
    /** The call that makes it, in a given state. */
    readonly make: Ts;
    readonly trials: readonly {
      readonly title: Ts;
      readonly actor: Ts;
      readonly steps: readonly Ts[];
    }[];
  };
  /** The owner's field, where whoever creates one becomes it. */
  readonly owner?: Name;
  /** Makes a user who may create one. */
  readonly creator?: Ts;
  /** Makes a user who may change one that is theirs. */
  readonly changer?: Ts;
  /** The field by which a body would refer to what its sender may not read, and who sends it. */
  readonly hidden?: { readonly field: Name; readonly sender: Ts };
  /** A body that does what only others may do by an action. */
  readonly bypass?: {
    readonly action: Ts;
    readonly body: Ts;
    /** Whether owners may create one, too. */
    readonly creates: boolean;
  };
  /** A role that nobody may give themselves, where users may change themselves. */
  readonly role?: Ts;
  /** A role that may give roles to others, and another. */
  readonly roleKeeper?: Ts;
  readonly roleOther?: Ts;
}

/** tests/unit/auth_controller_test.ts. */
export interface AuthTestView {
  /** Whether the routes under `/auth` are there to be attacked. */
  readonly trials: boolean;
  readonly gateway: Name;
  /** Makes a registration's body, without a password, or a promise of it. */
  readonly bodyPromise: Ts;
  /** The functions that make it. */
  readonly bodyNames: Ts;
  /** Whether users belong to tenants. */
  readonly tenants: boolean;
  readonly path: Ts;
  readonly signIn: Ts;
  readonly issuer: Ts;
  /** Whether anybody may register. */
  readonly open: boolean;
  /** What a registration has other than the example, and whether it is refused. */
  readonly limits: readonly {
    readonly title: Ts;
    readonly change: Ts;
    readonly status: number;
  }[];
}
