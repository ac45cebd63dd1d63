/**
 * Requests that say something beside what is kept: what hangs on a condition, in what order, by what means, how it runs.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say something beside what is kept. */
export const ASIDE_EXAMPLES: readonly RequestExample[] = [
  {
    request:
      "Pet clinic with owners and pets. An owner has a name. A pet has a name and belongs to an owner. Deleting an owner is not allowed while they still have pets.",
    outline: `
      owner: name!
      pet: name! > owner(restrict)`,
  },
  {
    request:
      "A product has a name and belongs to a category. A category has a name; you cannot delete a category while it has products.",
    outline: `
      product: name! > category(restrict)
      category: name!`,
  },
  {
    request:
      "A category has a name. Deleting a category is not allowed while they still have moths.",
    outline: "category: name!",
    notUnderstood: [
      "Deleting a category is not allowed while they still have moths.",
    ],
  },
  {
    request:
      "A category has a name. Deleting a category is not allowed unless it is empty.",
    outline: "category: name!",
    notUnderstood: ["Deleting a category is not allowed unless it is empty."],
  },
  {
    request:
      "Orders have a date. Items have a name and belong to an order. No deletion of orders once they have a date.",
    outline: `
      order: date:date
      item: name! > order`,
    notUnderstood: ["No deletion of orders once they have a date."],
  },
  {
    request:
      "Appointments have a date and a patient name. List appointments newest first.",
    outline: "appointment: date:date patientName / -createdAt",
  },
  {
    request: "Songs have a title. List songs alphabetically.",
    outline: "song: title!",
  },
  {
    request: "List appointments newest first.",
    outline: "appointment: name! / -createdAt",
  },
  {
    request: "I need a GraphQL API for posts with a title and a body.",
    outline: "post: title! body:text",
    notUnderstood: ["GraphQL"],
  },
  {
    request: "Build a gRPC service for tasks with a title.",
    outline: "task: title!",
    notUnderstood: ["gRPC"],
  },
  {
    request:
      "Task API: tasks with a title. Run on port 8765 with host 127.0.0.1. Use sqlite with normal durability.",
    outline: `
      store sqlite
      port 8765
      task: title!`,
    notUnderstood: ["with host 127.0.0.1"],
  },
  {
    request: "Cats have a name. Every entity has soft timestamps.",
    outline: "cat: name!",
    notUnderstood: ["Every entity has soft timestamps."],
  },
  {
    request:
      "Recruiting: candidates move from applied to interview to hired. Candidates have an email.",
    outline:
      "candidate: status:enum{applied,interview,hired}#=applied email:email | markInterview(status=interview if status=applied) hire(status=hired if status=interview)",
  },
  {
    request: "Tickets have a title and a serial number matching AA-9999.",
    outline: "ticket: title! serialNumber",
    notUnderstood: ["matching AA-9999"],
  },
  {
    request:
      "Posts have a title. Tags have a name. Posts have many tags. Posts are published or drafts.",
    outline: `
      post: title! status:enum{published,draft}=published > tags<>tag
      tag: name!`,
  },
  {
    request: "Customers place orders. An order has a total.",
    outline: "order: total:decimal[0..]",
    notEnforced: ["Customers"],
  },
  {
    request:
      "Tickets have a title, opened at, set automatically, and a created date that is set automatically.",
    outline: "ticket: title! openedAt:datetime=$now",
  },
  {
    request:
      "store: postgres. entity Cat with name and age. entity Dog with name.",
    outline: `
      store postgres
      cat: name! age:integer[0..]
      dog: name!`,
  },
  {
    request: "Build a task API with a postgres database. Tasks have a title.",
    outline: `
      store postgres
      task: title!`,
  },
  {
    request: "A note API with an in-memory database. Notes have a text.",
    outline: `
      store memory
      note: text:text`,
  },
  {
    request:
      "A planet has a name, a flag whether it has rings and a boolean flag saying whether it is hot.",
    outline: "planet: name! hasRings:boolean=false hot:boolean=false",
  },
  {
    request: "Add songs. List songs shuffled madly. Serve on 127.0.0.1:9090.",
    outline: `
      port 9090
      song: title!`,
    notUnderstood: ["List songs shuffled madly."],
  },
  {
    request: "Orders have a date. List orders by date, newest first.",
    outline: "order: date:date / -date",
  },
  {
    request: "Notes API built with gRPC. A note has a text.",
    outline: "note: text:text",
    notUnderstood: ["built with gRPC"],
  },
  {
    request:
      "Pets have a name and belong to an owner. Owners have a name. Owners cannot be deleted if they have pets.",
    outline: `
      pet: name! > owner(restrict)
      owner: name!`,
  },
  {
    request:
      "Pets have a name. Do not allow deletion of pets until they are archived.",
    outline: "pet: name!",
    notUnderstood: ["Do not allow deletion of pets until they are archived."],
  },
  {
    request:
      "Orders have a date. Sort orders by date descending by default. Sort the orders by total ascending.",
    outline: "order: date:date total:decimal[0..] / -date",
  },
  {
    request:
      "Ich brauche einen Aufgabenverwalter mit Aufgaben. Jede Aufgabe hat einen Titel und ein Fälligkeitsdatum.",
    outline: "nothing",
    notUnderstood: [
      "Ich brauche einen Aufgabenverwalter mit Aufgaben.",
      "Jede Aufgabe hat einen Titel und ein Fälligkeitsdatum.",
    ],
  },
];
