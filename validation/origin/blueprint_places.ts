/**
 * Finds the line of a blueprint that a name, a path or an operation of its system comes from.
 *
 * @module
 */
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import type { SourcePositions } from "../../generator/blueprint/diagnostic_list.ts";
import type { SourcePosition } from "../../generator/diagnostic.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";

/** The places of a blueprint's text. */
export class BlueprintPlaces {
  readonly #positions: SourcePositions;
  readonly #model: SystemModel;
  /** What a word stands for, when it is the name of an entity, a component or an endpoint. */
  readonly #subjects: ReadonlyMap<string, string>;

  /** Takes the text and what it expands to. */
  constructor(text: string, model: SystemModel) {
    this.#positions = parseBlueprint(text).positions;
    this.#model = model;
    this.#subjects = subjectsOf(model);
  }

  /** Where a path is written, or the nearest one around it; the users' entity may be there without being written. */
  positionOf(path: string): SourcePosition & { readonly path: string } {
    const users = this.#model.users?.entity;
    const around = path === `entities.${users}` && !this.#positions.has(path)
      ? "users"
      : path;
    for (let at = around; at !== ""; at = parentOf(at)) {
      const place = this.#positions.get(at);
      const found = place?.key ?? place?.value;
      if (found) return { path: at, line: found.line, column: found.column };
    }
    const [first = "system"] = this.#positions.keys();
    const { key } = this.#positions.get(first) ?? {};
    return { path: first, line: key?.line ?? 1, column: key?.column ?? 1 };
  }

  /** What the words are about, when they name one thing only. */
  subjectIn(words: readonly string[]): string | undefined {
    return only(words.flatMap((word) => this.#subjects.get(plain(word)) ?? []));
  }

  /** The part of a subject that the words name, when it is one only: a field, a relation, an action and the like. */
  memberIn(about: string, words: readonly string[]): string | undefined {
    const members = this.#membersOf(this.#entityOf(about));
    return only(words.flatMap((word) => members.get(plain(word)) ?? []));
  }

  /** What a reference of a requirement stands for, such as `task` or `task.complete`. */
  referred(reference: string): string | undefined {
    const [subject = "", member] = reference.split(".");
    const about = this.#subjects.get(plain(subject));
    if (about === undefined || member === undefined) return about;
    return this.memberIn(about, [member]) ?? about;
  }

  /** What an operation of the API is about: an entity or a resource, one of its actions, an endpoint, the users. */
  ofOperation(method: string, path: string): string | undefined {
    const segments = segmentsOf(path);
    const own = (this.#model.endpoints ?? []).find((one) =>
      one.method === method && startsWith(segments, segmentsOf(one.path)) &&
      segmentsOf(one.path).length === segments.length
    );
    if (own) return `endpoints.${own.name.snake}`;
    const { api, entities, users } = this.#model;
    const place = api ? "api.resources" : "entities";
    const [found] = (api?.resources ?? entities)
      .map(({ path, name }) => ({
        about: `${place}.${name.snake}`,
        start: segmentsOf(path),
      }))
      .filter(({ start }) => startsWith(segments, start))
      .toSorted((a, b) => b.start.length - a.start.length);
    if (found) {
      const rest = segments.slice(found.start.length);
      return this.memberIn(found.about, rest) ?? found.about;
    }
    return users && segments[0] === "auth" ? "users" : undefined;
  }

  /** A resource shows an entity, and what it has by name is that entity's. */
  #entityOf(about: string): string {
    const shown = this.#model.api?.resources.find(({ name }) =>
      about === `api.resources.${name.snake}`
    );
    return shown ? `entities.${shown.entity}` : about;
  }

  #membersOf(about: string): ReadonlyMap<string, readonly string[]> {
    const members = new Map<string, string[]>();
    for (const path of this.#positions.keys()) {
      if (!path.startsWith(`${about}.`)) continue;
      const [group = "", name, ...rest] = path.slice(about.length + 1)
        .split(".");
      if (name === undefined || rest.length > 0 || !GROUPS.has(group)) continue;
      const words = group === "relations" ? [name, `${name}Id`] : [name];
      for (const word of words.map(plain)) {
        members.set(word, [...members.get(word) ?? [], path]);
      }
    }
    return members;
  }
}

function subjectsOf(
  { entities, components, endpoints = [], users }: SystemModel,
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { name } of endpoints) {
    named.set(plain(name.snake), `endpoints.${name.snake}`);
  }
  for (const { name, className, entity } of components) {
    if (entity === undefined) continue;
    named.set(plain(name), `entities.${entity}`);
    named.set(plain(className), `entities.${entity}`);
  }
  for (const { name, plural, table } of entities) {
    for (const word of [name.snake, plural.snake, table]) {
      named.set(plain(word), `entities.${name.snake}`);
    }
  }
  for (const one of users ? [users.credential, users.refreshToken] : []) {
    named.set(plain(one.name.snake), "users");
    named.set(plain(one.table), "users");
  }
  return named;
}

/** One spelling for all: `dueOn`, `due_on`, `due-on`. */
function plain(word: string): string {
  return word.replace(/[_-]/g, "").toLowerCase();
}

function only(found: readonly string[]): string | undefined {
  const distinct = new Set(found);
  return distinct.size === 1 ? found[0] : undefined;
}

function parentOf(path: string): string {
  const cut = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  return path.slice(0, Math.max(cut, 0));
}

function segmentsOf(path: string): string[] {
  return path.replace(/[?#].*$/, "").split("/").filter((part) => part !== "");
}

/** Whether a path begins with another, whose places in braces stand for anything. */
function startsWith(
  path: readonly string[],
  start: readonly string[],
): boolean {
  return start.length <= path.length &&
    start.every((part, i) => part.startsWith("{") || part === path[i]);
}

/** What an entity has by name. */
const GROUPS: ReadonlySet<string> = new Set([
  "actions",
  "aggregates",
  "fields",
  "hooks",
  "links",
  "marks",
  "relations",
]);
