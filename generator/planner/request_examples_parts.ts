/**
 * Requests that name the parts of which every system consists.
 *
 * @module
 */
import type { RequestExample } from "./request_example.ts";

/** Requests that name the parts of the system. */
export const PART_EXAMPLES: readonly RequestExample[] = [
  {
    request:
      "A task management API with three components: an API gateway, a task controller and a task store. Tasks have a title.",
    outline: "task: title!",
  },
  {
    request:
      "Create a booking system with an API gateway, booking controller, and booking store",
    outline: "booking: name!",
  },
  {
    request:
      "Build a system with components: api_gateway, order_controller, order_store. Orders have a number.",
    outline: "order: number",
  },
  {
    request:
      "A library system with a book controller, a member controller, a book store and a member store.",
    outline: `
      book: title!
      member: name!`,
  },
  {
    request:
      "Generate a user service with an API endpoint, a controller and a store. Users have a name.",
    outline: "user: name!",
  },
  {
    request:
      "A forum. Components:\n- API gateway\n- topic controller\n- topic store\n- email sender",
    outline: "topic: title!",
    notUnderstood: ["email sender"],
  },
  {
    request:
      "Inventory API. The system has the following parts: an API gateway, a product controller, a product store and a notification sender.",
    outline: "product: name!",
    notUnderstood: ["a notification sender"],
  },
  {
    request:
      "The API gateway routes requests to the task controller, which saves tasks in the task store. Tasks have a title.",
    outline: "task: title!",
  },
  {
    request: "The controller must not call the store. Tasks have a title.",
    outline: "task: title!",
    notUnderstood: ["The controller must not call the store."],
  },
  {
    request: "The store sends requests to the gateway. Tasks have a title.",
    outline: "task: title!",
    notUnderstood: ["The store sends requests to the gateway."],
  },
  {
    request:
      "A chain of stores: a store has a name. A store has many products. A product has a name.",
    outline: `
      store: name!
      product: name! > store`,
  },
];
