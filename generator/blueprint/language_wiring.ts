/**
 * The part of the blueprint language that says how a system is wired, as data.
 *
 * @module
 */
import {
  BINDING_TYPES,
  type BindingBlueprint,
  COMPONENT_TYPES,
  type ComponentBlueprint,
} from "./blueprint.ts";
import { ENTITY_NAME, SENTENCE } from "./language_names.ts";
import type { ObjectShape, Shape } from "./shape.ts";

/** Most channel places a binding may ask for. */
export const MAX_BUFFER_SIZE = 1_000_000;

const ENTITY: Shape = { kind: "name", rule: ENTITY_NAME };

/** A wire between two components. */
export const BINDING_SHAPE: ObjectShape<BindingBlueprint> = {
  kind: "object",
  of: "a binding",
  keys: {
    source: {
      doc:
        "The output port, plain or with its own component in front: `out` or `a.out`.",
      required: true,
      shape: {
        kind: "text",
        maxLength: 97,
        form: {
          pattern: "^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)?$",
          wanted: "a port such as `out` or `component.out`",
        },
      },
    },
    target: {
      doc: "The input port with its component: `b.in`.",
      required: true,
      shape: {
        kind: "text",
        maxLength: 97,
        form: {
          pattern: "^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*$",
          wanted: "a component and its port such as `component.in`",
        },
      },
    },
    bufferSize: {
      doc: "How many messages the channel holds.",
      shape: { kind: "number", whole: true, min: 1, max: MAX_BUFFER_SIZE },
      default: 100,
    },
    type: {
      doc:
        "The kind of channel. Between endpoint, controller and store a request is answered on the same channel unless bindings back are written.",
      shape: { kind: "choice", of: "binding type", values: BINDING_TYPES },
    },
  },
  synonyms: {
    buffer: "bufferSize",
    capacity: "bufferSize",
    from: "source",
    to: "target",
  },
  later: { whenFull: "AC906", transform: "AC906" },
};

/** A part of the system that runs. */
export const COMPONENT_SHAPE: ObjectShape<ComponentBlueprint> = {
  kind: "object",
  of: "a component",
  keys: {
    type: {
      doc: "The kind; inferred from the name when missing.",
      shape: {
        kind: "choice",
        of: "component type",
        values: COMPONENT_TYPES,
        synonyms: {
          api: "APIEndpoint",
          endpoint: "APIEndpoint",
          gateway: "APIEndpoint",
          repository: "Store",
          service: "Controller",
        },
        later: {
          Source: "AC904",
          Transformer: "AC904",
          Filter: "AC904",
          Router: "AC904",
          Splitter: "AC904",
          Merger: "AC904",
          Aggregator: "AC904",
          Accumulator: "AC904",
          Joiner: "AC904",
          Sink: "AC904",
          Model: "AC904",
        },
      },
    },
    entity: {
      doc:
        "The entity it serves (Controller, Store); inferred from the name when missing.",
      shape: ENTITY,
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
    bindings: {
      doc: "Its outgoing wires.",
      shape: { kind: "list", item: BINDING_SHAPE, maxItems: 200 },
    },
  },
  later: {
    config: "AC905",
    logic: "AC905",
    run: "AC905",
    behavior: "AC905",
    ports: "AC909",
  },
};
