/**
 * The webhooks of the OpenAPI document.
 *
 * @module
 */
import { eventName } from "../model/expand_webhooks.ts";
import type { SystemModel, WebhookModel } from "../model/system_model.ts";
import { findEntity } from "./component_views.ts";
import { entitySchema } from "./json_schemas.ts";
import { exampleOf } from "./openapi_examples.ts";
import type { JsonObject } from "./openapi_responses.ts";
import { occasion } from "./webhook_views.ts";

/** Describes what is sent to whom, as the member `webhooks` of the document. */
export function openApiWebhooks(
  webhooks: readonly WebhookModel[],
  system: SystemModel,
): JsonObject {
  return {
    webhooks: Object.fromEntries(
      webhooks.map((webhook) => [
        webhook.name.snake,
        { post: operationOf(webhook, system) },
      ]),
    ),
  };
}

function operationOf(webhook: WebhookModel, system: SystemModel): JsonObject {
  const entity = findEntity(system, webhook.entity);
  const schema = {
    type: "object",
    required: [...Object.keys(EVENT), "type", "source", "data"],
    properties: {
      ...EVENT,
      source: { const: `/${system.name.kebab}` },
      type: { const: eventName(webhook) },
      data: entitySchema(entity),
    },
  };
  return {
    operationId: `webhook_${webhook.name.snake}`,
    summary: occasion(webhook),
    tags: system.api ? [] : [entity.plural.words],
    parameters: HEADERS.map(([name, description]) => ({
      name,
      in: "header",
      required: true,
      description,
      schema: { type: "string" },
    })),
    requestBody: {
      required: true,
      content: {
        "application/cloudevents+json": {
          schema,
          example: exampleOf(schema, { schemas: {} }),
        },
      },
    },
    responses: {
      "2XX": { description: "Taken; it is not told again." },
      default: { description: "Not taken; it is told again later." },
    },
  };
}

const EVENT = {
  specversion: { const: "1.0" },
  id: {
    type: "string",
    format: "uuid",
    description: "The same in every try.",
  },
  subject: {
    type: "string",
    format: "uuid",
    description: "The id of the entity.",
  },
  time: { type: "string", format: "date-time" },
  datacontenttype: { const: "application/json" },
};

const HEADERS = [
  ["webhook-id", "The event's id; the same in every try."],
  ["webhook-timestamp", "When it is sent, in seconds since 1970."],
  [
    "webhook-signature",
    "v1 and the HMAC-SHA256 of id, timestamp and body, by the Standard Webhooks specification.",
  ],
] as const;
