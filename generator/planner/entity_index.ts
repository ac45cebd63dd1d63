/**
 * Decides which noun phrases are entities, and which of them are the same one.
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { isPlural, singular } from "./inflection.ts";
import {
  ATTRIBUTIVE_PLURALS,
  CHOOSING_ADJECTIVES,
  DATA_WORDS,
  RESTRICTING,
  SYSTEM_NOUNS,
} from "./lexicon_words.ts";
import { IRREGULAR_PARTICIPLES } from "./lexicon_inflection.ts";
import { CONTAINERS } from "./lexicon_domains.ts";
import { entityName } from "./names.ts";
import type { Noun, Rule, Statement } from "./statement.ts";

/** An entity a noun phrase stands for, and the adjectives before it that are not part of its name. */
export interface EntityMention {
  /** Its name. */
  readonly entity: string;
  /** Adjectives such as `overdue`. */
  readonly adjectives: readonly string[];
}

/** The entities of a request. */
export interface EntityIndex {
  /** Every name an entity goes by, its own first form included. */
  readonly known: ReadonlySet<string>;
  /** Those of them that are said to have fields. */
  readonly defined: ReadonlySet<string>;
  /** The entities' names, in the order they were first spoken of. */
  readonly names: readonly string[];
  /** The states the request speaks of, in its words. */
  readonly states: ReadonlySet<string>;
  /** Returns the entity a noun phrase stands for. */
  find(noun: Noun): EntityMention | undefined;
}

/** Finds the entities that statements speak of. */
export function indexEntities(statements: readonly Statement[]): EntityIndex {
  const { mentions, defined } = collect(statements);
  const states = statesOf(statements);
  const chooses = (word: string) => isAdjective(word) || states.has(word);
  const all = [...mentions.keys()];
  // "overdue_task" beside "task" is a task.
  const names = all.filter((name) => {
    const words = name.split("_");
    const rest = words.slice(choosing(words, chooses, states).length);
    const chosen = rest.length > 0 && rest.length < words.length &&
      mentions.has(rest.join("_"));
    return !chosen;
  });
  const canonical = new Map<string, string>();
  for (const name of names) canonical.set(name, name);
  for (const name of names) {
    const short = shorter(name, mentions);
    if (short === undefined || !names.includes(short)) continue;
    const keep = defined.has(short) === defined.has(name)
      ? names.indexOf(short) < names.indexOf(name) ? short : name
      : defined.has(short)
      ? short
      : name;
    canonical.set(short, keep);
    canonical.set(name, keep);
  }
  for (const name of names) {
    const last = shortName(name, names);
    if (last !== undefined) canonical.set(last, canonical.get(name) ?? name);
  }
  const find = (noun: Noun): EntityMention | undefined => {
    if (noun.pronoun) return undefined;
    const adjectives: string[] = [];
    for (let rest = noun.words; rest.length > 0;) {
      const name = entityName(rest);
      const entity = name === undefined ? undefined : canonical.get(name);
      if (entity !== undefined) return { entity, adjectives };
      const adjective = choosing(rest, chooses, states);
      if (adjective.length === 0) return undefined;
      adjectives.push(adjective.join(" "));
      rest = rest.slice(adjective.length);
    }
    return undefined;
  };
  return {
    known: new Set(canonical.keys()),
    defined,
    names: [...new Set(names.map((name) => canonical.get(name) ?? name))],
    states,
    find,
  };
}

/** "Container" for a shipping container, when nothing else is called so. */
function shortName(
  name: string,
  names: readonly string[],
): string | undefined {
  const last = name.split("_").at(-1) ?? "";
  const others = names.filter((one) => one.split("_").at(-1) === last);
  const vague = hasFieldHint([last]) || SYSTEM_NOUNS.has(last) ||
    DATA_WORDS.has(last) || NEVER.has(last) || ABSTRACT.has(last);
  return others.length > 1 || last === name || vague ? undefined : last;
}

/** Returns the words at the start of others that choose among things: a state of several words, or one adjective. */
function choosing(
  words: readonly string[],
  chooses: (word: string) => boolean,
  states: ReadonlySet<string>,
): readonly string[] {
  for (const length of [3, 2]) {
    const part = words.slice(0, length);
    if (states.has(part.join(" "))) return part;
  }
  return chooses(words[0] ?? "") ? words.slice(0, 1) : [];
}

/** Reports whether a word before a noun chooses among things rather than naming them. */
export function isAdjective(word: string): boolean {
  return CHOOSING_ADJECTIVES.has(word) || IRREGULAR.has(word) ||
    /[a-z]{2}(?:ed|able|ible)$/.test(word);
}

