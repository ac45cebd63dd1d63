/**
 * The outbox: events that are told to webhooks, kept in the transaction of the change that they tell of.
 *
 * @module
 */
import type { AnnouncedEvent } from "./webhook_event.ts";

/** An event that waits to be told. */
export interface WaitingEvent extends AnnouncedEvent {
  /** Its place among all events. */
  readonly sequence: number;
  /** How often it has been tried. */
  readonly attempts: number;
  /** When it is due, in milliseconds since 1970; 0 for at once. */
  readonly dueAt: number;
}

/** Keeps events until they are told. All engines behave alike; see outbox_conformance.ts. */
export interface Outbox {
  /**
   * Lists the events of a webhook that are due, oldest first: of each entity only the oldest that waits, so that
   * nothing is told before what came first.
   */
  due(
    webhook: string,
    now: number,
    limit: number,
  ): Promise<readonly WaitingEvent[]>;
  /**
   * Takes an event, as it was listed, for one more try; false if somebody else has. If nothing more is heard of it,
   * it is due again at `until`.
   */
  claim(event: WaitingEvent, until: number): Promise<boolean>;
  /** Forgets an event that was told. */
  told(event: WaitingEvent): Promise<void>;
  /** Puts an event back, with as many attempts as are given, until it is due. */
  putBack(
    event: WaitingEvent,
    next: { readonly attempts: number; readonly dueAt: number },
  ): Promise<void>;
  /** Gives an event up: it stays, and neither is due nor keeps others waiting. */
  bury(event: WaitingEvent, reason: string): Promise<void>;
  /** Forgets what waits for a webhook that nobody listens to. */
  discard(webhook: string): Promise<void>;
}
