/**
 * Requests in which people mark things for themselves, and lists that have an order or hold several values.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests of marks, lists of values and orders. */
export const MARK_EXAMPLES: readonly RequestExample[] = [
  {
    name: "favorites",
    request:
      "Users register and log in. Articles have a title and a body and belong to a user. Users can favorite articles and see how many favorites an article has.",
    outline: `
      users
      article: title! body:text > user ^favorite(favorited,favoritesCount) @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "likes",
    request:
      "A photo sharing API where users sign up and log in. Photos have a caption and an image url. Each photo belongs to a user. Users can like photos.",
    outline: `
      users
      photo: caption:text imageUrl:url > user ^like(liked,likesCount) @ owner=user read=users create=users write=owner
      user: email:email!* @ read=users write=owner`,
  },
  {
    name: "following each other",
    request:
      "Microblog with JWT login. Users have a username. Users can follow each other. Posts have a text and belong to a user.",
    outline: `
      users
      user: username email:email!* ^follow(following,followersCount) @ read=users write=owner
      post: text:text > user @ owner=user read=users create=users write=owner`,
  },
  {
    name: "stars and bookmarks",
    request:
      "Code snippets: title, language and code. Users log in with an email and a password. Users can star and bookmark snippets.",
    outline: `
      users
      code_snippet: title! language code ^star(starred,starsCount) ^bookmark(bookmarked,bookmarksCount) @ read=users create=users write=users`,
  },
  {
    name: "votes",
    request:
      "Ideas have a title and a description. Users can register and log in. Users can upvote ideas. Ideas are listed newest first.",
    outline: `
      users
      idea: title! description:text ^upvote(upvoted,upvotesCount) / -createdAt @ read=users create=users write=users`,
  },
  {
    name: "tags",
    request: "Articles have a title, a body and tags.",
    outline: "article: title! body:text tags:list(sorted)",
  },
  {
    name: "a list of ingredients",
    request:
      "A recipe has a name, a list of ingredients and a cooking time in minutes.",
    outline: "recipe: name! ingredients:list cookingTime:integer[0..]",
  },
  {
    name: "several phone numbers",
    request: "Contacts have a name, several phone numbers and an email.",
    outline: "contact: name! phoneNumbers:list email:email",
  },
  {
    name: "sorted by newest first",
    request:
      "Announcements have a title and a message. Announcements are sorted by newest first.",
    outline: "announcement: title! message:text / -createdAt",
  },
  {
    name: "a list by date",
    request: "Tasks have a title and a due date. List tasks by due date.",
    outline: "task: title! dueDate:date / dueDate",
  },
  {
    name: "ordered by two things",
    request:
      "Players have a name and a score. Players are ordered by score descending, then by name.",
    outline: "player: name! score:number / -score,name",
  },
  {
    name: "a number counting up",
    request:
      "Each order has a number counting up and a customer name. Orders can be shipped.",
    outline:
      "order: number:serial customerName shipped:boolean=false | ship(shipped=true)",
  },
  {
    name: "numbers one after the other",
    request: "Invoices have a sequential number, an amount and a due date.",
    outline: "invoice: number:serial amount:decimal[0..] dueDate:date",
  },
  {
    name: "a slug of the title",
    request:
      "Pages have a title and a body. The slug of a page is made from its title.",
    outline: "page: title! body:text slug:slug(title)",
  },
  {
    name: "a url made of the name",
    request:
      "Products have a name and a price. Their URL is derived from the name.",
    outline: "product: name! price:decimal[0..] slug:slug(name)",
  },
  {
    name: "marks of nobody",
    request: "Songs have a title. Like songs.",
    outline: "song: title!",
    notUnderstood: ["Like songs."],
  },
];
