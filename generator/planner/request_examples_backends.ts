/**
 * Requests for whole backends: their users, owners, databases and webhooks in one breath.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests for backends. */
export const BACKEND_EXAMPLES: readonly RequestExample[] = [
  {
    name: "the phrases of a blog in one request",
    request:
      "A blog API with JWT login. Each post belongs to a user. Only the author can delete. Search by title. Notify a webhook when a post is published.",
    outline: `
      users
      post: title! published:boolean=false > user | publish(published=true) @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner
      webhook post_published: post.publish -> hooks.example.com`,
  },
  {
    name: "a bulleted list of a blog and its orders",
    request: `- JWT login
- each post belongs to a user
- only the author can delete
- search by title
- notify a webhook when an order is paid`,
    outline: `
      users
      post: title! > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner
      order: name! paid:boolean=false > author=user | pay(paid=true) @ owner=author read=users create=users write=owner
      webhook order_paid: order.pay -> hooks.example.com`,
  },
  {
    name: "owners, deletion and search in other words",
    request:
      "Posts have a title and a body. Users register and log in with JWT. Every post is owned by a user. A post can be deleted only by its author. Posts can be searched by title.",
    outline: `
      users
      post: title! body:text > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "a blog on PostgreSQL",
    request:
      "Build a PostgreSQL-backed blog API. Users log in with JWT tokens. Posts have a title and content, and each post belongs to a user. Only authors can delete their posts. Allow searching posts by title.",
    outline: `
      store postgres
      users
      post: title! content:text > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "backed by a database, with signing in",
    request:
      "Blog backed by Postgres, with JWT authentication. A post has an author and a title. Users can only delete their own posts. Find posts by title.",
    outline: `
      store postgres
      users
      post: title! > author=user @ owner=author read=users create=users write=owner`,
  },
  {
    name: "a database and users are no fields",
    request:
      "Shop API with a SQLite database and users. Orders have a total. Notify a webhook when an order is paid.",
    outline: `
      store sqlite
      user: name!
      order: total:decimal[0..] paid:boolean=false | pay(paid=true)
      webhook order_paid: order.pay -> hooks.example.com`,
  },
  {
    name: "signing in and a database in one phrase",
    request:
      "A task API using JWT login and a Postgres database. Each task belongs to a user. Only the owner can delete.",
    outline: `
      store postgres
      users
      task: title! > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "what is only allowed for the author",
    request:
      "Users register and log in with JWT. Each article belongs to one author. Deleting is only allowed for the author. Search by title or body.",
    outline: `
      users entity=author
      article: title! body:text > author @ owner=author read=users create=users write=owner
      author: email:email!* @ read=users write=owner`,
  },
  {
    name: "backed by PostgreSQL for managing something",
    request:
      "Create an API backed by PostgreSQL for managing invoices. Login via JWT. Invoices have a number. Delete: only the author.",
    outline: `
      store postgres
      users
      invoice: number > author=user @ owner=author read=users create=users write=owner`,
  },
  {
    name: "whose it is that the author deletes",
    request:
      "Add JWT authentication: users register and log in with email and password. Each post belongs to a user; comments belong to a post and a user. Only the author of a post can delete it.",
    outline: `
      users
      post: title! > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner
      comment: > post user @ owner=user read=users create=users write=owner`,
  },
  {
    name: "on top of a database, restricted to the author",
    request:
      "Blog API on top of Postgres. Authenticate with JWT. Posts belong to users. Delete is restricted to the author.",
    outline: `
      store postgres
      users
      post: title! > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "paid by card is paid by nobody",
    request:
      "Users log in. Orders have a total. Orders can be paid by card. Posts have a title and are searchable by title.",
    outline: `
      users
      order: total:decimal[0..] paid:boolean=false | pay(paid=true) @ read=users create=users write=users
      post: title! @ read=users create=users write=users`,
    notUnderstood: ["by card", "are searchable by title"],
  },
  {
    name: "a library of books, members and loans",
    request:
      "API for a library: books, members, loans. A loan links a book and a member and has a due date. Members can only view their own loans.",
    outline: `
      users entity=member
      book: title! @ read=users create=users write=users
      member: email:email!* @ read=users write=owner
      loan: dueDate:date > book member @ owner=member read=owner create=users write=owner`,
  },
  {
    name: "things in brackets after a colon",
    request:
      "Write an API that manages conference talks: speakers (name, bio, email), talks (title, abstract, level: beginner/intermediate/advanced), rooms (name, capacity), sessions (talk, room, starts at, ends at). Two sessions in the same room must not overlap.",
    outline: `
      talk: title! abstract:text level:enum{beginner,intermediate,advanced}
      speaker: name! bio:text email:email
      room: name! capacity:integer[0..]
      session: startsAt:datetime! endsAt:datetime! > talk room &startsAt..endsAt(room)`,
    notUnderstood: ["conference"],
  },
  {
    name: "what records other things",
    request:
      "Inventory service. Products have a name. Warehouses have a name. Stock movements record product, warehouse, quantity and type (in/out).",
    outline: `
      product: name!
      warehouse: name!
      stock_movement: quantity:integer[0..] type:enum{in,out} > product warehouse`,
  },
  {
    name: "unique within something",
    request:
      "Wards have a name. A bed belongs to a ward and has a number unique within its ward.",
    outline: `
      ward: name!
      bed: number > ward %number+ward`,
  },
  {
    name: "how many there may be is quoted",
    request:
      "Spots have a number. Sessions have a start and belong to a spot. A spot can have only one open session. A spot may have at most 5 sessions.",
    outline: `
      spot: number
      session: start > spot`,
    notUnderstood: [
      "A spot can have only one open session.",
      "A spot may have at most 5 sessions.",
    ],
  },
  {
    name: "values with pipes",
    request:
      "tickets(title, body, status open|in_progress|closed, priority low|med|high), belongs to project",
    outline: `
      ticket: title! body:text status:enum{open,in_progress,closed}=open priority:enum{low,med,high} > project
      project: name!`,
  },
  {
    name: "two roles",
    request:
      "API with two roles, admin and viewer. Admins can create, edit and delete sensors. A sensor has a name and a unique serial.",
    outline: `
      users roles=member,admin,viewer
      sensor: name! serial* @ read=users create=admin write=admin`,
  },
  {
    name: "what others make is not one's own",
    request:
      "As a manager I want to create shifts. As an employee I can see my own shifts.",
    outline: `
      users roles=member,manager,admin
      shift: name! @ read=manager/admin create=manager write=manager/admin`,
    notUnderstood: ["see my own shifts"],
    notEnforced: ["employee"],
  },
  {
    name: "my order",
    request:
      "As a customer, I can place an order. As a customer, I can cancel my order. Orders have a total.",
    outline: `
      users roles=member,customer
      order: total:decimal[0..] cancelled:boolean=false > owner=user | cancel(cancelled=true) @ owner=owner read=users create=customer write=owner`,
    notEnforced: ["customer"],
  },
  {
    name: "customers are the users",
    request:
      "Subscriptions belong to a customer and have a note. Customers can cancel their own subscriptions.",
    outline: `
      users entity=customer
      subscription: note:text cancelled:boolean=false > customer | cancel(cancelled=true) @ owner=customer read=users create=users write=owner
      customer: email:email!* @ read=users write=owner`,
  },
  {
    name: "students do not make their grades",
    request:
      "Grades belong to a student and have a score. Students have a name. Students can only read their own grades. Teachers can create grades.",
    outline: `
      users roles=member,teacher,admin
      grade: score:number > student @ read=teacher/admin create=teacher write=teacher/admin
      student: name! @ read=users create=users write=users`,
    notUnderstood: ["Students can only read their own grades"],
  },
  {
    name: "the seller of the item is no role",
    request:
      "Users log in. Items have a title and belong to a user. Offers belong to an item and have an amount and can be accepted by the seller of the item.",
    outline: `
      users
      item: title! > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner
      offer: amount:decimal[0..] accepted:boolean=false > item | accept(accepted=true) @ read=users create=users write=users`,
    notEnforced: ["seller of the item"],
  },
  {
    name: "who makes something sees no more",
    request:
      "Users log in. Employees submit expenses with an amount. Employees only see their own expenses.",
    outline: `
      users roles=member,employee
      expense: amount:decimal[0..] > owner=user @ owner=owner read=owner create=employee write=owner`,
  },
  {
    name: "the member who made it",
    request:
      "Bookings have a day. A booking can be cancelled by the member who made it.",
    outline: `
      users
      booking: day:date cancelled:boolean=false > owner=user | cancel(cancelled=true) @ owner=owner read=users create=users write=owner`,
  },
  {
    name: "booking a class makes none",
    request:
      "Backend for a gym: members, classes, trainers. A class has a trainer, a start time and a capacity. Members book classes.",
    outline: `
      member: name!
      class: startTime:datetime capacity:integer[0..] > trainer
      trainer: name!`,
    notUnderstood: ["Members book classes."],
  },
  {
    name: "what is part of something cannot be deleted",
    request:
      "Products have a name. Orders have a total. A product can't be deleted while it is part of an order. Units belong to a building. Deleting a building with units is not allowed.",
    outline: `
      product: name!
      order: total:decimal[0..] > product(restrict)
      unit: name! > building(restrict)
      building: name!`,
  },
  {
    name: "decimals, years and soft deletion",
    request:
      "Vans have a plate and a year (1990 or later). Deals have an amount with two decimals and a title. Deleting a deal should be a soft delete.",
    outline: `
      van: plate year:integer[1990..]
      deal: amount:decimal[0..] title! ~soft`,
  },
  {
    name: "the public",
    request:
      "Products have a name. Public can browse products. Only staff can create, change or delete them.",
    outline: `
      users roles=member,staff
      product: name! @ read=everyone create=staff write=staff`,
  },
  {
    name: "tenants without a word of signing in",
    request:
      "Multi-tenant CRM. Contacts have a name. Deals have a title and an amount.",
    outline: `
      users tenant=organisation roles=member,admin
      contact: name! > organisation ~tenant=organisation @ read=users create=users write=users
      deal: title! amount:decimal[0..] > organisation ~tenant=organisation @ read=users create=users write=users
      user: email:email!* > organisation @ read=users write=owner create=admin
      organisation: name! - list create replace patch delete @ read=users`,
  },
  {
    name: "people assigned to things",
    request:
      "Tickets have a subject. Agents have a name. Agents can be assigned to tickets.",
    outline: `
      ticket: subject > agent?
      agent: name!`,
  },
];
