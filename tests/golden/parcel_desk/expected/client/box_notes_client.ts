/**
 * The part of the client about box notes.
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

/** A box note of the system. */
export interface BoxNote {
  /** Set by the server. */
  readonly id: string;
  /** The box note's body text. */
  readonly body_text: string;
  /** Set by the server at every change. */
  readonly updated_at: string;
}

/** The body to create a box note. */
export interface BoxNoteCreate {
  /** The box note's body text. */
  readonly body_text: string;
}

/** The body to replace a box note. */
export interface BoxNoteReplace {
  /** The box note's body text. */
  readonly body_text: string;
}

/** The body to change some fields of a box note. */
export interface BoxNotePatch {
  /** The box note's body text. */
  readonly body_text?: string;
}

/** A page of box notes. */
export interface BoxNotesPage {
  /** The box notes. */
  readonly box_notes: readonly BoxNote[];
  /** Where the next page starts; null on the last page. */
  readonly next_cursor: string | null;
}

/** What a list of box notes can say. */
export interface BoxNotesQuery {
  /** How many at most. */
  readonly limit?: number;
  /** The nextCursor of the page before. */
  readonly cursor?: string;
  /** At most 4 names to sort by, in order; a leading - means largest first. They can be any of id, updated_at. */
  readonly sort?: string;
  /** Text to search for. */
  readonly q?: string;
  /** Only with this body_text. */
  readonly body_text?: string;
}

/** Calls the operations about box notes. */
export class BoxNotesClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** List box notes. */
  async list(
    id: string,
    query: BoxNotesQuery = {},
    options: CallOptions = {},
  ): Promise<BoxNotesPage> {
    return await this.#caller.send<BoxNotesPage>({
      method: "GET",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes`,
      query,
      options,
    });
  }

  /** List box notes. Goes through all pages, each read when it is needed. */
  listAll(
    id: string,
    query: BoxNotesQuery = {},
    options: CallOptions = {},
  ): AsyncGenerator<BoxNote, void, void> {
    return eachByCursor(query.cursor, async (cursor) => {
      const page = await this.list(id, { ...query, cursor }, options);
      return { items: page.box_notes, nextCursor: page.next_cursor };
    });
  }

  /** Create a box note. */
  async create(
    id: string,
    body: BoxNoteCreate,
    options: CallOptions = {},
  ): Promise<BoxNote> {
    return await this.#caller.send<BoxNote>({
      method: "POST",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes`,
      body: { box_note: body },
      under: "box_note",
      options,
    });
  }

  /** Read a box note. */
  async get(
    id: string,
    boxNoteId: string,
    options: ConditionalOptions = {},
  ): Promise<BoxNote> {
    return await this.#caller.send<BoxNote>({
      method: "GET",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes/${segment(boxNoteId)}`,
      under: "box_note",
      options,
    });
  }

  /** Read a box note. Gives undefined where it still has the tag `ifNoneMatch`. */
  async getIfChanged(
    id: string,
    boxNoteId: string,
    options: ConditionalOptions = {},
  ): Promise<BoxNote | undefined> {
    return await this.#caller.sendIfChanged<BoxNote>({
      method: "GET",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes/${segment(boxNoteId)}`,
      under: "box_note",
      options,
    });
  }

  /** Replace a box note. */
  async replace(
    id: string,
    boxNoteId: string,
    body: BoxNoteReplace,
    options: ConditionalOptions = {},
  ): Promise<BoxNote> {
    return await this.#caller.send<BoxNote>({
      method: "PUT",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes/${segment(boxNoteId)}`,
      body: { box_note: body },
      under: "box_note",
      options,
    });
  }

  /** Change some fields of a box note. */
  async patch(
    id: string,
    boxNoteId: string,
    body: BoxNotePatch,
    options: ConditionalOptions = {},
  ): Promise<BoxNote> {
    return await this.#caller.send<BoxNote>({
      method: "PATCH",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes/${segment(boxNoteId)}`,
      body: { box_note: body },
      under: "box_note",
      options,
    });
  }

  /** Delete a box note. */
  async delete(
    id: string,
    boxNoteId: string,
    options: ConditionalOptions = {},
  ): Promise<void> {
    await this.#caller.send<unknown>({
      method: "DELETE",
      path: `/v2/parcel-boxes/${segment(id)}/box-notes/${segment(boxNoteId)}`,
      options,
    });
  }
}
