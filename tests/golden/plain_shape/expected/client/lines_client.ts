/**
 * The part of the client about lines.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  eachByCursor,
  segment,
} from "../kit/api_client_runtime.ts";

/** A line of the system. */
export interface Line {
  /** Set by the server. */
  readonly id: string;
  /** The line's text. */
  readonly name: string;
  /** The line's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The line's pieces. */
  readonly pieces: number;
}

/** The body to create a line. */
export interface LineCreate {
  /** The line's text. */
  readonly name: string;
  /** The line's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The line's pieces. */
  readonly pieces?: number;
}

/** The body to replace a line. */
export interface LineReplace {
  /** The line's text. */
  readonly name: string;
  /** The line's amount. At most 2 decimal places. */
  readonly amount: number;
  /** The line's pieces. */
  readonly pieces?: number;
}

/** The body to change some fields of a line. */
export interface LinePatch {
  /** The line's text. */
  readonly name?: string;
  /** The line's amount. At most 2 decimal places. */
  readonly amount?: number;
  /** The line's pieces. */
  readonly pieces?: number;
}

/** A group of lines. */
export interface LineByTextGroup {
  /** What those of the group have in common. */
  readonly name: string;
  /** How many are in the group. */
  readonly count: number;
  /** The sum. */
  readonly sum: { readonly amount: string; readonly pieces: number };
  /** The avg. */
  readonly avg: { readonly amount: string };
  /** The max. */
  readonly max: { readonly pieces: number };
}

/** What is answered about lines. */
export interface LineBulkDelete {
  /** The id of the line. */
  readonly id: string;
  /** Entity tags, or *: all is done only if this one has one of them (412 else). */
  readonly ifMatch?: string;
}

/** A page of lines. */
export interface LinesPage {
  /** The items. */
  readonly items: readonly Line[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** What a list of lines can say. */
export interface LinesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, name, amount, pieces. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
  /** Only with this amount. */
  readonly amount?: number;
  /** Only with this pieces. */
  readonly pieces?: number;
}

/** What a list of lines can say. */
export interface LinesByTextQuery {
  /** Only with this name. */
  readonly name?: string;
  /** Only with this amount. */
  readonly amount?: number;
  /** Only with this pieces. */
  readonly pieces?: number;
}

/** Calls the operations about lines. */
export class LinesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List lines. */
  async list(
    code: string,
    query: LinesQuery = {},
    options: CallOptions = {},
  ): Promise<LinesPage> {
    return await this.#caller.send<LinesPage>({
      method: "GET",
      path: `/v1/bills/${segment(code)}/positions`,
      query,
      options,
    });
  }

  /** List lines. Goes through all pages, each read when it is needed. */
  listAll(
    code: string,
    query: LinesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Line, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list(code, { ...query, cursor }, options);
      return page;
    });
  }

  /** Create a line. */
  async create(
    code: string,
    body: LineCreate,
    options: CallOptions = {},
  ): Promise<Line> {
    return await this.#caller.send<Line>({
      method: "POST",
      path: `/v1/bills/${segment(code)}/positions`,
      body,
      options,
    });
  }

  /** Read a line. */
  async get(
    code: string,
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Line> {
    return await this.#caller.send<Line>({
      method: "GET",
      path: `/v1/bills/${segment(code)}/positions/${segment(id)}`,
      options,
    });
  }

  /** Read a line. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    code: string,
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Line | undefined> {
    return await this.#caller.sendIfChanged<Line>({
      method: "GET",
      path: `/v1/bills/${segment(code)}/positions/${segment(id)}`,
      options,
    });
  }

  /** Replace a line. */
  async replace(
    code: string,
    id: string,
    body: LineReplace,
    options: ConditionalOptions = {},
  ): Promise<Line> {
    return await this.#caller.send<Line>({
      method: "PUT",
      path: `/v1/bills/${segment(code)}/positions/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of a line. */
  async patch(
    code: string,
    id: string,
    body: LinePatch,
    options: ConditionalOptions = {},
  ): Promise<Line> {
    return await this.#caller.send<Line>({
      method: "PATCH",
      path: `/v1/bills/${segment(code)}/positions/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete a line. */
  async delete(
    code: string,
    id: string,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v1/bills/${segment(code)}/positions/${segment(id)}`,
      options,
    });
  }

  /** Count lines by text, with the sum of amount and pieces, mean of amount and greatest pieces. */
  async byText(
    code: string,
    query: LinesByTextQuery = {},
    options: CallOptions = {},
  ): Promise<readonly LineByTextGroup[]> {
    return await this.#caller.send<readonly LineByTextGroup[]>({
      method: "GET",
      path: `/v1/bills/${segment(code)}/positions/by-text`,
      query,
      under: "groups",
      options,
    });
  }

  /** Create several lines, all or none. */
  async bulkCreate(
    code: string,
    body: readonly LineCreate[],
    options: CallOptions = {},
  ): Promise<readonly Line[]> {
    return await this.#caller.send<readonly Line[]>({
      method: "POST",
      path: `/v1/bills/${segment(code)}/positions/bulk/create`,
      body: { items: body },
      under: "items",
      options,
    });
  }

  /** Delete several lines, all or none. */
  async bulkDelete(
    code: string,
    body: readonly LineBulkDelete[],
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "POST",
      path: `/v1/bills/${segment(code)}/positions/bulk/delete`,
      body: { items: body },
      options,
    });
  }
}
