/**
 * The part of the client about courses.
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
import type { Lesson } from "./lessons_client.ts";
import type { Person } from "./people_client.ts";

/** A course of the system. */
export interface Course {
  /** The course's code. Unique. */
  readonly code: string;
  /** The course's title. */
  readonly title: string;
  /** The course's state. */
  readonly state: "draft" | "open" | "closed";
  /** Set by the server. */
  readonly createdAt: string;
  /** Whether whoever asks has set the mark like; false for who is not signed in. */
  readonly liked: boolean;
  /** How many there are of the kind course like. */
  readonly likes: number;
  /** The topics. */
  readonly topics: readonly Topic[];
  /** The lessons. */
  readonly lessons: readonly Lesson[];
  /** How many there are of the kind lesson. */
  readonly lessonCount: number;
  /** The sum of minutes of each lesson; 0 without any. */
  readonly minutes: number;
  /** The lead. */
  readonly lead: Person;
}

/** The body to create a course. */
export interface CourseCreate {
  /** The course's code. Unique. */
  readonly code: string;
  /** The course's title. */
  readonly title: string;
  /** The course's state. */
  readonly state?: "draft" | "open" | "closed";
  /** The user that is the course's lead. Cannot be changed after creation. */
  readonly leadId?: string;
  /** The place that the course belongs to. */
  readonly placeId?: string | null;
}

/** The body to replace a course. */
export interface CourseReplace {
  /** The course's code. Unique. */
  readonly code: string;
  /** The course's title. */
  readonly title: string;
  /** The course's state. */
  readonly state?: "draft" | "open" | "closed";
  /** The user that is the course's lead. Cannot be changed after creation. */
  readonly leadId?: string;
  /** The place that the course belongs to. */
  readonly placeId?: string | null;
}

/** The body to change some fields of a course. */
export interface CoursePatch {
  /** The course's code. Unique. */
  readonly code?: string;
  /** The course's title. */
  readonly title?: string;
  /** The course's state. */
  readonly state?: "draft" | "open" | "closed";
  /** The user that is the course's lead. Cannot be changed after creation. */
  readonly leadId?: string;
  /** The place that the course belongs to. */
  readonly placeId?: string | null;
}

/** A topic of the system. */
export interface Topic {
  /** The topic's name. Unique. */
  readonly name: string;
  /** Whether the topic is approved. */
  readonly approved: boolean;
}

/** A page of courses. */
export interface CoursesPage {
  /** The courses. */
  readonly courses: readonly Course[];
  /** How many there are on all pages. */
  readonly coursesCount: number;
}

/** A page of courses. */
export interface CoursesListTopicsPage {
  /** The topics. */
  readonly topics: readonly Topic[];
  /** How many there are on all pages. */
  readonly topicsCount: number;
}

/** What a list of courses can say. */
export interface CoursesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of createdAt, code, title, state. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this state. */
  readonly state?: "draft" | "open" | "closed";
  /** Only what belongs to the topic with this name. */
  readonly topic?: string;
  /** Only what belongs to the user with this name. */
  readonly lead?: string;
}

/** What a list of courses can say. */
export interface CoursesListTopicsQuery {
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

/** Calls the operations about courses. */
export class CoursesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** The list "drafts" of courses. */
  async listDrafts(
    query: CoursesQuery = {},
    options: CallOptions = {},
  ): Promise<CoursesPage> {
    return await this.#caller.send<CoursesPage>({
      method: "GET",
      path: "/api/courses/drafts",
      query,
      options,
    });
  }

  /** The list "drafts" of courses. Goes through all pages, each read when it is needed. */
  listAllDrafts(
    query: CoursesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Course, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listDrafts({ ...query, offset }, options);
      return { items: page.courses, total: page.coursesCount };
    });
  }

  /** List courses. */
  async list(
    query: CoursesQuery = {},
    options: CallOptions = {},
  ): Promise<CoursesPage> {
    return await this.#caller.send<CoursesPage>({
      method: "GET",
      path: "/api/courses",
      query,
      options,
    });
  }

  /** List courses. Goes through all pages, each read when it is needed. */
  listAll(
    query: CoursesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Course, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list({ ...query, offset }, options);
      return { items: page.courses, total: page.coursesCount };
    });
  }

  /** Create a course. */
  async create(body: CourseCreate, options: CallOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "POST",
      path: "/api/courses",
      body: { course: body },
      under: "course",
      options,
    });
  }

  /** Read a course. */
  async get(code: string, options: ConditionalOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "GET",
      path: `/api/courses/${segment(code)}`,
      under: "course",
      options,
    });
  }

  /** Replace a course. */
  async replace(
    code: string,
    body: CourseReplace,
    options: ConditionalOptions = {},
  ): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "PUT",
      path: `/api/courses/${segment(code)}`,
      body: { course: body },
      under: "course",
      options,
    });
  }

  /** Change some fields of a course. */
  async patch(
    code: string,
    body: CoursePatch,
    options: ConditionalOptions = {},
  ): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "PATCH",
      path: `/api/courses/${segment(code)}`,
      body: { course: body },
      under: "course",
      options,
    });
  }

  /** Delete a course. */
  async delete(code: string, options: ConditionalOptions = {}): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/courses/${segment(code)}`,
      options,
    });
  }

  /** Open a course: sets state to open. */
  async open(code: string, options: ConditionalOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "POST",
      path: `/api/courses/${segment(code)}/open`,
      under: "course",
      options,
    });
  }

  /** Close a course: sets state to closed. */
  async close(code: string, options: ConditionalOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "POST",
      path: `/api/courses/${segment(code)}/close`,
      under: "course",
      options,
    });
  }

  /** Set the mark "like" on a course. */
  async setLike(code: string, options: CallOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "POST",
      path: `/api/courses/${segment(code)}/like`,
      under: "course",
      options,
    });
  }

  /** Take the mark "like" back from a course. */
  async takeLike(code: string, options: CallOptions = {}): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "DELETE",
      path: `/api/courses/${segment(code)}/like`,
      under: "course",
      options,
    });
  }

  /** List the topics of a course. */
  async listTopics(
    code: string,
    query: CoursesListTopicsQuery = {},
    options: CallOptions = {},
  ): Promise<CoursesListTopicsPage> {
    return await this.#caller.send<CoursesListTopicsPage>({
      method: "GET",
      path: `/api/courses/${segment(code)}/topics`,
      query,
      options,
    });
  }

  /** List the topics of a course. Goes through all pages, each read when it is needed. */
  listAllTopics(
    code: string,
    query: CoursesListTopicsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Topic, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.listTopics(code, { ...query, offset }, options);
      return { items: page.topics, total: page.topicsCount };
    });
  }

  /** Add a topic to the topics of a course. */
  async addTopicToTopics(
    code: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "PUT",
      path: `/api/courses/${segment(code)}/topics/${segment(name)}`,
      under: "course",
      options,
    });
  }

  /** Remove a topic from the topics of a course. */
  async removeTopicFromTopics(
    code: string,
    name: string,
    options: CallOptions = {},
  ): Promise<Course> {
    return await this.#caller.send<Course>({
      method: "DELETE",
      path: `/api/courses/${segment(code)}/topics/${segment(name)}`,
      under: "course",
      options,
    });
  }
}
