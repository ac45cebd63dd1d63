import {
  type ConnectionDescription,
  formatAddress,
  type GraphDescription,
  type GraphFinding,
  replyConnections,
} from "./graph.ts";

/**
 * Finds cycles in which every channel blocks when full: once all are full, nobody in them can move.
 * Every component in such a cycle is in a finding, but not every cycle is.
 */
export function findBlockingCycles(graph: GraphDescription): GraphFinding[] {
  const edges = blockingConnections(graph);
  const findings: GraphFinding[] = [];
  const done = new Set<string>();
  for (const { name } of graph.components) {
    const cycle = done.has(name) || !edges.has(name)
      ? undefined
      : findCycle(name, edges);
    if (!cycle) continue;
    for (const { from } of cycle) done.add(from.component);
    findings.push(describe(graph, cycle));
  }
  return findings;
}

type Edges = ReadonlyMap<string, readonly ConnectionDescription[]>;

function blockingConnections(graph: GraphDescription): Edges {
  const replies = replyConnections(graph);
  const edges = new Map<string, ConnectionDescription[]>();
  for (const connection of graph.connections) {
    const { type, whenFull = "block", from } = connection;
    if (
      type === "request_reply" || whenFull !== "block" ||
      replies.has(connection)
    ) continue;
    const list = edges.get(from.component);
    if (list) list.push(connection);
    else edges.set(from.component, [connection]);
  }
  return withoutDeadEnds(edges);
}

/** Leaves only connections from which a way leads on for ever: in a graph without cycles, none. */
function withoutDeadEnds(edges: Edges): Edges {
  const incoming = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const { from, to } of [...edges.values()].flat()) {
    const senders = incoming.get(to.component);
    if (senders) senders.push(from.component);
    else incoming.set(to.component, [from.component]);
    open.set(from.component, (open.get(from.component) ?? 0) + 1);
  }
  const ends = [...incoming.keys()].filter((name) => !open.has(name));
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    for (const sender of incoming.get(name) ?? []) {
      const left = (open.get(sender) ?? 0) - 1;
      open.set(sender, left);
      if (left === 0) ends.push(sender);
    }
  }
  return new Map([...edges].filter(([name]) => (open.get(name) ?? 0) > 0));
}

/** Finds the shortest way from a component back to itself. */
function findCycle(
  start: string,
  edges: Edges,
): readonly ConnectionDescription[] | undefined {
  const cameBy = new Map<string, ConnectionDescription>();
  const queue = [start];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const edge of edges.get(name) ?? []) {
      const next = edge.to.component;
      if (next === start) return pathTo(edge, start, cameBy);
      if (cameBy.has(next)) continue;
      cameBy.set(next, edge);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(
  last: ConnectionDescription,
  start: string,
  cameBy: ReadonlyMap<string, ConnectionDescription>,
): readonly ConnectionDescription[] {
  const path = [last];
  for (let edge = last; edge.from.component !== start;) {
    const before = cameBy.get(edge.from.component);
    if (before === undefined) break;
    path.unshift(edge = before);
  }
  return path;
}

function describe(
  graph: GraphDescription,
  cycle: readonly ConnectionDescription[],
): GraphFinding {
  const steps = cycle.map(({ from, to }) =>
    `"${formatAddress(from)}" to "${formatAddress(to)}"`
  );
  const first = cycle[0]!;
  return {
    code: "blocking_cycle",
    severity: "error",
    message:
      `Cannot run the cycle from ${
        steps.join(", then ")
      }: found every channel blocking ` +
      `when full, wanted one that drops, or a request_reply connection`,
    connection: graph.connections.indexOf(first),
    component: first.from.component,
    port: first.from.port,
  };
}
