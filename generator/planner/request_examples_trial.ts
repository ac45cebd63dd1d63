/**
 * Requests that were once misread in silence, each of one sort of words.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that were once misread in silence, each of one sort of words. */
export const TRIAL_EXAMPLES: readonly RequestExample[] = [
  {
    name:
      "Invoices have a number and status (draft, sent, paid). A sent invoice can be marked as paid.",
    request:
      "Invoices have a number and status (draft, sent, paid). A sent invoice can be marked as paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}=draft | pay(status=paid if status=sent)",
  },
  {
    name:
      "Invoices have a number and status (draft, sent, paid). Sent invoices can be marked as paid.",
    request:
      "Invoices have a number and status (draft, sent, paid). Sent invoices can be marked as paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}=draft | pay(status=paid if status=sent)",
  },
  {
    name:
      "Orders have a number and status (new, paid, cancelled). A new order can be paid.",
    request:
      "Orders have a number and status (new, paid, cancelled). A new order can be paid.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | pay(status=paid if status=new)",
  },
  {
    name:
      "Orders have a number and status (new, paid, cancelled). New and paid orders can be cancelled.",
    request:
      "Orders have a number and status (new, paid, cancelled). New and paid orders can be cancelled.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | cancel(status=cancelled if status=new/paid)",
  },
  {
    name:
      "Tickets have a number and status (open, sold, returned). Sold tickets can be returned.",
    request:
      "Tickets have a number and status (open, sold, returned). Sold tickets can be returned.",
    outline:
      "ticket: number status:enum{open,sold,returned}=open | return(status=returned if status=sold)",
  },
  {
    name:
      "Machines have a name and status (working, broken). Broken machines can be repaired.",
    request:
      "Machines have a name and status (working, broken). Broken machines can be repaired.",
    outline:
      "machine: name! status:enum{working,broken}=working | repair(status=working if status=broken)",
  },
  {
    name: "Orders have a number. Only paid orders can be shipped.",
    request: "Orders have a number. Only paid orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Only paid orders can be shipped."],
  },
  {
    name:
      "Orders have a number and status (new, paid, cancelled). Only new orders can be cancelled.",
    request:
      "Orders have a number and status (new, paid, cancelled). Only new orders can be cancelled.",
    outline:
      "order: number status:enum{new,paid,cancelled}=new | cancel(status=cancelled if status=new)",
  },
  {
    name:
      "Orders have a number and status (new, paid, cancelled). Only new and paid orders can be cancelled.",
    request:
      "Orders have a number and status (new, paid, cancelled). Only new and paid orders can be cancelled.",
    outline: "order: number status:enum{new,paid,cancelled}=new",
    notUnderstood: ["Only new and paid orders can be cancelled."],
  },
  {
    name: "Orders have a number and paid. Paid orders can be shipped.",
    request: "Orders have a number and paid. Paid orders can be shipped.",
    outline:
      "order: number paid:boolean=false shipped:boolean=false | ship(shipped=true if paid=true)",
  },
  {
    name: "Orders have a number. Paid orders can be shipped.",
    request: "Orders have a number. Paid orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Paid orders can be shipped."],
  },
  {
    name: "Orders have a number. Cancel new orders.",
    request: "Orders have a number. Cancel new orders.",
    outline: "order: number",
    notUnderstood: ["Cancel new orders."],
  },
  {
    name: "Orders have a number and status (new, done). Complete new orders.",
    request:
      "Orders have a number and status (new, done). Complete new orders.",
    outline:
      "order: number status:enum{new,done}=new | complete(status=done if status=new)",
  },
  {
    name:
      "Orders have a number and status (open, in progress, done). In progress orders can be completed.",
    request:
      "Orders have a number and status (open, in progress, done). In progress orders can be completed.",
    outline: "order: number status:enum{open,in_progress,done}=open",
    notUnderstood: ["In progress orders can be completed."],
  },
  {
    name: "Orders have a number. Urgent and late orders can be shipped.",
    request: "Orders have a number. Urgent and late orders can be shipped.",
    outline: "order: number",
    notUnderstood: ["Urgent and late orders can be shipped."],
  },
  {
    name: "Orders have a number. Add new orders and edit existing orders.",
    request: "Orders have a number. Add new orders and edit existing orders.",
    outline: "order: number",
  },
  {
    name: "Tasks have a title and done. Reopen done tasks.",
    request: "Tasks have a title and done. Reopen done tasks.",
    outline:
      "task: title! done:boolean=false | reopen(done=false if done=true)",
  },
  {
    name:
      "Draft posts can be published. Posts have a title and a status: draft, published.",
    request:
      "Draft posts can be published. Posts have a title and a status: draft, published.",
    outline:
      "post: title! status:enum{draft,published}=draft | publish(status=published if status=draft)",
  },
  {
    name:
      "Orders and invoices have a number. Orders and invoices can be archived.",
    request:
      "Orders and invoices have a number. Orders and invoices can be archived.",
    outline: `
      order: number archived:boolean=false | archive(archived=true)
      invoice: number archived:boolean=false | archive(archived=true)`,
  },
  {
    name: "Doors have a name. A door is open or closed.",
    request: "Doors have a name. A door is open or closed.",
    outline: "door: name! status:enum{open,closed}=open",
  },
  {
    name: "Users have a name. A user is active or inactive.",
    request: "Users have a name. A user is active or inactive.",
    outline: "user: name! status:enum{active,inactive}=active",
  },
  {
    name: "Parkings have a place. A parking is free or paid.",
    request: "Parkings have a place. A parking is free or paid.",
    outline: "parking: place status:enum{free,paid}=free",
  },
  {
    name: "Books have a title and have status available or borrowed.",
    request: "Books have a title and have status available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    name: "Books have a title. A book has status available or borrowed.",
    request: "Books have a title. A book has status available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    name: "Books have a title and are available or borrowed.",
    request: "Books have a title and are available or borrowed.",
    outline: "book: title! status:enum{available,borrowed}=available",
  },
  {
    name: "Rooms have a number, a type single or double and a price.",
    request: "Rooms have a number, a type single or double and a price.",
    outline: "room: number type:enum{single,double} price:decimal[0..]",
  },
  {
    name: "Stays have room, guest name, from, to.",
    request: "Stays have room, guest name, from, to.",
    outline: "stay: room guestName fromValue toValue",
  },
  {
    name:
      "I want a shop with customers (name, email) and their orders (date, total).",
    request:
      "I want a shop with customers (name, email) and their orders (date, total).",
    outline: `
      customer: name! email:email
      order: date:date total:decimal[0..] > customer`,
  },
  {
    name: "Memberships have a name, plan - basic, plus, premium, start date.",
    request:
      "Memberships have a name, plan - basic, plus, premium, start date.",
    outline: "membership: name! plan:enum{basic,plus,premium} startDate:date",
  },
  {
    name:
      "Expenses have an amount and a category. Categories are food, travel, office.",
    request:
      "Expenses have an amount and a category. Categories are food, travel, office.",
    outline: "expense: amount:decimal[0..] category:enum{food,travel,office}",
  },
  {
    name: "Hikes have name, difficulty easy medium hard.",
    request: "Hikes have name, difficulty easy medium hard.",
    outline: "hike: name! difficulty:enum{easy,medium,hard}",
  },
  {
    name: "Tasks have a title, priority low, medium or high, and a due date.",
    request:
      "Tasks have a title, priority low, medium or high, and a due date.",
    outline: "task: title! priority:enum{low,medium,high} dueDate:date",
  },
  {
    name: "Files have a name, type: text, image, video.",
    request: "Files have a name, type: text, image, video.",
    outline: "file: name! type:enum{text,image,video}",
  },
  {
    name: "Purchase orders: supplier, total, date",
    request: "Purchase orders: supplier, total, date",
    outline: "purchase_order: supplier total:decimal[0..] date:date",
  },
  {
    name: "Cars have make, model, year.",
    request: "Cars have make, model, year.",
    outline: "car: make model year:integer",
  },
  {
    name: "A car repair shop needs jobs with description, price and due date.",
    request:
      "A car repair shop needs jobs with description, price and due date.",
    outline: "job: description:text price:decimal[0..] dueDate:date",
  },
  {
    name:
      "Books have a title. Members have a name. Loans: each loan belongs to a book and to a member, due date, returned (default false). Loans can be marked as returned.",
    request:
      "Books have a title. Members have a name. Loans: each loan belongs to a book and to a member, due date, returned (default false). Loans can be marked as returned.",
    outline: `
      book: title!
      member: name!
      loan: dueDate:date returned:boolean=false > book member | return(returned=true)`,
  },
  {
    name:
      "Books have a title. Members have a name. A loan belongs to a book and a member and has a due date.",
    request:
      "Books have a title. Members have a name. A loan belongs to a book and a member and has a due date.",
    outline: `
      book: title!
      member: name!
      loan: dueDate:date > book member`,
  },
  {
    name: "Books have a title. Members have a name. Members can book books.",
    request: "Books have a title. Members have a name. Members can book books.",
    outline: `
      book: title!
      member: name!`,
    notUnderstood: ["Members can book books."],
  },
  {
    name: "Classes have a name. Students can enrol in classes.",
    request: "Classes have a name. Students can enrol in classes.",
    outline: "class: name!",
    notUnderstood: ["Students can enrol in classes."],
  },
  {
    name: "Posts have a title. Posts start as draft.",
    request: "Posts have a title. Posts start as draft.",
    outline: "post: title!",
    notUnderstood: ["Posts start as draft."],
  },
  {
    name:
      "Posts have a title and status (draft, published). Posts start as published.",
    request:
      "Posts have a title and status (draft, published). Posts start as published.",
    outline: "post: title! status:enum{draft,published}=published",
  },
  {
    name: "Courses have a name, max 30 students.",
    request: "Courses have a name, max 30 students.",
    outline: "course: name!",
    notUnderstood: ["max 30 students"],
  },
  {
    name: "Albums have a title and up to 50 photos.",
    request: "Albums have a title and up to 50 photos.",
    outline: "album: title!",
    notUnderstood: ["up to 50 photos"],
  },
  {
    name: "Je voudrais une API pour gérer mes livres avec titre et auteur.",
    request: "Je voudrais une API pour gérer mes livres avec titre et auteur.",
    outline: "nothing",
    notUnderstood: ["pour gérer mes livres avec titre et auteur"],
  },
  {
    name: "Quiero una API para libros con titulo.",
    request: "Quiero una API para libros con titulo.",
    outline: "nothing",
    notUnderstood: ["para libros con titulo"],
  },
  {
    name:
      "Apartments have a number. Tenants have a name. As a landlord I don't want to delete tenants.",
    request:
      "Apartments have a number. Tenants have a name. As a landlord I don't want to delete tenants.",
    outline: `
      apartment: number
      tenant: name! - delete`,
  },
  {
    name: "Users can list, view, edit and delete notes.",
    request: "Users can list, view, edit and delete notes.",
    outline: "note: title!",
  },
  {
    name: "Departments have unique names.",
    request: "Departments have unique names.",
    outline: "department: name!*",
  },
  {
    name: "Items have a code of exactly 8 characters and weight less than 100.",
    request:
      "Items have a code of exactly 8 characters and weight less than 100.",
    outline: "item: code<8..8> weight:decimal[0..99.99]",
  },
  {
    name: "Users have username and email (both required).",
    request: "Users have username and email (both required).",
    outline: "user: username! email:email!",
  },
  {
    name:
      "Build me a CRUD for users with username (unique), email (unique) and password.",
    request:
      "Build me a CRUD for users with username (unique), email (unique) and password.",
    outline: "user: username* email:email*",
    notUnderstood: ["password"],
  },
  {
    name: "Songs have length in seconds and a duration in minutes.",
    request: "Songs have length in seconds and a duration in minutes.",
    outline: "song: length:number[0..] duration:integer[0..]",
  },
  {
    name:
      "Loans have term in months, size in m2, interest rate in percent (0-20).",
    request:
      "Loans have term in months, size in m2, interest rate in percent (0-20).",
    outline:
      "loan: term:integer[0..] size:number[0..] interestRate:decimal[0..20]",
  },
  {
    name: "Songs have length in seconds and a duration in minutes.",
    request: "Songs have length in seconds and a duration in minutes.",
    outline: "song: length:number[0..] duration:integer[0..]",
  },
  {
    name:
      "Parcels have a weight in kg, a value in euros and a rate between 0 and 20.",
    request:
      "Parcels have a weight in kg, a value in euros and a rate between 0 and 20.",
    outline: "parcel: weight:number[0..] value:number rate:integer[0..20]",
  },
  {
    name:
      "Trips have a distance (in km), a start date and a speed in km per hour.",
    request:
      "Trips have a distance (in km), a start date and a speed in km per hour.",
    outline: "trip: distance:number[0..] startDate:date speed:number[0..]",
  },
  {
    name: "Tasks have a title, completed yes or no, and priority 1 to 5.",
    request: "Tasks have a title, completed yes or no, and priority 1 to 5.",
    outline: "task: title! completed:boolean=false priority:integer[1..5]",
  },
  {
    name: "Tasks have a title. Deleting a task archives it.",
    request: "Tasks have a title. Deleting a task archives it.",
    outline: "task: title!",
    notUnderstood: ["Deleting a task archives it."],
  },
  {
    name: "Todo list app where users can add, check off and remove todos.",
    request: "Todo list app where users can add, check off and remove todos.",
    outline: "todo: done:boolean=false | checkOff(done=true)",
  },
  {
    name:
      "I need an app for invoices with number, customer name, amount, and whether they are paid. Invoices that are paid can't be changed.",
    request:
      "I need an app for invoices with number, customer name, amount, and whether they are paid. Invoices that are paid can't be changed.",
    outline:
      "invoice: number customerName amount:decimal[0..] paid:boolean=false",
    notUnderstood: ["Invoices that are paid can't be changed."],
  },
  {
    name: "Tasks have a title. Titles must be unique within a project.",
    request: "Tasks have a title. Titles must be unique within a project.",
    outline: "task: title!",
    notUnderstood: ["Titles must be unique within a project."],
  },
  {
    name:
      "Orders have a total. An order must have at least one item. Items have a name.",
    request:
      "Orders have a total. An order must have at least one item. Items have a name.",
    outline: `
      order: total:decimal[0..]
      item: name!`,
    notUnderstood: ["An order must have at least one item."],
  },
  {
    name: "Products have a name but do not need a price.",
    request: "Products have a name but do not need a price.",
    outline: "product: name!",
    notUnderstood: ["do not need a price"],
  },
  {
    name: "Tasks have a title. Do not allow anyone to delete tasks but admins.",
    request:
      "Tasks have a title. Do not allow anyone to delete tasks but admins.",
    outline: "task: title!",
    notUnderstood: ["Do not allow anyone to delete tasks but admins."],
  },
  {
    name: "Tasks have a title that cannot be changed once set.",
    request: "Tasks have a title that cannot be changed once set.",
    outline: "task: title!~",
  },
  {
    name:
      "Orders have a total and status (draft, sent). Orders can only be deleted if draft.",
    request:
      "Orders have a total and status (draft, sent). Orders can only be deleted if draft.",
    outline: "order: total:decimal[0..] status:enum{draft,sent}=draft",
    notUnderstood: ["Orders can only be deleted if draft."],
  },
];
