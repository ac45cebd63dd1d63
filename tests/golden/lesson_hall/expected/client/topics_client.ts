/**
 * The part of the client about topics.
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
import type { Topic } from "./courses_client.ts";

/** The body to create a topic. */
export interface TopicCreate {
  /** The topic's name. Unique. */
  readonly name: string;
  /** Whether the topic is approved. */
  readonly approved?: boolean;
  /** The user that is the topic's proposer. Cannot be changed after creation. */
  readonly proposerId?: string;
}

/** The body to replace a topic. */
export interface TopicReplace {
  /** The topic's name. Unique. */
  readonly name: string;
  /** Whether the topic is approved. */
  readonly approved?: boolean;
  /** The user that is the topic's proposer. Cannot be changed after creation. */
  readonly proposerId?: string;
}

/** The body to change some fields of a topic. */
export interface TopicPatch {
  /** The topic's name. Unique. */
  readonly name?: string;
  /** Whether the topic is approved. */
  readonly approved?: boolean;
  /** The user that is the topic's proposer. Cannot be changed after creation. */
  readonly proposerId?: string;
}

/** A page of topics. */
export interface TopicsPage {
  /** The topics. */
  readonly topics: readonly Topic[];
  /** How many there are on all pages. */
  readonly topicsCount: number;
}

/** What a list of topics can say. */
export interface TopicsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of name, approved. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this name. */
  readonly name?: string;
  /** Only with this approved. */
  readonly approved?: boolean;
}

/** Calls the operations about topics. */
export class TopicsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List topics. */
  async list(
    query: TopicsQuery = {},
    options: CallOptions = {},
  ): Promise<TopicsPage> {
    return await this.#caller.send<TopicsPage>({
      method: "GET",
      path: "/api/topics",
      query,
      options,
    });
  }

  /** List topics. Goes through all pages, each read when it is needed. */
  listAll(
    query: TopicsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Topic, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.topics, total: page.topicsCount };
    });
  }

  /** Create a topic. */
  async create(body: TopicCreate, options: CallOptions = {}): Promise<Topic> {
    return await this.#caller.send<Topic>({
      method: "POST",
      path: "/api/topics",
      body: { topic: body },
      under: "topic",
      options,
    });
  }

  /** Read a topic. */
  async get(name: string, options: ConditionalOptions = {}): Promise<Topic> {
    return await this.#caller.send<Topic>({
      method: "GET",
      path: `/api/topics/${segment(name)}`,
      under: "topic",
      options,
    });
  }

  /** Read a topic. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    name: string,
    options: ConditionalOptions = {},
  ): Promise<Topic | undefined> {
    return await this.#caller.sendIfChanged<Topic>({
      method: "GET",
      path: `/api/topics/${segment(name)}`,
      under: "topic",
      options,
    });
  }

  /** Replace a topic. */
  async replace(
    name: string,
    body: TopicReplace,
    options: ConditionalOptions = {},
  ): Promise<Topic> {
    return await this.#caller.send<Topic>({
      method: "PUT",
      path: `/api/topics/${segment(name)}`,
      body: { topic: body },
      under: "topic",
      options,
    });
  }

  /** Change some fields of a topic. */
  async patch(
    name: string,
    body: TopicPatch,
    options: ConditionalOptions = {},
  ): Promise<Topic> {
    return await this.#caller.send<Topic>({
      method: "PATCH",
      path: `/api/topics/${segment(name)}`,
      body: { topic: body },
      under: "topic",
      options,
    });
  }

  /** Delete a topic. */
  async delete(name: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/topics/${segment(name)}`,
      options,
    });
  }
}
