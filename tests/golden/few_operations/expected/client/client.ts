/**
 * A client of few operations: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { ReadingsClient } from "./readings_client.ts";
import { SignupsClient } from "./signups_client.ts";
import { AnnouncementsClient } from "./announcements_client.ts";
import { SessionsClient } from "./sessions_client.ts";
import { ProfilesClient } from "./profiles_client.ts";
import { SettingsClient } from "./settings_client.ts";
import { DoorsClient } from "./doors_client.ts";

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
export type * from "./readings_client.ts";
export type * from "./signups_client.ts";
export type * from "./announcements_client.ts";
export type * from "./sessions_client.ts";
export type * from "./profiles_client.ts";
export type * from "./settings_client.ts";
export type * from "./doors_client.ts";

/** Entities with one operation each. */
export class Client {
  /** The operations about readings. */
  readonly readings: ReadingsClient;
  /** The operations about signups. */
  readonly signups: SignupsClient;
  /** The operations about announcements. */
  readonly announcements: AnnouncementsClient;
  /** The operations about sessions. */
  readonly sessions: SessionsClient;
  /** The operations about profiles. */
  readonly profiles: ProfilesClient;
  /** The operations about settings. */
  readonly settings: SettingsClient;
  /** The operations about doors. */
  readonly doors: DoorsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.readings = new ReadingsClient(caller);
    this.signups = new SignupsClient(caller);
    this.announcements = new AnnouncementsClient(caller);
    this.sessions = new SessionsClient(caller);
    this.profiles = new ProfilesClient(caller);
    this.settings = new SettingsClient(caller);
    this.doors = new DoorsClient(caller);
  }
}
