/**
 * A client of vet rounds: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AccountClient } from "./account_client.ts";
import { TraitsClient } from "./traits_client.ts";
import { PracticesClient } from "./practices_client.ts";
import { ColleaguesClient } from "./colleagues_client.ts";
import { AnimalsClient } from "./animals_client.ts";
import { VisitsClient } from "./visits_client.ts";
import { RemediesClient } from "./remedies_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./account_client.ts";
export type * from "./traits_client.ts";
export type * from "./practices_client.ts";
export type * from "./colleagues_client.ts";
export type * from "./animals_client.ts";
export type * from "./visits_client.ts";
export type * from "./remedies_client.ts";

/** Animals, and what the practices that look after them do. */
export class Client {
  /** The operations about signing in. */
  readonly account: AccountClient;
  /** The operations about traits. */
  readonly traits: TraitsClient;
  /** The operations about practices. */
  readonly practices: PracticesClient;
  /** The operations about colleagues. */
  readonly colleagues: ColleaguesClient;
  /** The operations about animals. */
  readonly animals: AnimalsClient;
  /** The operations about visits. */
  readonly visits: VisitsClient;
  /** The operations about remedies. */
  readonly remedies: RemediesClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.account = new AccountClient(caller);
    this.traits = new TraitsClient(caller);
    this.practices = new PracticesClient(caller);
    this.colleagues = new ColleaguesClient(caller);
    this.animals = new AnimalsClient(caller);
    this.visits = new VisitsClient(caller);
    this.remedies = new RemediesClient(caller);
  }
}
