/**
 * The part of the client about people.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A user of the system. */
export interface Person {
  /** The user's full name. */
  readonly full_name: string;
}

/** Calls the operations about people. */
export class PeopleClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read a person. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Person> {
    return await this.#caller.send<Person>({
      method: "GET",
      path: `/v1/people/${segment(id)}`,
      under: "person",
      options,
    });
  }

  /** Read a person. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Person | undefined> {
    return await this.#caller.sendIfChanged<Person>({
      method: "GET",
      path: `/v1/people/${segment(id)}`,
      under: "person",
      options,
    });
  }
}
