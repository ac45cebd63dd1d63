/**
 * What templates need to know about webhooks, ready made.
 *
 * @module
 */
import { enginePart } from "./engine_part.ts";
import { eventName } from "../model/expand_webhooks.ts";
import type {
  EntityModel,
  SystemModel,
  WebhookModel,
} from "../model/system_model.ts";
import {
  comment,
  mdCode,
  mdText,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ConfigView,
  WebhooksDocView,
  WebhooksView,
} from "../../templates/views.ts";

type Ts = Safe<"ts">;

/** Describes the table of webhooks. */
export function webhooksView(system: SystemModel): WebhooksView {
  return {
    webhooks: (system.webhooks ?? []).map((webhook) => ({
      about: comment(occasion(webhook)),
      spec: tsObject({
        name: tsLiteral(webhook.name.snake),
        entity: tsLiteral(webhook.entity),
        on: tsLiteral(
          typeof webhook.on === "string"
            ? webhook.on
            : { action: webhook.on.action.kebab },
        ),
        type: tsLiteral(eventName(webhook)),
        source: tsLiteral(`/${system.name.kebab}`),
      }),
    })),
  };
}

/** Describes docs/WEBHOOKS.md. */
export function webhooksDocView(system: SystemModel): WebhooksDocView {
  const dead = system.engine === "postgres" ? "false" : "0";
  return {
    webhooks: (system.webhooks ?? []).map((webhook) => ({
      name: mdCode(webhook.name.snake),
      event: mdCode(eventName(webhook)),
      what: mdText(occasion(webhook)),
      setting: mdCode(webhook.setting),
      hosts: mdCode(webhook.hosts.join(", ")),
    })),
    ...(system.engine === "memory" ? {} : {
      revive: mdCode(
        `UPDATE "_outbox" SET "dead" = ${dead}, "attempts" = 0, "due_at" = 0 WHERE "webhook" = '…'`,
      ),
    }),
  };
}

/** Describes the settings that hold the URLs. */
export function webhookSettings(
  webhooks: readonly WebhookModel[],
): NonNullable<ConfigView["webhooks"]> {
  return webhooks.map((webhook) => ({
    name: name(webhook.name.snake),
    setting: name(webhook.setting),
    hosts: tsLiteral(webhook.hosts),
  }));
}

/** Lists the settings that come with webhooks. */
export function webhookVariables(
  webhooks: readonly WebhookModel[] | undefined,
): string[] {
  return webhooks === undefined ? [] : [
    ...webhooks.map(({ setting }) => setting),
    "WEBHOOK_SECRET",
    "WEBHOOK_ATTEMPTS",
  ];
}

/** Lists the hosts that webhooks may be told at. */
export function webhookHosts(
  webhooks: readonly WebhookModel[] = [],
): string[] {
  return [...new Set(webhooks.flatMap(({ hosts }) => hosts))];
}

/** Lists the settings for the README. */
export function webhookRows(
  webhooks: readonly WebhookModel[] | undefined,
): string[][] {
  return webhooks === undefined ? [] : [
    ...webhooks.map((webhook) => [
      webhook.setting,
      "none: nobody is told",
      `where ${eventName(webhook)} is told: an https URL of ${
        webhook.hosts.join(" or ")
      }; another host needs --allow-net in deno.json`,
    ]),
    [
      "WEBHOOK_SECRET",
      "none: it must be set when a URL is",
      "what webhooks are signed with, such as the output of: echo whsec_$(openssl rand -base64 32)",
    ],
    [
      "WEBHOOK_ATTEMPTS",
      "16",
      "how often an event is tried before it is given up; 16 are about five hours",
    ],
  ];
}

/** Tells whether a webhook is told of changes of an entity. */
export function isAnnounced(
  entity: EntityModel,
  { webhooks = [] }: SystemModel,
): boolean {
  return webhooks.some((webhook) => webhook.entity === entity.name.snake);
}

/** Renders the rule of an entity's store. */
export function announcementRule(
  entity: EntityModel,
  engine: "Memory" | "Sqlite" | "Postgres",
  system: SystemModel,
): Ts[] {
  return isAnnounced(entity, system)
    ? [
      safe`${name(`announceIn${engine}`)}(${
        name(`${entity.name.constant}_SPEC`)
      }, WEBHOOKS, this.config.database)`,
    ]
    : [];
}

/** Renders what the sender is given. */
export function senderConfig(system: SystemModel): Ts {
  return safe`{
    outbox: new ${enginePart(system, "outbox").className}(database),
    webhooks: config.webhooks,
    log,
  }`;
}

/** Says when a webhook is told. */
export function occasion({ entity, on }: WebhookModel): string {
  const words = entity.replaceAll("_", " ");
  return typeof on === "string"
    ? `A ${words} has been ${DONE[on]}.`
    : `The action "${on.action.kebab}" has changed a ${words}.`;
}

const DONE = { create: "created", update: "changed", delete: "deleted" };
