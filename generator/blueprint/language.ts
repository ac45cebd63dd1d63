/**
 * The blueprint language as data: every key with its shape, default and sentence.
 *
 * The one source of truth: the reader checks by it, `autocoder schema` and the docs are printed from it.
 *
 * @module
 */
import {
  type Blueprint,
  BLUEPRINT_SCHEMA,
  type RequirementBlueprint,
  STORE_ENGINES,
} from "./blueprint.ts";
import { API_SHAPE } from "./language_api.ts";
import { ENTITY_SHAPE } from "./language_entities.ts";
import { IDEMPOTENCY_SHAPE } from "./language_idempotency.ts";
import {
  COMPONENT_NAME,
  ENTITY_NAME,
  SENTENCE,
  SYSTEM_NAME,
} from "./language_names.ts";
import { ENDPOINT_NAME, ENDPOINT_SHAPE } from "./language_endpoints.ts";
import { COMPONENT_SHAPE } from "./language_wiring.ts";
import { SCHEDULE_NAME, SCHEDULE_SHAPE } from "./language_schedule.ts";
import { RATE_LIMIT_SHAPE } from "./language_rate_limit.ts";
import { USERS_SHAPE } from "./language_users.ts";
import { WEBHOOK_NAME, WEBHOOK_SHAPE } from "./language_webhooks.ts";
import type { ObjectShape } from "./shape.ts";

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
        "What it became: `task`, `task.create`, `task.title.required`, `not task.delete`, `endpoints.quote`, `store.memory`, `http.port`, …",
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
          idempotency: {
            doc:
              "Whether what creates or acts takes the header `Idempotency-Key`, and is carried out once for each key.",
            shape: IDEMPOTENCY_SHAPE,
          },
          rateLimit: {
            doc:
              "How often each client may ask; more is a 429. Every process counts for itself.",
            shape: RATE_LIMIT_SHAPE as ObjectShape,
          },
        },
        synonyms: { idempotencyKeys: "idempotency" },
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
                postgresql: "postgres",
                pg: "postgres",
              },
              later: {
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
    users: {
      doc:
        "The users: with them everything is denied unless a rule allows it, without them everything is public.",
      shape: USERS_SHAPE,
    },
    api: {
      doc: "How the API looks, where the conventions do not fit.",
      shape: API_SHAPE,
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
    webhooks: {
      doc:
        "Who is told what happened, by name: signed, in order, again until it is taken.",
      shape: {
        kind: "record",
        names: WEBHOOK_NAME,
        value: WEBHOOK_SHAPE,
        maxItems: 100,
      },
    },
    schedule: {
      doc:
        "What is done by itself, by name: at its times, to each entity that is due, by the rules that hold for everybody.",
      shape: {
        kind: "record",
        names: SCHEDULE_NAME,
        value: SCHEDULE_SHAPE,
        maxItems: 50,
      },
    },
    endpoints: {
      doc:
        "Endpoints of the system's own, by name: what each takes and answers, who may call it, and what it does in TypeScript.",
      shape: {
        kind: "record",
        names: ENDPOINT_NAME,
        value: ENDPOINT_SHAPE as ObjectShape,
        maxItems: 100,
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
  later: { flows: "AC901", access: "AC903", roles: "AC903" },
};
