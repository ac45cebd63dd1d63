/**
 * The part of the client about reviews.
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
import type { Person } from "./people_client.ts";

/** A review of the system. */
export interface Review {
  /** The review's number. Unique. Counted by the server. */
  readonly id: number;
  /** The review's stars. */
  readonly stars: number;
  /** The review's text. */
  readonly text: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** The author. */
  readonly author: Person;
}

/** The body to create a review. */
export interface ReviewCreate {
  /** The review's stars. */
  readonly stars: number;
  /** The review's text. */
  readonly text: string;
  /** The reader that is the review's author. Cannot be changed after creation. */
  readonly authorId?: string;
}

/** A page of reviews. */
export interface ReviewsPage {
  /** The reviews. */
  readonly reviews: readonly Review[];
  /** How many there are on all pages. */
  readonly reviewsCount: number;
}

/** What a list of reviews can say. */
export interface ReviewsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of createdAt, id, stars. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this id. */
  readonly id?: number;
  /** Only with this stars. */
  readonly stars?: number;
  /** Only with this text. */
  readonly text?: string;
}

/** Calls the operations about reviews. */
export class ReviewsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List reviews. */
  async list(
    slug: string,
    query: ReviewsQuery = {},
    options: CallOptions = {},
  ): Promise<ReviewsPage> {
    return await this.#caller.send<ReviewsPage>({
      method: "GET",
      path: `/api/books/${segment(slug)}/reviews`,
      query,
      options,
    });
  }

  /** List reviews. Goes through all pages, each read when it is needed. */
  listAll(
    slug: string,
    query: ReviewsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Review, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list(slug, { ...query, offset }, options);
      return { items: page.reviews, total: page.reviewsCount };
    });
  }

  /** Create a review. */
  async create(
    slug: string,
    body: ReviewCreate,
    options: CallOptions = {},
  ): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "POST",
      path: `/api/books/${segment(slug)}/reviews`,
      body: { review: body },
      under: "review",
      options,
    });
  }

  /** Read a review. */
  async get(
    slug: string,
    id: number,
    options: ConditionalOptions = {},
  ): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "GET",
      path: `/api/books/${segment(slug)}/reviews/${segment(id)}`,
      under: "review",
      options,
    });
  }

  /** Delete a review. */
  async delete(
    slug: string,
    id: number,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/books/${segment(slug)}/reviews/${segment(id)}`,
      options,
    });
  }
}
