import type { GraphDescription } from "./graph.ts";
import { declaredOf, receiversOf } from "./start_order.ts";

/** Says who is started again, under `rest_for_one`, with the component of a name, itself included. */
export type RestartGroup = (name: string) => ReadonlySet<string>;

/**
 * Finds those that are started again with a component: whoever receives from it, and whoever is
 * declared to start after it, directly or through others. What the component is itself declared to
 * start after does not depend on it, though it may receive from it, and is left alone.
 */
export function restartGroups(graph: GraphDescription): RestartGroup {
  const receivers = receiversOf(graph);
  const declared = declaredOf(graph);
  const dependents = new Map<string, string[]>();
  for (const [name, others] of declared) {
    for (const other of others) {
      const list = dependents.get(other);
      if (list) list.push(name);
      else dependents.set(other, [name]);
    }
  }
  return (name) => {
    const leftAlone = closure(name, (next) => declared.get(next) ?? []);
    leftAlone.delete(name);
    return closure(
      name,
      (next) =>
        [...receivers.get(next) ?? [], ...dependents.get(next) ?? []]
          .filter((other) => !leftAlone.has(other)),
    );
  };
}

function closure(
  start: string,
  follow: (name: string) => readonly string[],
): Set<string> {
  const names = new Set([start]);
  for (const name of names) { // grows while it is walked
    for (const next of follow(name)) names.add(next);
  }
  return names;
}
