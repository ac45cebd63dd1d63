/**
 * Requests of different trades that say who signs in, who may do what, and what holds of things as wholes.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of different trades. */
export const TRADE_EXAMPLES: readonly RequestExample[] = [
  {
    name: "a recipe book that people share",
    request:
      "Build a recipe API. People create an account with email and password and log in. A recipe has a title, a list of ingredients, instructions and a cooking time in minutes. Recipes belong to the user who created them. Everyone can view recipes, but only the owner can update or delete them. Users can bookmark recipes.",
    outline: `
      users
      recipe: title! ingredients:list instructions:text cookingTime:integer[0..] > user ^bookmark(bookmarked,bookmarksCount) @ owner=user read=everyone create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "a book club with one review each",
    request:
      "I need a backend for a book club. Members sign up and log in. Members can post reviews with a rating between 1 and 5 and a text. A review belongs to a book and a member. A member can only write one review per book. Only the author of a review may edit it.",
    outline: `
      users entity=member
      review: rating:integer[1..5] text:text > book member %member+book @ owner=member read=users create=users write=owner
      book: title! @ read=users create=users write=users
      member: email:email!* @ read=users write=owner`,
  },
  {
    name: "tools that are rented once at a time",
    request:
      "Equipment rental: Tools have a name and a daily rate. Rentals have a start date, an end date and belong to a tool. The same tool cannot be rented twice at the same time. Rentals can be cancelled.",
    outline: `
      tool: name! dailyRate:decimal[0..]
      rental: startDate:date! endDate:date! cancelled:boolean=false > tool | cancel(cancelled=true) &startDate..endDate(tool) if cancelled=false`,
  },
  {
    name: "a helpdesk with numbers and agents",
    request:
      "Helpdesk API with user accounts. Tickets have a subject, a description, a priority (low, medium, high) and a number that counts up. Each ticket belongs to a user. Users can only see their own tickets. Agents can close tickets. Tickets are listed by priority.",
    outline: `
      users roles=member,agent
      ticket: subject description:text priority:enum{low,medium,high} number:serial closed:boolean=false > user | close(closed=true) / priority @ owner=user read=owner/agent create=users write=owner close=agent
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "a news site of journalists",
    request:
      "News site. Articles have a headline, a text and categories. The slug is generated from the headline. Journalists log in. Only journalists can publish articles. Everybody can read articles. Articles are sorted by newest first.",
    outline: `
      users roles=member,journalist
      article: headline text:text categories:list(sorted) published:boolean=false slug:slug(headline) | publish(published=true) / -createdAt @ read=everyone create=users write=users publish=journalist`,
  },
  {
    name: "meeting rooms and whoever made a reservation",
    request:
      "Meeting rooms: a room has a name and a capacity. A reservation belongs to a room and a user, and has a start and an end. Users log in with username and password. Overlapping reservations of the same room are not allowed. Only the user who made it can cancel a reservation.",
    outline: `
      users signIn=username
      room: name! capacity:integer[0..] @ read=users create=users write=users
      reservation: start:datetime! end:datetime! cancelled:boolean=false > room user | cancel(cancelled=true) &start..end(room) if cancelled=false @ owner=user read=users create=users write=owner
      user: username!* @ read=users write=owner`,
  },
  {
    name: "dentists, each with their own patients",
    request:
      "A SaaS for dentists, multi-tenant. Users log in with email and password. Patients have a name and a birth date. Every clinic only sees its own patients.",
    outline: `
      users tenant=clinic roles=member,admin
      patient: name! birthDate:date > clinic ~tenant=clinic @ read=users create=users write=users
      user: email:email!* > clinic @ read=users write=owner create=admin
      clinic: name! - list create replace patch delete @ read=users`,
  },
  {
    name: "the amount of an invoice item",
    request:
      "Invoice items have a description, a quantity and a price. The amount is calculated as quantity times price.",
    outline:
      "invoice_item: description:text quantity:integer[0..] price:decimal[0..] amount:decimal(quantity * price)",
  },
  {
    name: "a list of what users do",
    request: `- users sign up with email
- users can follow other users
- posts have text
- only the author can delete a post
- users can like posts`,
    outline: `
      users
      post: text:text > author=user ^like(liked,likesCount) @ owner=author read=users create=users write=owner
      user: email:email!* ^follow(following,followersCount) @ read=users write=owner`,
  },
  {
    name: "shirt numbers within a team",
    request:
      "Teams have a name. Players have a name, a shirt number and belong to a team. Shirt numbers are unique within a team.",
    outline: `
      team: name!
      player: name! shirtNumber > team %shirtNumber+team`,
  },
  {
    name: "everything can be restored",
    request:
      "Use soft delete. Contacts have a name, phone numbers and an email. Contacts are sorted by name.",
    outline: "contact: name! phoneNumbers:list email:email ~soft / name",
  },
  {
    name: "a todo list where people register",
    request:
      "A Postgres-based todo list where people can register and sign in. Each todo has a title and belongs to a user. People can only access their own todos.",
    outline: `
      store postgres
      users
      todo: title! > user @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "events secured by tokens",
    request:
      "Events API secured with JWT. Anyone may list events. Organizers may create events. Events have a title, a date and a location. Deleted events can be restored.",
    outline: `
      users roles=member,organizer
      event: title! date:date location ~soft @ read=everyone create=organizer write=organizer`,
  },
  {
    name: "no two books of the same publisher",
    request:
      "Library with login. Books have a title, an ISBN and authors. No two books of the same publisher may have the same ISBN. Publishers have a name. A book belongs to a publisher.",
    outline: `
      users
      book: title! isbn authors:list > publisher %isbn+publisher @ read=users create=users write=users
      publisher: name! @ read=users create=users write=users`,
  },
  {
    name: "classifieds with admins and visitors",
    request:
      "Classifieds: ads have a title, a price, a description. Users register and log in. Ads belong to a user. Users can edit and delete their own ads. Admins can delete any ad. Visitors can browse ads.",
    outline: `
      users roles=member,admin
      ad: title! price:decimal[0..] description:text > user @ owner=user read=everyone create=users write=owner delete=owner/admin
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "times of the same user",
    request:
      "Time tracking. Users sign in. Entries have a start time, an end time and a note, and belong to a user. Entries of the same user must not overlap. Users see only their own entries.",
    outline: `
      users
      entry: startTime:datetime! endTime:datetime! note:text > user &startTime..endTime(user) @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "stock that orders decrease",
    request:
      "Shop: products (name, price, stock). Orders (quantity, product). Placing an order decreases the product's stock by the quantity. The stock can't go below zero.",
    outline: `
      product: name! price:decimal[0..] stock:integer[0..]
      order: quantity:integer[0..]! placed:boolean=false > product | place(placed=true; product.stock-quantity)`,
  },
  {
    name: "songs among one's favorites",
    request:
      "Songs have a title, artist and genre. Users log in. Users can add songs to their favorites.",
    outline: `
      users
      song: title! artist genre ^favorite(favorited,favoritesCount) @ read=users create=users write=users`,
  },
  {
    name: "nobody sees notes of others",
    request:
      "Only authenticated users can create notes. Notes have a title and a body. Notes belong to a user. Users may not see notes of others.",
    outline: `
      users
      note: title! body:text > user @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "comments that nothing else speaks of",
    request:
      "Blog posts: title, body, tags. Authentication with email and password. Only the creator can edit or remove a post. Users can comment on posts.",
    outline: `
      users
      blog_post: title! body:text tags:list(sorted) > creator=user @ owner=creator read=users create=users write=owner`,
    notUnderstood: ["Users can comment on posts."],
  },
  {
    name: "a net amount",
    request:
      "Payments have an amount, a fee and a net amount. The net amount is the amount minus the fee.",
    outline:
      "payment: amount:decimal[0..] fee:decimal[0..] netAmount:decimal(amount - fee)",
  },
  {
    name: "comments that two may delete",
    request:
      "Posts have a title and a body. Users log in with email. Comments have a text and belong to a post and a user. Comments can be deleted by their author or by moderators.",
    outline: `
      users roles=member,moderator
      post: title! body:text @ read=users create=users write=users
      comment: text:text > post user @ owner=user read=users create=users write=owner delete=owner/moderator
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "what is private",
    request:
      "Users sign in. Documents have a title. A document is private to its owner.",
    outline: `
      users
      document: title! > owner=user @ owner=owner read=owner create=users write=owner`,
  },
  {
    name: "employees and managers",
    request:
      "Employees log in. Employees have a name. Expenses have an amount and belong to an employee. Managers approve expenses. Employees see only their own expenses.",
    outline: `
      users entity=employee roles=member,manager
      employee: name! email:email!* @ read=users write=owner
      expense: amount:decimal[0..] approved:boolean=false > employee | approve(approved=true) @ owner=employee read=owner/manager create=users write=owner approve=manager`,
  },
  {
    name: "everything for everyone",
    request:
      "Users log in. Songs have a title. Users like songs and albums. Albums have a name. Anyone can read everything. Users edit their own songs.",
    outline: `
      users
      song: title! > owner=user ^like(liked,likesCount) @ owner=owner read=everyone create=users write=owner
      album: name! ^like(liked,likesCount) @ read=everyone create=users write=users`,
  },
  {
    name: "signing in and more in one sentence",
    request:
      "Users can sign up, log in, create posts and like posts. Posts have a text.",
    outline: `
      users
      post: text:text ^like(liked,likesCount) @ read=users create=users write=users`,
  },
  {
    name: "signing in by others is not built",
    request:
      "Users log in with Google. Notes have a text. Users can only see their own notes.",
    outline: "note: text:text",
    notUnderstood: [
      "Users log in with Google.",
      "Users can only see their own notes.",
    ],
  },
  {
    name: "what is only registered is a thing",
    request: "Users register devices. Devices have a name.",
    outline: "device: name!",
  },
  {
    name: "marks among conditions are quoted",
    request:
      "Users log in. Posts have a title. Users can like posts if they follow the author.",
    outline: `
      users
      post: title! @ read=users create=users write=users`,
    notUnderstood: ["Users can like posts if they follow the author."],
  },
  {
    name: "a bank's accounts are no way in",
    request:
      "Customers have a name. Customers open accounts. Accounts have a balance.",
    outline: `
      customer: name!
      account: balance:decimal`,
    notUnderstood: ["Customers open accounts."],
  },
  {
    name: "a sum with an unknown field",
    request: "Sales have a price. The profit is the price minus the cost.",
    outline: "sale: price:decimal[0..]",
    notUnderstood: ["The profit is the price minus the cost."],
  },
  {
    name: "listeners who follow podcasts",
    request:
      "API for a podcast directory. Listeners sign up and sign in with email. Podcasts have a title, a description and a feed url. Episodes belong to a podcast and have a title, a number and an air date. Listeners can follow podcasts. Episodes are sorted by air date descending.",
    outline: `
      users
      podcast: title! description:text feedUrl:url ^follow(following,followersCount) @ read=users create=users write=users
      episode: title! number airDate:date > podcast / -airDate @ read=users create=users write=users`,
  },
  {
    name: "the lines of a bakery",
    request:
      "Bakery orders: products with name, price and stock. An order line belongs to a product and has a quantity and a price. The line total is price times quantity. When an order line is confirmed, the product's stock is reduced by the quantity.",
    outline: `
      product: name! price:decimal[0..] stock:integer[0..]
      order_line: quantity:integer[0..]! price:decimal[0..] confirmed:boolean=false lineTotal:decimal(price * quantity) > product | confirm(confirmed=true; product.stock-quantity)`,
  },
  {
    name: "curators and visitors",
    request:
      "Museum: exhibits have a title, a year and keywords. Curators log in and can edit exhibits. Visitors can view exhibits. The URL of an exhibit is made from its title.",
    outline: `
      users roles=member,curator
      exhibit: title! year:integer keywords:list(sorted) slug:slug(title) @ read=everyone create=users write=curator`,
  },
  {
    name: "nobody else sees what is mine",
    request:
      "A diary app. I log in with email and password. Diary entries have a date, a mood and a text. Nobody else can see my entries.",
    outline: `
      users
      diary_entry: date:date mood text:text > owner=user @ owner=owner read=owner create=users write=owner`,
  },
  {
    name: "two lessons at the same time",
    request:
      "Music lessons: teachers have a name. Lessons belong to a teacher and have a start time and an end time. A teacher can't have two lessons at the same time.",
    outline: `
      teacher: name!
      lesson: startTime:datetime! endTime:datetime! > teacher &startTime..endTime(teacher)`,
  },
  {
    name: "donors and treasurers",
    request:
      "Charity: donors register and log in. Donations have an amount and a message and belong to a donor. Donors can only see their own donations. Treasurers can see all donations.",
    outline: `
      users entity=donor roles=member,treasurer
      donation: amount:decimal[0..] message:text > donor @ owner=donor read=owner/treasurer create=users write=owner
      donor: email:email!* @ read=users write=owner`,
  },
  {
    name: "newest comments first",
    request:
      "A comment section: comments have a text and belong to a user. Users log in. Comments can be hidden by moderators. Only the user who wrote a comment can edit it. Newest comments first.",
    outline: `
      users roles=member,moderator
      comment: text:text hidden:boolean=false > user | hide(hidden=true) / -createdAt @ owner=user read=users create=users write=owner hide=moderator
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "whose own is not known",
    request:
      "Users log in. Teachers have a name. Courses have a title and belong to a teacher. Teachers can only see their own courses.",
    outline: `
      users roles=member,admin
      teacher: name! @ read=users create=users write=users
      course: title! > teacher @ read=admin create=users write=admin`,
    notUnderstood: ["Teachers can only see their own courses."],
  },
  {
    name: "clients who sign in are no tenants",
    request:
      "Clients log in. Projects have a name. Clients only see their own projects.",
    outline: `
      users
      project: name! > owner=user @ owner=owner read=owner create=users write=owner`,
  },
];
