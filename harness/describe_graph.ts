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
import type { Member } from "./member.ts";

/** Describes the components of a system and their connections in plain data. */
export function describeGraph(
  members: readonly Member[],
  links: readonly Link[],
): GraphDescription {
  return {
    components: members.map(describeMember),
    connections: links.map(describeLink),
  };
}

function describeMember(
  { component, options: { after } }: Member,
): ComponentDescription {
  const ports = describePorts(component);
  return { name: component.name, ports, ...(after && { after }) };
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
