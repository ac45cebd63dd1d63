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
