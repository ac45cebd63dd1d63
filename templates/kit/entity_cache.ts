/**
 * What was read of one kind of entity, kept for a while.
 *
 * @module
 */
import type { Clock } from "./clock.ts";
import type { ListQuery } from "./list_query.ts";
import type { StoreCommand, StoreResult } from "./store_command.ts";

/** How much is kept, and how long. */
export interface CacheSize {
  /** The most entities that are kept, those on pages counted too; what was not read for longest goes first. */
  readonly entries: number;
  /** How long one is kept, from when its reading began. */
  readonly seconds: number;
}

/** What has been counted since the process started. */
export interface CacheCounts {
  /** Reads that were answered without the store, those included that waited for a read which was under way. */
  readonly hits: number;
  /** Reads that the store answered. */
  readonly misses: number;
  /** What had to go because there was no more room. */
  readonly evictions: number;
  /** What was forgotten because of a write. */
  readonly invalidations: number;
}

/** What a write may change: these entities, or any. */
export type CacheScope = readonly string[] | "all";

/**
 * Keeps entities and pages of one kind. While a write is under way, what it may change is neither kept nor answered
 * from here; a read that began before the write is not kept either, however late the store answers it.
 */
export class EntityCache {
  readonly #size: CacheSize;
  readonly #clock: Clock;
  /** In the order of their last use. */
  readonly #entities = new Map<string, Kept>();
  readonly #pages = new Map<string, Kept>();
  /** What is being read; a write takes out of it what it may change, which is then not kept. */
  readonly #reading = new Map<string, Promise<StoreResult<unknown>>>();
  /** How many writes are under way of each entity, and of any. */
  readonly #writing = new Map<string, number>();
  readonly #counts = { hits: 0, misses: 0, evictions: 0, invalidations: 0 };
  #held = 0;
  #uses = 0;

  /** Begins with nothing kept. */
  constructor(size: CacheSize, clock: Clock) {
    this.#size = size;
    this.#clock = clock;
  }

