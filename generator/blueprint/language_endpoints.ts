/**
 * The part of the blueprint language that holds endpoints of the system's own, as data.
 *
 * @module
 */
import {
  ENDPOINT_METHODS,
  type EndpointBlueprint,
  type EndpointExampleBlueprint,
  type FetchedBlueprint,
} from "./endpoint_blueprint.ts";
import { FIELD_SHAPE } from "./language_fields.ts";
import { LOGIC_SHAPE } from "./language_logic.ts";
import { FIELD_NAME, SENTENCE } from "./language_names.ts";
import { RULE_SHAPE } from "./language_users.ts";
import type { NameRule, ObjectShape, Shape } from "./shape.ts";

/** How endpoints are named. */
export const ENDPOINT_NAME: NameRule = { of: "endpoint", style: "snake_case" };

const FIELDS: Shape = {
  kind: "record",
  names: FIELD_NAME,
  value: FIELD_SHAPE as ObjectShape,
  maxItems: 100,
};

const VALUES: Shape = {
  kind: "record",
  names: FIELD_NAME,
  value: {
    kind: "list",
    item: { kind: "literal" },
    maxItems: 50,
    orSingle: true,
  },
  maxItems: 100,
};

const FETCHED_SHAPE: ObjectShape<FetchedBlueprint> = {
  kind: "object",
  of: "what a host answers",
  keys: {
    url: {
      doc: "The whole URL that is fetched.",
      required: true,
      shape: { kind: "text", maxLength: 1_000 },
    },
    status: {
      doc: "The status of its answer.",
      shape: { kind: "number", whole: true, min: 200, max: 599 },
      default: 200,
    },
    body: {
      doc: "Its body, such as `'{\"rate\": 1.1}'`.",
      shape: { kind: "text", maxLength: 10_000, multiline: true },
    },
  },
};

const EXAMPLE_SHAPE: ObjectShape<EndpointExampleBlueprint> = {
  kind: "object",
  of: "an example of an endpoint",
  keys: {
    given: {
      doc: "What is asked; what is needed and left out has sample values.",
      shape: {
        kind: "object",
        of: "what an example asks",
        keys: {
          params: { doc: "The parameters of the path.", shape: VALUES },
          query: { doc: "The query.", shape: VALUES },
          body: { doc: "The body.", shape: VALUES },
        },
      },
    },
    fetched: {
      doc:
        "What the hosts that it fetches from answer; what is not said cannot be reached.",
      shape: {
        kind: "list",
        maxItems: 20,
        item: FETCHED_SHAPE as ObjectShape,
      },
    },
    answers: { doc: "What is in its answer.", shape: VALUES },
    refuses: {
      doc:
        "The status by which it refuses; 502 where a host that it fetches from does not answer.",
      shape: { kind: "number", whole: true, min: 400, max: 502 },
    },
  },
};

/** An endpoint of the system's own. */
export const ENDPOINT_SHAPE: ObjectShape<EndpointBlueprint> = {
  kind: "object",
  of: "an endpoint",
  keys: {
    method: {
      doc: "Its method.",
      shape: {
        kind: "choice",
        of: "method",
        values: ENDPOINT_METHODS,
        synonyms: Object.fromEntries(
          ENDPOINT_METHODS.map((method) => [method.toLowerCase(), method]),
        ),
      },
      default: "GET",
    },
    path: {
      doc:
        "Its path under the API's base path, such as `/reports/{year}`; what stands in braces is a parameter.",
      required: true,
      shape: {
        kind: "text",
        maxLength: 200,
        form: {
          pattern: "^(/([A-Za-z0-9][A-Za-z0-9._-]*|\\{[a-z][A-Za-z0-9]*\\}))+$",
          wanted: "a path, such as /reports/{year}",
        },
      },
    },
    access: {
      doc:
        "Who may call it: `everyone`, `users` or roles; without it nobody, in a system with users.",
      shape: RULE_SHAPE,
    },
    params: {
      doc:
        "What the parameters of its path are, each a string if nothing is said; another value is a 404.",
      shape: FIELDS,
    },
    query: {
      doc:
        "What its query may say, such as `{ from: { type: date } }`; what is left out is null or its default, anything else a 422.",
      shape: FIELDS,
    },
    body: {
      doc: "What its body may say, checked as that of an entity (422).",
      shape: FIELDS,
    },
    answer: {
      doc:
        "What it answers; an answer that is none of that is a 500, and never sent. Without it there is no answer (204).",
      shape: FIELDS,
    },
    status: {
      doc:
        "The status of its answers: 200, 201, 202 or 204. Default: 200, or 204 without an answer.",
      shape: { kind: "number", whole: true, min: 200, max: 204 },
    },
    description: { doc: "One sentence for the docs.", shape: SENTENCE },
    fetches: {
      doc:
        "The origins that it may fetch from, such as `https://rates.example.com`; it is given `fetch(url, { method, headers, body })` then, which reaches no other. A host that does not answer in time is a 502.",
      shape: {
        kind: "list",
        maxItems: 20,
        orSingle: true,
        item: { kind: "text", maxLength: 260 },
      },
    },
    run: {
      doc:
        "The statements of a function in TypeScript. It has what it names of `params`, `query`, `body`, `viewer`, `api` (the typed client of this system, as who asks; endpoints call each other at most four deep), `now` (RFC 3339, UTC), `fetch` (of the hosts in `fetches`) and `refuse(status, detail)`.",
      shape: LOGIC_SHAPE.keys.run.shape,
    },
    file: {
      doc:
        "Instead of `run`: a file in the folder `logic` beside the blueprint, such as `./logic/report.ts`. It exports a function of the endpoint's name in camelCase.",
      shape: LOGIC_SHAPE.keys.file.shape,
    },
    behavior: LOGIC_SHAPE.keys.behavior,
    examples: {
      doc:
        "What it does in some cases, in a system without entities; each becomes a test of the output.",
      shape: {
        kind: "list",
        maxItems: 20,
        item: EXAMPLE_SHAPE as ObjectShape,
      },
    },
  },
  synonyms: {
    code: "run",
    script: "run",
    url: "path",
    route: "path",
    returns: "answer",
    response: "answer",
    request: "body",
    parameters: "params",
    allow: "access",
    fetch: "fetches",
    hosts: "fetches",
    origins: "fetches",
  },
};
