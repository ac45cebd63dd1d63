/**
 * The part of the client about loans.
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
import type { Book } from "./books_client.ts";
import type { Member } from "./members_client.ts";

/** A loan of the system. */
export interface Loan {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The loan's due date. */
  readonly dueDate: string | null;
  /** Whether the loan is returned. */
  readonly returned: boolean;
  /** The book that the loan belongs to. */
  readonly bookId: string;
  /** The member that the loan belongs to. */
  readonly memberId: string;
}

/** Some fields of a loan, and what is included. */
export interface LoanSelection {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The loan's due date. */
  readonly dueDate?: string | null;
  /** Whether the loan is returned. */
  readonly returned?: boolean;
  /** The book that the loan belongs to. */
  readonly bookId?: string;
  /** The member that the loan belongs to. */
  readonly memberId?: string;
  /** Only if included: its book, or null where there is none that whoever asks may read. */
  readonly book?: Book | null;
  /** Only if included: its member, or null where there is none that whoever asks may read. */
  readonly member?: Member | null;
}

/** The body to create a loan. */
export interface LoanCreate {
  /** The loan's due date. */
  readonly dueDate?: string | null;
  /** Whether the loan is returned. */
  readonly returned?: boolean;
  /** The book that the loan belongs to. */
  readonly bookId: string;
  /** The member that the loan belongs to. */
  readonly memberId: string;
}

/** The body to replace one loan. */
export interface LoanReplace {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The loan's due date. */
  readonly dueDate?: string | null;
  /** Whether the loan is returned. */
  readonly returned?: boolean;
  /** The book that the loan belongs to. */
  readonly bookId: string;
  /** The member that the loan belongs to. */
  readonly memberId: string;
}

/** The body to change some fields of one loan. */
export interface LoanPatch {
  /** Set by the server. */
  readonly id?: string;
  /** Set by the server. */
  readonly createdAt?: string;
  /** Set by the server at every change. */
  readonly updatedAt?: string;
  /** The loan's due date. */
  readonly dueDate?: string | null;
  /** Whether the loan is returned. */
  readonly returned?: boolean;
  /** The book that the loan belongs to. */
  readonly bookId?: string;
  /** The member that the loan belongs to. */
  readonly memberId?: string;
}

/** What a list of loans can say. */
export interface LoansQuery {
  /** The limit. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 fields to sort by, in order; a leading - means largest first. They can be any of id, createdAt, updatedAt, dueDate, returned, bookId, memberId. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "dueDate"
    | "returned"
    | "bookId"
    | "memberId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("book" | "member")[];
  /** Filter by dueDate. Empty stands for null. */
  readonly dueDate?: string | null;
  /** Filter by returned. */
  readonly returned?: boolean;
  /** Filter by bookId. */
  readonly bookId?: string;
  /** Filter by memberId. */
  readonly memberId?: string;
}

/** What a read of one of the loans can say. */
export interface LoansGetQuery {
  /** The fields of the answer; the id is always there. */
  readonly fields?: ReadonlyArray<
    | "id"
    | "createdAt"
    | "updatedAt"
    | "dueDate"
    | "returned"
    | "bookId"
    | "memberId"
  >;
  /** What the answer has beside the fields, as far as whoever asks may read it. */
  readonly include?: readonly ("book" | "member")[];
}

/** Calls the operations about loans. */
export class LoansClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List loans. */
  async list<const Q extends LoansQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): Promise<CursorPage<Selected<Loan, LoanSelection, Q>>> {
    return await this.#caller.send<
      CursorPage<Selected<Loan, LoanSelection, Q>>
    >({ method: "GET", path: "/loans", query, options });
  }

  /** List loans. Goes through all pages, each read when it is needed. */
  listAll<const Q extends LoansQuery = Record<never, never>>(
    query?: Q,
    options: CallOptions = {},
  ): AsyncGenerator<Selected<Loan, LoanSelection, Q>, void, void> {
    return eachByCursor(query?.cursor, async (cursor) => {
      const page = await this.list<Q>({ ...(query as Q), cursor }, options);
      return page;
    });
  }

  /** Create a loan. */
  async create(body: LoanCreate, options: CallOptions = {}): Promise<Loan> {
    return await this.#caller.send<Loan>({
      method: "POST",
      path: "/loans",
      body,
      options,
    });
  }

  /** Read one loan. */
  async get<const Q extends LoansGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Loan, LoanSelection, Q>> {
    return await this.#caller.send<Selected<Loan, LoanSelection, Q>>({
      method: "GET",
      path: `/loans/${segment(id)}`,
      query,
      options,
    });
  }

  /** Read one loan. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged<const Q extends LoansGetQuery = Record<never, never>>(
    id: string,
    query?: Q,
    options: ConditionalOptions = {},
  ): Promise<Selected<Loan, LoanSelection, Q> | undefined> {
    return await this.#caller.sendIfChanged<Selected<Loan, LoanSelection, Q>>({
      method: "GET",
      path: `/loans/${segment(id)}`,
      query,
      options,
    });
  }

  /** Replace one loan. */
  async replace(
    id: string,
    body: LoanReplace,
    options: ConditionalOptions = {},
  ): Promise<Loan> {
    return await this.#caller.send<Loan>({
      method: "PUT",
      path: `/loans/${segment(id)}`,
      body,
      options,
    });
  }

  /** Change some fields of one loan. */
  async patch(
    id: string,
    body: LoanPatch,
    options: ConditionalOptions = {},
  ): Promise<Loan> {
    return await this.#caller.send<Loan>({
      method: "PATCH",
      path: `/loans/${segment(id)}`,
      body,
      options,
    });
  }

  /** Delete one loan. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/loans/${segment(id)}`,
      options,
    });
  }

  /** Return a loan: sets returned to true. */
  async return(id: string, options: ConditionalOptions = {}): Promise<Loan> {
    return await this.#caller.send<Loan>({
      method: "POST",
      path: `/loans/${segment(id)}/return`,
      options,
    });
  }
}
