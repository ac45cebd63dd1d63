/**
 * What the fuzz knows of the system that it calls: who is signed in, what is there, and who was allowed to do what.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import type { HttpAnswer, HttpRequest } from "./http_exchange.ts";
import type { ApiWords } from "./api_words.ts";

/** Somebody who sends requests. */
export interface FuzzViewer {
  /** The role, or what else they are. */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What signs them in, by the name of the member. */
  readonly login?: Record<string, unknown>;
  /** Their id, where it is known. */
  readonly id?: string;
}

/** Something that is there, with a path of its own. */
export interface FuzzItem {
  /** The place of its path in the document. */
  readonly template: string;
  /** What stands in the places of the path. */
  readonly places: ReadonlyMap<string, string>;
  /** Who made it, as a number in {@link FuzzWorld.viewers}. */
  readonly maker: number;
  /** As it was seen last. */
  seen: JsonObject;
  /** Its tag as it was seen last. */
  tag?: string;
  /** Whether it signs a viewer in, and must stay. */
  readonly kept?: true;
  /** The request that made it. */
  readonly madeBy?: HttpRequest;
}

/** What is known. */
export class FuzzWorld {
  readonly viewers: readonly FuzzViewer[];
  readonly words: ApiWords;
  readonly document: JsonObject;
  /** What is there, by the place of its path in the document. */
  readonly items: Map<string, FuzzItem[]> = new Map();
  /** The ids that were seen, by entity. */
  readonly ids: Map<string, string[]> = new Map();
  /** By the place of a path: the operation that makes such things. */
  readonly makers: Map<string, ApiOperation> = new Map();
  /** Values that were seen, by the names of members. */
  readonly values: Map<string, unknown[]> = new Map();
  /** The last refresh token that was seen. */
  refreshToken: string | undefined;
  /** Where the last page of an operation said that the next one starts. */
  readonly cursors: Map<string, string> = new Map();
  readonly #able: Map<string, number | "maker"> = new Map();
  #fresh = 0;
  #turn = 0;

  /** Takes who there is, and how the API names things. */
  constructor(
    { viewers, words, document }: Pick<
      FuzzWorld,
      "viewers" | "words" | "document"
    >,
  ) {
    this.viewers = viewers;
    this.words = words;
    this.document = document;
    for (const item of words.people(viewers)) this.#addItem(item);
    for (const { id } of viewers) {
      if (id !== undefined) this.#addId(words.userEntity, id);
    }
  }

  /** Numbers what must differ from everything before. */
  fresh(): number {
    return ++this.#fresh;
  }

