/**
 * What webhooks tell of: which change of which entity, as a CloudEvent.
 *
 * @module
 */
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { shown } from "./shown_entity.ts";
import type { WriteCommand } from "./store_command.ts";
import { uuid7Source } from "./uuid7.ts";

/** A webhook: one kind of event that one receiver is told of. */
export interface WebhookSpec {
  /** Its name. */
  readonly name: string;
  /** The entity whose changes it is about, by the name in its description. */
  readonly entity: string;
  /** The change: any creation, update or deletion, or one action. */
  readonly on: WebhookChange;
  /** The event's type, such as `order.pay`. */
  readonly type: string;
  /** The system that tells of it, such as `/shop`. */
  readonly source: string;
}

/** A change that can be told of. */
export type WebhookChange =
  | "create"
  | "update"
  | "delete"
  | { readonly action: string };

/** An event that is to be told, as it is kept until then. */
export interface AnnouncedEvent {
  /** The event's id; the same in every try. */
  readonly id: string;
  /** Whom to tell. */
  readonly webhook: string;
  /** The entity it is about; its events are told in order. */
  readonly subject: string;
  /** The event as JSON. */
  readonly body: string;
}

/** Makes the events of a write that has succeeded. */
export function eventsOfWrite(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
  write: WriteCommand<Entity>,
): AnnouncedEvent[] {
  return webhooks.filter(({ entity, on }) =>
    entity === spec.name && isTold(on, write)
  ).map((webhook) => eventOf(spec, webhook, write.entity));
}

/** Makes the events of a deletion. */
export function eventsOfDeletion(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
  deleted: { readonly entity: Entity; readonly now: string },
): AnnouncedEvent[] {
  return webhooks.filter(({ entity, on }) =>
    entity === spec.name && on === "delete"
  ).map((webhook) => eventOf(spec, webhook, deleted.entity, deleted.now));
}

/** Says whether a webhook is told of the deletions of an entity. */
export function tellsOfDeletion(
  spec: EntitySpec,
  webhooks: readonly WebhookSpec[],
): boolean {
  return webhooks.some(({ entity, on }) =>
    entity === spec.name && on === "delete"
  );
}

function isTold(on: WebhookChange, write: WriteCommand<Entity>): boolean {
  if (write.kind === "insert") return on === "create";
  return on === "update" ||
    typeof on === "object" && on.action === write.action;
}

/** A CloudEvent 1.0 with the entity as clients see it. */
function eventOf(
  spec: EntitySpec,
  webhook: WebhookSpec,
  entity: Entity,
  time: string = entity.updatedAt,
): AnnouncedEvent {
  const id = nextId(Date.now());
  return {
    id,
    webhook: webhook.name,
    subject: entity.id,
    body: JSON.stringify({
      specversion: "1.0",
      id,
      source: webhook.source,
      type: webhook.type,
      subject: entity.id,
      time,
      datacontenttype: "application/json",
      data: shown(spec, entity),
    }),
  };
}

const nextId = uuid7Source();
