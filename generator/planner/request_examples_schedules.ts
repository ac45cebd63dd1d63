/**
 * Requests that say what is done by itself.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say what is done by itself. */
export const SCHEDULE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "after some time since it was made",
    request:
      "Tickets have a subject and status (open, in progress, closed). Close tickets automatically after 14 days. Every night delete closed tickets older than 90 days.",
    outline: `
      ticket: subject status:enum{open,in_progress,closed}=open | close(status=closed)
      schedule close_ticket: every 1h ticket.close if status=open/in_progress,createdAt<$now-14d
      schedule delete_ticket: at 03:00 ticket.delete if status=closed,createdAt<$now-90d`,
  },
  {
    name: "what is over by a field of its own",
    request:
      "Bookings have a start time, an end time and a status: pending, confirmed, expired. Each hour mark bookings as expired. Links have a url and an expiry date. Every night delete expired links.",
    outline: `
      booking: startTime:datetime endTime:datetime status:enum{pending,confirmed,expired}=pending | expire(status=expired)
      link: url:url expiryDate:date
      schedule expire_booking: every 1h booking.expire if status=pending/confirmed,endTime<$now
      schedule delete_link: at 03:00 link.delete if expiryDate<$now`,
  },
  {
    name: "what was not done in time",
    request:
      "Orders have a total and a status: placed, paid, shipped, cancelled. Orders are cancelled automatically if they are not paid within 24 hours. Unpaid orders are cancelled after two days.",
    outline: `
      order: total:decimal[0..] status:enum{placed,paid,shipped,cancelled}=placed | cancel(status=cancelled)
      schedule cancel_order: every 5m order.cancel if status=placed,createdAt<$now-24h
      schedule cancel_order_2: every 1h order.cancel if status=placed,createdAt<$now-2d`,
  },
  {
    name: "at a time of day, and what is settled is not overdue",
    request:
      "Invoices have a number, a due date and a status (draft, sent, paid, overdue). Every day at 6 am, mark sent invoices whose due date has passed as overdue. Invoices become overdue after the due date.",
    outline: `
      invoice: number dueDate:date status:enum{draft,sent,paid,overdue}=draft | markOverdue(status=overdue)
      schedule mark_overdue_invoice: at 06:00 invoice.markOverdue if status=sent,dueDate<$now
      schedule mark_overdue_invoice_2: every 1h invoice.markOverdue if status=draft/sent,dueDate<$now`,
  },
  {
    name: "what happens by itself in plain words",
    request:
      "Reservations have a date. Reservations expire after 30 minutes. Reservations that have not been updated for 7 days are deleted. Memberships have a name and an end date. Memberships expire on their end date.",
    outline: `
      reservation: date:date expired:boolean=false | expire(expired=true)
      membership: name! endDate:date expired:boolean=false | expire(expired=true)
      schedule expire_reservation: every 1m reservation.expire if expired=false,createdAt<$now-30m
      schedule delete_reservation: every 1h reservation.delete if updatedAt<$now-7d
      schedule expire_membership: every 1h membership.expire if expired=false,endDate<$now`,
  },
  {
    name: "since its last change, where a state came later",
    request:
      "Tickets have a subject and a status of open, resolved or closed. Resolved tickets are closed automatically after 7 days. A nightly job should archive tickets without activity for 30 days.",
    outline: `
      ticket: subject status:enum{open,resolved,closed}=open archived:boolean=false | close(status=closed) archive(archived=true)
      schedule close_ticket: every 1h ticket.close if status=resolved,updatedAt<$now-7d
      schedule archive_ticket: at 03:00 ticket.archive if archived=false,updatedAt<$now-30d`,
  },
  {
    name: "a day of the week, and what was spoken of before",
    request:
      "Tasks have a title and a done flag. Every Monday at 07:30 delete done tasks. Notes have a text. Notes start as open and are archived automatically after 10 days.",
    outline: `
      task: title! done:boolean=false
      note: text:text status:enum{open,archived}=open | archive(status=archived)
      schedule delete_task: at monday 07:30 task.delete if done=true
      schedule archive_note: every 1h note.archive if status=open,createdAt<$now-10d`,
  },
  {
    name: "days before and after a field",
    request:
      "Trials have a name and an end date. Lock trials automatically 3 days after their end date. Offers have a title and a deadline. Offers are closed automatically 2 days before their deadline.",
    outline: `
      trial: name! endDate:date locked:boolean=false | lock(locked=true)
      offer: title! deadline:date closed:boolean=false | close(closed=true)
      schedule lock_trial: every 1h trial.lock if locked=false,endDate<$now-3d
      schedule close_offer: every 1h offer.close if closed=false,deadline<$now+2d`,
  },
  {
    name: "who does it is no schedule",
    request:
      "Orders have a total. Orders can be cancelled within 24 hours. Orders are shipped within 2 days. Orders are closed after approval. Users can delete orders after 14 days. Every night orders are exported. Don't delete orders automatically after 10 days. Automatically calculate the total.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Orders can be cancelled within 24 hours.",
      "Orders are shipped within 2 days.",
      "Orders are closed after approval.",
      "after 14 days",
      "Every night orders are exported.",
      "Don't delete orders automatically after 10 days.",
      "Automatically calculate the total.",
    ],
  },
  {
    name: "when or which is not clear",
    request:
      "Orders have a total. Every night delete expired orders. Every month delete old orders. Every night delete expired sessions. Every night archive orders. Each hour mark orders as expired. Close orders automatically. Send reminders every day.",
    outline: `
      order: total:decimal[0..]`,
    notUnderstood: [
      "Every night delete expired orders.",
      "Every month delete old orders.",
      "Every night delete expired sessions.",
      "Every night archive orders.",
      "Each hour mark orders as expired.",
      "Close orders automatically.",
      "Send reminders every day.",
    ],
  },
  {
    name: "two days it may mean",
    request:
      "Passes have a valid until date and an expiry date. Every night delete expired passes.",
    outline: `
      pass: validUntilDate:date expiryDate:date`,
    notUnderstood: ["Every night delete expired passes."],
  },
  {
    name: "people sign in, and what is done by itself is theirs to do",
    request:
      "Users sign in. Links have a url and an expiry date. Users see only their own links. Every night delete expired links. Links are disabled automatically after 30 days.",
    outline: `
      users
      link: url:url expiryDate:date enabled:boolean=true > owner=user | disable(enabled=false) @ owner=owner read=owner create=users write=owner
      schedule delete_link: at 03:00 link.delete if expiryDate<$now
      schedule disable_link: every 1h link.disable if enabled=true,createdAt<$now-30d`,
  },
  {
    name: "what takes something back of what is done by itself",
    request:
      "Tickets have a subject and a status: open, closed. Close tickets automatically after 14 days, but not urgent ones. Every night delete closed tickets, except those of admins. Keep tickets for 90 days, but never open ones. Close tickets automatically after 21 days. Unless they are urgent. Tickets can be closed after 3 days. Tickets can be deleted after 30 days.",
    outline: `
      ticket: subject status:enum{open,closed}=open`,
    notUnderstood: [
      "Close tickets automatically after 14 days, but not urgent ones.",
      "Every night delete closed tickets, except those of admins.",
      "for 90 days,",
      "never open ones",
      "Close tickets automatically after 21 days.",
      "Unless they are urgent.",
      "Tickets can be closed after 3 days.",
      "after 30 days",
    ],
  },
];
