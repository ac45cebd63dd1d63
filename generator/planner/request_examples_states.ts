/**
 * Requests about states, and what may be done in which of them.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests about states, and what may be done in which of them. */
export const STATE_EXAMPLES: readonly RequestExample[] = [
  {
    request:
      "Invoices have a number and status (draft, sent, paid). A sent invoice can be marked as paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}=draft | pay(status=paid if status=sent)",
  },
  {
    request:
      "Invoices have a number and status (draft, sent, paid). Sent invoices can be marked as paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}=draft | pay(status=paid if status=sent)",
  },
  {
    request:
      "Orders have a number and status (new, paid, cancelled). A new order can be paid.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | pay(status=paid if status=new)",
  },
  {
    request:
      "Orders have a number and status (new, paid, cancelled). New and paid orders can be cancelled.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | cancel(status=cancelled if status=new/paid)",
  },
  {
    request:
      "Tickets have a number and status (open, sold, returned). Sold tickets can be returned.",
    outline:
      "ticket: number status:enum{open,sold,returned}=open | return(status=returned if status=sold)",
  },
  {
    request:
      "Machines have a name and status (working, broken). Broken machines can be repaired.",
    outline:
      "machine: name! status:enum{working,broken}=working | repair(status=working if status=broken)",
  },
  {
    request: "Orders have a number. Only paid orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Only paid orders can be shipped."],
  },
  {
    request:
      "Orders have a number and status (new, paid, cancelled). Only new orders can be cancelled.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | cancel(status=cancelled if status=new)",
  },
  {
    request:
      "Orders have a number and status (new, paid, cancelled). Only new and paid orders can be cancelled.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | cancel(status=cancelled if status=new/paid)",
  },
  {
    request: "Orders have a number and paid. Paid orders can be shipped.",
    outline:
      "order: number paid:boolean=false shipped:boolean=false | ship(shipped=true if paid=true)",
  },
  {
    request: "Orders have a number. Paid orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Paid orders can be shipped."],
  },
  {
    request: "Orders have a number. Cancel new orders.",
    outline: "order: number",
    notUnderstood: ["Cancel new orders."],
  },
  {
    request:
      "Orders have a number and status (new, done). Complete new orders.",
    outline:
      "order: number status:enum{new,done}=new | complete(status=done if status=new)",
  },
  {
    request:
      "Orders have a number and status (open, in progress, done). In progress orders can be completed.",
    outline:
      "order: number status:enum{open,in_progress,done}=open | complete(status=done if status=in_progress)",
  },
  {
    request: "Orders have a number. Urgent and late orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Urgent and late orders can be shipped."],
  },
  {
    request: "Orders have a number. Add new orders and edit existing orders.",
    outline: "order: number",
  },
  {
    request: "Tasks have a title and done. Reopen done tasks.",
    outline:
      "task: title! done:boolean=false | reopen(done=false if done=true)",
  },
  {
    request:
      "Draft posts can be published. Posts have a title and a status: draft, published.",
    outline:
      "post: title! status:enum{draft,published}=draft | publish(status=published if status=draft)",
  },
  {
    request:
      "Orders and invoices have a number. Orders and invoices can be archived.",
    outline: `
      order: number archived:boolean=false | archive(archived=true)
      invoice: number archived:boolean=false | archive(archived=true)`,
  },
  {
    request: "Doors have a name. A door is open or closed.",
    outline: "door: name! status:enum{open,closed}=open",
  },
  {
    request: "Users have a name. A user is active or inactive.",
    outline: "user: name! status:enum{active,inactive}=active",
  },
  {
    request: "Parkings have a place. A parking is free or paid.",
    outline: "parking: place status:enum{free,paid}=free",
  },
  {
    request: "Books have a title and have status available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    request: "Books have a title. A book has status available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    request: "Books have a title and are available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    request: "Posts have a title. Posts start as draft.",
    outline: "post: title!",
    notUnderstood: ["Posts start as draft."],
  },
  {
    request:
      "Posts have a title and status (draft, published). Posts start as published.",
    outline: "post: title! status:enum{draft,published}=published",
  },
  {
    request:
      "Orders have a total and status (draft, sent). Orders can only be deleted if draft.",
    outline: "order: total:decimal[0..] status:enum{draft,sent}=draft",
    notUnderstood: ["Orders can only be deleted if draft."],
  },
  {
    request:
      "Users have a name, an email and a code. All are required. Both must be unique.",
    outline: "user: name! email:email!* code!*",
  },
  {
    request: "Users have a nickname and an email. They are both required.",
    outline: "user: nickname! email:email!",
  },
  {
    request:
      "Users have a nickname. Posts have a title and a text. All fields are required.",
    outline: `
      user: nickname
      post: title! text:text`,
    notUnderstood: ["All fields are required."],
  },
  {
    request:
      "Orders have a number and status (open, in progress, done). Only open or in progress orders can be archived.",
    outline:
      "order: number status:enum{open,in_progress,done}=open archived:boolean=false | archive(archived=true if status=open/in_progress)",
  },
  {
    request: "Orders have a number. Only orders can be archived.",
    outline: "order: number",
    notUnderstood: ["Only orders can be archived."],
  },
  {
    request:
      "Invoices have a number. Invoices start as draft and can be sent and paid. Only sent invoices can be paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}=draft | send(status=sent) pay(status=paid if status=sent)",
  },
  {
    request:
      "A ticket has a subject. It starts in open state. Close and reopen tickets.",
    outline:
      "ticket: subject status:enum{open,closed}=open | close(status=closed) reopen(status=open)",
  },
  {
    request: "Posts have a title. Posts start as draft. Posts can be pinned.",
    outline: "post: title! pinned:boolean=false | pin(pinned=true)",
    notUnderstood: ["Posts start as draft."],
  },
  {
    request:
      "Subscribers have an email. List active subscribers. View overdue subscribers. Subscribers can be deactivated.",
    outline:
      "subscriber: email:email active:boolean=true | deactivate(active=false)",
    notUnderstood: ["overdue"],
  },
  {
    request:
      "Tools have a name. Friends have a name. Tools can be lent to friends.",
    outline: `
      tool: name! lent:boolean=false > friend? | lend(lent=true)
      friend: name!`,
  },
  {
    request: "Boats have a number. Boats can be moored and sent to repair.",
    outline: "boat: number",
    notUnderstood: ["Boats can be moored and sent to repair."],
  },
  {
    request:
      "Bikes have a number. Bikes can be rented, returned and sent to repair.",
    outline:
      "bike: number rented:boolean=false | rent(rented=true) return(rented=false)",
    notUnderstood: ["sent to repair"],
  },
  {
    request:
      "Bottles have a name. Add bottles, drink bottles and delete bottles.",
    outline: "bottle: name!",
    notUnderstood: ["drink bottles"],
  },
  {
    request:
      "Tickets have a seat and status starting as reserved. Tickets may be paid or refunded. Only paid tickets can be refunded.",
    outline:
      "ticket: seat status:enum{reserved,paid,refunded}=reserved | pay(status=paid) refund(status=refunded if status=paid)",
  },
  {
    request:
      "Parcels have a weight. Parcels can be marked as shipped or delivered.",
    outline:
      "parcel: weight:number[0..] shipped:boolean=false delivered:boolean=false | ship(shipped=true) deliver(delivered=true)",
  },
  {
    request:
      "Articles have a headline. Drafts can be published. Articles can be archived.",
    outline:
      "article: headline archived:boolean=false | archive(archived=true)",
    notUnderstood: ["Drafts can be published."],
  },
];
