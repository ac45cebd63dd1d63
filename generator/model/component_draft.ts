/**
 * Components while they are being worked out: what is written, what is inferred, what is added.
 *
 * @module
 */
import type {
  BindingBlueprint,
  BindingType,
  Blueprint,
  ComponentType,
} from "../blueprint/blueprint.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { quoted } from "../blueprint/quoted.ts";

/** A component that is not decided yet. */
export interface ComponentDraft {
  /** Its name. */
  readonly name: string;
  /** Where it stands in the blueprint, or the binding that names it. */
  readonly path: string;
  /** Its sentence, when written. */
  readonly description?: string;
  /** It stands under `components`. */
  readonly written: boolean;
  /** Its bindings are written, so none is added. */
  readonly bound: boolean;
  /** Its kind, once it is known. */
  type?: ComponentType;
  /** The entity it serves, once it is known. */
  entity?: string;
}

/** A wire between two components. */
export interface Wire {
  /** The output end. */
  readonly from: { readonly component: string; readonly port: string };
  /** The input end. */
  readonly to: { readonly component: string; readonly port: string };
  /** How many messages its channel holds. */
  readonly bufferSize: number;
  /** The kind, when it is written. */
  readonly type?: BindingType;
  /** Where it stands in the blueprint. */
  readonly path: string;
}

/** All components and wires so far. */
export interface WiringDraft {
  /** By name, in order of appearance. */
  readonly components: Map<string, ComponentDraft>;
  /** In order of appearance. */
  readonly wires: Wire[];
}

/** How many messages a channel holds when the binding does not say. */
export const DEFAULT_BUFFER_SIZE = 100;

/** Drafts what the blueprint's wiring layer says; targets that it does not declare are added. */
export function draftWiring(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): WiringDraft {
  const components = new Map<string, ComponentDraft>();
  const wires: Wire[] = [];
  const written = Object.entries(blueprint.components ?? {});
  for (const [name, component] of written) {
    const path = `components.${name}`;
    components.set(name, {
      name,
      path,
      written: true,
      bound: component.bindings !== undefined,
      ...(component.description === undefined
        ? {}
        : { description: component.description }),
      ...(component.type === undefined ? {} : { type: component.type }),
      ...(component.entity === undefined ? {} : { entity: component.entity }),
    });
    (component.bindings ?? []).forEach((binding, index) => {
      const at = `${path}.bindings[${index}]`;
      const wire = draftWire(name, binding, at, diagnostics);
      if (wire) wires.push(wire);
    });
  }
  for (const { to, path } of wires) {
    if (components.has(to.component)) continue;
    components.set(to.component, {
      name: to.component,
      path: `${path}.target`,
      written: false,
      bound: false,
    });
  }
  return { components, wires };
}

function draftWire(
  component: string,
  binding: BindingBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): Wire | undefined {
  const source = binding.source.split(".");
  const [targetComponent = "", targetPort = ""] = binding.target.split(".");
  const port = source.at(-1) ?? "";
  if (source.length > 1 && source[0] !== component) {
    diagnostics.error(
      "AC406",
      `${path}.source`,
      `Cannot bind ${
        quoted(binding.source)
      } here: found a binding of "${component}", wanted a port of it`,
      { hint: `write the binding under "${source[0]}"` },
    );
    return undefined;
  }
  if (binding.type === "error_stream") {
    diagnostics.error(
      "AC906",
      `${path}.type`,
      `Cannot bind an error_stream: endpoints, controllers and stores put failed messages with the dead letters – other bindings are known, not built yet`,
      { hint: "remove the binding" },
    );
    return undefined;
  }
  return {
    from: { component, port },
    to: { component: targetComponent, port: targetPort },
    bufferSize: binding.bufferSize ?? DEFAULT_BUFFER_SIZE,
    ...(binding.type === undefined ? {} : { type: binding.type }),
    path,
  };
}