  /** What has been counted. */
  get counts(): CacheCounts {
    return { ...this.#counts };
  }

  /** Answers a read: from memory or from who reads the same already, else by `load`, whose answer is kept. */
  read<T>(
    command: StoreCommand<T>,
    load: () => StoreResult<T> | Promise<StoreResult<T>>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const key = keyOf(command);
    if (key === undefined) return load();
    // Only reads of the same entity type come here, so what is kept under the key is of T.
    const known = (this.#find(key) ?? this.#reading.get(key)) as
      | StoreResult<T>
      | Promise<StoreResult<T>>
      | undefined;
    if (known !== undefined) {
      this.#counts.hits++;
      return known;
    }
    this.#counts.misses++;
    return this.#isWritten(key) ? load() : this.#load(key, load);
  }

  /** Forgets what a write may change, until the write is over: call what is returned then, whatever came of it. */
  beginWrite(scope: CacheScope): () => void {
    const names = scope === "all" ? [ANY] : scope;
    for (const name of names) {
      this.#writing.set(name, (this.#writing.get(name) ?? 0) + 1);
    }
    this.#forget(scope);
    return () => {
      for (const name of names) {
        const others = (this.#writing.get(name) ?? 1) - 1;
        if (others === 0) this.#writing.delete(name);
        else this.#writing.set(name, others);
      }
    };
  }

  /** Forgets everything; nothing is counted. */
  clear(): void {
    this.#entities.clear();
    this.#pages.clear();
    this.#reading.clear();
    this.#held = 0;
  }

  #find(key: string): StoreResult<unknown> | undefined {
    const kept = this.#mapOf(key).get(key);
    if (kept === undefined) return undefined;
    this.#remove(key, kept);
    if (kept.until <= this.#clock()) return undefined;
    this.#put(key, kept);
    return kept.result;
  }

  #load<T>(
    key: string,
    load: () => StoreResult<T> | Promise<StoreResult<T>>,
  ): StoreResult<T> | Promise<StoreResult<T>> {
    const until = this.#clock() + this.#size.seconds * 1000;
    const answer = load();
    if (!(answer instanceof Promise)) {
      this.#keep(key, answer, until);
      return answer;
    }
    const reading = answer.then((result) => {
      if (this.#reading.get(key) === reading) this.#keep(key, result, until);
      return result;
    }).finally(() => {
      if (this.#reading.get(key) === reading) this.#reading.delete(key);
    });
    this.#reading.set(key, reading);
    return reading;
  }

  /** What is missing is not kept: nobody fills the room by asking for what does not exist. */
  #keep(key: string, result: StoreResult<unknown>, until: number): void {
    const weight = weightOf(result);
    if (weight === 0 || weight > this.#size.entries) return;
    this.#put(key, { result, weight, until });
    while (this.#held > this.#size.entries) this.#evict();
  }

  #put(key: string, kept: Omit<Kept, "usedAt">): void {
    this.#mapOf(key).set(key, { ...kept, usedAt: this.#uses++ });
    this.#held += kept.weight;
  }

  #evict(): void {
    const [entity] = this.#entities;
    const [page] = this.#pages;
    const oldest = entity && page
      ? (entity[1].usedAt < page[1].usedAt ? entity : page)
      : entity ?? page;
    if (oldest === undefined) return;
    this.#remove(...oldest);
    this.#counts.evictions++;
  }

  #remove(key: string, { weight }: Kept): void {
    this.#mapOf(key).delete(key);
    this.#held -= weight;
  }

  #forget(scope: CacheScope): void {
    for (const [key] of this.#reading) {
      if (scope === "all" || isPage(key) || scope.includes(key)) {
        this.#reading.delete(key);
      }
    }
    const entities = scope === "all" ? [...this.#entities.keys()] : scope;
    for (const key of [...entities, ...this.#pages.keys()]) {
      const kept = this.#mapOf(key).get(key);
      if (kept === undefined) continue;
      this.#remove(key, kept);
      this.#counts.invalidations++;
    }
  }

  /** Any write may change a page. */
  #isWritten(key: string): boolean {
    return isPage(key)
      ? this.#writing.size > 0
      : this.#writing.has(key) || this.#writing.has(ANY);
  }

  #mapOf(key: string): Map<string, Kept> {
    return isPage(key) ? this.#pages : this.#entities;
  }
}

interface Kept {
  readonly result: StoreResult<unknown>;
  /** How many entities it holds. */
  readonly weight: number;
  /** When it is too old. */
  readonly until: number;
  /** When it was used last, as a count of uses. */
  readonly usedAt: number;
}

/** What a read is kept under: an id, or the text of a query; undefined where it is not kept. */
function keyOf(command: StoreCommand<unknown>): string | undefined {
  if (command.kind === "get") return command.deleted ? undefined : command.id;
  if (command.kind !== "list" || !isOfOneTable(command.query)) return undefined;
  const text = JSON.stringify(command.query);
  return text.length > MAX_KEY_LENGTH ? undefined : text;
}

function isPage(key: string): boolean {
  return key.startsWith("{");
}

/** Whether a page can change by writes of its own entities only, as far as is known of everything that it asks for. */
function isOfOneTable(query: ListQuery): boolean {
  return Object.keys(query).every((name) => OWN_PARTS.has(name)) &&
    query.filters.every(isOwn);
}

function isOwn(filter: ListQuery["filters"][number]): boolean {
  if ("eitherOf" in filter) {
    return filter.eitherOf.every((filters) => filters.every(isOwn));
  }
  return Object.keys(filter).every((name) => OWN_FILTERS.has(name));
}

function weightOf(result: StoreResult<unknown>): number {
  if (result.kind === "entity") return 1;
  return result.kind === "page" ? result.page.items.length : 0;
}

/** Stands for all entities where writes are counted; no id is empty. */
const ANY = "";
const MAX_KEY_LENGTH = 2000;
const OWN_PARTS: ReadonlySet<string> = new Set([
  "limit",
  "sort",
  "filters",
  "search",
  "after",
  "offset",
  "total",
]);
const OWN_FILTERS: ReadonlySet<string> = new Set([
  "field",
  "value",
  "anyOf",
  "contains",
]);
