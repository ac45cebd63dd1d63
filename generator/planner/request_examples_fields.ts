/**
 * Requests about what fields are and what they may hold.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests about what fields are and what they may hold. */
export const FIELD_EXAMPLES: readonly RequestExample[] = [
  {
    name: "two that share a word, each with an article",
    request:
      "An appointment has a start and an end date, a pet and a reason. A parcel has a pickup and a delivery address.",
    outline: `
      appointment: startDate:date endDate:date pet reason:text
      parcel: pickupAddress deliveryAddress`,
  },
  {
    name:
      "what somebody wrote has a text, and a level to order again at is a number",
    request:
      "Products have a SKU, a name and a reorder level. Users can add comments to a product.",
    outline: `
      product: sku name! reorderLevel:integer[0..]
      comment: text:text! > product`,
  },
  {
    name: "two of a kind are one of each",
    request: "A shop has opening and closing times and a name.",
    outline: "shop: openingTime:time closingTime:time name!",
  },
  {
    request: "Rooms have a number, a type single or double and a price.",
    outline: "room: number type:enum{single,double} price:decimal[0..]",
  },
  {
    request: "Stays have room, guest name, from, to.",
    outline: "stay: room guestName fromValue:date toValue:date",
  },
  {
    request:
      "I want a shop with customers (name, email) and their orders (date, total).",
    outline: `
      customer: name! email:email
      order: date:date total:decimal[0..] > customer`,
  },
  {
    request:
      "Memberships have a name, plan - basic, plus, premium, start date.",
    outline: "membership: name! plan:enum{basic,plus,premium} startDate:date",
  },
  {
    request:
      "Expenses have an amount and a category. Categories are food, travel, office.",
    outline: "expense: amount:decimal[0..] category:enum{food,travel,office}",
  },
  {
    request: "Hikes have name, difficulty easy medium hard.",
    outline: "hike: name! difficulty:enum{easy,medium,hard}",
  },
  {
    request:
      "Tasks have a title, priority low, medium or high, and a due date.",
    outline: "task: title! priority:enum{low,medium,high} dueDate:date",
  },
  {
    request: "Files have a name, type: text, image, video.",
    outline: "file: name! type:enum{text,image,video}",
  },
  {
    request: "Purchase orders: supplier, total, date",
    outline: "purchase_order: supplier total:decimal[0..] date:date",
  },
  {
    request: "Cars have make, model, year.",
    outline: "car: make model year:integer",
  },
  {
    request:
      "A car repair shop needs jobs with description, price and due date.",
    outline: "job: description:text price:decimal[0..] dueDate:date",
  },
  {
    request:
      "Books have a title. Members have a name. Loans: each loan belongs to a book and to a member, due date, returned (default false). Loans can be marked as returned.",
    outline: `
      book: title!
      member: name!
      loan: dueDate:date returned:boolean=false > book member | return(returned=true)`,
  },
  {
    request:
      "Books have a title. Members have a name. A loan belongs to a book and a member and has a due date.",
    outline: `
      book: title!
      member: name!
      loan: dueDate:date > book member`,
  },
  {
    request: "Courses have a name, max 30 students.",
    outline: "course: name!",
    notUnderstood: ["max 30 students"],
  },
  {
    request: "Albums have a title and up to 50 photos.",
    outline: "album: title!",
    notUnderstood: ["up to 50 photos"],
  },
  {
    request: "Departments have unique names.",
    outline: "department: name!*",
  },
  {
    request:
      "Items have a code of exactly 8 characters and weight less than 100.",
    outline: "item: code<8..8> weight:decimal[0..99.99]",
  },
  {
    request: "Users have username and email (both required).",
    outline: "user: username! email:email!",
  },
  {
    request:
      "Talks have a title, a running time and a pause (duration). Drills have a name and time needed.",
    outline:
      "talk: title! runningTime:duration pause:duration\ndrill: name! timeNeeded:duration",
  },
  {
    request: "Songs have length in seconds and a duration in minutes.",
    outline: "song: length:number[0..] duration:integer[0..]",
  },
  {
    request:
      "Loans have term in months, size in m2, interest rate in percent (0-20).",
    outline:
      "loan: term:integer[0..] size:number[0..] interestRate:decimal[0..20]",
  },
  {
    request:
      "Parcels have a weight in kg, a value in euros and a rate between 0 and 20.",
    outline: "parcel: weight:number[0..] value:number rate:integer[0..20]",
  },
  {
    request:
      "Trips have a distance (in km), a start date and a speed in km per hour.",
    outline: "trip: distance:number[0..] startDate:date speed:number[0..]",
  },
  {
    request: "Tasks have a title, completed yes or no, and priority 1 to 5.",
    outline: "task: title! completed:boolean=false priority:integer[1..5]",
  },
  {
    request: "Tasks have a title that cannot be changed once set.",
    outline: "task: title!~",
  },
  {
    request: "Build me an app to add, finish and remove chores.",
    outline: "chore: name! finished:boolean=false | finish(finished=true)",
  },
  {
    request: "Todos: add, complete and delete todos. Filter them by priority.",
    outline:
      "todo: title! priority completed:boolean=false | complete(completed=true)",
  },
  {
    request: "Meetings have a room, a start and an end.",
    outline: "meeting: room start:datetime end:datetime",
  },
  {
    request: "Vacations: employee, from, to.",
    outline: "vacation: employee fromValue:date toValue:date",
  },
  {
    request: "Reservations have a table, starts at, ends at and a party size.",
    outline:
      "reservation: tableValue startsAt:datetime endsAt:datetime partySize:integer[0..]",
  },
  {
    request: "Messages have a from, a to and a body. Bookings: seat, from, to",
    outline: `
      message: fromValue toValue body:text
      booking: seat fromValue:datetime toValue:datetime`,
  },
  {
    request: "Routes have a name, start and end.",
    outline: "route: name! start end",
  },
  {
    request: "Flights have a carrier, takes off at, and lands at.",
    outline: "flight: carrier takesOffAt:datetime landsAt:datetime",
  },
  {
    request:
      "Samples have a temperature between -80 and 25 and a weight less than 100 kg.",
    outline: "sample: temperature:number[-80..25] weight:decimal[0..99.99]",
  },
  {
    request: "Players have a name, position and rank.",
    outline: "player: name! position rank:integer",
  },
  {
    request:
      "Track: title, artist, length in seconds, belongs to playlist. Playlist: name",
    outline: `
      track: title! artist length:number[0..] > playlist
      playlist: name!`,
  },
  {
    request:
      "Book: title, author\nAuthor: name, belongs to a publisher\nPublisher: name",
    outline: `
      book: title! > author
      author: name! > publisher
      publisher: name!`,
  },
  {
    request:
      "An API to manage a garden. Plants have a name and height under 3 m.",
    outline: "plant: name! height:decimal[0..2.99]",
  },
  {
    request:
      "Plots have a number and a seat. Plot numbers are unique. Seats are required.",
    outline: "plot: number* seat!",
  },
  {
    request:
      "Comics have a series, a price paid, date completed and email verified.",
    outline:
      "comic: series pricePaid:decimal[0..] dateCompleted:date emailVerified:boolean=false",
  },
  {
    request:
      "Movies have a title, rating G/PG/R and a currency (EUR/USD, default EUR).",
    outline: "movie: title! rating:enum{G,PG,R} currency:enum{EUR,USD}=EUR",
  },
  {
    request:
      "Openings (title, salary from, salary to, open until). Applicants can apply with name and email.",
    outline:
      "opening: title! salaryFrom:decimal[0..] salaryTo:decimal[0..] openUntil:date",
    notUnderstood: ["Applicants can apply with name and email."],
  },
  {
    request: "Stays with check in, check out, guest name.",
    outline: "stay: checkIn:date checkOut:date guestName",
  },
  {
    request:
      "Rooms have a name and max guests. Guests have a name. No duplicates of name.",
    outline: `
      room: name! maxGuests:integer[0..]
      guest: name!*`,
  },
  {
    request:
      "Expenses have an amount. Filter expenses by category and delete mistakes.",
    outline: "expense: amount:decimal[0..] category",
    notUnderstood: ["delete mistakes"],
  },
  {
    request:
      "Clinic: doctors, patients. Doctors have a name. Patients have a name and are seen by a doctor. Visits (doctor, patient, present).",
    outline: `
      doctor: name!
      patient: name!
      visit: present:boolean=false > doctor patient`,
    notUnderstood: ["are seen by a doctor"],
  },
  {
    request:
      "Bins have a code. An item has a sku and description, and sits in a bin. A count has a quantity other than 0.",
    outline: `
      bin: code
      item: sku description:text > bin
      count: quantity:integer[0..]`,
    notUnderstood: ["other than 0"],
  },
  {
    request:
      "Cards have an initial amount, a remaining amount and a start date. Amount must be at least 5. The date is required.",
    outline:
      "card: initialAmount:decimal[0..] remainingAmount:decimal[0..] startDate:date!",
    notUnderstood: ["Amount must be at least 5."],
  },
  {
    request:
      "Our sports club needs an API for members and courts. Members: name, member since. Courts: number, indoor.",
    outline: `
      member: name! memberSince:date
      court: number indoor:boolean=false`,
  },
  {
    request: "Notes have a subject and a body, both mandatory.",
    outline: "note: subject! body:text!",
  },
  {
    request:
      "Ships have a name. Boxes have a code and belong to a ship (optional).",
    outline: `
      ship: name!
      box: code > ship?`,
  },
  {
    request: "products: name price stock",
    outline: "nothing",
    notUnderstood: ["name price stock"],
  },
  {
    request:
      "Flats have a rent, pets allowed, available from and a description.",
    outline:
      "flat: rent:decimal[0..] petsAllowed:boolean=false availableFrom:date description:text",
  },
  {
    request:
      "Reports have a reward at least 0, status new by default. Accept reports.",
    outline:
      "report: reward:integer[0..] status:enum{new,accepted}=new | accept(status=accepted)",
  },
  {
    request:
      "API for issue tracking with projects and issues. Projects have a key. Issues have a gpa between 0.0 and 4.0 and points from 0 up to 10.",
    outline: `
      project: key
      issue: gpa:decimal[0..4] points:integer[0..10]`,
  },
  {
    request: "Sessions have a client name, a shoot date and last inspection.",
    outline: "session: clientName shootDate:date lastInspection:date",
  },
  {
    name: "two values with a slash",
    request:
      "Samples have a flag normal/abnormal, a result flag high/low, a done flag yes/no and a speed in km/h. The mode is auto/manual.",
    outline:
      "sample: flag:enum{normal,abnormal} resultFlag:enum{high,low} done:boolean=false speed:number[0..] mode:enum{auto,manual}",
  },
];
