import type { FullPolicy } from "./channel_stats.ts";

/** What a connection is for: values, failed messages, or requests with their answers. */
export type BindingType = "data_stream" | "error_stream" | "request_reply";

/** A port of a component, as declared. */
export interface PortSpec {
  /** Whether messages come in or go out. */
  readonly direction: "in" | "out";
  /** Name of the type of what passes, compared by `connect()`. */
  readonly type?: string;
  /**
   * On an out port: the in port of the same component by which the answers come back. On an in port:
   * the out port by which answers leave. Without it a `request_reply` connection gets a reply channel
   * of its own.
   */
  readonly replies?: string;
  /** Name of the type of the answers on a `request_reply` connection. */
  readonly replyType?: string;
  /**
   * How many messages belong together, at least 1. On an in port: the component lets go of none before
   * so many are there. Without `concurrency` they are to be queued until then, in the connections of
   * the port taken together; with it, they are in hand. On an out port: so many are sent at once,
   * without waiting for room in between.
   * @default {1}
   */
  readonly batch?: number;
  /**
   * On an in port that `serve()` serves: most messages in hand at once, whatever `serve()` is told.
   * With 1, messages are handled strictly one after another.
   * @default what `serve()` is told
   */
  readonly concurrency?: number;
}

/** A port with its name, in plain data. */
export interface PortDescription extends PortSpec {
  /** Name of the port. */
  readonly name: string;
}

/** A component with its ports, in plain data. */
export interface ComponentDescription {
  /** Name of the component. */
  readonly name: string;
  /** Its ports. */
  readonly ports: readonly PortDescription[];
  /** Names of the components that it is declared to start after, and to stop before. */
  readonly after?: readonly string[];
}

/** One end of a connection. */
export interface PortAddress {
  /** Name of the component. */
  readonly component: string;
  /** Name of its port. */
  readonly port: string;
}

/** A connection, in plain data. */
export interface ConnectionDescription {
  /** The sending end. */
  readonly from: PortAddress;
  /** The receiving end. */
  readonly to: PortAddress;
  /** What the connection is for. */
  readonly type: BindingType;
  /** Most messages that may be queued. */
  readonly bufferSize: number;
  /**
   * What happens when it is full.
   * @default {"block"}
   */
  readonly whenFull?: FullPolicy;
}

/** A system of components and connections, in plain data: what `checkGraph()` looks at. */
export interface GraphDescription {
  /** All components. */
  readonly components: readonly ComponentDescription[];
  /** All connections. */
  readonly connections: readonly ConnectionDescription[];
}

/** What can be wrong with a graph. */
export type GraphFindingCode =
  | "duplicate_component"
  | "unknown_component"
  | "unknown_port"
  | "wrong_direction"
  | "type_mismatch"
  | "unknown_reply_port"
  | "unconnected_port"
  | "blocking_cycle"
  | "invalid_capacity"
  | "invalid_limit"
  | "batch_over_capacity"
  | "unknown_dependency"
  | "dependency_cycle"
  | "duplicate_connection";

/** One thing that is wrong with a graph, or that looks wrong. */
export interface GraphFinding {
  /** What it is; stable. */
  readonly code: GraphFindingCode;
  /** An error keeps the system from starting. */
  readonly severity: "error" | "warning";
  /** The same in words, with the path. */
  readonly message: string;
  /** Index of the connection it is about. */
  readonly connection?: number;
  /** The component it is about. */
  readonly component?: string;
  /** The port it is about. */
  readonly port?: string;
}

/** Writes an address as `component.port`. */
export function formatAddress(address: PortAddress): string {
  return `${address.component}.${address.port}`;
}

/** Reads `component.port`. Throws `TypeError` when the text is not of that form. */
export function parseAddress(text: string): PortAddress {
  const [component, port, ...rest] = text.split(".");
  if (!component || !port || rest.length > 0) {
    throw new TypeError(`Cannot connect "${text}": wanted "component.port"`);
  }
  return { component, port };
}

/**
 * Finds the connections that carry answers to requests made over other connections: back to whoever
 * sent, by the in port that its out port names as `replies` or the out port that the in port names so.
 */
export function replyConnections(
  graph: GraphDescription,
): ReadonlySet<ConnectionDescription> {
  const replyPorts = new Map<string, string>();
  for (const { name: component, ports } of graph.components) {
    for (const { name: port, replies } of ports) {
      if (replies !== undefined) {
        replyPorts.set(formatAddress({ component, port }), replies);
      }
    }
  }
  const ways = new Set<string>();
  for (const { from, to } of graph.connections) {
    const arrivesBy = replyPorts.get(formatAddress(from));
    const leavesBy = replyPorts.get(formatAddress(to));
    if (arrivesBy !== undefined) {
      ways.add(`${to.component} -> ${from.component}.${arrivesBy}`);
    }
    if (leavesBy !== undefined) {
      ways.add(`${to.component}.${leavesBy} -> ${from.component}`);
    }
  }
  return new Set(
    graph.connections.filter(({ from, to }) =>
      ways.has(`${from.component} -> ${formatAddress(to)}`) ||
      ways.has(`${formatAddress(from)} -> ${to.component}`)
    ),
  );
}
