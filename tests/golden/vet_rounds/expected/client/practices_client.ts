/**
 * The part of the client about practices.
 *
 * @module
 */
import {
  type ApiCaller,
  type ConditionalOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** A practice of the system. */
export interface Practice {
  /** Set by the server. */
  readonly id: string;
  /** The practice's name. */
  readonly name: string;
  /** The practice's open since. */
  readonly open_since: string | null;
  /** How many there are of the kind user. */
  readonly people: number;
}

/** The body to change some fields of a practice. */
export interface PracticePatch {
  /** The practice's name. */
  readonly name?: string;
  /** The practice's open since. */
  readonly open_since?: string | null;
}

/** Calls the operations about practices. */
export class PracticesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Read a practice. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Practice> {
    return await this.#caller.send<Practice>({
      method: "GET",
      path: `/api/practices/${segment(id)}`,
      under: "practice",
      options,
    });
  }

  /** Change some fields of a practice. */
  async patch(
    id: string,
    body: PracticePatch,
    options: ConditionalOptions = {},
  ): Promise<Practice> {
    return await this.#caller.send<Practice>({
      method: "PATCH",
      path: `/api/practices/${segment(id)}`,
      body: { practice: body },
      under: "practice",
      options,
    });
  }
}
