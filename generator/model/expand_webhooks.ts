/**
 * The part of expansion that tells others what happened: webhooks, and the component that sends them.
 *
 * @module
 */
import { sameName } from "../blueprint/access_rules.ts";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { eventParts, SENDER, settingOf } from "../blueprint/check_webhooks.ts";
import type { EntityModel, SystemModel, WebhookModel } from "./system_model.ts";
import { nameForms } from "./names.ts";

/** Adds the webhooks of a blueprint to its model, where it has any. */
export function withWebhooks(
  model: SystemModel,
  { webhooks = {} }: Blueprint,
): SystemModel {
  const all = Object.entries(webhooks).flatMap(([name, written]) => {
    const [entityName, change] = eventParts(written.on);
    const entity = model.entities.find((one) => one.name.snake === entityName);
    return entity === undefined ? [] : [{
      name: nameForms(name),
      entity: entity.name.snake,
      on: changeOf(entity, change),
      setting: written.to ?? settingOf(name),
      hosts: [written.hosts].flat(),
    }];
  });
  return all.length === 0 ? model : {
    ...model,
    webhooks: all,
    components: [...model.components, {
      name: SENDER,
      type: "WebhookSender",
      className: "WebhookSender",
      ports: [],
      description: "Tells webhooks what happened, until they have taken it",
    }],
  };
}

/** The event's name, such as `order.pay`. */
export function eventName({ entity, on }: WebhookModel): string {
  return `${entity}.${typeof on === "string" ? on : on.action.snake}`;
}

function changeOf(entity: EntityModel, change: string): WebhookModel["on"] {
  if (change === "create" || change === "update" || change === "delete") {
    return change;
  }
  const action = entity.actions.find(({ name }) =>
    sameName(name.camel, change)
  );
  return { action: action?.name ?? nameForms(change) };
}
