/**
 * The part of the client about profiles.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A profile of the system. */
export interface Profile {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The profile's name. */
  readonly name: string | null;
}

/** The body to replace one profile. */
export interface ProfileReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The profile's name. */
  readonly name?: string | null;
}

/** Calls the operations about profiles. */
export class ProfilesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Replace one profile. */
  async replace(
    id: string,
    body: ProfileReplace,
    options: ConditionalOptions = {},
  ): Promise<Profile> {
    return await this.#caller.send<Profile>({
      method: "PUT",
      path: `/profiles/${segment(id)}`,
      body,
      options,
    });
  }
}
