/**
 * Requests whose people sign in, own what they make, and may do what others may not.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of users, owners and roles. */
export const USER_EXAMPLES: readonly RequestExample[] = [
  {
    name: "users and tasks, as most people ask for them",
    request:
      "A REST API with users and tasks. Users register and log in with an email. Each task belongs to a user and has a title, a due date and a status. Only the owner can change a task.",
    outline: `
      users
      user: email:email!* @ read=users write=owner
      task: title! dueDate:date status > user @ owner=user read=users create=users write=owner`,
  },
  {
    name: "talks of a conference",
    request:
      "API for a conference. Users register and log in with an email and password. A talk has a title, an abstract and a room name. Each talk belongs to a user. Anyone can read talks. Only the owner can edit or delete a talk.",
    outline: `
      users
      talk: title! abstract:text roomName > user @ owner=user read=everyone create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "an owner called author, who was only a name",
    request:
      "Blog with JWT login. Posts have a title, a body and an author. Everyone can read posts. Only the author can update or delete a post.",
    outline: `
      users
      post: title! body:text > author=user @ owner=author read=everyone create=users write=owner`,
  },
  {
    name: "the creator of an event",
    request:
      "People sign up and sign in. Events have a name, a place and a start time. Only the creator of an event can change or cancel it. Anyone can list events.",
    outline: `
      users
      event: name! place startTime:datetime cancelled:boolean=false > creator=user | cancel(cancelled=true) @ owner=creator read=everyone create=users write=owner`,
  },
  {
    name: "admins beside owners",
    request:
      "Forum. Users can sign up and log in with email and password. Posts have a title and a text and belong to a user. Only the owner can edit or delete a post. Admins can delete any post.",
    outline: `
      users roles=member,admin
      post: title! text:text > user @ owner=user read=users create=users write=owner delete=owner/admin
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "moderators hide what is wrong",
    request:
      "A discussion board with user accounts. Users log in. Topics have a title and a body. Each topic belongs to a user. Anyone can read topics. Moderators can hide topics.",
    outline: `
      users roles=member,moderator
      topic: title! body:text hidden:boolean=false > user | hide(hidden=true) @ owner=user read=everyone create=users write=owner hide=moderator
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "everybody sees their own",
    request:
      "Expense diary. Users register with an email and log in. Expenses have an amount, a date and a note. Users only see their own expenses.",
    outline: `
      users
      expense: amount:decimal[0..] date:date note:text > owner=user @ owner=owner read=owner create=users write=owner`,
  },
  {
    name: "logged-in users only",
    request:
      "A quotes API. Quotes have a text and a source. Anyone can read quotes. Only logged-in users can add quotes.",
    outline: `
      users
      quote: text:text source @ read=everyone create=users write=users`,
  },
  {
    name: "you must be logged in",
    request:
      "Shopping lists: items with a name and a quantity. You must be logged in to create items. Each item belongs to a user. Users can only edit and delete their own items.",
    outline: `
      users
      item: name! quantity:integer[0..] > user @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "authentication in one word",
    request:
      "Pet adoption API with authentication. Pets have a name, a species and an age. Only staff can add, edit or delete pets. Everyone can see pets.",
    outline: `
      users roles=member,staff
      pet: name! species age:integer[0..] @ read=everyone create=staff write=staff`,
  },
  {
    name: "a list of wishes",
    request: `Job board
- users can register and log in with JWT
- jobs have a title, a company name and a salary
- each job belongs to a user
- anyone can browse jobs
- only the owner can edit or delete a job`,
    outline: `
      users
      job: title! companyName salary:decimal[0..] > user @ owner=user read=everyone create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "users with fields of their own",
    request:
      "Users have a username (unique), a bio and a picture url. Users can register, log in and log out. Notes have a title and a body and belong to a user. A note can only be read by its owner.",
    outline: `
      users
      user: username* bio:text pictureUrl:url email:email!* @ read=users write=owner
      note: title! body:text > user @ owner=user read=owner create=users write=owner`,
  },
  {
    name: "teachers and students",
    request:
      "School API with login. Courses have a title and a credit count. Only teachers can create courses. Students can list courses.",
    outline: `
      users roles=member,teacher
      course: title! creditCount:integer[0..] @ read=users create=teacher write=teacher`,
  },
  {
    name: "nobody but the owner",
    request:
      "Users sign in with email and password. Journal entries have a date and a text. Entries belong to a user. Entries are private: users can only access their own entries.",
    outline: `
      users
      journal_entry: date:date text:text > user @ owner=user read=owner create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "edits by its author",
    request:
      "Wiki: pages have a title (unique) and a content. People register and log in. Pages belong to a user. Pages can only be edited by their author. Anybody can view pages.",
    outline: `
      users
      page: title!* content:text > user @ owner=user read=everyone create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "nobody signs in, so roles stay open",
    request:
      "No login. Parcels have a code. Only couriers can deliver parcels.",
    outline: "parcel: code delivered:boolean=false | deliver(delivered=true)",
    notUnderstood: ["Only couriers"],
  },
];
