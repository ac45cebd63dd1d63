/**
 * The blueprint language as data: every key with its shape, default and sentence.
 *
 * The one source of truth: the reader checks by it, `autocoder schema` and the docs are printed from it.
 *
 * @module
 */
import {
  type ActionBlueprint,
  BINDING_TYPES,
  type BindingBlueprint,
  type Blueprint,
  BLUEPRINT_SCHEMA,
  COMPONENT_TYPES,
  type ComponentBlueprint,
  type EntityBlueprint,
  FIELD_TYPES,
  type FieldBlueprint,
  OPERATIONS,
  type RelationBlueprint,
  type RequirementBlueprint,
  STORE_ENGINES,
} from "./blueprint.ts";
import type { NameRule, ObjectShape, Shape } from "./shape.ts";

/** How systems are named. */
export const SYSTEM_NAME: NameRule = { of: "system", style: "snake_case" };
/** How entities are named. */
export const ENTITY_NAME: NameRule = { of: "entity", style: "snake_case" };
/** How fields are named. */
export const FIELD_NAME: NameRule = { of: "field", style: "camelCase" };
/** How relations are named. */
export const RELATION_NAME: NameRule = { of: "relation", style: "camelCase" };
/** How actions are named. */
export const ACTION_NAME: NameRule = { of: "action", style: "either" };
/** How components are named. */
export const COMPONENT_NAME: NameRule = {
  of: "component",
  style: "snake_case",
};
/** How ports are named. */
export const PORT_NAME: NameRule = { of: "port", style: "snake_case" };

/** Most channel places a binding may ask for. */
export const MAX_BUFFER_SIZE = 1_000_000;

const SENTENCE: Shape = { kind: "text", maxLength: 2_000, multiline: true };
const FLAG: Shape = { kind: "boolean" };
const NUMBER: Shape = { kind: "number", whole: false };
const LENGTH: Shape = { kind: "number", whole: true, min: 0, max: 1_000_000 };
const LITERAL: Shape = { kind: "literal" };
const ENTITY: Shape = { kind: "name", rule: ENTITY_NAME };

