/**
 * Requests for work, written after the planner.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests for work, written after the planner. */
export const WORK_EXAMPLES: readonly RequestExample[] = [
  {
    name: "crm",
    request:
      "I'm building a small CRM. Contacts have a first name, last name, email (unique) and phone. Companies have a name and a website. A contact belongs to a company. I want to be able to archive contacts but never delete them.",
    outline: `
      contact: firstName lastName email:email* phone archived:boolean=false > company | archive(archived=true) - delete
      company: name! website:url`,
  },
  {
    name: "car workshop",
    request:
      "Create an API for a car workshop.\n\nCustomers:\n- name (required)\n- phone\n\nRepairs:\n- description\n- estimated cost\n- status: waiting, in progress, finished\n- belongs to a customer\n\nStart and finish repairs. No one may delete repairs.",
    outline: `
      customer: name! phone
      repair: description:text estimatedCost:decimal[0..] status:enum{waiting,in_progress,finished}=waiting > customer | start(status=in_progress) finish(status=finished) - delete`,
  },
  {
    name: "discontinued items",
    request:
      "Warehouse API: items have sku which must be unique, name, quantity (minimum 0, default 0) and location. Items can be discontinued.",
    outline: `
      item: sku* name! quantity:integer[0..]=0 location discontinued:boolean=false | discontinue(discontinued=true)`,
  },
  {
    name: "students with endpoints",
    request:
      "Please create a REST API with endpoints to create, view, update and delete students. Each student has: name, age between 16 and 99, gender (male, female, other), enrolled on date. Data should be saved in sqlite.",
    outline: `
      store sqlite
      student: name! age:integer[16..99] gender:enum{male,female,other} enrolledOn:date`,
  },
  {
    name: "support desk",
    request:
      "Support desk: agents can list tickets, assign tickets to agents, resolve tickets. Tickets have subject, body, urgency from 1 to 3. Tickets are created by customers.",
    outline: `
      ticket: subject body:text urgency:integer[1..3] resolved:boolean=false > customer | resolve(resolved=true)
      customer: name!`,
    notUnderstood: ["assign tickets to agents"],
    notEnforced: ["agents"],
  },
  {
    name: "equipment rental",
    request:
      "Equipment rental: equipment has a name, a daily rate and available flag. Rentals have start date, end date and reference an equipment. Return rentals. Port 9090, in-memory storage.",
    outline: `
      store memory
      port 9090
      equipment: name! dailyRate:decimal[0..] available:boolean=true
      rental: startDate:date endDate:date returned:boolean=false > equipment | return(returned=true)`,
  },
  {
    name: "yoga studio",
    request:
      "We run a yoga studio. Please provide an API where instructors can publish classes and students can book classes. A class has a name, level (beginner, intermediate, advanced), starts at and max participants.",
    outline: `
      class: name! level:enum{beginner,intermediate,advanced} startsAt:datetime maxParticipants:integer[0..] published:boolean=false | publish(published=true)`,
    notUnderstood: ["book classes"],
    notEnforced: ["instructors"],
  },
  {
    name: "fleet",
    request:
      "API to manage a fleet. Trucks have a license plate, which is unique and required, a capacity in kg and a last service date. Trips belong to trucks and have a destination, a distance and a departure time. A trip can be started and finished.",
    outline: `
      truck: licensePlate!* capacity:integer[0..] lastServiceDate:date
      trip: destination distance:number[0..] departureTime:datetime started:boolean=false finished:boolean=false > truck | start(started=true) finish(finished=true)`,
  },
  {
    name: "customer feedback",
    request:
      "Create a customer feedback system.\n1. Submit feedback with name, email (optional), rating 1-5 and comments\n2. View all feedback\n3. Admin can reply to feedback\n4. Delete spam feedback",
    outline: `
      feedback: name! email:email rating:integer[1..5] comments:text`,
    notUnderstood: ["Admin can reply to feedback", "Delete spam feedback"],
  },
  {
    name: "chemicals",
    request:
      "Inventory of chemicals: chemical has name, CAS number (unique), hazard level low/medium/high, amount in ml, expiry date. Must be able to mark chemical as disposed. Deleting chemicals is forbidden. Data in SQLite, port 4040.",
    outline: `
      store sqlite
      port 4040
      chemical: name! casNumber* hazardLevel:enum{low,medium,high} amount:decimal[0..] expiryDate:date disposed:boolean=false | dispose(disposed=true) - delete`,
  },
  {
    name: "food truck",
    request:
      "Build a backend for a food truck. It has dishes (name, price, vegan yes/no) and orders. Each order has a pickup name, a total and a status: received, cooking, ready, picked up. Staff can mark orders as ready.",
    outline: `
      dish: name! price:decimal[0..] vegan:boolean=false
      order: pickupName total:decimal[0..] status:enum{received,cooking,ready,picked_up}=received | markReady(status=ready)`,
    notEnforced: ["Staff"],
  },
  {
    name: "dentist",
    request:
      "Could you please build a rest service for a dentist practice? Patients (full name, date of birth, insurance number unique) have appointments. Appointments have a start time, duration in minutes, and reason. An appointment can be cancelled, confirmed or completed.",
    outline: `
      patient: fullName dateOfBirth:date insuranceNumber*
      appointment: startTime:datetime duration:integer[0..] reason:text cancelled:boolean=false confirmed:boolean=false completed:boolean=false | cancel(cancelled=true) confirm(confirmed=true) complete(completed=true)`,
  },
  {
    name: "laptops and nothing else",
    request:
      "We need an internal tool for tracking laptops. Laptop: serial number (required, unique), model, purchase date, price, assigned boolean. Laptops get retired. It should be possible to list, view, add and retire laptops, nothing else.",
    outline: `
      laptop: serialNumber!* model purchaseDate:date price:decimal[0..] assigned:boolean=false retired:boolean=false | retire(retired=true) - replace patch delete`,
    notUnderstood: ["Laptops get retired."],
  },
  {
    name: "events platform",
    request:
      "Event management platform:\n* Organizers create events with title, description, venue, starts at, ends at and capacity\n* Attendees register with name and email\n* each registration belongs to an event\n* publish / unpublish events\n* events must have a title\n* listen on port 8088",
    outline: `
      port 8088
      event: title! description:text venue startsAt:datetime endsAt:datetime capacity:integer[0..] published:boolean=false | publish(published=true) unpublish(published=false)
      registration: name! email:email > event`,
    notEnforced: ["Organizers", "Attendees"],
  },
  {
    name: "car park with dashes",
    request:
      "Car park: tickets - plate, entered at, left at, paid. Pay tickets. Delete is not allowed. SQLite please.",
    outline: `
      store sqlite
      ticket: plate enteredAt:datetime leftAt:datetime paid:boolean=false | pay(paid=true) - delete`,
  },
  {
    name: "cafeteria",
    request:
      "Make a REST API for a school cafeteria with menus and meals. A menu has a date (unique). A meal belongs to a menu and has a name, price and allergens. Only meals can be updated.",
    outline: `
      menu: date:date*
      meal: name! price:decimal[0..] allergens:list(sorted) > menu`,
    notUnderstood: ["Only meals can be updated."],
  },
  {
    name: "heartbeats",
    request:
      "Devices send heartbeats. A device has a name and a serial (unique). A heartbeat has battery level between 0 and 100 and a timestamp. Heartbeats belong to devices, cannot be modified and cannot be deleted.",
    outline: `
      device: name! serial*
      heartbeat: batteryLevel:number[0..100] timestamp:datetime > device - replace patch delete`,
    notUnderstood: ["Devices send heartbeats."],
  },
  {
    name: "contracts",
    request:
      "The system manages contracts. Contract number must be unique. Every contract needs a party name, a start date and an end date. Contracts can be signed and terminated. Terminated contracts can be reopened. Store in database.",
    outline: `
      store sqlite
      contract: number* partyName! startDate:date! endDate:date! signed:boolean=false terminated:boolean=false | sign(signed=true) terminate(terminated=true) reopen(terminated=false if terminated=true)`,
  },
  {
    name: "operations in brackets",
    request:
      "REST API: products (CRUD), categories (read only). Product: name*, price, category. Category: name*.",
    outline: `
      product: name! price:decimal[0..] > category
      category: name! - create replace patch delete`,
  },
  {
    name: "auction house",
    request:
      "Auction house: lots have title, starting price, current bid default 0, status draft/open/sold. Open lots, sell lots. Bids have an amount greater than 0 and belong to a lot. Bids can never be changed or removed.",
    outline: `
      lot: title! startingPrice:decimal[0..] currentBid:decimal[0..]=0 status:enum{draft,open,sold}=draft | open(status=open) sell(status=sold)
      bid: amount:decimal[0.01..] > lot - replace patch delete`,
  },
  {
    name: "ticketing",
    request:
      "Build a ticketing API: A ticket has title, description, priority (default medium; low, medium or high) and assignee email. Tickets can be closed and reopened. Closing is only possible for open tickets. Email notifications on close.",
    outline: `
      ticket: title! description:text priority:enum{low,medium,high}=medium assigneeEmail:email closed:boolean=false | close(closed=true) reopen(closed=false)`,
    notUnderstood: [
      "Closing is only possible for open tickets.",
      "Email notifications on close.",
    ],
  },
  {
    name: "coupon stories",
    request:
      "As an admin I want to manage coupons so that I can run promotions. As an admin I want to deactivate coupons. As a customer I want to see active coupons. A coupon has a code, a discount in percent and expires on.",
    outline: `
      coupon: code discount:decimal[0..] expiresOn:date active:boolean=true | deactivate(active=false)`,
    notEnforced: ["admin", "admin", "customer"],
  },
  {
    name: "surveys",
    request:
      "Surveys: each survey has a title and is published flag; questions have a text, position and belong to surveys; answers have a text and belong to questions. Answers may only be created and listed.",
    outline: `
      survey: title! published:boolean=false
      question: text:text position:integer > survey
      answer: text:text > question - get replace patch delete`,
  },
  {
    name: "bakery",
    request:
      "Build an API for a bakery. We sell cakes with a name, flavour, price and whether they are vegan. Customers place orders for cakes with a pickup date and quantity. Orders can be marked as collected. We never delete orders.",
    outline: `
      cake: name! flavour price:decimal[0..] vegan:boolean=false
      order: pickupDate:date quantity:integer[0..] collected:boolean=false > cake | collect(collected=true) - delete`,
    notEnforced: ["Customers"],
  },
  {
    name: "rooms and bookings",
    request:
      "Create a REST API that manages rooms and bookings. Rooms: name (unique), capacity. Bookings: room, organizer email, starts at, ends at. Bookings can be cancelled but not edited. Use SQLite and port 8090.",
    outline: `
      store sqlite
      port 8090
      room: name!* capacity:integer[0..]
      booking: organizerEmail:email startsAt:datetime endsAt:datetime cancelled:boolean=false > room | cancel(cancelled=true) - replace patch`,
  },
  {
    name: "packages",
    request:
      "I need to keep track of packages. A package has a tracking number (unique, required), weight in kg, and status which can be created, in transit or delivered. Mark package as delivered. Packages can only be deleted if they are created.",
    outline: `
      package: trackingNumber!* weight:number[0..] status:enum{created,in_transit,delivered}=created | deliver(status=delivered) editable(status=created) exempt(replace,patch)`,
  },
  {
    name: "freelancers",
    request:
      "Simple CRM for freelancers with clients and projects. Clients have name, email. Projects have title, hourly rate, deadline and belong to a client. Complete projects.",
    outline: `
      client: name! email:email
      project: title! hourlyRate:decimal[0..] deadline:date completed:boolean=false > client | complete(completed=true)`,
  },
  {
    name: "employee directory",
    request:
      "We want an employee directory. Employees have a name, job title, department (sales, engineering, support), office phone and a manager. Employees can be deactivated. No creation of departments.",
    outline: `
      employee: name! jobTitle department:enum{sales,engineering,support} officePhone manager active:boolean=true | deactivate(active=false)`,
    notUnderstood: ["No creation of departments."],
  },
];
