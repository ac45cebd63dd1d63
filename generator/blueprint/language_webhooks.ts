/**
 * The part of the blueprint language that says who is told what happened, as data.
 *
 * @module
 */
import type { WebhookBlueprint } from "./blueprint.ts";
import type { NameRule, ObjectShape } from "./shape.ts";

/** How webhooks are named. */
export const WEBHOOK_NAME: NameRule = { of: "webhook", style: "snake_case" };

/** One webhook. */
export const WEBHOOK_SHAPE: ObjectShape<WebhookBlueprint> = {
  kind: "object",
  of: "a webhook",
  keys: {
    on: {
      doc:
        "What is told: an action of an entity, such as `order.pay`, or every creation, change or deletion, `order.create`, `order.update`, `order.delete`.",
      required: true,
      shape: {
        kind: "text",
        maxLength: 130,
        form: {
          pattern: "^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z][A-Za-z0-9_-]*$",
          wanted: "an entity and an action, such as order.pay",
        },
      },
    },
    to: {
      doc:
        "The setting that holds the URL; the name in capitals with `_URL` when missing, such as `ORDER_PAID_URL`. While it is not set, nobody is told.",
      shape: {
        kind: "text",
        maxLength: 80,
        form: {
          pattern: "^[A-Z][A-Z0-9_]*$",
          wanted: "the name of a setting, such as ORDER_PAID_URL",
        },
      },
    },
    hosts: {
      doc:
        "The hosts that the URL may be of, such as `hooks.example.com`; the program may connect to no others.",
      required: true,
      shape: {
        kind: "list",
        maxItems: 20,
        orSingle: true,
        item: {
          kind: "text",
          maxLength: 260,
          form: {
            pattern:
              "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?$",
            wanted: "a host in small letters, such as hooks.example.com",
          },
        },
      },
    },
  },
  synonyms: {
    event: "on",
    when: "on",
    url: "to",
    setting: "to",
    host: "hosts",
  },
};