/** A field of an entity. */
export const FIELD_SHAPE: ObjectShape<FieldBlueprint> = {
  kind: "object",
  of: "a field",
  keys: {
    type: {
      doc: "The type of its values.",
      required: true,
      shape: {
        kind: "choice",
        of: "field type",
        values: FIELD_TYPES,
        synonyms: {
          array: "json",
          bigint: "integer",
          bool: "boolean",
          char: "string",
          currency: "decimal",
          double: "number",
          float: "number",
          guid: "uuid",
          int: "integer",
          list: "json",
          long: "integer",
          longtext: "text",
          map: "json",
          markdown: "text",
          money: "decimal",
          numeric: "decimal",
          object: "json",
          real: "number",
          select: "enum",
          str: "string",
          timestamp: "datetime",
          uri: "url",
          varchar: "string",
        },
        later: {
          file: "AC907",
          image: "AC907",
          binary: "AC907",
          password: "AC903",
        },
      },
    },
    required: {
      doc: "It must be given when the entity is created.",
      shape: FLAG,
      default: false,
    },
    unique: {
      doc: "No two entities may have the same value.",
      shape: FLAG,
      default: false,
    },
    immutable: {
      doc: "It can be set at creation only.",
      shape: FLAG,
      default: false,
    },
    default: {
      doc:
        "The value when none is given; `$now` stands for the current time in date and datetime fields.",
      shape: LITERAL,
    },
    min: { doc: "The smallest number allowed.", shape: NUMBER },
    max: { doc: "The largest number allowed.", shape: NUMBER },
    minLength: { doc: "The fewest characters allowed.", shape: LENGTH },
    maxLength: {
      doc:
        "The most characters allowed. Default: 200 for string, 10000 for text, 254 for email, 2048 for url.",
      shape: LENGTH,
    },
    pattern: {
      doc:
        "A regular expression (flag `u`) that the whole value must match; no backreferences.",
      shape: { kind: "text", maxLength: 500 },
    },
    values: {
      doc: "The allowed values of an enum.",
      shape: {
        kind: "list",
        item: { kind: "text", maxLength: 100 },
        maxItems: 200,
      },
    },
    scale: {
      doc: "The decimal places of a decimal.",
      shape: { kind: "number", whole: true, min: 0, max: 9 },
      default: 2,
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
};

/** A relation to one other entity. */
export const RELATION_SHAPE: ObjectShape<RelationBlueprint> = {
  kind: "object",
  of: "a relation",
  keys: {
    belongsTo: {
      doc: "The entity it belongs to.",
      required: true,
      shape: ENTITY,
    },
    required: { doc: "It must be given.", shape: FLAG, default: true },
    onDelete: {
      doc:
        "What happens when the other end is deleted: refuse, delete this too, or clear the relation.",
      shape: {
        kind: "choice",
        of: "delete rule",
        values: ["restrict", "cascade", "clear"],
        synonyms: { "set null": "clear", setNull: "clear", refuse: "restrict" },
      },
      default: "restrict",
    },
  },
  later: { hasMany: "AC908", manyToMany: "AC908", hasOne: "AC908" },
};

/** An operation beyond the standard ones. */
export const ACTION_SHAPE: ObjectShape<ActionBlueprint> = {
  kind: "object",
  of: "an action",
  keys: {
    set: {
      doc:
        "The fields it sets, and to what; `$now` stands for the current time.",
      required: true,
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: LITERAL,
        maxItems: 200,
      },
    },
    when: {
      doc:
        "The action is refused (409) unless these fields have one of these values.",
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: { kind: "list", item: LITERAL, maxItems: 200, orSingle: true },
        maxItems: 200,
      },
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
  },
  later: { run: "AC905", logic: "AC905", behavior: "AC905" },
};

/** A thing the system keeps. */
export const ENTITY_SHAPE: ObjectShape<EntityBlueprint> = {
  kind: "object",
  of: "an entity",
  keys: {
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
    plural: {
      doc: "The plural in snake_case, when the regular one is wrong.",
      shape: ENTITY,
    },
    fields: {
      doc: "Its fields, in order.",
      required: true,
      shape: {
        kind: "record",
        names: FIELD_NAME,
        value: FIELD_SHAPE,
        maxItems: 200,
      },
    },
    relations: {
      doc:
        "Its relations to one other entity, in order; each adds a field `<relation>Id`.",
      shape: {
        kind: "record",
        names: RELATION_NAME,
        value: RELATION_SHAPE,
        maxItems: 50,
      },
    },
    operations: {
      doc: "The standard operations it has. Default: all.",
      shape: {
        kind: "list",
        maxItems: OPERATIONS.length,
        item: {
          kind: "choice",
          of: "operation",
          values: OPERATIONS,
          synonyms: {
            add: "create",
            destroy: "delete",
            edit: "patch",
            index: "list",
            post: "create",
            put: "replace",
            read: "get",
            remove: "delete",
            show: "get",
            update: "patch",
            view: "get",
          },
        },
      },
    },
    actions: {
      doc:
        "Its operations beyond the standard ones, such as `complete`, in order.",
      shape: {
        kind: "record",
        names: ACTION_NAME,
        value: ACTION_SHAPE,
        maxItems: 50,
      },
    },
  },
  later: {
    access: "AC903",
    behavior: "AC905",
    rules: "AC909",
    indexes: "AC909",
  },
};

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

/** A sentence of the request and what it became. */
export const REQUIREMENT_SHAPE: ObjectShape<RequirementBlueprint> = {
  kind: "object",
  of: "a requirement",
  keys: {
    text: {
      doc: "The sentence, word for word.",
      required: true,
      shape: { kind: "text", maxLength: 10_000, multiline: true },
    },
    covers: {
      doc:
        "What it became: `task`, `task.create`, `task.title.required`, `not task.delete`, `store.memory`, `http.port`, …",
      required: true,
      shape: {
        kind: "list",
        maxItems: 500,
        item: { kind: "text", maxLength: 200 },
      },
    },
  },
};

/** The whole blueprint. */
export const BLUEPRINT_SHAPE: ObjectShape<Blueprint> = {
  kind: "object",
  of: "a blueprint",
  keys: {
    schema: {
      doc: "The version of the language.",
      shape: {
        kind: "choice",
        of: "blueprint version",
        values: [BLUEPRINT_SCHEMA],
      },
      default: BLUEPRINT_SCHEMA,
    },
    system: {
      doc: "The system's name; the file's name when missing.",
      shape: { kind: "name", rule: SYSTEM_NAME },
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
    http: {
      doc: "Where the API listens.",
      shape: {
        kind: "object",
        of: "the HTTP settings",
        keys: {
          port: {
            doc: "The TCP port.",
            shape: { kind: "number", whole: true, min: 1, max: 65_535 },
            default: 8080,
          },
        },
        later: { cors: "AC909", host: "AC909", tls: "AC909" },
      } satisfies ObjectShape<NonNullable<Blueprint["http"]>>,
    },
    store: {
      doc: "Where entities are kept.",
      shape: {
        kind: "object",
        of: "the store settings",
        keys: {
          engine: {
            doc: "The database.",
            shape: {
              kind: "choice",
              of: "store engine",
              values: STORE_ENGINES,
              synonyms: {
                "in-memory": "memory",
                in_memory: "memory",
                ram: "memory",
                sqlite3: "sqlite",
              },
              later: {
                postgres: "AC902",
                postgresql: "AC902",
                mysql: "AC902",
                mariadb: "AC902",
                mongodb: "AC902",
                redis: "AC902",
              },
            },
            default: "sqlite",
          },
          durability: {
            doc:
              "`full` survives power loss, `normal` may lose the last transactions then.",
            shape: {
              kind: "choice",
              of: "durability",
              values: ["full", "normal"],
            },
            default: "full",
          },
        },
      } satisfies ObjectShape<NonNullable<Blueprint["store"]>>,
    },
    entities: {
      doc: "The things the system keeps, by name.",
      shape: {
        kind: "record",
        names: ENTITY_NAME,
        value: ENTITY_SHAPE,
        maxItems: 200,
      },
    },
    components: {
      doc:
        "The wiring, as far as it is written; what is missing is expanded from the entities.",
      shape: {
        kind: "record",
        names: COMPONENT_NAME,
        value: COMPONENT_SHAPE,
        maxItems: 500,
      },
    },
    requirements: {
      doc: "The sentences of the request and what each became.",
      shape: { kind: "list", item: REQUIREMENT_SHAPE, maxItems: 1_000 },
    },
  },
  later: { flows: "AC901", users: "AC903", access: "AC903", roles: "AC903" },
};
