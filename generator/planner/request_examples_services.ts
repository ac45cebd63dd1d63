/**
 * Requests for services of whoever comes along: whose things are whose, and what holds what.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests for services. */
export const SERVICE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "things that have things with fields",
    request:
      "Courses have a title. Courses have lessons with a title, a video URL and a position.",
    outline: `
      course: title!
      lesson: title! videoUrl:url position:integer > course`,
  },
  {
    name: "the instructor of a course",
    request:
      "Instructors create courses with a title and a price. Only the instructor of a course can edit it.",
    outline: `
      users roles=member,instructor
      course: title! price:decimal[0..] > instructor=user @ owner=instructor read=users create=instructor write=owner`,
  },
  {
    name: "every user's own plants",
    request:
      "Plants have a nickname. Every user has their own plants and nobody else can see them. Let me log in with email and password.",
    outline: `
      users
      plant: nickname > user @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "each company has its own",
    request:
      "Multi-tenant help desk. Each company has its own agents and tickets. Tickets have a subject.",
    outline: `
      users tenant=company roles=member,admin
      agent: name! > company ~tenant=company @ read=users create=users write=users
      ticket: subject > company ~tenant=company @ read=users create=users write=users
      user: email:email!* > company @ read=users write=owner create=admin
      company: name! - list create replace patch delete @ read=users`,
  },
  {
    name: "signing in for a restaurant",
    request:
      "A REST backend with JWT auth for a restaurant: tables with a number and seats. In-memory storage is enough.",
    outline: `
      store memory
      users
      table: number seats:integer[0..] @ read=users create=users write=users`,
  },
  {
    name: "both limits and an end after a full stop",
    request:
      "Jobs have a title, a salary min and a salary max. Salary max must not be lower than salary min.",
    outline: `
      job: title! salaryMin salaryMax`,
    notUnderstood: ["Salary max must not be lower than salary min."],
  },
  {
    name: "what is for something and has more",
    request:
      "Pets have a name. Appointments are for a pet and have a start time, a reason and a status: booked, checked in or completed.",
    outline: `
      pet: name!
      appointment: startTime:datetime reason:text status:enum{booked,checked_in,completed}=booked > pet`,
  },
  {
    name: "a place where people do things",
    request:
      "A marketplace where sellers list items and buyers make offers. An item has a title. An offer has an amount and belongs to an item.",
    outline: `
      item: title!
      offer: amount:decimal[0..] > item`,
    notEnforced: ["sellers", "buyers"],
  },
  {
    name: "what was submitted is approved",
    request:
      "Employees submit expenses with an amount. Managers approve or reject submitted expenses. Approved expenses can't be changed or deleted.",
    outline: `
      expense: amount:decimal[0..] status:enum{pending,approved,rejected}=pending | approve(status=approved if status=pending) reject(status=rejected if status=pending) editable(status=pending/rejected)`,
    notEnforced: ["Employees", "Managers"],
  },
  {
    name: "from and to",
    request:
      "Desks have a code. Reservations have a desk, from and to. No double booking of a desk.",
    outline: `
      desk: code
      reservation: fromValue:datetime! toValue:datetime! > desk &fromValue..toValue(desk)`,
  },
  {
    name: "values end before what something belongs to",
    request:
      "Orders have a number, a status: pending, paid, cancelled, and belong to a customer. Customers have a name.",
    outline: `
      order: number status:enum{pending,paid,cancelled}=pending > customer
      customer: name!`,
  },
  {
    name: "customers who sign in and have orders",
    request:
      "Books have a title. Customers register and log in with JWT. An order has a customer and a total. Customers can only see their own orders.",
    outline: `
      users entity=customer
      book: title! @ read=users create=users write=users
      order: total:decimal[0..] > customer @ owner=customer read=owner create=users write=owner
      customer: email:email!* @ read=users write=owner`,
  },
  {
    name: "whose own rentals are spoken of",
    request:
      "Bikes have a frame number. Rentals have a bike, a customer, a start and an end. Customers can only see their own rentals.",
    outline: `
      users entity=customer
      bike: frameNumber @ read=users create=users write=users
      rental: start:datetime end:datetime > bike customer @ owner=customer read=owner create=users write=owner
      customer: email:email!* @ read=users write=owner`,
  },
];
