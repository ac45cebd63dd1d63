/**
 * Requests that say that another system is told when something happens.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of webhooks. */
export const WEBHOOK_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a webhook when an action is done",
    request:
      "Orders have a total and a status: pending, paid, cancelled. Notify a webhook when an order is paid.",
    outline: `
      order: total:decimal[0..] status:enum{pending,paid,cancelled}=pending | pay(status=paid)
      webhook order_paid: order.pay -> hooks.example.com`,
  },
  {
    name: "an action that was not spoken of is made",
    request:
      "Orders have a total. Call https://hooks.example.com/orders whenever an order is created or cancelled.",
    outline: `
      order: total:decimal[0..] cancelled:boolean=false | cancel(cancelled=true)
      webhook order_created: order.create -> hooks.example.com
      webhook order_cancelled: order.cancel -> hooks.example.com`,
  },
  {
    name: "a webhook to somebody without an address",
    request:
      "Shipments have a weight. Send a webhook to the warehouse when a shipment is delivered.",
    outline: `
      shipment: weight:number[0..] delivered:boolean=false | deliver(delivered=true)
      webhook shipment_delivered: shipment.deliver -> hooks.example.com`,
  },
  {
    name: "a POST to a program is a webhook",
    request:
      "Invoices have a number and a status of draft, sent or paid. POST to our ERP each time an invoice is sent.",
    outline: `
      invoice: number status:enum{draft,sent,paid}=draft | send(status=sent)
      webhook invoice_sent: invoice.send -> hooks.example.com`,
  },
  {
    name: "people are told by no webhook",
    request:
      "Orders have a total. Notify the customer by e-mail when an order is paid. Users must be notified when an order is shipped. Call our driver when an order is delivered.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Notify the customer by e-mail when an order is paid.",
      "Users must be notified when an order is shipped.",
      "Call our driver when an order is delivered.",
    ],
  },
  {
    name: "what happens may stand first",
    request:
      "Orders have a total. When an order is paid, call https://api.example.com:8443/paid. If an order gets cancelled, then a webhook should be sent to accounting.",
    outline: `
      order: total:decimal[0..] paid:boolean=false cancelled:boolean=false | pay(paid=true) cancel(cancelled=true)
      webhook order_paid: order.pay -> api.example.com:8443
      webhook order_cancelled: order.cancel -> hooks.example.com`,
  },
  {
    name: "webhooks by the names of events",
    request:
      "Orders have a total. Webhooks: order.created, order.paid. Send an order.refunded webhook to https://x.example.com.",
    outline: `
      order: total:decimal[0..] paid:boolean=false refunded:boolean=false | pay(paid=true) refund(refunded=true)
      webhook order_created: order.create -> hooks.example.com
      webhook order_paid: order.pay -> hooks.example.com
      webhook order_refunded: order.refund -> x.example.com`,
  },
  {
    name: "webhooks on nouns of what happens",
    request:
      "Orders have a total. The system should trigger a webhook on order creation and cancellation. Webhook for every new order. On payment of an order, call https://erp.example.com/in.",
    outline: `
      order: total:decimal[0..] cancelled:boolean=false paid:boolean=false | cancel(cancelled=true) pay(paid=true)
      webhook order_created: order.create -> hooks.example.com
      webhook order_cancelled: order.cancel -> hooks.example.com
      webhook order_paid: order.pay -> erp.example.com`,
  },
  {
    name: "a program is told of several things",
    request:
      "Orders have a total. After an order has been paid or refunded, our billing service must be notified. Notify our CRM via webhook as soon as an order is shipped.",
    outline: `
      order: total:decimal[0..] paid:boolean=false refunded:boolean=false shipped:boolean=false | pay(paid=true) refund(refunded=true) ship(shipped=true)
      webhook order_paid: order.pay -> hooks.example.com
      webhook order_refunded: order.refund -> hooks.example.com
      webhook order_shipped: order.ship -> hooks.example.com`,
  },
  {
    name: "a condition that was not understood leaves no webhook",
    request:
      "Orders have a total. Fire a webhook when an order is paid and its total is over 100. Send a webhook when an order over 100 EUR is refunded. Only call the webhook when an order is deleted. Call the webhook unless an order is cancelled.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Fire a webhook when an order is paid and its total is over 100.",
      "Send a webhook when an order over 100 EUR is refunded.",
      "Only call the webhook when an order is deleted.",
      "Call the webhook unless an order is cancelled.",
    ],
  },
  {
    name: "webhooks that are not wanted, or not known",
    request:
      "Orders have a total. Do not send webhooks when an order is deleted. Support webhooks. Post to Slack when an order is paid.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Support webhooks.",
      "Post to Slack when an order is paid.",
    ],
  },
  {
    name: "two addresses for one event",
    request:
      "Orders have a total. Call https://a.example.com/x when an order is paid. Call https://b.example.com/y when an order is paid. Ping https://b.example.com/z whenever an order changes.",
    outline: `
      order: total:decimal[0..] paid:boolean=false | pay(paid=true)
      webhook order_paid: order.pay -> a.example.com
      webhook order_paid_2: order.pay -> b.example.com
      webhook order_updated: order.update -> b.example.com`,
  },
  {
    name: "a story of a webhook",
    request:
      "Orders have a total. As a merchant I want a webhook to be called when an order is paid so that I can ship it. I want to be notified via webhook when an order is cancelled.",
    outline: `
      order: total:decimal[0..] paid:boolean=false cancelled:boolean=false | pay(paid=true) cancel(cancelled=true)
      webhook order_paid: order.pay -> hooks.example.com
      webhook order_cancelled: order.cancel -> hooks.example.com`,
  },
  {
    name: "a state that the status knows",
    request:
      "Orders have a total and a status (open, paid). Notify our CRM via webhook as soon as the status of an order changes to paid. When a customer places an order, send it to https://example.com/in.",
    outline: `
      order: total:decimal[0..] status:enum{open,paid}=open | pay(status=paid)
      webhook order_paid: order.pay -> hooks.example.com
      webhook order_created: order.create -> example.com`,
  },
  {
    name: "nobody is told of what cannot happen",
    request:
      "Orders have a total. No deleting. Notify a webhook when an order is deleted.",
    outline: `
      order: total:decimal[0..] - delete`,
    notUnderstood: ["Notify a webhook when an order is deleted."],
  },
  {
    name: "part of the sentence is no webhook",
    request:
      "Orders have a total. Notify https://example.org/hooks/desk when an order is created or archived, and e-mail the member. When an order is paid, notify a webhook and e-mail the customer.",
    outline: `
      order: total:decimal[0..] archived:boolean=false paid:boolean=false | archive(archived=true) pay(paid=true)
      webhook order_created: order.create -> example.org
      webhook order_archived: order.archive -> example.org
      webhook order_paid: order.pay -> hooks.example.com`,
    notUnderstood: ["e-mail the member", "e-mail the customer"],
  },
  {
    name: "an address after what happens",
    request: `- orders: total, status (new, paid, shipped)
- webhook on order paid -> https://hooks.example.com/a
- no deleting`,
    outline: `
      order: total:decimal[0..] status:enum{new,paid,shipped}=new | pay(status=paid) - delete
      webhook order_paid: order.pay -> hooks.example.com`,
  },
];
