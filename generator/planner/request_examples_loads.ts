/**
 * Requests that say what is kept in memory, and how often clients may ask.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests about caches and limits of requests. */
export const LOAD_EXAMPLES: readonly RequestExample[] = [
  {
    request:
      "Products have a name and a price. Cache products for a minute. Limit to 100 requests per minute per client.",
    outline: `
      limit 100/1m
      product: name! price:decimal[0..] ~cache=60`,
  },
  {
    request:
      "Articles have a title. Articles are cached for 30 seconds. Each client may make at most 20 requests per second.",
    outline: `
      limit 20/1s
      article: title! ~cache=30`,
  },
  {
    request:
      "Articles have a title. Cache articles. Rate limit: 1000 requests per hour per user.",
    outline: `
      limit 1000/1h
      article: title! ~cache=`,
  },
  {
    request:
      "Products have a name. Cache products for 3 weeks. Limit requests to a few per minute.",
    outline: "product: name!",
    notUnderstood: [
      "Cache products for 3 weeks.",
      "Limit requests to a few per minute.",
    ],
  },
  {
    request: "Products have a name. Cache the pages. Add rate limiting.",
    outline: "product: name!",
    notUnderstood: ["Cache the pages.", "Add rate limiting."],
  },
  {
    name: "a limit without a client is one of each",
    request:
      "Tasks have a title. At most 100 requests a minute. Notes have a text. Rate limiting of 60 requests per 5 minutes.",
    outline: `
      limit 60/5m
      task: title!
      note: text:text`,
  },
  {
    name: "how often logins may be tried, and how long passwords are",
    request:
      "Tasks have a title. Users sign in. Limit each user to 10 logins a minute. Limit login attempts to 5 per 15 minutes per IP. No more than 3 registrations per hour from one address. Passwords must be at least 12 characters long.",
    outline: `
      users
      tries account 10/1m
      tries login 5/15m
      tries registration 3/1h
      task: title! @ read=users create=users write=users`,
  },
  {
    name: "an account that is locked for a while",
    request:
      "Notes have a text. Users log in. Lock an account for 15 minutes after 5 failed login attempts. Lock an account after 5 failed login attempts.",
    outline: `
      users
      tries account 5/15m
      note: text:text @ read=users create=users write=users`,
    notUnderstood: ["Lock an account after 5 failed login attempts."],
  },
  {
    name: "requests that are kept, and limits of something else",
    request:
      "Employees file leave requests with a from date and a to date. At most 2 requests a day. Tasks have a title. Limit each user to 10 logins a minute. A user can have at most 10 tasks. Rate limiting of 60 requests a minute for admins only. Passwords must be at least 100 characters long.",
    outline: `
      leave_request: fromDate:date toDate:date
      task: title!`,
    notEnforced: ["Employees"],
    notUnderstood: [
      "At most 2 requests a day.",
      "Limit each user to 10 logins a minute.",
      "A user can have at most 10 tasks.",
      "Rate limiting of 60 requests a minute for admins only.",
      "Passwords must be at least 100 characters long.",
    ],
  },
  {
    name: "keys of requests, and pages",
    request:
      "Charges have an amount. POST requests accept an Idempotency-Key header. Paginate everything with cursors.",
    outline: `
      keys
      charge: amount:decimal[0..]`,
  },
  {
    name: "a key is of requests, not of things",
    request:
      "Readings have a value. Users post readings with an idempotency key.",
    outline: `
      keys
      reading: value:number`,
  },
];
