/**
 * Adds what the written wiring leaves open: the endpoint, each entity's controller and store, and their bindings.
 *
 * @module
 */
import type { ComponentType } from "../blueprint/blueprint.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import {
  type ComponentDraft,
  DEFAULT_BUFFER_SIZE,
  type WiringDraft,
} from "./component_draft.ts";

/** The components of one entity, and the endpoint in front of all. */
export interface Roles {
  /** The endpoint. */
  readonly endpoint: ComponentDraft;
  /** Each entity's controller. */
  readonly controllers: ReadonlyMap<string, ComponentDraft>;
  /** Each entity's store. */
  readonly stores: ReadonlyMap<string, ComponentDraft>;
}

/** Completes a draft whose types and entities are decided; undefined when a role is taken twice. */
export function completeWiring(
  draft: WiringDraft,
  entities: readonly string[],
  diagnostics: DiagnosticList,
): Roles | undefined {
  const before = diagnostics.items.length;
  const taken = new Map<string, ComponentDraft>();
  for (const component of draft.components.values()) {
    takeRole(component, taken, diagnostics);
  }
  // One that lost its role may have a name that is needed: one finding is enough.
  if (diagnostics.items.length > before) return undefined;
  const add = (name: string, type: ComponentType, entity?: string) =>
    taken.get(roleOf(type, entity)) ??
      addComponent(name, type, entity, draft, diagnostics);
  const endpoint = add("api_gateway", "APIEndpoint");
  const controllers = new Map<string, ComponentDraft>();
  const stores = new Map<string, ComponentDraft>();
  for (const entity of entities) {
    controllers.set(entity, add(`${entity}_controller`, "Controller", entity));
    stores.set(entity, add(`${entity}_store`, "Store", entity));
  }
  if (diagnostics.items.length > before) return undefined;
  const roles = { endpoint, controllers, stores };
  addWires(draft, roles);
  return roles;
}

function roleOf(type: ComponentType, entity: string | undefined): string {
  return type === "APIEndpoint" ? type : `${type} of ${entity}`;
}

function takeRole(
  component: ComponentDraft,
  taken: Map<string, ComponentDraft>,
  diagnostics: DiagnosticList,
): void {
  const { type, entity } = component;
  if (type === undefined) return;
  const role = roleOf(type, entity);
  const first = taken.get(role);
  if (!first) {
    taken.set(role, component);
    return;
  }
  const whose = type === "APIEndpoint" ? "the system" : `"${entity}"`;
  diagnostics.error(
    "AC409",
    component.path,
    `Cannot use "${component.name}" as the ${type} of ${whose}: found "${first.name}" in that role`,
    {
      at: component.written ? "key" : "value",
      hint: type === "APIEndpoint"
        ? "serve all entities by one endpoint, with a port for each"
        : "remove one of the two, or let it serve another entity",
    },
  );
}

function addComponent(
  name: string,
  type: ComponentType,
  entity: string | undefined,
  draft: WiringDraft,
  diagnostics: DiagnosticList,
): ComponentDraft {
  const existing = draft.components.get(name);
  if (existing) {
    const serves = existing.entity === undefined || existing.entity === entity
      ? ""
      : `, which serves "${existing.entity}"`;
    diagnostics.error(
      "AC409",
      existing.path,
      `Cannot add the ${type} "${name}": found ${
        withArticle(existing.type ?? "component")
      } of that name${serves}`,
      { at: existing.written ? "key" : "value", hint: "rename it" },
    );
  }
  const added: ComponentDraft = {
    name,
    path: "components",
    written: false,
    bound: false,
    type,
    ...(entity === undefined ? {} : { entity }),
  };
  if (!existing) draft.components.set(name, added);
  return added;
}

function addWires(draft: WiringDraft, roles: Roles): void {
  const { endpoint, controllers, stores } = roles;
  for (const [entity, controller] of controllers) {
    if (!endpoint.bound) {
      addWire(
        draft,
        endpoint,
        `${entity}_requests`,
        controller,
        "process_request",
      );
    }
    const store = stores.get(entity);
    if (!controller.bound && store) {
      addWire(draft, controller, "store_operation", store, "execute");
    }
  }
}

function addWire(
  draft: WiringDraft,
  from: ComponentDraft,
  fromPort: string,
  to: ComponentDraft,
  toPort: string,
): void {
  draft.wires.push({
    from: { component: from.name, port: fromPort },
    to: { component: to.name, port: toPort },
    bufferSize: DEFAULT_BUFFER_SIZE,
    path: to.path,
  });
}
