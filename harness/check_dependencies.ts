import type { GraphDescription, GraphFinding } from "./graph.ts";
import { listNames } from "./list_names.ts";

/**
 * Finds declared dependencies that cannot be kept: on a component that is not there, and circles of
 * them. Of circles that share components, at least one is found.
 */
export function checkDependencies(graph: GraphDescription): GraphFinding[] {
  const names = graph.components.map(({ name }) => name);
  const known = new Set(names);
  const unknown = graph.components.flatMap(({ name: component, after = [] }) =>
    after.filter((name) => !known.has(name)).map((name): GraphFinding => ({
      code: "unknown_dependency",
      severity: "error",
      message:
        `Cannot start "${component}" after "${name}": found no component "${name}", ` +
        `wanted ${
          listNames(names.filter((name) => name !== component), "a component")
        }`,
      component,
    }))
  );
  return [...unknown, ...circles(graph)];
}

function circles(graph: GraphDescription): GraphFinding[] {
  const after = new Map(
    graph.components.map(({ name, after = [] }) => [name, after]),
  );
  const findings: GraphFinding[] = [];
  const done = new Set<string>();
  for (const { name } of graph.components) {
    for (const circle of circlesFrom(name, after, done)) {
      const steps = circle.map((step, index) =>
        `"${step}" after "${circle[index + 1] ?? circle[0]}"`
      );
      findings.push({
        code: "dependency_cycle",
        severity: "error",
        message:
          `Cannot start ${
            steps.join(", ")
          }: found a circle, wanted one of them ` +
          `to start without the others`,
        component: circle[0],
      });
    }
  }
  return findings;
}

/** Walks, in depth, what has not been walked yet; returns the circles that the walk runs into. */
function circlesFrom(
  start: string,
  after: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): string[][] {
  const found: string[][] = [];
  if (done.has(start)) return found;
  // Without recursion: a chain of components may be longer than the call stack.
  const path = [{ name: start, next: 0 }];
  const places = new Map([[start, 0]]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const name = after.get(top.name)?.[top.next++];
    if (name === undefined) {
      done.add(top.name);
      places.delete(top.name);
      path.pop();
      continue;
    }
    const place = places.get(name);
    if (place !== undefined) {
      found.push(path.slice(place).map(({ name }) => name));
    } else if (!done.has(name)) {
      places.set(name, path.length);
      path.push({ name, next: 0 });
    }
  }
  return found;
}
