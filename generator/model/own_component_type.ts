/**
 * The kinds of component that nobody writes.
 *
 * @module
 */

/** The kinds of component that come by themselves with what needs them. */
export type OwnComponentType =
  | "AuthController"
  | "LiveFeed"
  | "Scheduler"
  | "WebhookSender";
