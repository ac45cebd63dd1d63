/**
 * What is said to visitors.
 *
 * @module
 */
import type { GreetingAnswer, GreetingCall } from "./greeting_endpoint.ts";

/** Greets by name, and colleagues as such. */
export function greeting({ query, viewer }: GreetingCall): GreetingAnswer {
  const whom = viewer === undefined ? query.name : `colleague ${query.name}`;
  return { text: `Hello, ${whom}!` };
}
