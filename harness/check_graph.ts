import { checkDependencies } from "./check_dependencies.ts";
import { findCrampedBatches } from "./cramped_batch.ts";
import { findBlockingCycles } from "./blocking_cycle.ts";
import { listNames } from "./list_names.ts";
import {
  type ComponentDescription,
  type ConnectionDescription,
  formatAddress,
  type GraphDescription,
  type GraphFinding,
  type PortDescription,
} from "./graph.ts";

/**
 * Checks a system before it runs: unknown and unconnected ports, wrong directions, types that do not
 * fit, connections made twice, capacities, reply ports that do not exist, declared dependencies,
 * batches that find no room, and cycles in which every channel blocks when full. Loops of requests and replies are legal. Findings come in the order of
 * the description, connections first.
 *
 * @example Two types that do not fit
 * ```ts
 * import { checkGraph } from "@autocoder/harness";
 *
 * const findings = checkGraph({
 *   components: [
 *     { name: "orders", ports: [{ name: "out", direction: "out", type: "Order" }] },
 *     { name: "billing", ports: [{ name: "in", direction: "in", type: "Invoice" }] },
 *   ],
 *   connections: [{
 *     from: { component: "orders", port: "out" },
 *     to: { component: "billing", port: "in" },
 *     type: "data_stream",
 *     bufferSize: 100,
 *   }],
 * });
 * const wanted = 'Cannot connect "orders.out" to "billing.in": found Order, wanted Invoice';
 * if (findings[0]?.message !== wanted) throw new Error("not found");
 * ```
 */
export function checkGraph(graph: GraphDescription): GraphFinding[] {
  return [
    ...graph.connections.flatMap((connection, index) =>
      checkConnection(graph, connection).map((finding) => ({
        ...finding,
        connection: index,
      }))
    ),
    ...duplicateConnections(graph),
    ...duplicateComponents(graph),
    ...graph.components.flatMap(unknownReplyPorts),
    ...unconnectedPorts(graph),
    ...checkDependencies(graph),
    ...findCrampedBatches(graph),
    ...findBlockingCycles(graph),
  ];
}

/** Checks one connection against the components of the graph. */
export function checkConnection(
  graph: GraphDescription,
  connection: ConnectionDescription,
): GraphFinding[] {
  const { bufferSize } = connection;
  const findings: GraphFinding[] = [];
  const from = findPort(graph, connection, "from", findings);
  const to = findPort(graph, connection, "to", findings);
  if (!Number.isInteger(bufferSize) || bufferSize < 1) {
    findings.push({
      code: "invalid_capacity",
      severity: "error",
      message:
        `${cannotConnect(connection)}: found buffer size ${bufferSize}, ` +
        `wanted an integer of at least 1`,
    });
  }
  if (from && to) findings.push(...mismatches(connection, from, to));
  return findings;
}

function cannotConnect({ from, to }: ConnectionDescription): string {
  return `Cannot connect "${formatAddress(from)}" to "${formatAddress(to)}"`;
}

function findPort(
  graph: GraphDescription,
  connection: ConnectionDescription,
  end: "from" | "to",
  findings: GraphFinding[],
): PortDescription | undefined {
  const { component: name, port: portName } = connection[end];
  const wanted = end === "from" ? "out" : "in";
  const report = (code: GraphFinding["code"], problem: string) => {
    const message = `${cannotConnect(connection)}: ${problem}`;
    findings.push({
      code,
      severity: "error",
      message,
      component: name,
      port: portName,
    });
    return undefined;
  };
  const component = graph.components.find((component) =>
    component.name === name
  );
  if (!component) {
    const known = listNames(
      graph.components.map((component) => component.name),
      "a component",
    );
    return report(
      "unknown_component",
      `found no component "${name}", wanted ${known}`,
    );
  }
  const port = component.ports.find((port) => port.name === portName);
  if (!port) {
    const names = component.ports.filter(({ direction }) =>
      direction === wanted
    );
    const known = listNames(
      names.map((port) => port.name),
      `a declared ${wanted} port`,
    );
    return report(
      "unknown_port",
      `found no port "${portName}" on "${name}", wanted ${known}`,
    );
  }
  if (port.direction !== wanted) {
    const problem =
      `found "${name}.${portName}" to be an ${port.direction} port, wanted an`;
    return report("wrong_direction", `${problem} ${wanted} port`);
  }
  return port;
}

