/**
 * The part of the client about colleagues.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByOffset,
  segment,
} from "../kit/api_client_runtime.ts";

/** A user of the system. */
export interface Colleague {
  /** The user's email. Unique, whatever its case. */
  readonly email: string;
  /** The user's full name. */
  readonly full_name: string;
  /** What the user may do, by name. */
  readonly role: "helper" | "vet";
}

/** A page of colleagues. */
export interface ColleaguesPage {
  /** The colleagues. */
  readonly colleagues: readonly Colleague[];
  /** How many there are on all pages. */
  readonly colleagues_count: number;
}

/** What a list of colleagues can say. */
export interface ColleaguesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of email, full_name, role. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this email. */
  readonly email?: string;
  /** Only with this full_name. */
  readonly full_name?: string;
  /** Only with this role. */
  readonly role?: "helper" | "vet";
}

/** Calls the operations about colleagues. */
export class ColleaguesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List colleagues. */
  async list(
    query: ColleaguesQuery = {},
    options: CallOptions = {},
  ): Promise<ColleaguesPage> {
    return await this.#caller.send<ColleaguesPage>({
      method: "GET",
      path: "/api/colleagues",
      query,
      options,
    });
  }

  /** List colleagues. Goes through all pages, each read when it is needed. */
  listAll(
    query: ColleaguesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Colleague, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.colleagues, total: page.colleagues_count };
    });
  }

  /** Read a colleague. */
  async get(
    email: string,
    options: ConditionalOptions = {},
  ): Promise<Colleague> {
    return await this.#caller.send<Colleague>({
      method: "GET",
      path: `/api/colleagues/${segment(email)}`,
      under: "colleague",
      options,
    });
  }

  /** Read a colleague. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    email: string,
    options: ConditionalOptions = {},
  ): Promise<Colleague | undefined> {
    return await this.#caller.sendIfChanged<Colleague>({
      method: "GET",
      path: `/api/colleagues/${segment(email)}`,
      under: "colleague",
      options,
    });
  }

  /** Delete a colleague. */
  async delete(email: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/colleagues/${segment(email)}`,
      options,
    });
  }
}
