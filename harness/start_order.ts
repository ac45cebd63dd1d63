import {
  type GraphDescription,
  type PortAddress,
  replyConnections,
} from "./graph.ts";

/**
 * Orders components so that each comes after those it is declared to, and whoever receives before
 * whoever sends to it. What is declared is kept also where the connections say otherwise. Connections
 * that carry answers do not count; in a cycle, and among equals, the given order decides.
 */
export function startOrder(graph: GraphDescription): readonly string[] {
  const receivers = receiversOf(graph);
  const declared = declaredOf(graph);
  const done = new Set<string>();
  for (const { name } of graph.components) {
    visit(name, { receivers, declared, done });
  }
  return [...done];
}

/** Maps each component to those that start before it and stop after it, unless a cycle is in the way. */
export function prerequisitesOf(
  graph: GraphDescription,
): ReadonlyMap<string, readonly string[]> {
  const declared = declaredOf(graph);
  const receivers = receiversOf(graph);
  if (declared.size === 0) return receivers;
  return new Map(
    [...receivers].map(([name, list]) => [
      name,
      [...new Set([...declared.get(name) ?? [], ...list])],
    ]),
  );
}

/** Maps components to those that they are declared to start after, when there are any. */
export function declaredOf(
  graph: GraphDescription,
): ReadonlyMap<string, readonly string[]> {
  const known = new Set(graph.components.map(({ name }) => name));
  return new Map(
    graph.components.flatMap(({ name, after = [] }) => {
      const names = after.filter((other) => known.has(other));
      return names.length > 0 ? [[name, names] as const] : [];
    }),
  );
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

interface Walk {
  readonly receivers: ReadonlyMap<string, readonly string[]>;
  readonly declared: ReadonlyMap<string, readonly string[]>;
  /** Filled in the order of the start. */
  readonly done: Set<string>;
}

// Without recursion: a chain of components may be longer than the call stack.
function visit(start: string, walk: Walk): void {
  const { receivers, declared, done } = walk;
  const entered = new Set<string>();
  const stack = [start];
  for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
    const isBack = entered.has(name);
    entered.add(name);
    const open = isBack ? [] : [
      ...declared.get(name) ?? [],
      ...(receivers.get(name) ?? []).filter((next) =>
        !waitsFor(next, entered, walk)
      ),
    ].filter((next) => !done.has(next) && !entered.has(next));
    if (open.length > 0) {
      stack.push(...open.toReversed());
      continue;
    }
    done.add(name);
    stack.pop();
  }
}

/** Tells whether a component is declared, directly or through others, to follow one that is on the way. */
function waitsFor(
  name: string,
  entered: ReadonlySet<string>,
  { declared, done }: Walk,
): boolean {
  if (!declared.has(name)) return false;
  const names = new Set([name]);
  for (const next of names) { // grows while it is walked
    for (const other of declared.get(next) ?? []) {
      if (done.has(other)) continue; // and so is all that it follows
      if (entered.has(other)) return true;
      names.add(other);
    }
  }
  return false;
}