function mismatches(
  connection: ConnectionDescription,
  from: PortDescription,
  to: PortDescription,
): GraphFinding[] {
  const findings: GraphFinding[] = [];
  const report = (found: string, wanted: string) => {
    const message = `${
      cannotConnect(connection)
    }: found ${found}, wanted ${wanted}`;
    findings.push({ code: "type_mismatch", severity: "error", message });
  };
  if (!fits(from.type, to.type)) report(`${from.type}`, `${to.type}`);
  if (
    connection.type === "request_reply" && !fits(to.replyType, from.replyType)
  ) {
    report(`reply ${to.replyType}`, `reply ${from.replyType}`);
  }
  return findings;
}

function fits(found: string | undefined, wanted: string | undefined): boolean {
  return found === undefined || wanted === undefined || wanted === "unknown" ||
    found === wanted;
}

function duplicateConnections(graph: GraphDescription): GraphFinding[] {
  const seen = new Set<string>();
  return graph.connections.flatMap((connection, index): GraphFinding[] => {
    const key = `${formatAddress(connection.from)} ${
      formatAddress(connection.to)
    }`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `${
      cannotConnect(connection)
    }: found it connected already, wanted it once`;
    return [{
      code: "duplicate_connection",
      severity: "error",
      message,
      connection: index,
    }];
  });
}

function duplicateComponents(graph: GraphDescription): GraphFinding[] {
  const seen = new Set<string>();
  return graph.components.flatMap(({ name: component }): GraphFinding[] => {
    if (!seen.has(component)) {
      seen.add(component);
      return [];
    }
    const message =
      `Cannot register component "${component}": found its name taken, ` +
      `wanted a unique one`;
    return [{
      code: "duplicate_component",
      severity: "error",
      message,
      component,
    }];
  });
}

function unknownReplyPorts(component: ComponentDescription): GraphFinding[] {
  return component.ports.flatMap((port): GraphFinding[] => {
    if (port.replies === undefined) return [];
    const wanted = port.direction === "in" ? "out" : "in";
    const target = component.ports.find(({ name }) => name === port.replies);
    if (target?.direction === wanted) return [];
    const found = target ? `an ${target.direction} port` : "no such port";
    return [{
      code: "unknown_reply_port",
      severity: "error",
      message:
        `Cannot reply by "${component.name}.${port.replies}": found ${found}, ` +
        `wanted an ${wanted} port, as "${component.name}.${port.name}" is an ${port.direction} port`,
      component: component.name,
      port: port.name,
    }];
  });
}

function unconnectedPorts(graph: GraphDescription): GraphFinding[] {
  const connected = new Set(
    graph.connections.flatMap((
      { from, to },
    ) => [formatAddress(from), formatAddress(to)]),
  );
  return graph.components.flatMap(({ name: component, ports }) => {
    const isOptional = ({ name }: PortDescription) =>
      name === "error" || ports.some((port) => port.replies === name);
    return ports
      .filter((port) =>
        !connected.has(formatAddress({ component, port: port.name }))
      )
      .filter((port) => !isOptional(port))
      .map(({ name: port, direction }): GraphFinding => ({
        code: "unconnected_port",
        severity: "warning",
        message: `Port "${component}.${port}" is not connected: ` +
          (direction === "in"
            ? "nothing will come in"
            : "sending from it will fail"),
        component,
        port,
      }));
  });
}
