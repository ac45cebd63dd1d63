import {
  type GraphDescription,
  type PortAddress,
  replyConnections,
} from "./graph.ts";

/**
 * Orders components so that whoever receives comes before whoever sends to it. Connections that carry
 * answers do not count; in a cycle, and among equals, the given order decides.
 */
export function startOrder(graph: GraphDescription): readonly string[] {
  const receivers = receiversOf(graph);
  const done = new Set<string>();
  for (const { name } of graph.components) visit(name, receivers, done);
  return [...done];
}

/** Maps each component to those it sends to, leaving out connections that carry answers. */
export function receiversOf(
  graph: GraphDescription,
): ReadonlyMap<string, readonly string[]> {
  const replies = replyConnections(graph);
  const receivers = new Map<string, string[]>();
  for (const { name } of graph.components) receivers.set(name, []);
  for (const connection of graph.connections) {
    if (replies.has(connection)) continue;
    add(receivers, connection.from, connection.to);
  }
  return receivers;
}

function add(
  receivers: Map<string, string[]>,
  from: PortAddress,
  to: PortAddress,
): void {
  const list = receivers.get(from.component);
  if (list && receivers.has(to.component) && !list.includes(to.component)) {
    list.push(to.component);
  }
}

// Without recursion: a chain of components may be longer than the call stack.
function visit(
  start: string,
  receivers: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): void {
  const entered = new Set<string>();
  const stack = [start];
  for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
    const open = entered.has(name)
      ? []
      : (receivers.get(name) ?? []).filter((next) =>
        !done.has(next) && !entered.has(next)
      );
    entered.add(name);
    if (open.length > 0) {
      stack.push(...open.toReversed());
      continue;
    }
    done.add(name);
    stack.pop();
  }
}
