/**
 * What templates and documents need to know of requests that are carried out once by their keys.
 *
 * @module
 */
import { durationWords } from "./duration_words.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  mdText,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { restoredAt } from "./restore_view.ts";

type Ts = Safe<"ts">;

/** Names the function of the kit that keeps replies in the system's database, and its file. */
export function repliesOf(
  { engine }: SystemModel,
): { readonly keep: Name; readonly file: Name } {
  const keep = {
    memory: "keepRepliesInMemory",
    sqlite: "keepRepliesInSqlite",
    postgres: "keepRepliesInPostgres",
  }[engine];
  return { keep: name(keep), file: name(`${engine}_replies`) };
}

/** Renders what carries requests out once; undefined where nothing does. */
export function onceExpression(system: SystemModel): Ts | undefined {
  const { idempotency, users, api } = system;
  if (idempotency === undefined) return undefined;
  const scheme: Ts = api ? safe`, API_SHAPE.scheme` : safe``;
  return safe`onceByKey(${
    tsObject({
      replies: safe<"ts">`this.config.replies`,
      keepSeconds: tsLiteral(idempotency.keepSeconds),
      required: idempotency.required ? tsLiteral(true) : undefined,
      sender: users ? safe<"ts">`senderOf(ask${scheme})` : undefined,
    })
  })`;
}

/** Tells whether an entity has what is carried out once for a key. */
export function isKeyed(
  { operations, actions, softDelete, bulk }: EntityModel,
): boolean {
  return operations.includes("create") || actions.length > 0 || softDelete ||
    bulk !== undefined;
}

/** Says in docs/API.md how keys are treated; undefined where they are not. */
export function keysNote(
  { idempotency, users }: SystemModel,
): Safe<"md"> | undefined {
  if (idempotency === undefined) return undefined;
  const { keepSeconds, required } = idempotency;
  return safe`${
    required
      ? safe<
        "md"
      >`A POST that creates or acts needs the header \`Idempotency-Key\` (400 without it)`
      : safe<
        "md"
      >`A POST that creates or acts may have the header \`Idempotency-Key\``
  }: 1 to 255 visible characters that are not used again, such as a UUID. The same request with the same key is carried out once: it gets the answer it had, with \`Idempotency-Replayed: true\`, for ${
    mdText(durationWords(keepSeconds))
  }. Another request with the key is 422; one that comes while the first is under way is 409 with \`Retry-After\`. A refusal or a failure is not kept: the same key can be tried again.${
    users
      ? safe<
        "md"
      >` Keys are each user's own; those of requests without a token are shared, so they should not be guessed.`
      : safe``
  } Signing in and registering take no keys.`;
}

/** Renders the header that a shell command needs where each request needs a key. */
export function keyHeader({ idempotency }: SystemModel): Safe<"sh"> {
  return idempotency?.required
    ? safe` -H "idempotency-key: $(uuidgen)"`
    : safe``;
}

/** Adds to a document the header that its requests may have, and what their answers say of it. */
export function withKeys(
  document: JsonObject,
  system: SystemModel,
): JsonObject {
  const { idempotency } = system;
  if (idempotency === undefined) return document;
  const keyed = new Set(keyedOperations(system));
  const paths = Object.entries(Object(document.paths) as JsonObject)
    .map(([path, item]) =>
      [
        path,
        Object.fromEntries(
          Object.entries(Object(item) as JsonObject).map((
            [method, operation],
          ) =>
            [
              method,
              keyed.has(`${method} ${path}`)
                ? withKey(Object(operation))
                : operation,
            ] as const
          ),
        ),
      ] as const
    );
  const components = Object(document.components) as JsonObject;
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      parameters: {
        ...Object(components.parameters),
        IdempotencyKey: { ...KEY, required: idempotency.required },
      },
      headers: { ...Object(components.headers), IdempotencyReplayed: REPLAYED },
    },
  };
}

function withKey(
  { operationId, tags, summary, ...rest }: JsonObject,
): JsonObject {
  const parameters = Array.isArray(rest.parameters) ? rest.parameters : [];
  const responses = Object.entries(Object(rest.responses) as JsonObject)
    .map(([status, response]) =>
      [
        status,
        status.startsWith("2")
          ? {
            ...Object(response),
            headers: {
              ...Object(Object(response).headers),
              "Idempotency-Replayed": {
                $ref: "#/components/headers/IdempotencyReplayed",
              },
            },
          }
          : response,
      ] as const
    );
  return {
    operationId,
    tags,
    summary,
    ...rest,
    parameters: [
      ...parameters,
      { $ref: "#/components/parameters/IdempotencyKey" },
    ],
    responses: Object.fromEntries(responses),
  };
}

/** What creates or acts, such as `post /tasks`. */
function keyedOperations({ api, entities }: SystemModel): string[] {
  if (api === undefined) {
    return entities.flatMap((entity) => [
      ...(entity.operations.includes("create") ? [`post ${entity.path}`] : []),
      ...entity.actions.map(({ name }) =>
        `post ${entity.path}/{id}/${name.kebab}`
      ),
      ...(entity.softDelete ? [`post ${entity.path}/{id}/restore`] : []),
      ...(entity.bulk?.operations ?? []).map((operation) =>
        `post ${entity.path}/bulk/${operation}`
      ),
    ]);
  }
  return api.resources.flatMap((resource) => {
    const entity = entities.find(({ name }) => name.snake === resource.entity);
    const creation = resource.operations.find(({ operation }) =>
      operation === "create"
    );
    return [
      ...(creation
        ? [`${creation.method.toLowerCase()} ${resource.path}`]
        : []),
      ...(resource.bulk?.operations.includes("create")
        ? [`post ${resource.path}/bulk/create`]
        : []),
      ...(entity?.actions ?? []).map(({ name }) =>
        `post ${resource.path}/{${resource.param}}/${name.kebab}`
      ),
      ...(entity ? restoredAt(resource, entity) : []),
    ];
  });
}

const KEY: JsonObject = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "A name for this request that is not used for another: sent again with it, the request is not carried out again and gets the answer it had.",
  schema: {
    type: "string",
    minLength: 1,
    maxLength: 255,
    pattern: "^[!-~]+$",
  },
  example: "8e03978e-40d5-43dd-bc93-6894a57f9324",
};

const REPLAYED: JsonObject = {
  description: "There when the request had been carried out before.",
  schema: { const: "true" },
  example: "true",
};
