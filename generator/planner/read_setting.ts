/**
 * Reads what is said about storage, port and HTTP, what is there without asking, and wishes that are not built.
 *
 * @module
 */
import {
  PLAIN_WISHES,
  type Setting,
  SETTING_PHRASES,
  UNBUILT_PHRASES,
} from "./lexicon_settings.ts";
import { DATA_WORDS, RESTRICTING, WORD_CLASSES } from "./lexicon_words.ts";
import { longestMatch, matchPattern, type Slots } from "./pattern.ts";
import { readKeys } from "./read_order.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import { readNoun } from "./noun.ts";
import type { Assertion, Noun } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a phrase about storage, port, HTTP, or what every system has. */
export function readSetting(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const match = longestMatch(SETTING_PHRASES, tokens, at);
  if (match === undefined) return undefined;
  if (!sensible(match.makes, match.value, scope)) return undefined;
  // "searchable by title", "searching posts" say more than that every system has it.
  const next = tokens[match.end];
  const goesOn = next?.lower === "by" ||
    isEntity(readNoun(tokens, match.end)?.value ?? NOTHING, scope);
  if (match.makes === "note" && goesOn) return undefined;
  const span = spanOf(tokens, at, match.end);
  const assertion = match.makes === "order"
    ? orderOf(tokens, at)
    : assertionOf(match.makes, match.value);
  if (assertion === undefined) return undefined;
  return { statements: [{ ...assertion, ...span }], end: match.end };
}

/**
 * Finds a wish that is known but not built in the tokens up to `end`, before any list of fields.
 *
 * @return What it asks for, and whether it is refused rather than asked for
 */
export function findWish(
  tokens: readonly Token[],
  at: number,
  end: number,
  everywhere = false,
): { wish: string; refused: boolean } | undefined {
  let refused = false;
  for (let i = at; i < end; i++) {
    const word = tokens[i]?.lower ?? "";
    const row = UNBUILT_PHRASES.find(({ pattern, makes }) => {
      if (!everywhere && !PLAIN_WISHES.has(makes)) return false;
      const match = matchPattern(pattern, tokens, i);
      return match !== undefined && match.end <= end;
    });
    if (row !== undefined) return { wish: row.makes, refused };
    if (REFUSING.has(word)) refused = true;
    const lists = LISTING.has(word) || WORD_CLASSES.have.has(word);
    if (lists && !everywhere && i > at) return undefined;
  }
  return undefined;
}

/** Reports whether a clause holds a word that negates or restricts. */
export function restricts(
  tokens: readonly Token[],
  at: number,
  end: number,
): boolean {
  return tokens.slice(at, end).some((one) => RESTRICTING.has(one.lower));
}

function assertionOf(setting: Setting, slots: Slots): Assertion | undefined {
  switch (setting) {
    case "memory":
    case "sqlite":
    case "postgres":
      return { kind: "store", engine: setting };
    case "port": {
      const port = slots.numbers["port"] ?? 0;
      const valid = Number.isInteger(port) && port > 0 && port < 65536;
      return valid ? { kind: "port", port } : undefined;
    }
    case "normal durability":
      return { kind: "durability", durability: "normal" };
    case "full durability":
      return { kind: "durability", durability: "full" };
    case "other database":
      return { kind: "unbuilt", wish: "other databases" };
    case "host":
      return { kind: "unbuilt", wish: "an address to listen on" };
    case "order":
      return orderOf([], 0);
    case "api":
      return { kind: "api" };
    case "reason":
      return { kind: "note", phrase: "" };
    case "note":
      return { kind: "note", phrase: "every system has it" };
  }
}

/** "newest first" says by what; "in ascending order" does not. */
function orderOf(tokens: readonly Token[], at: number): Assertion {
  const lead = matchPattern("with|and the?", tokens, at)?.end ??
    matchPattern("the", tokens, at)?.end ?? at;
  const keys = readKeys(tokens, lead)?.value;
  return keys?.every(({ noun }) => noun === undefined)
    ? { kind: "order", keys }
    : { kind: "order" };
}

function sensible(setting: Setting, slots: Slots, scope: Scope): boolean {
  const noun = slots.nouns["data"] ?? slots.nouns["what"];
  if (setting === "port" && slots.nouns["system"] === undefined) {
    return true;
  }
  if (noun === undefined || noun.pronoun || setting === "note") return true;
  return noun.words.some((word) => DATA_WORDS.has(word) || KEPT.has(word)) ||
    isEntity(noun, scope) || SYSTEM_PARTS.has(noun.words.at(-1) ?? "");
}

const NOTHING: Noun = { words: [], number: "open", start: 0, end: 0 };
const REFUSING: ReadonlySet<string> = new Set([
  "no",
  "not",
  "without",
  "never",
  "don't",
  "doesn't",
  "skip",
]);
const KEPT: ReadonlySet<string> = new Set(["records", "entries", "items"]);
const LISTING: ReadonlySet<string> = new Set(["with", ":", "(", "{"]);
const SYSTEM_PARTS: ReadonlySet<string> = new Set(
  ["api", "system", "app", "application", "service", "server", "it", "state"],
);
