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
import type { Course } from "./courses_client.ts";
import type { Person } from "./people_client.ts";

/** A review of the system. */
export interface Review {
  /** Set by the server. */
  readonly id: string;
  /** The review's text. */
  readonly text: string;
  /** The course. */
  readonly course: Course | null;
  /** The by. */
  readonly by: Person;
}

/** The body to create a review. */
export interface ReviewCreate {
  /** The review's text. */
  readonly text: string;
  /** The course that the review belongs to. */
  readonly courseId: string;
  /** The user that is the review's by. Cannot be changed after creation. */
  readonly byId?: string;
}

/** The body to replace a review. */
export interface ReviewReplace {
  /** The review's text. */
  readonly text: string;
  /** The course that the review belongs to. */
  readonly courseId: string;
  /** The user that is the review's by. Cannot be changed after creation. */
  readonly byId?: string;
}

/** The body to change some fields of a review. */
export interface ReviewPatch {
  /** The review's text. */
  readonly text?: string;
  /** The course that the review belongs to. */
  readonly courseId?: string;
  /** The user that is the review's by. Cannot be changed after creation. */
  readonly byId?: string;
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
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only what belongs to the course with this code. */
  readonly course?: string;
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
    query: ReviewsQuery = {},
    options: CallOptions = {},
  ): Promise<ReviewsPage> {
    return await this.#caller.send<ReviewsPage>({
      method: "GET",
      path: "/api/reviews",
      query,
      options,
    });
  }

  /** List reviews. Goes through all pages, each read when it is needed. */
  listAll(
    query: ReviewsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Review, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.reviews, total: page.reviewsCount };
    });
  }

  /** Create a review. */
  async create(body: ReviewCreate, options: CallOptions = {}): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "POST",
      path: "/api/reviews",
      body: { review: body },
      under: "review",
      options,
    });
  }

  /** Read a review. */
  async get(id: string, options: ConditionalOptions = {}): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "GET",
      path: `/api/reviews/${segment(id)}`,
      under: "review",
      options,
    });
  }

  /** Replace a review. */
  async replace(
    id: string,
    body: ReviewReplace,
    options: ConditionalOptions = {},
  ): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "PUT",
      path: `/api/reviews/${segment(id)}`,
      body: { review: body },
      under: "review",
      options,
    });
  }

  /** Change some fields of a review. */
  async patch(
    id: string,
    body: ReviewPatch,
    options: ConditionalOptions = {},
  ): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "PATCH",
      path: `/api/reviews/${segment(id)}`,
      body: { review: body },
      under: "review",
      options,
    });
  }

  /** Delete a review. */
  async delete(id: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/reviews/${segment(id)}`,
      options,
    });
  }

  /** Restore a review that was deleted. */
  async restore(id: string, options: ConditionalOptions = {}): Promise<Review> {
    return await this.#caller.send<Review>({
      method: "POST",
      path: `/api/reviews/${segment(id)}/restore`,
      under: "review",
      options,
    });
  }
}
