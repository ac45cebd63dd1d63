/**
 * A client of task manager: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { TasksClient } from "./tasks_client.ts";

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
export type * from "./tasks_client.ts";

/** The task manager system. */
export class Client {
  /** The operations about tasks. */
  readonly tasks: TasksClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.tasks = new TasksClient(caller);
  }
}
