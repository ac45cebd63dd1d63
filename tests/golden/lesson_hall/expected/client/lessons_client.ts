/**
 * The part of the client about lessons.
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

/** A lesson of the system. */
export interface Lesson {
  /** Set by the server. */
  readonly id: string;
  /** The lesson's number. Unique. Counted by the server. */
  readonly number: number;
  /** The lesson's title. */
  readonly title: string;
  /** The lesson's minutes. */
  readonly minutes: number;
}

/** The body to create a lesson. */
export interface LessonCreate {
  /** The lesson's title. */
  readonly title: string;
  /** The lesson's minutes. */
  readonly minutes: number;
}

/** The body to replace a lesson. */
export interface LessonReplace {
  /** The lesson's title. */
  readonly title: string;
  /** The lesson's minutes. */
  readonly minutes: number;
}

/** The body to change some fields of a lesson. */
export interface LessonPatch {
  /** The lesson's title. */
  readonly title?: string;
  /** The lesson's minutes. */
  readonly minutes?: number;
}

/** A page of lessons. */
export interface LessonsPage {
  /** The lessons. */
  readonly lessons: readonly Lesson[];
  /** How many there are on all pages. */
  readonly lessonsCount: number;
}

/** What a list of lessons can say. */
export interface LessonsQuery {
  /** How many at most. */
  readonly limit?: number;
  /** How many to skip. */
  readonly offset?: number;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, number, title, minutes. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this number. */
  readonly number?: number;
  /** Only with this title. */
  readonly title?: string;
  /** Only with this minutes. */
  readonly minutes?: number;
}

/** Calls the operations about lessons. */
export class LessonsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List lessons. */
  async list(
    code: string,
    query: LessonsQuery = {},
    options: CallOptions = {},
  ): Promise<LessonsPage> {
    return await this.#caller.send<LessonsPage>({
      method: "GET",
      path: `/api/courses/${segment(code)}/lessons`,
      query,
      options,
    });
  }

  /** List lessons. Goes through all pages, each read when it is needed. */
  listAll(
    code: string,
    query: LessonsQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<Lesson, void, void> {
    return eachByOffset(query.offset, async (offset) => {
      const page = await this.list(code, { ...query, offset }, options);
      return { items: page.lessons, total: page.lessonsCount };
    });
  }

  /** Create a lesson. */
  async create(
    code: string,
    body: LessonCreate,
    options: CallOptions = {},
  ): Promise<Lesson> {
    return await this.#caller.send<Lesson>({
      method: "POST",
      path: `/api/courses/${segment(code)}/lessons`,
      body: { lesson: body },
      under: "lesson",
      options,
    });
  }

  /** Read a lesson. */
  async get(
    code: string,
    numberEntity: number,
    options: ConditionalOptions = {},
  ): Promise<Lesson> {
    return await this.#caller.send<Lesson>({
      method: "GET",
      path: `/api/courses/${segment(code)}/lessons/${segment(numberEntity)}`,
      under: "lesson",
      options,
    });
  }

  /** Read a lesson. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    code: string,
    numberEntity: number,
    options: ConditionalOptions = {},
  ): Promise<Lesson | undefined> {
    return await this.#caller.sendIfChanged<Lesson>({
      method: "GET",
      path: `/api/courses/${segment(code)}/lessons/${segment(numberEntity)}`,
      under: "lesson",
      options,
    });
  }

  /** Replace a lesson. */
  async replace(
    code: string,
    numberEntity: number,
    body: LessonReplace,
    options: ConditionalOptions = {},
  ): Promise<Lesson> {
    return await this.#caller.send<Lesson>({
      method: "PUT",
      path: `/api/courses/${segment(code)}/lessons/${segment(numberEntity)}`,
      body: { lesson: body },
      under: "lesson",
      options,
    });
  }

  /** Change some fields of a lesson. */
  async patch(
    code: string,
    numberEntity: number,
    body: LessonPatch,
    options: ConditionalOptions = {},
  ): Promise<Lesson> {
    return await this.#caller.send<Lesson>({
      method: "PATCH",
      path: `/api/courses/${segment(code)}/lessons/${segment(numberEntity)}`,
      body: { lesson: body },
      under: "lesson",
      options,
    });
  }

  /** Delete a lesson. */
  async delete(
    code: string,
    numberEntity: number,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/api/courses/${segment(code)}/lessons/${segment(numberEntity)}`,
      options,
    });
  }

  /** Restore a lesson that was deleted. */
  async restore(
    code: string,
    deletedId: string,
    options: ConditionalOptions = {},
  ): Promise<Lesson> {
    return await this.#caller.send<Lesson>({
      method: "POST",
      path: `/api/courses/${segment(code)}/lessons/${
        segment(deletedId)
      }/restore`,
      under: "lesson",
      options,
    });
  }
}
