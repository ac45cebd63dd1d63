/**
 * The part of the client about endpoints.
 *
 * @module
 */
import {
  type ApiCaller,
  type CallOptions,
  segment,
} from "../kit/api_client_runtime.ts";

/** What GET /reports/{section} answers. */
export interface PublishingReportAnswer {
  /** The total. */
  readonly total: number;
  /** The share. At most 2 decimal places. */
  readonly share: number | null;
  /** The titles. */
  readonly titles: readonly string[];
}

/** What POST /publications takes. */
export interface PublishAllBody {
  /** The articles. */
  readonly articles: readonly string[];
  /** The note. */
  readonly note?: string | null;
}

/** What POST /publications answers. */
export interface PublishAllAnswer {
  /** The published. */
  readonly published: number;
  /** The by. */
  readonly by: string;
}

/** What GET /greeting answers. */
export interface GreetingAnswer {
  /** The text. */
  readonly text: string;
}

/** What the query can say. */
export interface PublishingReportQuery {
  /** The since. */
  readonly since?: string;
  /** The drafts. */
  readonly drafts?: boolean;
}

/** What the query can say. */
export interface GreetingQuery {
  /** The name. */
  readonly name?: string;
}

/** Calls the operations about endpoints. */
export class EndpointsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** How much of a section is published. */
  async publishingReport(
    section: "news" | "culture" | "sport",
    query: PublishingReportQuery = {},
    options: CallOptions = {},
  ): Promise<PublishingReportAnswer> {
    return await this.#caller.send<PublishingReportAnswer>({
      method: "GET",
      path: `/reports/${segment(section)}`,
      query,
      options,
    });
  }

  /** Publish several articles at once. */
  async publishAll(
    body: PublishAllBody,
    options: CallOptions = {},
  ): Promise<PublishAllAnswer> {
    return await this.#caller.send<PublishAllAnswer>({
      method: "POST",
      path: "/publications",
      body,
      options,
    });
  }

  /** Say hello. */
  async greeting(
    query: GreetingQuery = {},
    options: CallOptions = {},
  ): Promise<GreetingAnswer> {
    return await this.#caller.send<GreetingAnswer>({
      method: "GET",
      path: "/greeting",
      query,
      options,
    });
  }
}