  /** Who is likely to be allowed an operation on an item; everybody in turn while nobody is known to be. */
  likely(operation: ApiOperation, item: FuzzItem | undefined): number {
    const able = this.#able.get(operation.id);
    if (typeof able === "number") return able;
    if (able === "maker" && item) return item.maker;
    const turns = [item?.maker ?? 0, ...this.viewers.keys()];
    return turns[this.#turn++ % turns.length] ?? 0;
  }

  /** Notes who was answered with a success. */
  noteAble(
    operation: ApiOperation,
    viewer: number,
    item: FuzzItem | undefined,
  ): void {
    const before = this.#able.get(operation.id);
    if (before === "maker" && item?.maker !== viewer) {
      this.#able.set(operation.id, viewer);
    }
    if (before === undefined) {
      this.#able.set(operation.id, item?.maker === viewer ? "maker" : viewer);
    }
  }

  /** Finds what a path may be about, best first: those of the path itself, then of what it begins with. */
  itemsFor(path: string, mayChange: boolean): readonly FuzzItem[] {
    for (const template of beginnings(path)) {
      const items = this.items.get(template);
      const free = items?.filter(({ kept }) => !kept || !mayChange);
      if (free?.length) return free;
    }
    return [];
  }

  /** Forgets an item. */
  drop(item: FuzzItem): void {
    const items = this.items.get(item.template) ?? [];
    this.items.set(item.template, items.filter((one) => one !== item));
  }

  /** Learns from a success: what was made, seen, or is gone. */
  learn(
    operation: ApiOperation,
    { answer, viewer, item, places, request }: {
      readonly answer: HttpAnswer;
      readonly viewer: number;
      readonly item: FuzzItem | undefined;
      readonly places: ReadonlyMap<string, string>;
      readonly request: HttpRequest;
    },
  ): FuzzItem | undefined {
    this.noteAble(operation, viewer, item);
    this.#learnTokens(operation, answer.json);
    const { words } = this;
    const entity = words.entityOf(operation);
    const shown = words.shownIn(operation, answer.json);
    if (operation.id === "changeSelf") this.#learnSelf(viewer, shown[0]);
    for (const one of shown) this.#learnValues(one, entity);
    const location = answer.headers["location"];
    const isMade = location !== undefined && operation.method !== "GET";
    if (isMade) {
      const [seen = {}] = shown;
      const made = words.placeOf(location);
      if (!made) return undefined;
      this.makers.set(made.template, operation);
      const { etag } = answer.headers;
      return this.#addItem({
        ...made,
        maker: viewer,
        seen,
        madeBy: request,
        ...(etag === undefined ? {} : { tag: etag }),
      });
    }
    if (operation.method === "DELETE" && item?.template === operation.path) {
      this.drop(item);
      const gone = [...item.places.values()].at(-1);
      const ids = this.ids.get(entity ?? "") ?? [];
      this.ids.set(entity ?? "", ids.filter((id) => id !== gone));
      return undefined;
    }
    if (item && item.template === operation.path && shown[0]) {
      item.seen = shown[0];
      if (answer.headers.etag !== undefined) item.tag = answer.headers.etag;
      return item;
    }
    for (const seen of shown.slice(0, 5)) {
      const listed = words.listedPlace(operation, seen, places);
      if (listed) this.#addItem({ ...listed, maker: viewer, seen }, true);
    }
    return undefined;
  }

  /** Whoever has changed themselves is found and signs in by what they are now. */
  #learnSelf(viewer: number, shown: JsonObject = {}): void {
    const one = this.viewers[viewer];
    if (!one?.login) return;
    for (const name of Object.keys(one.login)) {
      if (typeof shown[name] === "string") one.login[name] = shown[name];
    }
    for (const item of this.words.people([one])) {
      const items = this.items.get(item.template) ?? [];
      const others = items.filter(({ kept, maker }) =>
        !kept || maker !== viewer
      );
      this.items.set(item.template, [...others, { ...item, maker: viewer }]);
    }
  }

  #learnTokens(operation: ApiOperation, json: unknown): void {
    const { refreshToken, nextCursor, next_cursor: snake } = Object(json);
    const next = snake ?? nextCursor;
    if (typeof refreshToken === "string") this.refreshToken = refreshToken;
    if (typeof next === "string") this.cursors.set(operation.id, next);
  }

  #learnValues(one: JsonObject, entity: string | undefined): void {
    for (const [name, value] of Object.entries(one)) {
      if (typeof value === "object") continue;
      const values = this.values.get(name) ?? [];
      this.values.set(name, [value, ...values].slice(0, MOST));
    }
    const id = one[this.words.idName(entity)];
    if (entity !== undefined && typeof id === "string") this.#addId(entity, id);
  }

  #addId(entity: string, id: string): void {
    const ids = this.ids.get(entity) ?? [];
    if (!ids.includes(id)) this.ids.set(entity, [id, ...ids].slice(0, MOST));
  }

  #addItem(item: FuzzItem, isOld = false): FuzzItem {
    const items = this.items.get(item.template) ?? [];
    const key = [...item.places.values()].join("\n");
    const same = items.find(({ places }) =>
      [...places.values()].join("\n") === key
    );
    if (same) {
      same.seen = item.seen;
      return same;
    }
    const kept = items.filter(({ kept }) => kept);
    const others = items.filter(({ kept }) => !kept);
    const next = isOld ? [...others, item] : [item, ...others];
    this.items.set(item.template, [...next.slice(0, MOST), ...kept]);
    return item;
  }
}

/** The beginnings of a path that end in a place, the longest first. */
function beginnings(path: string): string[] {
  const segments = path.split("/");
  return segments.flatMap((segment, at) =>
    segment.startsWith("{") ? [segments.slice(0, at + 1).join("/")] : []
  ).reverse();
}

/** How many things of a sort are remembered. */
const MOST = 30;
