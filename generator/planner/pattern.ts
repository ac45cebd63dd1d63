/**
 * Matches tokens against patterns written as text.
 *
 * A pattern is words with spaces between them. `a|b_c` is one of several, `_` standing for a space inside one;
 * `word?` may be missing; `$name` is one of a class of words; `{E:name}` is a noun phrase, `{N:name}` a number,
 * `{L:name}` a literal, `{V:name}` a list of values, `{P:name}` participles of verbs, `{O:name}` verbs in any form,
 * `{U:name}` an address.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import { WORD_CLASSES } from "./lexicon_words.ts";
import { type Read, readNouns } from "./noun.ts";
import type { Noun } from "./statement.ts";
import { numberOf, type Token } from "./tokens.ts";
import { readLiteral, readValues } from "./values.ts";
import { readVerbs, type VerbSense } from "./verbs.ts";

/** What the slots of a pattern took. */
export interface Slots {
  /** Noun phrases by slot name. */
  readonly nouns: Readonly<Record<string, Noun>>;
  /** Numbers by slot name; with `places` when one was written with decimal places. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Literals by slot name. */
  readonly literals: Readonly<Record<string, Literal>>;
  /** Lists of values by slot name. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Addresses by slot name. */
  readonly urls: Readonly<Record<string, string>>;
  /** Verbs by slot name. */
  readonly verbs: Readonly<Record<string, readonly VerbSense[]>>;
}

/** Matches a pattern from a token on; undefined when it does not fit. */
export function matchPattern(
  pattern: string,
  tokens: readonly Token[],
  at: number,
): Read<Slots> | undefined {
  const { elements, starts } = compiled(pattern);
  if (starts !== undefined && !starts.has(tokens[at]?.lower ?? "")) {
    return undefined;
  }
  const match = matchFrom(elements, 0, tokens, at, NO_SLOTS);
  return match !== undefined && match.end > at ? match : undefined;
}

/** A row of a table of patterns. */
export interface PatternRow<T> {
  /** The pattern. */
  readonly pattern: string;
  /** What a match means. */
  readonly makes: T;
}

/** Returns the row of a table that takes the most tokens, the first of equals. */
export function longestMatch<T>(
  rows: readonly PatternRow<T>[],
  tokens: readonly Token[],
  at: number,
): (Read<Slots> & { readonly makes: T }) | undefined {
  let best: (Read<Slots> & { readonly makes: T }) | undefined;
  for (const { pattern, makes } of rows) {
    const match = matchPattern(pattern, tokens, at);
    if (match !== undefined && (best === undefined || match.end > best.end)) {
      best = { ...match, makes };
    }
  }
  return best;
}

interface Element {
  readonly kind: "words" | "slot";
  /** By their first word, the longest first. */
  readonly alternatives: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly slot: string;
  readonly name: string;
  readonly optional: boolean;
}

function matchFrom(
  elements: readonly Element[],
  index: number,
  tokens: readonly Token[],
  at: number,
  slots: Slots,
): Read<Slots> | undefined {
  const element = elements[index];
  if (element === undefined) return { value: slots, end: at };
  for (const option of options(element, tokens, at)) {
    const rest = matchFrom(
      elements,
      index + 1,
      tokens,
      option.end,
      option.value === undefined ? slots : merge(slots, option.value),
    );
    if (rest !== undefined) return rest;
  }
  return element.optional
    ? matchFrom(elements, index + 1, tokens, at, slots)
    : undefined;
}

function* options(
  element: Element,
  tokens: readonly Token[],
  at: number,
): Iterable<Read<Partial<Slots> | undefined>> {
  if (element.kind === "words") {
    const first = tokens[at]?.lower ?? "";
    for (const words of element.alternatives.get(first) ?? []) {
      if (words.every((word, i) => tokens[at + i]?.lower === word)) {
        yield { value: undefined, end: at + words.length };
      }
    }
    return;
  }
  yield* slotOptions(element, tokens, at);
}

