/**
 * A client of odd names: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { GroupsClient } from "./groups_client.ts";
import { EventsClient } from "./events_client.ts";
import { MapsClient } from "./maps_client.ts";

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
export type * from "./groups_client.ts";
export type * from "./events_client.ts";
export type * from "./maps_client.ts";

/** Every string is data: ` ${oops} * / <% %> ' " \ --. */
export class Client {
  /** The operations about groups. */
  readonly groups: GroupsClient;
  /** The operations about events. */
  readonly events: EventsClient;
  /** The operations about maps. */
  readonly maps: MapsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.groups = new GroupsClient(caller);
    this.events = new EventsClient(caller);
    this.maps = new MapsClient(caller);
  }
}
