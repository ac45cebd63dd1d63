/**
 * Requests written as running text.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests written as running text. */
export const PROSE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "blog paragraph",
    request:
      "I need a blog API. Posts have a title, a body and tags. Comments belong to posts and have an author name and a text. Publish posts. Data should be kept in SQLite.",
    outline: `
      store sqlite
      post: title! body:text tags:list(sorted) published:boolean=false | publish(published=true)
      comment: authorName text:text > post`,
  },
  {
    name: "clinic paragraph",
    request:
      "Please build a clinic system where we can register patients with name, date of birth and phone. Each appointment belongs to a patient and has a date, a time and notes. Appointments can be cancelled. Patients must never be deleted.",
    outline: `
      patient: name! dateOfBirth:date phone - delete
      appointment: date:date time:time notes:text cancelled:boolean=false > patient | cancel(cancelled=true)`,
  },
  {
    name: "shop in one line",
    request:
      "A shop backend with products (name, price, stock) and orders; an order references a product and has a quantity, in memory please",
    outline: `
      store memory
      product: name! price:decimal[0..] stock:integer[0..]
      order: quantity:integer[0..] > product`,
  },
  {
    name: "read-only countries",
    request:
      "A read-only API for countries. Each country has a name, a code (unique) and a population.",
    outline: `
      country: name! code* population:integer[0..] - create replace patch delete`,
  },
  {
    name: "only list and view",
    request: "API for movies with title, year and genre, only list and view.",
    outline: `
      movie: title! year:integer genre - create replace patch delete`,
  },
  {
    name: "imperfect English",
    request:
      "i need api for manage my customers, customer have name, email, adress and phone number. i want add, edit and remove customer",
    outline: `
      customer: name! email:email adress phoneNumber`,
  },
  {
    name: "approve or reject",
    request:
      "HR leave requests API. A leave request has an employee name, a start date, an end date and a reason. Managers approve or reject leave requests.",
    outline: `
      leave_request: employeeName startDate:date endDate:date reason:text status:enum{pending,approved,rejected}=pending | approve(status=approved) reject(status=rejected)`,
    notEnforced: ["Managers"],
  },
  {
    name: "expenses with a sentence of rules",
    request:
      "Track expenses. An expense has an amount, a category, a date and an optional note. The amount must be greater than 0. Category is one of food, travel or other. Expenses cannot be updated.",
    outline: `
      expense: amount:decimal[0.01..] category:enum{food,travel,other} date:date note:text - replace patch`,
  },
  {
    name: "hotel bookings",
    request:
      "Create a hotel booking API on port 7000. Rooms have a number, a type (single, double, suite) and a price per night. A booking is for a room and has a guest name, a check-in date and a check-out date. Bookings can be confirmed or cancelled.",
    outline: `
      port 7000
      room: number type:enum{single,double,suite} pricePerNight:decimal[0..]
      booking: guestName checkInDate:date checkOutDate:date confirmed:boolean=false cancelled:boolean=false > room | confirm(confirmed=true) cancel(cancelled=true)`,
  },
  {
    name: "guarded action",
    request:
      "Orders have a reference and a status (open, shipped, cancelled). Only open orders can be cancelled. Ship orders.",
    outline: `
      order: reference status:enum{open,shipped,cancelled}=open | cancel(status=cancelled if status=open) ship(status=shipped)`,
  },
  {
    name: "no two the same",
    request:
      "Manage warehouses. A warehouse has a name and a city. No two warehouses can have the same name. Default city is Berlin.",
    outline: `
      warehouse: name!* city=Berlin`,
  },
  {
    name: "many relation",
    request:
      "An author has many books. Authors have a name and a bio. Books have a title, a price and a published at date.",
    outline: `
      author: name! bio:text
      book: title! price:decimal[0..] publishedAt:datetime > author`,
  },
  {
    name: "cascade",
    request:
      "Projects with name and deadline. Tasks with title, each task belongs to a project. When a project is deleted, its tasks are deleted too.",
    outline: `
      project: name! deadline:date
      task: title! > project(cascade)`,
  },
  {
    name: "negations",
    request:
      "Manage events with name, location and start time. Events must not be edited. There is no need for authentication. Don't use a database.",
    outline: `
      store memory
      event: name! location startTime:datetime - replace patch`,
  },
  {
    name: "persist and survive",
    request:
      "A bookmark service: save bookmarks with url (required), title and tags. The data must survive a restart.",
    outline: `
      store sqlite
      bookmark: url:url! title! tags:list(sorted)`,
  },
  {
    name: "passive voice",
    request:
      "Tickets can be created, viewed and closed. A ticket consists of a subject, a message and an email. Tickets may not be removed.",
    outline: `
      ticket: subject message:text email:email closed:boolean=false | close(closed=true) - delete`,
  },
  {
    name: "gerunds",
    request:
      "The API should allow creating, reading, updating and deleting of suppliers. A supplier has a company name, a contact email and a website.",
    outline: `
      supplier: companyName contactEmail:email website:url`,
  },
  {
    name: "nominalisations",
    request:
      "Creation, listing and deletion of notes. A note has a title and content. Pinning of notes is possible.",
    outline: `
      note: title! content:text pinned:boolean=false | pin(pinned=true)`,
  },
  {
    name: "assigned to",
    request:
      "Users have a name and an email. Every task is assigned to a user. A task has a title, a priority from 1 to 5 and can be done or not.",
    outline: `
      user: name! email:email
      task: title! priority:integer[1..5] done:boolean=false > user`,
  },
  {
    name: "possessives",
    request:
      "Manage songs. A song's title is required and must be at most 80 characters. The song's duration must be at least 1. A song's genre is optional.",
    outline: `
      song: title<..80>! duration:integer[1..] genre`,
  },
  {
    name: "CRUD without update",
    request: "CRUD without update for log entries with a message and a level",
    outline: `
      log_entry: message:text level - replace patch`,
  },
  {
    name: "everything except delete",
    request:
      "Vehicles API with plate, brand, model and mileage. All operations except delete.",
    outline: `
      vehicle: plate brand model mileage:number[0..] - delete`,
  },
  {
    name: "optional relation and parent",
    request:
      "Categories have a name. A category can have a parent category. Products have a name and a price. A product may belong to a category.",
    outline: `
      category: name! > parent=category?
      product: name! price:decimal[0..] > category?`,
  },
  {
    name: "search and sort are there anyway",
    request:
      "Podcast API: manage episodes with title, description and release date. Search episodes by title, sort by release date, with pagination.",
    outline: `
      episode: title! description:text releaseDate:date`,
  },
  {
    name: "enum in a sentence",
    request:
      "Bugs have a title, a severity and a status. Severity is low, normal or critical. Status can be new, confirmed, fixed or closed. Mark bugs as fixed.",
    outline: `
      bug: title! severity:enum{low,normal,critical} status:enum{new,confirmed,fixed,closed}=new | fix(status=fixed)`,
  },
  {
    name: "conditions on what is in a state",
    request:
      "Invoices have a number and a total. Mark invoices as paid. Paid invoices cannot be deleted.",
    outline: `
      invoice: number total:decimal[0..] paid:boolean=false | pay(paid=true) editable(paid=false) exempt(replace,patch)`,
  },
  {
    name: "bulk deletion is not deletion",
    request:
      "Todos have a text and a done flag. Delete completed todos. Show todos.",
    outline: `todo: text:text done:boolean=false`,
    notUnderstood: ["completed"],
  },
  {
    name: "wish in the middle",
    request:
      "Photo albums API: albums with title and description, users can upload photos, and delete albums.",
    outline: `album: title! description:text`,
    notUnderstood: ["users can upload photos"],
  },
  {
    name: "who uses a system is nothing it keeps",
    request: "Blog platform with authors and readers. Posts have a title.",
    outline: "post: title!",
  },
  {
    name: "what some of them do makes no other thing",
    request: "Links have a url. Expired links return 410.",
    outline: "link: url:url",
    notUnderstood: ["Expired links return 410."],
  },
  {
    name: "a history is no name of the system",
    request:
      "An internal wiki. Pages have a title. Pages keep a version history.",
    outline: "page: title!",
    notUnderstood: ["Pages keep a version history."],
  },
  {
    name: "one of two after a list",
    request:
      "A flag has a unique key, a description and is enabled or disabled. Plots have a number, a size in square meters and are free or taken.",
    outline: `
      flag: key* description:text status:enum{enabled,disabled}=enabled
      plot: number size:number[0..] status:enum{free,taken}=free`,
  },
  {
    name: "endpoints that are described are kept",
    request:
      "Endpoints have a url and an active flag that defaults to true. Deliveries belong to an endpoint and have a note.",
    outline: `
      delivery: note:text > endpoint
      endpoint: url:url active:boolean=true`,
  },
];
