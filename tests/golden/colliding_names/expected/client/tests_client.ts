/**
 * The part of the client about tests.
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

/** A test of the system. */
export interface Test {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The test's a. */
  readonly a: number | null;
  /** The test's b. */
  readonly b: number | null;
  /** The test's c. Unique. */
  readonly c: number | null;
}

/** What is answered about tests. */
export interface TestPage {
  /** The items. */
  readonly items: readonly Test[];
  /** Where the next page starts; null on the last page. */
  readonly nextCursor: string | null;
}

/** The body to create a test. */
export interface TestCreate {
  /** The test's a. */
  readonly a?: number | null;
  /** The test's b. */
  readonly b?: number | null;
  /** The test's c. Unique. */
  readonly c?: number | null;
}

/** The body to replace one test. */
export interface TestReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The test's a. */
  readonly a?: number | null;
  /** The test's b. */
  readonly b?: number | null;
  /** The test's c. Unique. */
  readonly c?: number | null;
}

/** The body to change some fields of one test. */
export interface TestPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The test's a. */
  readonly a?: number | null;
  /** The test's b. */
  readonly b?: number | null;
  /** The test's c. Unique. */
  readonly c?: number | null;
}

/** What a list of tests can say. */
export interface TestsQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, a, b, c. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Filter by a. Empty stands for null. */
  readonly a?: number | null;
  /** Filter by b. Empty stands for null. */
  readonly b?: number | null;
  /** Filter by c. Empty stands for null. */
  readonly c?: number | null;
}

/** Calls the operations about tests. */
export class TestsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tests. */
  async list(
    query: TestsQuery = {},
    options: CallOptions = {},
  ): Promise<TestPage> {
    return await this.#caller.send<TestPage>({
      method: "GET",
      path: "/tests",
      query,
      options,
    });
  }

  /** List tests. Goes through all pages, each read when it is needed. */
  listAll(
    query: TestsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Test, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list({ ...query, cursor }, options);
      return page;
    });
  }

  /** Create a test. */
  async create(body: TestCreate, options: CallOptions = {}): Promise<Test> {
    return await this.#caller.send<Test>({
      method: "POST",
      path: "/tests",
      body,
      options,
    });
  }

  /** Read one test. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Test> {
    return await this.#caller.send<Test>({
      method: "GET",
      path: `/tests/${segment(id)}`,
      options,
    });
  }

  /** Read one test. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    options: ConditionalOptions = {},
  ): Promise<Test | undefined> {
    return await this.#caller.sendIfChanged<Test>({
      method: "GET",
      path: `/tests/${segment(id)}`,
      options,
    });
  }

  /** Replace one test. */
  async replace(
    id: string,
    body: TestReplace,
    options: ConditionalOptions = {},
  ): Promise<Test> {
    return await this.#caller.send<Test>({
      method: "PUT",
      path: `/tests/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one test. */
  async patch(
    id: string,
    body: TestPatch,
    options: ConditionalOptions = {},
  ): Promise<Test> {
    return await this.#caller.send<Test>({
      method: "PATCH",
      path: `/tests/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one test. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/tests/${segment(id)}`,
      options,
    });
  }
}
