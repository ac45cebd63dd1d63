/**
 * Requests whose names begin with a verb, are short for longer ones, or stand before what a system keeps.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests in which it takes care to tell what a name is. */
export const NAME_EXAMPLES: readonly RequestExample[] = [
  {
    name: "joining what is there",
    request: "Classes have a title. Students sign up for classes.",
    outline: "class: title!",
    notUnderstood: ["Students sign up for classes."],
  },
  {
    name: "w/ for with",
    request:
      "API: employees w/ name, monthly salary (min 0). Payslips per employee w/ month.",
    outline: `
      employee: name! monthlySalary:decimal[0..]
      payslip: month > employee`,
  },
  {
    name: "a system's name before what it keeps",
    request:
      "Railway maintenance: tracks, inspections and defects. A track has a code. An inspection is for a track and has a date.",
    outline: `
      track: code
      inspection: date:date > track
      defect: name!`,
  },
  {
    name: "a name that begins with a verb",
    request:
      "Build endpoints for suppliers and purchase orders. Supplier: company, email. Purchase order: supplier, order date.",
    outline: `
      supplier: company email:email
      purchase_order: orderDate:date > supplier`,
  },
  {
    name: "a name that begins with a gerund, and what it is for short",
    request:
      "Shipping containers: number, max weight in kg. Movements: container, from port, to port. A container with movements cannot be deleted.",
    outline: `
      shipping_container: number maxWeight:number[0..]
      movement: fromPort toPort > shipping_container(restrict)`,
  },
  {
    name: "sold out is not sold",
    request: "Showings have a start time. Showings may be sold out.",
    outline: "showing: startTime:datetime",
    notUnderstood: ["Showings may be sold out."],
  },
  {
    name: "codes as values",
    request: "Courses: language, level A1, A2, B1, B2, price.",
    outline: "course: language level:enum{A1,A2,B1,B2} price:decimal[0..]",
  },
  {
    name: "a comma before with",
    request:
      "Tools have a name. A loan belongs to a tool, with due date and returned flag.",
    outline: `
      tool: name!
      loan: dueDate:date returned:boolean=false > tool`,
  },
  {
    name: "a title in the plural",
    request:
      "Film festival submissions. A submission has a film title and a link.",
    outline: "submission: filmTitle link:url",
  },
  {
    name: "one's own",
    request:
      "Desks have a code. Reservations: desk, day. People may cancel their own reservations.",
    outline: `
      users
      desk: code @ read=users create=users write=users
      reservation: day:date cancelled:boolean=false > desk owner=user | cancel(cancelled=true) @ owner=owner read=users create=users write=owner`,
  },
  {
    name: "a described thing after a name and a dash",
    request:
      "Aquarium log - tanks with name, volume in liters, type (fresh, salt).",
    outline: "tank: name! volume:number[0..] type:enum{fresh,salt}",
  },
  {
    name: "a label after a name and a dash",
    request: "City library events - event: title, starts at, capacity 1..500.",
    outline: "event: title! startsAt:datetime capacity:integer[1..500]",
  },
  {
    name: "a described thing after a name and a colon",
    request:
      "Student dorm: rooms with number, floor, beds 1 to 4. Residents with name, room optional.",
    outline: `
      room: number floor:integer beds:integer[1..4]
      resident: name! > room?`,
  },
  {
    name: "max uses",
    request: "A voucher has a code, valid until and max uses.",
    outline: "voucher: code validUntil:date maxUses:integer[0..]",
  },
  {
    name: "a known thing at the end of values",
    request:
      "CRM API: contacts (first name, email), deals (title, stage: lead, won, lost, contact, close date).",
    outline: `
      contact: firstName email:email
      deal: title! stage:enum{lead,won,lost}=lead closeDate:date > contact`,
  },
  {
    name: "what is only looked at and chosen",
    request: "Record rent payments with amount and date. List unpaid rents.",
    outline: "rent_payment: amount:decimal[0..] date:date",
    notUnderstood: ["List unpaid rents."],
  },
  {
    name: "how is no field",
    request: "Every workout has a date and how I felt from 1 to 5.",
    outline: "workout: date:date",
    notUnderstood: ["how I felt from 1 to 5"],
  },
  {
    name: "marked without as",
    request:
      "Jobs have a date and status (planned, done, invoiced). Jobs can be marked done. Mark jobs invoiced.",
    outline:
      "job: date:date status:enum{planned,done,invoiced}=planned | complete(status=done) invoice(status=invoiced)",
  },
  {
    name: "one per another",
    request:
      "Desks have a code. Reservations have a day. One reservation per desk.",
    outline: `
      desk: code
      reservation: day:date`,
    notUnderstood: ["One reservation per desk."],
  },
  {
    name: "what is sent is not kept",
    request: "Bookings have a date. Email must be sent on confirmation.",
    outline: "booking: date:date",
    notUnderstood: ["Email must be sent on confirmation."],
  },
  {
    name: "described things in brackets after a name",
    request:
      "Escape room bookings: rooms (name, difficulty 1-5), bookings (room, date).",
    outline: `
      room: name! difficulty:integer[1..5]
      booking: date:date > room`,
  },
  {
    name: "fields that begin with from",
    request: "Bus tickets: routes with from city, to city, price.",
    outline: "route: fromCity toCity price:decimal[0..]",
  },
  {
    name: "shoes",
    request: "Shoes have a brand. Retire shoes.",
    outline: "shoe: brand retired:boolean=false | retire(retired=true)",
  },
];
