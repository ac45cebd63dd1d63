/**
 * Reads what is said of the objects of a wish: "with title and date", "by author", "to a list", "only if open".
 *
 * @module
 */
import { startsSentence, startsWish } from "./clause_start.ts";
import { closingBracket, readAllRules } from "./field_tails.ts";
import { hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { BUILT_IN_FIELDS } from "./lexicon_fields.ts";
import { ONLY_WORDS } from "./lexicon_clauses.ts";
import { DATA_WORDS } from "./lexicon_words.ts";
import { readNoun, readNounList, skipListMark } from "./noun.ts";
import { matchPattern } from "./pattern.ts";
import { readSetting } from "./read_setting.ts";
import { readFields } from "./read_fields.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Span, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { readVerbs, type VerbSense } from "./verbs.ts";

/** Reads all that is said of objects after them. */
export function readModifiers(
  tokens: readonly Token[],
  at: number,
  objects: readonly Noun[],
  scope: Scope,
  verbs: readonly VerbSense[] = [],
): Found {
  const statements: Statement[] = [];
  const missed: Span[] = [];
  let end = at;
  for (let turn = 0; turn < 8; turn++) {
    const found = readWith(tokens, end, objects, scope) ??
      readBy(tokens, end, objects, scope, verbs) ??
      readPlace(tokens, end, objects, scope, verbs) ??
      readGuard(tokens, end, verbs, objects);
    if (found === undefined) break;
    statements.push(...found.statements);
    missed.push(...found.missed ?? []);
    end = found.end;
  }
  return { statements, missed, end };
}

/** "with title and description", "(title, description)" */
export function readWith(
  tokens: readonly Token[],
  at: number,
  objects: readonly Noun[],
  scope: Scope,
): Found | undefined {
  const owner = objects.at(-1);
  if (owner === undefined) return undefined;
  const open = tokens[at]?.lower ?? "";
  const each = matchPattern(", each|every|all", tokens, at)?.end ?? at;
  if (each > at && AFTER_COMMA.has(tokens[each]?.lower ?? "")) {
    return readWith(tokens, each, objects, scope);
  }
  if (open === "," && AFTER_COMMA.has(tokens[at + 1]?.lower ?? "")) {
    const named = hasFieldHint(readNoun(tokens, at + 2)?.value.words ?? []);
    return named ? readWith(tokens, at + 1, objects, scope) : undefined;
  }
  if (open === "(" || open === "{" || open === "[") {
    return readBracketed(tokens, at, owner, scope);
  }
  const announced = ANNOUNCING.map((row) => matchPattern(row, tokens, at))
    .find((match) => match !== undefined);
  if (announced !== undefined) return { statements: [], end: announced.end };
  const lead = WITH.map((row) => matchPattern(row, tokens, at))
    .find((match) => match !== undefined) ??
    (isFieldList(tokens, at, scope) ? { end: at + 1 } : undefined);
  if (lead === undefined) return undefined;
  if (tokens[at]?.lower === "and" && isDescribed(tokens, lead.end)) {
    return undefined;
  }
  const fields = readFields(tokens, lead.end, scope);
  if (fields === undefined) return undefined;
  const span = spanOf(tokens, at, fields.end);
  return {
    statements: [
      ...fields.items.length > 0
        ? [{ kind: "fields", owner, items: fields.items, ...span } as const]
        : [],
      ...fields.wishes,
    ],
    missed: fields.missed,
    end: fields.end,
  };
}

/** "and their orders (date, total)": what has fields of its own in brackets is no field. */
function isDescribed(tokens: readonly Token[], at: number): boolean {
  const noun = readNoun(tokens, at);
  const many = isPlural(noun?.value.words.at(-1) ?? "");
  return many && tokens[noun?.end ?? 0]?.lower === "(";
}

/** "(CRUD)", "(read only)", "(list, view)" */
function readOperations(
  tokens: readonly Token[],
  at: number,
  close: number,
  owner: Noun,
): Found | undefined {
  const inside = tokens.slice(at + 1, close);
  const span = spanOf(tokens, at, close + 1);
  const end = Math.min(tokens.length, close + 1);
  const phrase = inside.map((one) => one.lower).join(" ");
  const only = ONLY_WORDS[phrase];
  const verbs = readVerbs(inside, 0, ["base", "noun", "gerund"]);
  const whole = verbs !== undefined && verbs.end >= inside.length &&
    verbs.value.every((verb) => verb.operations !== undefined);
  if (only === undefined && !whole) return undefined;
  const asked =
    verbs?.value.flatMap((verb) =>
      verb.reads === "either"
        ? (["list", "get"] as const)
        : [...verb.operations ?? []]
    ) ?? [];
  const operations = only ?? asked;
  const mode = only === undefined ? "ask" : "only";
  const objects = [owner];
  return {
    statements: [{ kind: "operations", operations, mode, objects, ...span }],
    end,
  };
}

/** ": artist, title, release year" after what is stored */
function isFieldList(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): boolean {
  if (tokens[at]?.lower !== ":") return false;
  if (startsSentence(tokens, at + 1) || startsWish(tokens, at + 1, scope)) {
    return false;
  }
  const first = readNoun(tokens, at + 1);
  if (THINGS.has(tokens[first?.end ?? 0]?.lower ?? "")) return false;
  if (isDescribed(tokens, at + 1)) return false;
  const items = readFields(tokens, at + 1, scope)?.items ?? [];
  const known = items.filter((item) => hasFieldHint(item.noun.words)).length;
  return known > 0 && items.length > 1;
}

function readBracketed(
  tokens: readonly Token[],
  at: number,
  owner: Noun,
  scope: Scope,
): Found | undefined {
  const close = closingBracket(tokens, at);
  const operations = readOperations(tokens, at, close, owner);
  if (operations !== undefined) return operations;
  const sides = [tokens[at + 1]?.lower, tokens[close - 1]?.lower];
  if (sides.includes("only") && close > at + 2) {
    const span = spanOf(tokens, at, close + 1);
    return {
      statements: [{ kind: "unbuilt", wish: "permissions", ...span }],
      end: Math.min(tokens.length, close + 1),
    };
  }
  if (readAllRules(tokens.slice(at + 1, close))?.length) return undefined;
  const fields = readFields(tokens.slice(0, close), at + 1, scope);
  if (fields === undefined) return undefined;
  const rest = fields.end < close ? [spanOf(tokens, fields.end, close)] : [];
  const span = spanOf(tokens, at, close + 1);
  return {
    statements: [
      { kind: "fields", owner, items: fields.items, ...span },
      ...fields.wishes,
    ],
    missed: [...fields.missed, ...rest],
    end: Math.min(tokens.length, close + 1),
  };
}

/** "by author or title", "by id" */
function readBy(
  tokens: readonly Token[],
  at: number,
  objects: readonly Noun[],
  scope: Scope,
  verbs: readonly VerbSense[],
): Found | undefined {
  const first = tokens[at]?.lower ?? "";
  const sorted = SORTED.has(first) && tokens[at + 1]?.lower === "by";
  if (sorted) return readBy(tokens, at + 1, objects, scope, verbs);
  const word = first;
  const reads = verbs.some((verb) => verb.reads !== undefined);
  const by = word === "by" || (word === "using" && reads);
  if (!by && !(word === "for" && reads)) return undefined;
  const nouns = readFilters(tokens, at + 1, scope);
  if (nouns === undefined) return undefined;
  const span = spanOf(tokens, at, nouns.end);
  const keys = nouns.value.filter((noun) =>
    BUILT_IN_FIELDS[noun.words.join(" ")] === undefined
  );
  if (keys.length === 0 || !reads) {
    const note = { kind: "note", phrase: "found by its id", ...span } as const;
    return keys.length === 0
      ? { statements: [note], end: nouns.end }
      : undefined;
  }
  const owner = objects.at(-1) ?? scope.entity;
  if (word === "for" && !keys.every((noun) => isEntity(noun, scope))) {
    return undefined;
  }
  return {
    statements: [{
      kind: "fields",
      ...(owner ? { owner } : {}),
      items: keys.map((noun) => ({
        noun: isEntity(noun, scope) ? noun : { ...noun, number: "open" },
        rules: [],
      })),
      loose: true,
      ...span,
    }],
    end: nouns.end,
  };
}

function readFilters(tokens: readonly Token[], at: number, scope: Scope) {
  const first = readNoun(tokens, at);
  if (first === undefined || first.value.pronoun) return undefined;
  const value = [first.value];
  let end = first.end;
  for (;;) {
    let next = skipListMark(tokens, end);
    if (next === end) break;
    if (tokens[next]?.lower === "by") next++;
    if (startsWish(tokens, next, scope) || startsSentence(tokens, next)) break;
    if (readSetting(tokens, next, scope) !== undefined) break;
    const noun = readNoun(tokens, next);
    if (noun === undefined) break;
    value.push(noun.value);
    end = noun.end;
  }
  return { value, end };
}

/** "to a list", "for a customer", "of a project": a relation when both are entities. */
function readPlace(
  tokens: readonly Token[],
  at: number,
  objects: readonly Noun[],
  scope: Scope,
  verbs: readonly VerbSense[],
): Found | undefined {
  const from = objects.at(-1);
  const acts = verbs.length > 0 &&
    verbs.every((verb) => verb.operations === undefined);
  const place = PLACES.has(tokens[at]?.lower ?? "");
  if (!place || from === undefined) return undefined;
  const to = readNounList(tokens, at + 1);
  const other = to?.value[0];
  if (to === undefined || other === undefined || other.pronoun) {
    return undefined;
  }
  const span = spanOf(tokens, at, to.end);
  const system = other.words.some((word) => SYSTEM.has(word)) ||
    DATA_WORDS.has(other.words.join(" "));
  if (system && !isEntity(other, scope)) {
    const phrase = "in the system";
    return { statements: [{ kind: "note", phrase, ...span }], end: to.end };
  }
  if (!isEntity(other, scope)) return undefined;
  return {
    statements: [{
      kind: "relation",
      from,
      to: other,
      weak: true,
      ...(acts ? { optional: true } : {}),
      ...span,
    }],
    end: readNoun(tokens, at + 1)?.end ?? to.end,
  };
}

/** "only if they are open" after an action */
function readGuard(
  tokens: readonly Token[],
  at: number,
  verbs: readonly VerbSense[],
  objects: readonly Noun[],
): Found | undefined {
  const actions = verbs.filter((verb) => verb.operations === undefined);
  if (actions.length === 0 || actions.length < verbs.length) return undefined;
  for (const row of GUARDS) {
    const match = matchPattern(row, tokens, at);
    if (match === undefined) continue;
    const state = match.value.literals["state"];
    const values = match.value.values["states"] ??
      (state === undefined ? [] : [String(state)]);
    const span = spanOf(tokens, at, match.end);
    return {
      statements: actions.map((verb) => ({
        kind: "action",
        verb: verb.base,
        objects,
        when: { values },
        ...span,
      })),
      end: match.end,
    };
  }
  return undefined;
}

const WITH: readonly string[] = [
  "with|having|including|containing|incl|storing the following fields|attributes|properties|information|data :?",
  "with|having|including|containing|incl|storing fields|attributes|properties|columns :|like|such_as?",
  "with|having|including|containing|incl|storing|plus|described_by|identified_by their|its?",
  "by giving|providing|entering|specifying a|an|the|its|their?",
  "which|that|who have|has|contain|contains|include|includes",
  "and their|its",
  ": fields|attributes|properties :?",
];

const AFTER_COMMA: ReadonlySet<string> = new Set(["with", "having"]);

/** Words that only say a list follows. */
const ANNOUNCING: readonly string[] = [
  "with|having|including|supporting|providing the|these following|basic|core|main? features|feature|functionality|functionalities|endpoints|requirements|functions|operations|capabilities|rules|entities|models|resources|tables",
];

/** What follows a thing that has fields of its own. */
const THINGS: ReadonlySet<string> = new Set(["with", "having", "{"]);

const PLACES: ReadonlySet<string> = new Set(
  ["to", "for", "of", "on", "in", "from", "under", "into", "within", "per"],
);

const SORTED: ReadonlySet<string> = new Set(
  ["filtered", "sorted", "ordered", "grouped"],
);

const SYSTEM: ReadonlySet<string> = new Set(
  "api system database app application inventory store list catalogue catalog collection library registry it"
    .split(" "),
);

const GUARDS: readonly string[] = [
  "only if|when|while|once it|they|its_status|their_status|the_status $be {V:states}",
  "only if|when|while|once it|they|its_status|their_status|the_status $be {L:state}",
  "if|when|while|once it|they|its_status|their_status|the_status $be {V:states}",
  "if|when|while|once it|they|its_status|their_status|the_status $be {L:state}",
  "only when|if|while {L:state}",
];
