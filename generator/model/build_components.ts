/**
 * Components and connections of the model, from a wiring in which every request has its way.
 *
 * @module
 */
import type { ComponentType } from "../blueprint/blueprint.ts";
import type { Exchange } from "./classify_wires.ts";
import type { Roles } from "./complete_wiring.ts";
import type { ComponentDraft, Wire } from "./component_draft.ts";
import { describeComponent } from "./describe.ts";
import { sentence } from "./expand_entity.ts";
import { nameForms, typeNameOf, wordsOf } from "./names.ts";
import type {
  ComponentModel,
  ConnectionModel,
  EntityModel,
  NameForms,
  PortModel,
} from "./system_model.ts";

/** What {@link buildComponents} is given. */
export interface Wiring {
  /** The system's name. */
  readonly system: NameForms;
  /** The entities. */
  readonly entities: readonly EntityModel[];
  /** Who does what. */
  readonly roles: Roles;
  /** All wires, in the order of their bindings. */
  readonly wires: readonly Wire[];
  /** Who asks whom. */
  readonly exchanges: readonly Exchange[];
}

/** Builds components in the model's order: the endpoint, then each entity's controller and store. */
export function buildComponents(wiring: Wiring): readonly ComponentModel[] {
  const { endpoint, controllers, stores } = wiring.roles;
  const drafts = [
    endpoint,
    ...wiring.entities.flatMap(({ name }) => [
      controllers.get(name.snake),
      stores.get(name.snake),
    ]),
  ].filter((draft) => draft !== undefined);
  return drafts.map((draft) => buildComponent(draft, wiring));
}

/** Builds connections in the order of the components they start from, then of their bindings. */
export function buildConnections(
  wiring: Wiring,
  components: readonly ComponentModel[],
): readonly ConnectionModel[] {
  const types = new Map<Wire, ConnectionModel["type"]>();
  for (const { forward, back } of wiring.exchanges) {
    types.set(forward, back ? "data_stream" : "request_reply");
    if (back) types.set(back, "data_stream");
  }
  return components.flatMap(({ name }) =>
    wiring.wires.flatMap((wire) => {
      const type = types.get(wire);
      return wire.from.component === name && type
        ? [connection(wire, type)]
        : [];
    })
  );
}

function connection(
  wire: Wire,
  type: ConnectionModel["type"],
): ConnectionModel {
  return { from: wire.from, to: wire.to, type, bufferSize: wire.bufferSize };
}

function buildComponent(draft: ComponentDraft, wiring: Wiring): ComponentModel {
  const entity = wiring.entities.find(({ name }) =>
    name.snake === draft.entity
  );
  const type: ComponentType = draft.type ?? "Controller";
  return {
    name: draft.name,
    type,
    className: type === "APIEndpoint"
      ? endpointClass(draft.name, wiring)
      : nameForms(draft.name).pascal,
    ...(type === "APIEndpoint" || !entity ? {} : { entity: entity.name.snake }),
    ports: portsOf(draft.name, wiring),
    description: sentence(draft.description) ??
      describeComponent(type, entity?.name.words),
  };
}

/** `TaskAPIGateway`: the only entity, else the system, in front; a word that both have stands once. */
function endpointClass(name: string, wiring: Wiring): string {
  const [only, ...others] = wiring.entities;
  const owner = only && others.length === 0
    ? typeNameOf(only.name)
    : wiring.system.pascal;
  const [first = "", ...rest] = wordsOf(name).map((word) =>
    nameForms(word).pascal
  );
  const own = first + rest.join("");
  return owner.endsWith(first) ? owner + rest.join("") : owner + own;
}

function portsOf(component: string, wiring: Wiring): readonly PortModel[] {
  const ports = new Map<string, PortModel>();
  for (const exchange of wiring.exchanges) {
    for (const port of portsOfExchange(component, exchange, wiring)) {
      if (!ports.has(port.name)) ports.set(port.name, port);
    }
  }
  const all = [...ports.values()];
  return [
    ...all.filter(({ direction }) => direction === "in"),
    ...all.filter(({ direction }) => direction === "out"),
  ];
}

function portsOfExchange(
  component: string,
  { kind, entity, forward, back }: Exchange,
  wiring: Wiring,
): readonly PortModel[] {
  const model = wiring.entities.find(({ name }) => name.snake === entity);
  const owner = model ? typeNameOf(model.name) : "";
  const [type, replyType] = kind === "request"
    ? [`${owner}Request`, `${owner}Reply`]
    : [`${owner}StoreCommand`, `${owner}StoreResult`];
  const ports: PortModel[] = [];
  const asks = forward.from.component === component;
  if (!asks && forward.to.component !== component) return ports;
  const near = asks ? forward.from.port : forward.to.port;
  const reply = asks ? back?.to.port : back?.from.port;
  ports.push({
    name: near,
    direction: asks ? "out" : "in",
    type,
    replyType,
    role: "request",
    ...(reply === undefined ? {} : { replies: reply }),
    entity,
  });
  if (reply !== undefined) {
    ports.push({
      name: reply,
      direction: asks ? "in" : "out",
      type: replyType,
      role: "replies",
      entity,
    });
  }
  return ports;
}
