/**
 * What the templates of a system's own endpoints are given.
 *
 * @module
 */
import type { LogicFunctionView } from "./logic_views.ts";
import type { Name, Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** A type of an endpoint: what one part of a request, or its answer, holds. */
export interface EndpointTypeView {
  readonly name: Name;
  readonly doc: Ts;
  readonly members: readonly {
    readonly name: Name;
    readonly optional: boolean;
    readonly type: Ts;
    readonly doc: Ts;
  }[];
}

/** One endpoint. */
export interface EndpointView {
  readonly title: Ts;
  readonly constant: Name;
  /** What is imported from kit/api_schema.ts. */
  readonly blocks: Ts;
  /** Whether somebody may be signed in. */
  readonly viewer: boolean;
  /** Whether it may fetch from other hosts. */
  readonly fetches: boolean;
  readonly types: readonly EndpointTypeView[];
  /** What its function is given. */
  readonly call: {
    readonly name: Name;
    readonly members: readonly { readonly doc: Ts; readonly text: Ts }[];
  };
  /** Its function, where the blueprint has it in place. */
  readonly own?: LogicFunctionView;
  /** The file of the user's own that has it otherwise. */
  readonly from?: { readonly name: Name; readonly file: Name };
  readonly declaration: Ts;
}

/** All endpoints of a system. */
export interface SystemEndpointsView {
  readonly endpoints: readonly {
    readonly constant: Name;
    readonly file: Name;
  }[];
}

/** How a gateway mounts endpoints. */
export interface GatewayEndpointsView {
  /** Whether some may fetch from other hosts. */
  readonly fetches: boolean;
  /** The word before tokens, where it is not the usual one. */
  readonly scheme?: Ts;
}

/** The tests of one endpoint. */
export interface EndpointTestView {
  readonly title: Ts;
  readonly file: Name;
  readonly constant: Name;
  readonly label: Ts;
  readonly subject: Ts;
  readonly users: boolean;
  /** Whether it fetches from other hosts, which are played. */
  readonly fetches: boolean;
  /** What stands before the endpoints in the call that starts a system. */
  readonly before: Ts;
}
