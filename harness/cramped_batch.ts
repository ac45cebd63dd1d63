import type { FullPolicy } from "./channel_stats.ts";
import {
  type ComponentDescription,
  type ConnectionDescription,
  formatAddress,
  type GraphDescription,
  type GraphFinding,
  type PortDescription,
} from "./graph.ts";

/**
 * Finds batches for which there is no room. A batch that an in port gathers never becomes whole when
 * neither its connections nor the concurrency of the port can hold it, whatever happens when they are
 * full: errors. A batch that an out port sends at once loses a part where a full channel does not
 * make it wait, which may be meant: warnings.
 */
export function findCrampedBatches(graph: GraphDescription): GraphFinding[] {
  const arriving = Map.groupBy(
    graph.connections,
    ({ to }) => formatAddress(to),
  );
  const leaving = Map.groupBy(
    graph.connections,
    ({ from }) => formatAddress(from),
  );
  return graph.components.flatMap((component) =>
    component.ports.flatMap((port) => {
      const limits = invalidLimits(component, port);
      if (limits.length > 0 || port.batch === undefined) return limits;
      const address = formatAddress({
        component: component.name,
        port: port.name,
      });
      const place = { component: component.name, port: port.name };
      const found = port.direction === "in"
        ? gathered(address, port, arriving.get(address) ?? [], graph)
        : burst(address, port.batch, leaving.get(address) ?? [], graph);
      return found.map((finding) => ({ ...finding, ...place }));
    })
  );
}

function invalidLimits(
  { name: component }: ComponentDescription,
  { name: port, batch, concurrency }: PortDescription,
): GraphFinding[] {
  return Object.entries({ batch, concurrency }).flatMap(([word, limit]) => {
    if (limit === undefined || Number.isInteger(limit) && limit > 0) return [];
    const message =
      `Cannot use "${component}.${port}": found ${word} ${limit}, ` +
      `wanted an integer of at least 1`;
    return [{
      code: "invalid_limit",
      severity: "error",
      message,
      component,
      port,
    }];
  });
}

function gathered(
  address: string,
  { batch = 1, concurrency }: PortDescription,
  connections: readonly ConnectionDescription[],
  graph: GraphDescription,
): GraphFinding[] {
  const first = connections[0];
  const cannot = `Cannot gather a batch of ${batch} at "${address}"`;
  if (concurrency !== undefined) {
    if (concurrency >= batch) return [];
    const message = `${cannot}: found concurrency ${concurrency}, wanted at ` +
      `least ${batch}, because all of them are in hand until the last has come`;
    return [{ code: "batch_over_capacity", severity: "error", message }];
  }
  const room = connections.reduce((sum, { bufferSize }) => sum + bufferSize, 0);
  if (first === undefined || !(room < batch)) return [];
  const rooms = connections.map((connection) =>
    `${connection.bufferSize} in ${inWords(connection)}, ` +
    AT_ITS_END[connection.whenFull ?? "block"]
  );
  const message = `${cannot}: found room for ${rooms.join(", and ")}; wanted ` +
    `a bufferSize of at least ${batch}${
      connections.length > 1 ? " in all" : ""
    }, or a smaller batch, or a declared concurrency where \`serve()\` has them in hand`;
  return [{
    code: "batch_over_capacity",
    severity: "error",
    message,
    connection: graph.connections.indexOf(first),
  }];
}

function burst(
  address: string,
  batch: number,
  connections: readonly ConnectionDescription[],
  graph: GraphDescription,
): GraphFinding[] {
  return connections.flatMap((connection): GraphFinding[] => {
    const { bufferSize, whenFull = "block" } = connection;
    if (whenFull === "block" || !(bufferSize < batch)) return [];
    const outcome = whenFull === "fail" ? "refused" : "dropped";
    const message =
      `Cannot hold a batch of ${batch} from "${address}": found room for ` +
      `${bufferSize} in ${
        inWords(connection)
      }, and ${whenFull} when full, so that ` +
      `up to ${
        batch - bufferSize
      } of each batch are ${outcome}; wanted a bufferSize of ` +
      `at least ${batch}, or block`;
    return [{
      code: "batch_over_capacity",
      severity: "warning",
      message,
      connection: graph.connections.indexOf(connection),
    }];
  });
}

function inWords({ from, to }: ConnectionDescription): string {
  return `"${formatAddress(from)}" to "${formatAddress(to)}"`;
}

/** What becomes of the messages that find no room while nobody takes any. */
const AT_ITS_END: Readonly<Record<FullPolicy, string>> = {
  "block": "where the next message waits for ever",
  "drop-oldest": "where each further message drops one of the batch",
  "drop-newest": "where every further message is dropped",
  "fail": "where every further message is refused",
};
