/**
 * Requests that say what must not be, or what cannot be had.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that say what must not be, or what cannot be had. */
export const LIMIT_EXAMPLES: readonly RequestExample[] = [
  {
    request: "Books have a title. Members have a name. Members can book books.",
    outline: `
      book: title!
      member: name!`,
    notUnderstood: ["Members can book books."],
  },
  {
    request: "Classes have a name. Students can enrol in classes.",
    outline: "class: name!",
    notUnderstood: ["Students can enrol in classes."],
  },
  {
    request: "Je voudrais une API pour gérer mes livres avec titre et auteur.",
    outline: "nothing",
    notUnderstood: [
      "Je voudrais une API pour gérer mes livres avec titre et auteur.",
    ],
  },
  {
    request: "Quiero una API para libros con titulo.",
    outline: "nothing",
    notUnderstood: ["Quiero una API para libros con titulo."],
  },
  {
    request:
      "Apartments have a number. Tenants have a name. As a landlord I don't want to delete tenants.",
    outline: `
      apartment: number
      tenant: name! - delete`,
  },
  {
    request: "Users can list, view, edit and delete notes.",
    outline: "note: title!",
  },
  {
    request:
      "Build me a CRUD for users with username (unique), email (unique) and password.",
    outline: "user: username* email:email*",
    notUnderstood: ["password"],
  },
  {
    request: "Tasks have a title. Deleting a task archives it.",
    outline: "task: title!",
    notUnderstood: ["Deleting a task archives it."],
  },
  {
    request: "Todo list app where users can add, check off and remove todos.",
    outline: "todo: title! done:boolean=false | checkOff(done=true)",
  },
  {
    request:
      "I need an app for invoices with number, customer name, amount, and whether they are paid. Invoices that are paid can't be changed.",
    outline: `
      invoice: number customerName amount:decimal[0..] paid:boolean=false editable(paid=false) exempt(delete)`,
  },
  {
    request: "Tasks have a title. Titles must be unique within a project.",
    outline: "task: title!",
    notUnderstood: ["Titles must be unique within a project."],
  },
  {
    request:
      "Orders have a total. An order must have at least one item. Items have a name.",
    outline: `
      order: total:decimal[0..]
      item: name!`,
    notUnderstood: ["An order must have at least one item."],
  },
  {
    request: "Products have a name but do not need a price.",
    outline: "product: name!",
    notUnderstood: ["do not need a price"],
  },
  {
    request:
      "Tasks have a title. Do not allow anyone to delete tasks but admins.",
    outline: "task: title!",
    notUnderstood: ["Do not allow anyone to delete tasks but admins."],
  },
  {
    name: "stock is of what has it",
    request:
      "Products have a name and a stock level. Warehouses have a city. Orders belong to a product and have a quantity. Stock can't go below zero.",
    outline: `
      product: name! stockLevel:integer[0..]
      warehouse: city
      order: quantity:integer[0..] > product`,
  },
  {
    name: "stock is of what usually has it",
    request:
      "Products have a name. Orders belong to a product and have a quantity. Stock can't go below zero.",
    outline: `
      product: name! stock:integer[0..]
      order: quantity:integer[0..] > product`,
  },
  {
    name: "what was spoken of last has no priority",
    request:
      "Tickets have a subject. Agents have a name. Priority is low, medium or high.",
    outline: `
      ticket: subject
      agent: name!`,
    notUnderstood: ["Priority is low, medium or high."],
  },
  {
    name: "bounds with a unit",
    request:
      "Pets have a name. Visits belong to a pet and have a date. Weight must be above 0 and below 200 kg.",
    outline: `
      pet: name! weight:decimal[0.01..199.99]
      visit: date:date > pet`,
  },
];
