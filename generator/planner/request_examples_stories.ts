/**
 * Requests written as user stories, talk and scraps.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests written as user stories, talk and scraps. */
export const STORY_EXAMPLES: readonly RequestExample[] = [
  {
    name: "user stories",
    request:
      `As a user I can create a shopping list with a name so that I can remember what to buy.
As a user I can add items with a name and a quantity to a shopping list.
As a user I want to mark items as bought.
As a user I want to delete items.`,
    outline: `
      shopping_list: name!
      item: name! quantity:integer[0..] bought:boolean=false > shopping_list | buy(bought=true)`,
  },
  {
    name: "librarian stories",
    request:
      `As a librarian, I want to register members with name and card number (unique).
As a librarian, I want to add books with title and author.
As a librarian, I should not be able to delete members.`,
    outline: `
      member: name! cardNumber* - delete
      book: title! author`,
    notEnforced: ["librarian", "librarian"],
  },
  {
    name: "chatty",
    request:
      "Hi! Could you make me a little API for my plant collection? I'd like to add plants with name, species and last watered date, see all plants and remove plants. Thanks!",
    outline: `plant: name! species lastWateredDate:date`,
  },
  {
    name: "todo with we",
    request:
      "We would like to manage meetings. Meetings have a subject, a starts at, an ends at and a location. We also want to cancel meetings. Nobody can delete meetings.",
    outline: `
      meeting: subject startsAt:datetime endsAt:datetime location cancelled:boolean=false | cancel(cancelled=true) - delete`,
  },
  {
    name: "actors are no entities",
    request:
      "Customers can submit reviews with a rating between 1 and 5 and a comment. Admins can publish reviews. Visitors can view reviews.",
    outline: `
      review: rating:integer[1..5] comment:text published:boolean=false | publish(published=true)`,
    notEnforced: ["Customers", "Admins"],
  },
  {
    name: "one word system",
    request: "Todo API",
    outline: `todo: title!`,
  },
  {
    name: "words without any order are quoted, not guessed at",
    request: "crud api products name price sqlite",
    outline: "nothing",
    notUnderstood: ["crud api products name price sqlite"],
  },
  {
    name: "fitness scraps",
    request:
      "workouts: date, duration in minutes, calories. exercises: name, sets, reps, weight. exercise belongs to workout. port 8081",
    outline: `
      port 8081
      workout: date:date duration:integer[0..] calories:integer[0..]
      exercise: name! sets:integer[0..] reps:integer[0..] weight:number[0..] > workout`,
  },
  {
    name: "devices with status",
    request:
      "IoT device registry. Register devices with a name, a type and a mac address (unique). Activate and deactivate devices. List devices. Devices must have a name.",
    outline: `
      device: name! type macAddress* active:boolean=true | activate(active=true) deactivate(active=false)`,
  },
  {
    name: "cars for rent",
    request:
      "Car rental service. Cars: brand, model, year, price per day, available (yes/no). Rentals: car, customer name, start and end date, total price. Return a rental.",
    outline: `
      car: brand model year:integer pricePerDay:decimal[0..] available:boolean=true
      rental: customerName startDate:date endDate:date totalPrice:decimal[0..] returned:boolean=false > car | return(returned=true)`,
  },
  {
    name: "students and grades",
    request:
      "School API: manage students (first and last name, email, date of birth) and grades (subject, score 0-100). A student has many grades.",
    outline: `
      student: firstName lastName email:email dateOfBirth:date
      grade: subject score:number[0..100] > student`,
  },
  {
    name: "jobs board",
    request:
      "Job board: post jobs with title, company, salary and remote flag. Candidates can browse jobs. Jobs can be closed and reopened. No updating of jobs.",
    outline: `
      job: title! company salary:decimal[0..] remote:boolean=false closed:boolean=false | close(closed=true) reopen(closed=false) - replace patch`,
    notEnforced: ["Candidates"],
  },
  {
    name: "pets",
    request:
      "pet shelter app, pets with name, species, age, description. adopt a pet. list pets. filter pets by species",
    outline: `
      pet: name! species age:integer[0..] description:text adopted:boolean=false | adopt(adopted=true)`,
  },
  {
    name: "a donation with an actor",
    request:
      "As an organizer I want to record donations with donor name, amount and date. Donations should not be changed or deleted.",
    outline: `
      donation: donorName amount:decimal[0..] date:date - replace patch delete`,
    notEnforced: ["organizer"],
  },
  {
    name: "explicit numbers",
    request:
      "A leaderboard: players with a unique nickname (between 3 and 20 characters) and a whole number called points, defaulting to 0.",
    outline: `player: nickname<3..20>* points:integer[0..]=0`,
  },
  {
    name: "feedback, no dots",
    request:
      "api to collect feedback\nfeedback has a message (required) and a score from 1 to 10\nlist feedback\nmark feedback as resolved",
    outline:
      `feedback: message:text! score:number[1..10] resolved:boolean=false | resolve(resolved=true)`,
  },
  {
    name: "coupons",
    request:
      "Coupons have a code (unique, required), a discount percentage between 0 and 100, an expiry date and whether they are active. Deactivate coupons.",
    outline: `
      coupon: code!* discountPercentage:decimal[0..100] expiryDate:date active:boolean=true | deactivate(active=false)`,
  },
  {
    name: "subscriptions",
    request:
      "Subscription service with plans and subscriptions. Plans have a name and a monthly price. A subscription belongs to a plan, has a customer email and a status (trial, active or cancelled). Users can pause subscriptions. Cancel subscriptions.",
    outline: `
      plan: name! monthlyPrice:decimal[0..]
      subscription: customerEmail:email status:enum{trial,active,cancelled}=trial paused:boolean=false > plan | pause(paused=true) cancel(status=cancelled)`,
  },
  {
    name: "weather",
    request:
      "Weather stations report measurements: each measurement has temperature, humidity and a timestamp and belongs to a station. Stations have a name, latitude and longitude. Measurements can only be created and listed.",
    outline: `
      measurement: temperature:number humidity:number[0..] timestamp:datetime > station - get replace patch delete
      station: name! latitude:number[-90..90] longitude:number[-180..180]`,
  },
  {
    name: "hostile names",
    request:
      "Manage `${process.exit(1)}` things and <% evil %> stuff. Users have a constructor, a limit and an id.",
    outline: `user: constructorValue limitValue`,
    notUnderstood: ["Manage `${process.exit(1)}` things and <% evil %> stuff."],
  },
  {
    name: "restaurants",
    request:
      "Restaurant API. Menu items have a name, a price and a category. Tables have a number and seats. Reservations are made for a table with a guest name, party size and date. Reservations can be cancelled only if they are open. Reservation status: open, seated, cancelled",
    outline: `
      menu_item: name! price:decimal[0..] category
      table: number seats:integer[0..]
      reservation: guestName partySize:integer[0..] date:date status:enum{open,seated,cancelled}=open > table | cancel(status=cancelled if status=open)`,
  },
  {
    name: "like and follow are not built",
    request:
      "Microblog: users have a username (unique) and a bio. Users write posts with a text of at most 280 characters. Real-time notifications over websockets.",
    outline: `
      user: username* bio:text
      post: text:text<..280> > user`,
    notUnderstood: ["Real-time notifications over websockets."],
  },
  {
    name: "immutable and defaults",
    request:
      "Accounts have an owner name, an iban and a balance. The iban must be unique and cannot be changed. Balance defaults to 0. Currency is EUR, USD or GBP, default EUR. Freeze accounts.",
    outline: `
      account: ownerName iban*~ balance:decimal=0 currency:enum{EUR,USD,GBP}=EUR frozen:boolean=false | freeze(frozen=true)`,
  },
];
