/**
 * Reads lists of things and nothing else: "API for a library: books, members, loans."
 *
 * @module
 */
import { isPlural, singular } from "./inflection.ts";
import { RESTRICTING, TENANTS } from "./lexicon_words.ts";
import { matchPattern } from "./pattern.ts";
import { readNounList } from "./noun.ts";
import { hasFieldHint } from "./field_type.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun } from "./statement.ts";
import { isActing } from "./system_contents.ts";
import type { Token } from "./tokens.ts";

/** Reads a sentence, or what follows a colon, that only lists many of several things. */
export function readInventory(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const listed = readNounList(tokens, at);
  if (listed === undefined || scope.mode || scope.entity && !scope.loose) {
    return undefined;
  }
  const next = tokens[listed.end];
  if (next !== undefined && ![".", ";"].includes(next.lower)) return undefined;
  const named = tokens[at - 1]?.lower === ":" && scope.named === true;
  const first = at === 0 && scope.fields === undefined;
  const { value: nouns } = listed;
  if (!(named && nouns.length > 1 || first && nouns.length > 2)) {
    return undefined;
  }
  if (!nouns.every((noun) => isThing(noun, scope))) return undefined;
  const span = spanOf(tokens, at, listed.end);
  return {
    statements: nouns.map((entity) => ({ kind: "entity", entity, ...span })),
    end: listed.end,
    subjects: nouns,
  };
}

/** "Each company has its own agents and tickets", where companies are kept apart. */
export function readTenantContents(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  if (!scope.signs) return undefined;
  const match = matchPattern(EACH_OWN, tokens, at);
  const tenant = match?.value.nouns["tenant"];
  const listed = match && readNounList(tokens, match.end);
  if (!match || !tenant || !listed) return undefined;
  if (!TENANTS.has(singular(tenant.words.at(-1) ?? ""))) return undefined;
  const next = tokens[listed.end];
  if (next !== undefined && ![".", ";"].includes(next.lower)) return undefined;
  const { value: of } = listed;
  const isMany = of.every((noun) =>
    isEntity(noun, scope) || isPlural(noun.words.at(-1) ?? "")
  );
  if (!isMany) return undefined;
  const span = spanOf(tokens, at, listed.end);
  return {
    statements: [
      ...of.map((entity) => ({ kind: "entity", entity, ...span } as const)),
      { kind: "feature", feature: { is: "tenant", tenant, of }, ...span },
    ],
    end: listed.end,
    subjects: of,
  };
}

const EACH_OWN = "each|every {E:tenant} $must|$can? has|have its|their own";

function isThing(noun: Noun, scope: Scope): boolean {
  const { words, owner, pronoun } = noun;
  if (pronoun || owner || words.length > 2 || isActing(words)) return false;
  if (words.some((word) => RESTRICTING.has(word))) return false;
  return isEntity(noun, scope) ||
    isPlural(words.at(-1) ?? "") && !LISTS.has(words.at(-1) ?? "") &&
      (words.length > 1 || !hasFieldHint(words) || NOTABLE.has(words[0] ?? ""));
}

/** What is a list of texts rather than things. */
const LISTS: ReadonlySet<string> = new Set(
  "tags photos images pictures links urls keywords notes names".split(" "),
);
/** What is kept, though one of it may be a field of something else. */
const NOTABLE: ReadonlySet<string> = new Set(
  ("orders grades courses classes bookings members customers users teachers students authors loans items payments invoices " +
    "rooms sessions events categories products accounts reviews comments ratings scores")
    .split(" "),
);
