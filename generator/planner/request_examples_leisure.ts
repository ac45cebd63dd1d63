/**
 * Requests for home and leisure, written after the planner.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests for home and leisure, written after the planner. */
export const LEISURE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "guest list",
    request:
      "Simple wedding guest list app: guests with name, email, number of companions, dietary notes and RSVP status (pending, accepted, declined). Guests can accept or decline. List guests by RSVP status.",
    outline: `
      guest: name! email:email numberOfCompanions:integer[0..] dietaryNotes:text rsvpStatus:enum{pending,accepted,declined}=pending | accept(rsvpStatus=accepted) decline(rsvpStatus=declined)`,
  },
  {
    name: "reading",
    request:
      "Build a service to track my reading. Each book has a title, an author, total pages and current page. I can mark a book as finished. I don't want to delete books.",
    outline: `
      book: title! author totalPages:integer[0..] currentPage:integer finished:boolean=false | finish(finished=true) - delete`,
    notUnderstood: ["track my reading"],
  },
  {
    name: "band",
    request:
      "An app for my band to manage gigs (venue, date, fee, confirmed) and songs (title, key, tempo). We need to confirm gigs and to cancel gigs.",
    outline: `
      gig: venue date:date fee:decimal[0..] confirmed:boolean=false cancelled:boolean=false | confirm(confirmed=true) cancel(cancelled=true)
      song: title! key tempo`,
  },
  {
    name: "meal planner",
    request:
      "Meal planner. Users can add meals with a name, a day and calories; they can remove meals; they can not edit meals.",
    outline: `
      meal: name! day:date calories:integer[0..] - replace patch`,
  },
  {
    name: "todo in a line",
    request: "Create Todo REST API with title, done. Use port 5000.",
    outline: `
      port 5000
      todo: title! done:boolean=false`,
  },
  {
    name: "vinyl records",
    request:
      "I want to store vinyl records: artist, album title, release year, condition (mint, good, poor). Only adding, listing and viewing records is allowed.",
    outline: `
      vinyl_record: artist albumTitle releaseYear:integer condition:enum{mint,good,poor} - replace patch delete`,
  },
  {
    name: "ideas board",
    request:
      "Ideas board: post ideas with text (max 500 chars), upvote ideas, mark ideas as implemented. Ideas must not be changed after posting.",
    outline: `
      idea: text:text<..500> implemented:boolean=false | implement(implemented=true) - replace patch`,
    notUnderstood: ["upvote ideas"],
  },
  {
    name: "chores",
    request:
      "Kids' chores: chore (name, points, done). Mark chores as done. Parents can reset chores.",
    outline: `
      chore: name! points:integer[0..] done:boolean=false | complete(done=true)`,
    notUnderstood: ["Parents can reset chores."],
  },
  {
    name: "book club",
    request:
      "book club api - members join book clubs. a book club has a name and a meeting day. list members of a club",
    outline: `
      book_club: name! meetingDay:date
      member: name! > book_club`,
    notUnderstood: ["members join book clubs"],
  },
  {
    name: "url shortener",
    request:
      "A tiny url shortener: links with target url (required) and slug (required, unique, 3 to 30 characters). Links can be disabled and enabled. Don't allow updates.",
    outline: `
      link: targetUrl:url! slug<3..30>!* enabled:boolean=true | disable(enabled=false) enable(enabled=true) - replace patch`,
  },
  {
    name: "quotes",
    request:
      "I would like an API that stores quotes. A quote consists of a text (max. 300 characters), an author and optional source. Users can like quotes? No, just add, list, get and delete them.",
    outline: `
      quote: text:text<..300> author source`,
    notUnderstood: [
      "Users can like quotes?",
      "No, just add, list, get and delete them.",
    ],
  },
  {
    name: "wines",
    request:
      "I'd like to keep a list of my wines: name, vintage (year), region, grape, rating 0 to 100, drunk. I want to mark a wine as drunk.",
    outline: `
      wine: name! vintage region grape rating:integer[0..100] drunk:boolean=false | markDrunk(drunk=true)`,
    notUnderstood: ["(year)"],
  },
  {
    name: "notes with opposites",
    request:
      "Simple notes service. Notes have a title and body. Users can pin and unpin notes, archive notes and restore them.",
    outline: `
      note: title! body:text pinned:boolean=false archived:boolean=false | pin(pinned=true) unpin(pinned=false) archive(archived=true) restore(archived=false)`,
  },
  {
    name: "volunteers",
    request:
      "Create an application for volunteers: volunteers have name, email and skills; shifts have a date, a start time, an end time and a location; a shift may be assigned to a volunteer; shifts can be completed.",
    outline: `
      volunteer: name! email:email skills:list(sorted)
      shift: date:date startTime:datetime endTime:datetime location completed:boolean=false > volunteer? | complete(completed=true)`,
  },
  {
    name: "todo scraps",
    request:
      "api for todo list, each todo has text and done. add todo, delete todo, complete todo. no editing. memory storage, port 1234",
    outline: `
      store memory
      port 1234
      todo: text:text done:boolean=false | complete(done=true) - replace patch`,
  },
  {
    name: "recipes with a cascade",
    request:
      "Recipes and ingredients. A recipe has a title, servings (at least 1), instructions and can be favorited. An ingredient has a name, quantity and unit (g, ml, piece) and belongs to a recipe. If a recipe is deleted, its ingredients should be deleted as well.",
    outline: `
      recipe: title! servings:integer[1..] instructions:text favorite:boolean=false | markFavorite(favorite=true)
      ingredient: name! quantity:integer[0..] unit:enum{g,ml,piece} > recipe(cascade)`,
  },
  {
    name: "gardening log",
    request:
      "Gardening log with plants and waterings; plant name is required and unique, waterings have watered at, amount in ml; every watering belongs to a plant; deleting a plant deletes its waterings.",
    outline: `
      plant: name!*
      watering: wateredAt:datetime amount:decimal[0..] > plant(cascade)`,
  },
  {
    name: "movie watchlist",
    request:
      "Movie watchlist. Add a movie (title, year, where to watch). Rate movies from 1 to 10. Mark movies as watched. Remove movies.",
    outline: `
      movie: title! year:integer watched:boolean=false | watch(watched=true)`,
    notUnderstood: [", where to watch", "Rate movies from 1 to 10."],
  },
  {
    name: "quoted entities",
    request:
      'Please generate a backend API with two resources, "Author" and "Book". Author has name (string, required) and biography (text). Book has title (string, required), isbn (string, unique), pages (integer, min 1) and publishedOn (date). A book belongs to an author.',
    outline: `
      author: name! biography:text
      book: title! isbn* pages:integer[1..] publishedOn:date > author`,
  },
  {
    name: "debate club",
    request:
      "Debate club: debates have a topic, a date and a winner (optional). Close debates. Speakers belong to a debate, have a name and speaking time in minutes (max 10). store it in memory",
    outline: `
      store memory
      debate: topic date:date winner closed:boolean=false | close(closed=true)
      speaker: name! speakingTime:integer[..10] > debate`,
  },
];