/** The words of a request that are states: values of enums, and what a field says yes or no to. */
function statesOf(statements: readonly Statement[]): ReadonlySet<string> {
  const states = new Set<string>();
  const add = (noun: Noun, rules: readonly Rule[]) => {
    for (const rule of rules) {
      if (rule.rule !== "values") continue;
      for (const value of rule.values) states.add(value.toLowerCase());
    }
    const asked = rules.some((one) =>
      one.rule === "type" && one.type === "boolean"
    );
    // "Whether it has rings" names no state that a planet may be in.
    const owns = noun.words[0] === "has";
    if (!owns && (asked || fieldHint(noun.words).type === "boolean")) {
      states.add(noun.words.join(" "));
    }
  };
  for (const one of statements) {
    if (one.kind === "rules") add(one.subject, one.rules);
    if (one.kind !== "fields") continue;
    for (const { noun, rules } of one.items) add(noun, rules);
  }
  return states;
}

interface Mentions {
  readonly mentions: ReadonlyMap<string, number>;
  readonly defined: ReadonlySet<string>;
}

function collect(statements: readonly Statement[]): Mentions {
  const mentions = new Map<string, number>();
  const defined = definedBy(statements);
  const weak: string[] = [];
  const add = (noun: Noun | undefined, related = false) => {
    const name = noun && (related ? ownerName(noun) : nameOf(noun));
    if (name) mentions.set(name, (mentions.get(name) ?? 0) + 1);
  };
  for (const one of statements) {
    if (one.doubtful) continue;
    const purpose = one.kind === "entity" && one.purpose &&
      [...defined].some((other) => other !== nameOf(one.entity));
    const related = one.kind === "relation";
    if (!purpose) {
      for (const noun of strongNouns(one)) add(noun, related);
    }
    if (one.kind === "system" && one.hint) {
      const name = nameOf(one.hint);
      const many = one.hint.number === "many" ||
        isPlural(one.hint.words.at(-1) ?? "");
      const others = [...defined].some((other) => other !== name);
      if (name && many && !others) add(one.hint);
      else if (name) weak.push(name);
    }
  }
  for (const name of defined) {
    if (!mentions.has(name)) mentions.set(name, 1);
  }
  for (const name of onlyChanged(statements)) {
    if (!defined.has(name) && defined.size > 0) mentions.delete(name);
  }
  for (const noun of statements.flatMap(managedOne)) {
    const name = nameOf(noun);
    const others = [...defined].some((one) => one !== name);
    const once = name && mentions.get(name) === 1 && !defined.has(name);
    if (name && once && others) mentions.delete(name);
  }
  for (const name of [...mentions.keys()]) {
    if (!defined.has(name) && isTailed(name, mentions)) mentions.delete(name);
  }
  const first = weak[0];
  if (mentions.size === 0 && first !== undefined) mentions.set(first, 1);
  return { mentions, defined };
}

/** "List songs this week": words after many of a known thing make no other thing. */
function isTailed(
  name: string,
  mentions: ReadonlyMap<string, number>,
): boolean {
  const words = name.split("_");
  return words.slice(0, -1).some((last, i) =>
    isPlural(last) && !ATTRIBUTIVE_PLURALS.has(last) &&
    mentions.has([...words.slice(0, i), singular(last)].join("_"))
  );
}

/** The names of what is said to have fields: beside these, what the system is called after is only its name. */
function definedBy(statements: readonly Statement[]): Set<string> {
  return new Set(statements.flatMap((one) => {
    if (one.doubtful || one.kind !== "fields" || one.loose) return [];
    return (one.owner && ownerName(one.owner)) ?? [];
  }));
}

/** "Delete mistakes", "publish drafts": what is only ever changed is never made: it is another word for something else. */
function onlyChanged(statements: readonly Statement[]): ReadonlySet<string> {
  const changed = new Set<string>();
  const other = new Set<string>();
  for (const one of statements) {
    const changes = one.kind === "operations" && one.operations.length > 0 &&
      one.operations.every((operation) => CHANGING.has(operation));
    for (const noun of strongNouns(one)) {
      const name = noun && nameOf(noun);
      const state = one.kind === "action" && isAdjective(name ?? "");
      if (name) (changes || state ? changed : other).add(name);
    }
  }
  return changed.difference(other);
}

/** "Manage a wine cellar", "see my streak", "list unpaid rents": beside what is described, one of something that is only managed or looked at is not kept. */
function managedOne(one: Statement): readonly Noun[] {
  if (one.kind !== "operations") return [];
  const reads = one.operations.every((operation) => READING.has(operation));
  if (one.operations.length < 6 && !reads) return [];
  return one.objects.filter((noun) => {
    const [first = "", ...rest] = noun.words;
    const chosen = reads && rest.length > 0 && isAdjective(first);
    const many = noun.number === "many" || isPlural(noun.words.at(-1) ?? "");
    return !noun.owner && (chosen || !many);
  });
}

