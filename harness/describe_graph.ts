import type { Component } from "./component.ts";
import type {
  ComponentDescription,
  ConnectionDescription,
  GraphDescription,
  PortDescription,
  PortSpec,
} from "./graph.ts";
import { HarnessComponent } from "./harness_component.ts";
import type { Link } from "./link.ts";

/** Describes components and their connections in plain data. */
export function describeGraph(
  components: readonly Component[],
  links: readonly Link[],
): GraphDescription {
  return {
    components: components.map(describeComponent),
    connections: links.map(describeLink),
  };
}

function describeComponent(component: Component): ComponentDescription {
  return { name: component.name, ports: describePorts(component) };
}

function describePorts(component: Component): readonly PortDescription[] {
  if (!(component instanceof HarnessComponent)) return [];
  const ports: Readonly<Record<string, PortSpec>> = component.ports;
  return Object.entries(ports).map(([name, spec]) => ({ name, ...spec }));
}

function describeLink(link: Link): ConnectionDescription {
  const { from, to, type, bufferSize, whenFull } = link;
  return { from, to, type, bufferSize, whenFull };
}
