/**
 * Requests in which a word could be lost, or be taken for something it is not.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests in which a word could be lost. */
export const ACCOUNT_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a thing without a meaning between two that have one",
    request:
      "Gym API: members (name, phone), classes (title, trainer), bookings of a member for a class.",
    outline: `
      member: name! phone
      class: title! trainer`,
    notUnderstood: ["bookings of a member for a class"],
  },
  {
    name: "an unknown verb that makes what it describes",
    request:
      "Devices have a serial number. Devices send readings with temperature and humidity.",
    outline: `
      device: serialNumber
      reading: temperature:number humidity:number[0..] > device`,
  },
  {
    name: "opening what has a subject",
    request:
      "Customers open tickets with a subject and description. Agents resolve tickets.",
    outline:
      "ticket: subject description:text resolved:boolean=false | resolve(resolved=true)",
    notEnforced: ["Customers", "Agents"],
  },
  {
    name: "an actor with a verb and no object",
    request: "Jobs have a title. Candidates apply with a cover letter.",
    outline: "job: title!",
    notUnderstood: ["Candidates apply with a cover letter."],
  },
  {
    name: "an actor after the system's name",
    request: "Job board: companies post jobs. A job has a title.",
    outline: "job: title!",
    notEnforced: ["companies"],
  },
  {
    name: "clubs of sports act on nothing",
    request: "Sports clubs with name and city.",
    outline: "sports_club: name! city",
  },
  {
    name: "whom a system is for",
    request:
      "Invoicing API for freelancers. Clients have a company name. Invoices have an amount and belong to a client.",
    outline: `
      client: companyName
      invoice: amount:decimal[0..] > client`,
  },
  {
    name: "what a system is called after",
    request: "Loyalty points API. Customers: name, email.",
    outline: "customer: name! email:email",
  },
  {
    name: "API for auctions",
    request: "API for auctions. Items: title, starting price.",
    outline: "item: title! startingPrice:decimal[0..]",
  },
  {
    name: "what is tracked is not kept beside what is described",
    request: "Track my spending. Expenses have an amount and a date.",
    outline: "expense: amount:decimal[0..] date:date",
    notUnderstood: ["Track my spending."],
  },
  {
    name: "a semicolon in a list item",
    request:
      "Bug tracker\n- project has name, key\n- issue belongs to project; title, severity low medium high",
    outline: `
      project: name! key
      issue: title! severity:enum{low,medium,high} > project`,
  },
  {
    name: "a number in a name, with bounds",
    request: "A player has a name and shirt number between 1 and 99.",
    outline: "player: name! shirtNumber:integer[1..99]",
  },
  {
    name: "makes and models",
    request: "Cars: plate number, make, model, year, from date, to date.",
    outline:
      "car: plateNumber make model year:integer fromDate:date toDate:date",
  },
  {
    name: "both and what follows",
    request:
      "A card has a front and a back, both required, up to 300 characters.",
    outline: "card: front<..300>! back<..300>!",
  },
  {
    name: "or not at the end of values",
    request: "Spots have a number and type: compact, regular, occupied or not.",
    outline: "spot: number type:enum{compact,regular} occupied:boolean=false",
  },
  {
    name: "a bracket understood in part",
    request: "Patients with name, national id (unique, 11 digits).",
    outline: "patient: name! nationalId*",
    notUnderstood: ["11 digits"],
  },
  {
    name: "exactly so many characters",
    request: "Bins with a code (unique, 6 characters) and zone.",
    outline: "bin: code<6..6>* zone",
  },
  {
    name: "a verb in a list that is no field",
    request: "Habits have a name, log when I did them.",
    outline: "habit: name!",
    notUnderstood: ["log when I did them"],
  },
  {
    name: "below zero",
    request: "Products have a name and quantity. Quantity can't go below zero.",
    outline: "product: name! quantity:integer[0..]",
  },
  {
    name: "two teams of a match",
    request:
      "Teams have a name. A match has a home team, an away team and a home score.",
    outline: `
      team: name!
      match: homeScore:number > homeTeam=team awayTeam=team`,
  },
  {
    name: "a status without values",
    request: "Orders have a number and status.",
    outline: "order: number status",
  },
  {
    name: "states in order",
    request: "Invoices have a number. Invoices go from draft to sent to paid.",
    outline:
      "invoice: number status:enum{draft,sent,paid}#=draft | send(status=sent if status=draft) pay(status=paid if status=sent)",
  },
  {
    name: "through the states",
    request:
      "Orders have a total. Orders go through the states new, paid, shipped.",
    outline: "order: total:decimal[0..] status:enum{new,paid,shipped}=new",
    notUnderstood: ["Orders go through the states new, paid, shipped"],
  },
  {
    name: "what new ones are",
    request:
      "Posts have a title and status draft/published. New posts are drafts.",
    outline: "post: title! status:enum{draft,published}=draft",
  },
  {
    name: "a range of words",
    request: "Tickets have a subject and priority low..critical.",
    outline: "ticket: subject priority",
    notUnderstood: ["low..critical"],
  },
  {
    name: "a list that goes on after words that say nothing known",
    request: "Flats: city, area in local measures, price.",
    outline: "flat: city area:number[0..] price:decimal[0..]",
    notUnderstood: ["in local measures"],
  },
  {
    name: "plus one, and needs",
    request: "Guest: full name, dietary needs, plus one allowed, phone.",
    outline:
      "guest: fullName dietaryNeeds:list plusOneAllowed:boolean=false phone",
  },
  {
    name: "whose name it is",
    request: "Orders have the customer's name, phone number and pickup time.",
    outline: "order: customerName phoneNumber pickupTime:datetime",
  },
  {
    name: "applications that are kept",
    request:
      "An application has an applicant name and a message. Staff accept or decline applications.",
    outline:
      "application: applicantName message:text status:enum{pending,accepted,declined}=pending | accept(status=accepted) decline(status=declined)",
    notEnforced: ["Staff"],
  },
  {
    name: "fields after the system's name",
    request: "Bookmarks API: title, url, tags.",
    outline: "bookmark: title! url:url tags:list(sorted)",
  },
];