function strongNouns(one: Statement): readonly (Noun | undefined)[] {
  switch (one.kind) {
    case "entity":
      return [one.entity];
    case "fields":
      return one.loose ? [] : [one.owner];
    case "relation":
      return one.weak
        ? []
        : [one.from, one.to].sort((a, b) => a.start - b.start);
    case "operations":
      if (one.mode === "refuse") return [];
      return one.objects.filter((noun) =>
        one.operations.length < 6 || !isContainer(noun)
      ).flatMap((noun) => objectNouns(noun));
    case "action":
      return one.objects.filter((noun) =>
        noun.number !== "open" && !hasFieldHint(noun.words) &&
        !RECURRING.has(noun.words[0] ?? "")
      );
    default:
      return [];
  }
}

/** "Manage a fleet" says what the system is about, not what it keeps. */
export function isContainer(noun: Noun): boolean {
  const last = noun.words.at(-1) ?? "";
  return noun.number !== "many" && !isPlural(last) &&
    (CONTAINERS[noun.words.join(" ")] !== undefined || GATHERED.has(last));
}

/** The object of an operation is an entity unless it is plainly a field, or belongs to something that is one. */
function objectNouns(noun: Noun): Noun[] {
  const { owner, ...bare } = noun;
  const many = isPlural(noun.words.at(-1) ?? "") || noun.number === "many";
  if (owner !== undefined) return many ? [owner, bare] : [owner];
  if (many || !hasFieldHint(noun.words)) return [bare];
  return [];
}

/** "Each application has an applicant": what is described one by one is kept, though it may be a word for the system. */
function ownerName(noun: Noun): string | undefined {
  const [word = "", ...others] = noun.words;
  const recorded = others.length === 0 && RECORDED.has(singular(word)) &&
    (noun.number === "one" || isPlural(word)) && !noun.owner;
  return nameOf(noun) ?? (recorded ? entityName(noun.words) : undefined);
}

function nameOf(noun: Noun): string | undefined {
  if (noun.pronoun || noun.owner || noun.words.length > 3) return undefined;
  const last = noun.words.at(-1) ?? "";
  const alone = noun.words.length === 1;
  const vague = DATA_WORDS.has(last) || SYSTEM_NOUNS.has(last) ||
    ABSTRACT.has(last);
  if (alone && vague) {
    return undefined;
  }
  if (noun.words.some((word) => RESTRICTING.has(word))) return undefined;
  if (NEVER.has(last)) return undefined;
  return entityName(noun.words);
}

/** "blog_post" beside "post" is a post, but "order_item" beside "order" and "item" is its own thing. */
function shorter(
  name: string,
  mentions: ReadonlyMap<string, number>,
): string | undefined {
  const words = name.split("_");
  for (let from = 1; from < words.length; from++) {
    const short = words.slice(from).join("_");
    if (!mentions.has(short)) continue;
    return mentions.has(words.slice(0, from).join("_")) ? undefined : short;
  }
  return undefined;
}

const READING: ReadonlySet<Operation> = new Set<Operation>(["list", "get"]);

const CHANGING: ReadonlySet<Operation> = new Set<Operation>(
  ["replace", "patch", "delete"],
);

/** "Send a weekly horoscope": how often something is made is no part of its name. */
const RECURRING: ReadonlySet<string> = new Set(
  "weekly daily nightly hourly monthly quarterly yearly annual biweekly"
    .split(" "),
);

const IRREGULAR: ReadonlySet<string> = new Set(
  Object.entries(IRREGULAR_PARTICIPLES).filter(([verb, form]) => verb !== form)
    .map(([, form]) => form),
);

const GATHERED: ReadonlySet<string> = new Set(["collection", "portfolio"]);

/** Words for a system that are as often names of what is kept. */
const RECORDED: ReadonlySet<string> = new Set(
  "application endpoint feature program service site tool server website portal"
    .split(" "),
);

/** Words for any entity, which name none. */
const ABSTRACT: ReadonlySet<string> = new Set(["entity", "entities"]);

const NEVER: ReadonlySet<string> = new Set(
  ("ability way possibility operation operations endpoint endpoints feature features functionality crud access " +
    "details detail overview id ids api apis response responses request-body field fields " +
    "value values everything nothing one ones lot database db memory port thing things stuff today tomorrow yesterday")
    .split(" "),
);
