/**
 * What the templates of an API of its own shape are given.
 *
 * @module
 */
import type { GatewayEndpointsView } from "./endpoint_views.ts";
import type { PortMethodView, PortView } from "./component_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** An imported constant and the file it is in. */
export interface ImportView {
  readonly constant: Name;
  readonly file: Name;
}

/** How clients see an entity. */
export interface ResourceView {
  /** The entity, with its article. */
  readonly one: Ts;
  readonly constant: Name;
  /** What the constant is, as a sentence. */
  readonly summary: Ts;
  readonly models: readonly ImportView[];
  readonly resources: readonly ImportView[];
  /** Its `ResourceSpec` literal. */
  readonly spec: Ts;
}

/** How the API looks as a whole. */
export interface ApiShapeView {
  /** Its `ApiShape` literal. */
  readonly shape: Ts;
}

/** How users see their own account. */
export interface AccountView {
  readonly models: readonly ImportView[];
  readonly resources: readonly ImportView[];
  /** Its `AccountShape` literal. */
  readonly shape: Ts;
}

/** The endpoint of an API of its own shape. */
export interface ShapedGatewayView {
  /** How endpoints of the system's own are mounted. */
  readonly endpoints?: GatewayEndpointsView;
  readonly className: Name;
  readonly description: Ts;
  readonly ports: readonly PortView[];
  /** Whether it limits how often clients may ask. */
  readonly rateLimit: boolean;
  /** Whether it may be one of several workers. */
  readonly workers: boolean;
  /** What is imported of each model. */
  readonly models: readonly { readonly imports: Ts; readonly file: Name }[];
  /** What is imported of each entity's schemas. */
  readonly schemas: readonly { readonly imports: Ts; readonly file: Name }[];
  /** How each entity's controller is reached. */
  readonly sources: readonly {
    readonly name: Name;
    readonly sender: Name;
    /** What its files may be, which go with it, and what describes it. */
    readonly files?: Name;
    readonly constant?: Name;
  }[];
  /** How it keeps files. */
  readonly files?: {
    /** Whether other processes may use the same files. */
    readonly shared: boolean;
    /** Whether the files of some entity go with it. */
    readonly removes: boolean;
    readonly entities: readonly {
      readonly nameLiteral: Ts;
      readonly sender: Name;
      /** Whether those that are deleted can be restored, and keep their files. */
      readonly softDelete: boolean;
    }[];
  };
  /** What stands before each entity, in a system with users. */
  readonly guards: readonly { readonly name: Name; readonly access: Ts }[];
  /** What users sign in by, in a system with users. */
  readonly auth?: {
    /** Whether accounts have a shape of their own. */
    readonly account: boolean;
    readonly users: Name;
    readonly usersPath: Ts;
    readonly basePath: Ts;
    readonly signIn: Ts;
    readonly guard: Name;
    readonly open: boolean;
    readonly access: Ts;
    /** Whether what an account shows of others depends on who sees it. */
    readonly sighted: boolean;
    /** Whether users have fields that no answer of the conventional routes shows. */
    readonly hides: boolean;
    /** Whether users belong to tenants. */
    readonly tenants: boolean;
    /** The references that a registration, or a change of an account, may not make. */
    readonly references?: Ts;
  };
  /** Whether errors are told as lists of messages. */
  readonly messages: boolean;
  /** Whether errors are told as lists of messages by what they are about. */
  readonly fields: boolean;
  /** Whether pages of other origins may call it. */
  readonly origins: boolean;
  /** What live updates need, and the other origins whose pages may open a WebSocket, where there are any. */
  readonly live?: { readonly origins?: Ts };
  /** Whether there are many-to-many relations. */
  readonly links: boolean;
  /** Whether what is deleted can be restored. */
  readonly restores: boolean;
  /** Whether there are marks. */
  readonly marks: boolean;
  readonly resources: readonly {
    readonly constant: Name;
    readonly file: Name;
    readonly operations: Ts;
    readonly actions?: Ts;
    readonly lists?: Ts;
    readonly references?: Ts;
    /** What its list comes to. */
    readonly aggregates?: Ts;
    /** What adds the routes that change several at once. */
    readonly bulk?: Ts;
    /** What mounting its files needs. */
    readonly files?: Ts;
    /** Whether what is deleted from it can be restored. */
    readonly restores: boolean;
    /** Whether clients can listen to its changes. */
    readonly live: boolean;
    readonly marks: readonly Ts[];
    readonly links: readonly Ts[];
  }[];
  /** The options of each route of values. */
  readonly values: readonly Ts[];
  /** What carries requests out once. */
  readonly once?: Ts;
  /** What answers a request. */
  readonly fetch: Ts;
  readonly senders: readonly (PortMethodView & { readonly typeName: Name })[];
}
