/**
 * A client of shared notes: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { OrganisationsClient } from "./organisations_client.ts";
import { UsersClient } from "./users_client.ts";
import { NotebooksClient } from "./notebooks_client.ts";
import { NotesClient } from "./notes_client.ts";

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
export type * from "./auth_client.ts";
export type * from "./organisations_client.ts";
export type * from "./users_client.ts";
export type * from "./notebooks_client.ts";
export type * from "./notes_client.ts";

/** The shared notes system. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about organisations. */
  readonly organisations: OrganisationsClient;
  /** The operations about users. */
  readonly users: UsersClient;
  /** The operations about notebooks. */
  readonly notebooks: NotebooksClient;
  /** The operations about notes. */
  readonly notes: NotesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.auth = new AuthClient(caller);
    this.organisations = new OrganisationsClient(caller);
    this.users = new UsersClient(caller);
    this.notebooks = new NotebooksClient(caller);
    this.notes = new NotesClient(caller);
  }
}
