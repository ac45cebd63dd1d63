/**
 * Who is told of what. Where each webhook goes is a setting; docs/WEBHOOKS.md says how it is told.
 *
 * @module
 */
import type { WebhookSpec } from "../kit/webhook_event.ts";

/** Every webhook of the system. */
export const WEBHOOKS: readonly WebhookSpec[] = [
  // A ticket has been created.
  {
    name: "ticket_sold",
    entity: "ticket",
    on: "create",
    type: "ticket.create",
    source: "/ticket-desk",
  },
  // The action "admit" has changed a ticket.
  {
    name: "guest_came_in",
    entity: "ticket",
    on: { action: "admit" },
    type: "ticket.admit",
    source: "/ticket-desk",
  },
  // A ticket has been changed.
  {
    name: "ticket_changed",
    entity: "ticket",
    on: "update",
    type: "ticket.update",
    source: "/ticket-desk",
  },
  // A ticket has been deleted.
  {
    name: "ticket_gone",
    entity: "ticket",
    on: "delete",
    type: "ticket.delete",
    source: "/ticket-desk",
  },
];
