/**
 * A client of covered shapes: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { ProjectsClient } from "./projects_client.ts";
import { NotesClient } from "./notes_client.ts";
import { EventsClient } from "./events_client.ts";
import { BadgesClient } from "./badges_client.ts";
import { TicketsClient } from "./tickets_client.ts";
import { StampsClient } from "./stamps_client.ts";
import { ReadingsClient } from "./readings_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  CursorPage,
  Selected,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./projects_client.ts";
export type * from "./notes_client.ts";
export type * from "./events_client.ts";
export type * from "./badges_client.ts";
export type * from "./tickets_client.ts";
export type * from "./stamps_client.ts";
export type * from "./readings_client.ts";

/** Each shape whose own acceptance tests once failed, or passed without showing anything. */
export class Client {
  /** The operations about projects. */
  readonly projects: ProjectsClient;
  /** The operations about notes. */
  readonly notes: NotesClient;
  /** The operations about events. */
  readonly events: EventsClient;
  /** The operations about badges. */
  readonly badges: BadgesClient;
  /** The operations about tickets. */
  readonly tickets: TicketsClient;
  /** The operations about stamps. */
  readonly stamps: StampsClient;
  /** The operations about readings. */
  readonly readings: ReadingsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.projects = new ProjectsClient(caller);
    this.notes = new NotesClient(caller);
    this.events = new EventsClient(caller);
    this.badges = new BadgesClient(caller);
    this.tickets = new TicketsClient(caller);
    this.stamps = new StampsClient(caller);
    this.readings = new ReadingsClient(caller);
  }
}
