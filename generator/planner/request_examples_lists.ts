/**
 * Requests written as lists: bullets, numbers, headings, colons.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests written as lists. */
export const LIST_EXAMPLES: readonly RequestExample[] = [
  {
    name: "the mission's request",
    request: `Create a simple task management API with the following features:
- Add new tasks with title and description
- Mark tasks as completed
- List all tasks
- Delete tasks
- Store data in memory for simplicity
- Expose REST endpoints on port 8080`,
    outline: `
      store memory
      port 8080
      task: title! description:text completed:boolean=false | complete(completed=true)`,
  },
  {
    name: "library with colon definitions",
    request: `Library API.
Books: title, author, ISBN (unique), published year
Members: name, email (required, unique), phone
Each book belongs to a category.
Use SQLite. Port 3000.`,
    outline: `
      store sqlite
      port 3000
      book: title! author isbn* publishedYear:integer > category
      member: name! email:email!* phone
      category: name!`,
  },
  {
    name: "inventory with stars",
    request: `Inventory system
* Products have a name, SKU (unique), price and quantity
* Quantity must be at least 0
* Archive a product
* Products can never be deleted`,
    outline: `
      product: name! sku* price:decimal[0..] quantity:integer[0..] archived:boolean=false | archive(archived=true) - delete`,
  },
  {
    name: "tickets, numbered",
    request: `I want a ticket API:
1) create tickets with subject, description, priority (low, medium, high)
2) status: open, in progress, closed
3) close tickets
4) list tickets by status
5) no deletion`,
    outline: `
      ticket: subject description:text priority:enum{low,medium,high} status:enum{open,in_progress,closed}=open | close(status=closed) - delete`,
  },
  {
    name: "markdown model",
    request: `# Recipe API

## Recipe
- title (required, max 100 characters)
- instructions
- cooking time in minutes (number)
- rating from 1 to 5

## Ingredient
- name: string, required
- amount: number
- belongs to a recipe`,
    outline: `
      recipe: title<..100>! instructions:text cookingTime:number rating:integer[1..5]
      ingredient: name! amount:number > recipe`,
  },
  {
    name: "explicit endpoints",
    request: `Endpoints:
GET /products
GET /products/{id}
POST /products
A product has a name and a price.`,
    outline: `
      product: name! price:decimal[0..] - replace patch delete`,
  },
  {
    name: "fields in a nested list",
    request: `Build a REST API for managing employees.
Each employee has:
  - first name
  - last name
  - unique email
  - hire date
  - salary (optional)
Store everything in a SQLite database.`,
    outline: `
      store sqlite
      employee: firstName lastName email:email* hireDate:date salary:decimal[0..]`,
  },
  {
    name: "semicolons and types",
    request:
      "Sensor API; sensors have a name, a location and is active; readings have a number called value and a recorded at timestamp; each reading belongs to a sensor; store: in-memory; port: 9000",
    outline: `
      store memory
      port 9000
      sensor: name! location active:boolean=true
      reading: value:number recordedAt:datetime > sensor`,
  },
  {
    name: "parking lot with dashes",
    request: `parking lot API
- parking spots: number (unique), level, status (free, occupied, reserved)
- reserve a spot
- release a spot
- vehicles with license plate (required, unique) and owner name`,
    outline: `
      parking_spot: number* level status:enum{free,occupied,reserved}=free | reserve(status=reserved) release(status=free)
      vehicle: licensePlate!* ownerName`,
  },
  {
    name: "polls",
    request: `Poll API:
• create polls with a question and an end date
• each poll has many options
• options have a label and a vote count
• close a poll
• list polls`,
    outline: `
      poll: question endDate:date closed:boolean=false | close(closed=true)
      option: label voteCount:integer[0..] > poll`,
  },
  {
    name: "exclusion heading",
    request: `Music catalogue API
Entities:
- Artist: name, country, website
- Album: title, release date, artist
- Track: title, duration in seconds, album
Not needed:
- deleting artists`,
    outline: `
      artist: name! country website:url - delete
      album: title! releaseDate:date > artist
      track: title! duration:integer[0..] > album`,
  },
  {
    name: "typed fields with arrows of words",
    request: `Model: Invoice
Fields:
- number - string, unique, required
- amount - decimal
- issued on - date
- paid - boolean, default false
Actions: mark an invoice as paid
Storage: SQLite`,
    outline: `
      store sqlite
      invoice: number!* amount:decimal[0..] issuedOn:date paid:boolean=false | pay(paid=true)`,
  },
  {
    name: "ALL CAPS and no dots",
    request: `GYM MEMBERSHIP API
MEMBERS: NAME, EMAIL, JOINED DATE, IS ACTIVE
CLASSES: TITLE, CAPACITY, STARTS AT
FREEZE MEMBERS
PORT 4000`,
    outline: `
      port 4000
      member: name! email:email joinedDate:date active:boolean=true frozen:boolean=false | freeze(frozen=true)
      class: title! capacity:integer[0..] startsAt:datetime`,
  },
  {
    name: "CRUD for several, with bullets of rules",
    request: `CRUD for customers and orders.
Rules:
- A customer must have a name and a unique email
- Each order belongs to a customer
- order total must be between 1 and 10000
- order status defaults to pending and can be pending, paid or shipped`,
    outline: `
      customer: name! email:email!*
      order: total:decimal[1..10000] status:enum{pending,paid,shipped}=pending > customer`,
  },
  {
    name: "json-like definitions",
    request: `devices {name: string, serial_number: string, lastSeen: datetime}
commands {payload: json, sent: boolean}
a command belongs to a device
in-memory`,
    outline: `
      store memory
      device: name! serialNumber lastSeen:datetime
      command: payload:json sent:boolean=false > device`,
  },
  {
    name: "wishes that are not built",
    request: `Todo app
- add todos with title and due date
- complete todos
- user login with JWT
- send email reminders
- data in PostgreSQL`,
    outline: `
      store postgres
      users
      todo: title! dueDate:date completed:boolean=false | complete(completed=true) @ read=users create=users write=users`,
    notUnderstood: ["send email reminders"],
  },
  {
    name: "bullets of bare verbs under an entity",
    request: `Contacts:
- name, email, phone
- create
- list
- search by name
- no update`,
    outline: `
      contact: name! email:email phone - replace patch`,
  },
  {
    name: "numbered with dots and sub-points",
    request: `1. Manage courses
   - title, description, price
   - publish and unpublish courses
2. Manage lessons
   - title, content, position
   - each lesson belongs to a course
3. Run on port 5050`,
    outline: `
      port 5050
      course: title! description:text price:decimal[0..] published:boolean=false | publish(published=true) unpublish(published=false)
      lesson: title! content:text position:integer > course`,
  },
];
