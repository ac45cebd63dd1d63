/**
 * Requests with rules about several fields or several things at once.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of overlaps, stock, sums, joint uniqueness, tenants and what can be restored. */
export const TIE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "rooms are not booked twice",
    request:
      "Rooms have a name. Bookings belong to a room and have a start time and an end time. A room cannot be booked twice at the same time.",
    outline: `
      room: name!
      booking: startTime:datetime! endTime:datetime! > room &startTime..endTime(room)`,
  },
  {
    name: "bookings must not overlap",
    request:
      "Courts have a number. Reservations have a starts at and an ends at and belong to a court. Reservations of the same court must not overlap.",
    outline: `
      court: number
      reservation: startsAt:datetime! endsAt:datetime! > court &startsAt..endsAt(court)`,
  },
  {
    name: "appointments of a doctor",
    request:
      "Doctors have a name. Appointments belong to a doctor and have a start time, an end time and a reason. Two appointments of one doctor can't overlap.",
    outline: `
      doctor: name!
      appointment: startTime:datetime! endTime:datetime! reason:text > doctor &startTime..endTime(doctor)`,
  },
  {
    name: "an overlap without an end",
    request:
      "Rooms have a name. Bookings belong to a room and have a date. Bookings of the same room must not overlap.",
    outline: `
      room: name!
      booking: date:date > room`,
    notUnderstood: ["Bookings of the same room must not overlap."],
  },
  {
    name: "stock",
    request:
      "Products have a name, a price and a stock. Orders belong to a product and have a quantity of at least 1. Placing an order takes the quantity from the product's stock. Stock never goes below zero.",
    outline: `
      product: name! price:decimal[0..] stock:integer[0..]
      order: quantity:integer[1..]! placed:boolean=false > product | place(placed=true; product.stock-quantity)`,
  },
  {
    name: "deleted things come back",
    request:
      "Documents have a title and a text. Deleted documents can be restored.",
    outline: "document: title! text:text ~soft",
  },
  {
    name: "soft delete",
    request:
      "Customers have a name and an email. Use soft delete for customers.",
    outline: "customer: name! email:email ~soft",
  },
  {
    name: "a total",
    request:
      "An order line has a product name, a quantity and a unit price. The total is the quantity times the unit price.",
    outline:
      "order_line: productName quantity:integer[0..] unitPrice:decimal[0..] total:decimal(quantity * unitPrice)",
  },
  {
    name: "an area",
    request:
      "Plots have a width in meters and a length in meters. The area is width times length.",
    outline:
      "plot: width:number[0..] length:number[0..] area:number(width * length)",
  },
  {
    name: "a profit",
    request: "Sales have a price and a cost. Profit equals price minus cost.",
    outline:
      "sale: price:decimal[0..] cost:decimal[0..] profit:decimal(price - cost)",
  },
  {
    name: "unique per publisher",
    request:
      "Publishers have a name. Books have a title and an isbn and belong to a publisher. The ISBN is unique per publisher.",
    outline: `
      publisher: name!
      book: title! isbn > publisher %isbn+publisher`,
  },
  {
    name: "titles within a project",
    request:
      "Projects have a name. Tasks have a title and belong to a project. Titles must be unique within a project.",
    outline: `
      project: name!
      task: title! > project %title+project`,
  },
  {
    name: "one review each",
    request:
      "Users register and log in. Products have a name. Reviews have a rating from 1 to 5 and belong to a product and a user. One review per user and product.",
    outline: `
      users
      product: name! @ read=users create=users write=users
      review: rating:integer[1..5] > product user %user+product @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "organisations apart",
    request:
      "Users log in. Every user belongs to an organisation. Notes have a title. Each organisation sees only its own notes.",
    outline: `
      users tenant=organisation roles=member,admin
      user: email:email!* > organisation @ read=users write=owner create=admin
      organisation: name! - list create replace patch delete @ read=users
      note: title! > organisation ~tenant=organisation @ read=users create=users write=users`,
  },
  {
    name: "multi-tenant",
    request:
      "A multi-tenant CRM with login. Contacts have a name and an email.",
    outline: `
      users tenant=organisation roles=member,admin
      contact: name! email:email > organisation ~tenant=organisation @ read=users create=users write=users
      user: email:email!* > organisation @ read=users write=owner create=admin
      organisation: name! - list create replace patch delete @ read=users`,
  },
  {
    name: "a database before the name of a thing",
    request:
      "A PostgreSQL-backed inventory API. Items have a name and a quantity.",
    outline: `
      store postgres
      item: name! quantity:integer[0..]`,
  },
  {
    name: "a database and things",
    request:
      "A REST API with a SQLite database and users. Users have a name and an email.",
    outline: `
      store sqlite
      user: name! email:email`,
  },
  {
    name: "login in one clause",
    request:
      "Todo app where users log in with JWT. Todos have a title. Users can only see their own todos.",
    outline: `
      users
      todo: title! > owner=user @ owner=owner read=owner create=users write=owner`,
  },
  {
    name: "search by title",
    request:
      "Books have a title and an author. Users can search books by title.",
    outline: "book: title! author",
  },
  {
    name: "full-text search",
    request:
      "Articles have a title and a body. Full-text search over title and body.",
    outline: "article: title! body:text ?words(title,body)",
  },
  {
    name: "full-text search of all there is",
    request:
      "Notes have a title, a text and a rank. Support full-text search of notes.",
    outline: "note: title! text:text rank:integer ?words(title,text)",
  },
  {
    name: "what lists come to",
    request:
      "Orders have a status (open, paid) and an amount. Show the total amount per status. Count orders by status. Show the average amount of orders per month.",
    outline:
      "order: status:enum{open,paid}=open amount:decimal[0..] #amountByStatus(status sum amount) #byStatus(status) #averageAmountByMonth(createdAt,month avg amount)",
  },
  {
    name: "a sum over others is not a sum of own fields",
    request:
      "Invoices have a number. Lines have an amount and belong to an invoice. The total of an invoice is the sum of its lines.",
    outline: `
      invoice: number
      line: amount:decimal[0..] > invoice`,
    notUnderstood: ["The total of an invoice is the sum of its lines."],
  },
];
