/**
 * The part of the client about people.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A reader of the system. */
export interface Person {
  /** The reader's name. Unique. */
  readonly name: string;
  /** The reader's about. */
  readonly about: string;
  /** Whether whoever asks has set the mark follow; false for who is not signed in. */
  readonly following: boolean;
}

/** Calls the operations about people. */
export class PeopleClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read a person. */
  async get(name: string, options: ConditionalOptions = {}): Promise<Person> {
    return await this.#caller.send<Person>({
      method: "GET",
      path: `/api/people/${segment(name)}`,
      under: "person",
      options,
    });
  }

  /** Set the mark "follow" on a person. */
  async setFollow(name: string, options: CallOptions = {}): Promise<Person> {
    return await this.#caller.send<Person>({
      method: "POST",
      path: `/api/people/${segment(name)}/follow`,
      under: "person",
      options,
    });
  }

  /** Take the mark "follow" back from a person. */
  async takeFollow(name: string, options: CallOptions = {}): Promise<Person> {
    return await this.#caller.send<Person>({
      method: "DELETE",
      path: `/api/people/${segment(name)}/follow`,
      under: "person",
      options,
    });
  }
}
