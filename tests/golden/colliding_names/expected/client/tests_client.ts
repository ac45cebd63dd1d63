/**
 * The part of the client about tests.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  type ConditionalOptions,
  type CursorPage,
  eachByCursor,
  segment,
  type Selected,
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

/** Some fields of a test, and what is included. */
export interface TestSelection {
  /** Set by the server. */
  readonly id: string;
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
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "a" | "b" | "c"
  >;
  /** Filter by a. Empty stands for null. */
  readonly a?: number | null;
  /** Filter by b. Empty stands for null. */
  readonly b?: number | null;
  /** Filter by c. Empty stands for null. */
  readonly c?: number | null;
}

/** What a read of one of the tests can say. */
export interface TestsGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    "id" | "createdAt" | "updatedAt" | "a" | "b" | "c"
  >;
}

/** Calls the operations about tests. */
export class TestsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List tests. */
  async list<const Q extends TestsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Test, TestSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Test, TestSelection, Q>>
    >({ method: "GET", path: "/tests", query, options });
  }

  /** List tests. Goes through all pages, each read when it is needed. */
  listAll<const Q extends TestsQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Test, TestSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
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
  async get<const Q extends TestsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Test, TestSelection, Q>> {
    return await this.#caller.send<Selected<Test, TestSelection, Q>>({
      method: "GET",
      path: `/tests/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one test. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends TestsGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Test, TestSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Test, TestSelection, Q>>({
      method: "GET",
      path: `/tests/${segment(id)}`,
      query,
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
