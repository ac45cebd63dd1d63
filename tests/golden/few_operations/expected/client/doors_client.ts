/**
 * The part of the client about doors.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A door of the system. */
export interface Door {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** Whether the door is open. */
  readonly open: boolean;
}

/** Calls the operations about doors. */
export class DoorsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Open a door: sets open to true. */
  async open(id: string, options: ConditionalOptions = {}): Promise<Door> {
    return await this.#caller.send<Door>({
      method: "POST",
      path: `/doors/${segment(id)}/open`,
      options,
    });
  }
}