function* slotOptions(
  { slot, name }: Element,
  tokens: readonly Token[],
  at: number,
): Iterable<Read<Partial<Slots>>> {
  const token = tokens[at];
  if (token === undefined) return;
  if (slot === "E") {
    for (const read of readNouns(tokens, at)) {
      yield { value: { nouns: { [name]: read.value } }, end: read.end };
    }
  } else if (slot === "N" && token.kind === "number") {
    const numbers: Record<string, number> = { [name]: numberOf(token) };
    if (/\.\d/.test(token.text)) numbers["places"] = 1;
    yield { value: { numbers }, end: at + 1 };
  } else if (slot === "N" && token.text === "-") {
    const read = readLiteral(tokens, at);
    const { value } = read ?? {};
    if (read && typeof value === "number") {
      yield { value: { numbers: { [name]: value } }, end: read.end };
    }
  } else if (slot === "U" && token.kind === "url") {
    yield { value: { urls: { [name]: token.text } }, end: at + 1 };
  } else if (slot === "L") {
    const read = readLiteral(tokens, at);
    if (read) yield { ...read, value: { literals: { [name]: read.value } } };
  } else if (slot === "V") {
    const read = readValues(tokens, at);
    if (read) yield { ...read, value: { values: { [name]: read.value } } };
  } else if (slot === "P" || slot === "O") {
    const read = readVerbs(
      tokens,
      at,
      slot === "P" ? ["participle"] : ["base", "gerund", "noun"],
    );
    if (read) yield { ...read, value: { verbs: { [name]: read.value } } };
  }
}

function merge(slots: Slots, more: Partial<Slots>): Slots {
  return {
    nouns: { ...slots.nouns, ...more.nouns },
    numbers: { ...slots.numbers, ...more.numbers },
    literals: { ...slots.literals, ...more.literals },
    values: { ...slots.values, ...more.values },
    urls: { ...slots.urls, ...more.urls },
    verbs: { ...slots.verbs, ...more.verbs },
  };
}

interface Compiled {
  readonly elements: readonly Element[];
  /** The words a match may start with; undefined when it may start with a slot. */
  readonly starts: ReadonlySet<string> | undefined;
}

function compiled(pattern: string): Compiled {
  let known = COMPILED.get(pattern);
  if (known === undefined) {
    const elements = pattern.split(" ").map(compileElement);
    known = { elements, starts: startsOf(elements) };
    COMPILED.set(pattern, known);
  }
  return known;
}

function startsOf(
  elements: readonly Element[],
): ReadonlySet<string> | undefined {
  const starts = new Set<string>();
  for (const element of elements) {
    if (element.kind === "slot") return undefined;
    for (const first of element.alternatives.keys()) starts.add(first);
    if (!element.optional) return starts;
  }
  return starts;
}

function compileElement(source: string): Element {
  const optional = source.length > 1 && source.endsWith("?");
  const body = optional ? source.slice(0, -1) : source;
  const slot = /^\{([A-Z])(?::(\w+))?\}$/.exec(body);
  if (slot !== null) {
    const letter = slot[1] ?? "";
    const name = slot[2] ?? letter;
    const alternatives = new Map();
    return { kind: "slot", alternatives, slot: letter, name, optional };
  }
  const phrases = body.split("|").flatMap((part) =>
    part.startsWith("$") ? classWords(part.slice(1)) : [part.split("_")]
  ).sort((one, other) => other.length - one.length);
  const alternatives = Map.groupBy(phrases, ([first]) => first ?? "");
  return { kind: "words", alternatives, slot: "", name: "", optional };
}

function classWords(name: string): string[][] {
  const entry = Object.entries(WORD_CLASSES).find(([key]) => key === name);
  if (entry === undefined) {
    throw new Error(
      `Cannot compile a pattern: unknown class "$${name}", wanted one of ${
        Object.keys(WORD_CLASSES).join(", ")
      }`,
    );
  }
  return [...entry[1]].map((words) => words.split(" "));
}

const NO_SLOTS: Slots = {
  nouns: {},
  numbers: {},
  literals: {},
  values: {},
  urls: {},
  verbs: {},
};

const COMPILED = new Map<string, Compiled>();
