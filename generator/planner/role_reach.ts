/**
 * Reads what a role may do with everything: "Receptionists can do everything", "viewers can only read".
 *
 * @module
 */
import { type AccessDraft, rulesFor, wordFor } from "./access_draft.ts";
import { withArticle } from "../blueprint/with_article.ts";
import type { Outcome } from "./draft.ts";
import { ACCESS_NOUNS, FULL_KINDS } from "./lexicon_access.ts";
import { isPerson } from "./person.ts";
import type { SentenceReading } from "./read_request.ts";
import type { Noun, Statement } from "./statement.ts";

/** What a role may do with everything. */
export interface RoleReach {
  /** The role. */
  readonly role: string;
  /** It may change everything; otherwise it may change nothing. */
  readonly all: boolean;
  /** The entity of which that is said. @default all of them */
  readonly of?: string;
}

/** Reads a sentence that only says what a role may do with everything. */
export function readRoleReach(
  reading: SentenceReading,
  access: AccessDraft,
): readonly [SentenceReading, readonly Outcome[], RoleReach] | undefined {
  if (reading.refused) return undefined;
  const text = reading.text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  const all = EVERYTHING.exec(text) ?? FULL_ACCESS.exec(text);
  const found = all ?? ONLY_READS.exec(text) ?? READ_ACCESS.exec(text);
  const words = (found?.groups?.who ?? "").split(" ").filter((one) =>
    !DETERMINERS.has(one)
  );
  const { start } = reading;
  const span = { start, end: start + reading.text.length };
  const who: Noun = { words, number: "many", ...span };
  const [entity] = access.draft.entities.values();
  if (!found || !isPerson(who) || entity === undefined) return undefined;
  const what = found.groups?.what?.split(" ") ?? [];
  const of = what.length === 0
    ? undefined
    : access.draft.index.find({ words: what, number: "many", ...span });
  if (what.length > 0 && (!of || of.adjectives.length > 0)) return undefined;
  // Whoever comes without signing in is no role.
  if (of && words.some((word) => STRANGERS.has(word))) return undefined;
  const role = wordFor(who, entity, access);
  if (role === undefined || !access.roles.includes(role)) return undefined;
  const phrase = all
    ? `${role} may read and change everything`
    : `${role} may only read${of ? ` ${withArticle(of.entity)}` : ""}`;
  const note: Statement = { kind: "note", phrase, ...span };
  return [
    { ...reading, missed: [], statements: [note] },
    [{ refs: ["users"], phrases: [phrase] }],
    { role, all: all !== null, ...(of ? { of: of.entity } : {}) },
  ];
}

/** Adds to the rules of every entity what roles may do with everything, before they are settled. */
export function grantEverything(
  reaches: readonly RoleReach[],
  access: AccessDraft,
): void {
  for (const { role, all } of reaches) {
    if (!all) continue;
    for (const [name, entity] of access.draft.entities) {
      const { also, access: rules } = rulesFor(access, name);
      // Whoever signs in creates, unless something else is said.
      const creates = name === access.users || also.has("create") ||
        rules["create"] !== undefined;
      const operations = [
        ...["replace", "patch", "delete"],
        ...entity.actions.keys(),
        ...creates ? ["create"] : [],
      ];
      for (const one of operations) {
        also.set(one, [...also.get(one) ?? [], role]);
      }
    }
  }
}

/** Takes what roles that only read may not do out of the rules of every entity, once they are settled. */
export function keepToReading(
  reaches: readonly RoleReach[],
  access: AccessDraft,
): void {
  for (const name of access.draft.entities.keys()) {
    const reading = new Set(
      reaches.filter(({ all, of = name }) => !all && of === name)
        .map(({ role }) => role),
    );
    if (reading.size === 0) continue;
    const others = access.roles.filter((role) => !reading.has(role));
    const changing = others.length > 0 ? others : ["admin"];
    if (others.length === 0) access.roles.push("admin");
    const rules = rulesFor(access, name);
    const before = JSON.stringify(rules.access);
    rules.access = Object.fromEntries(
      Object.entries(rules.access).map(([key, rule]) => {
        const isRead = ["read", "list", "get"].includes(key);
        const words = [rule].flat().flatMap((word) =>
          word === "users" ? changing : reading.has(word) ? [] : [word]
        );
        const kept = [...new Set(words.length > 0 ? words : changing)];
        return [
          key,
          isRead ? rule : kept.length === 1 ? kept[0] ?? "admin" : kept,
        ];
      }),
    );
    if (before === JSON.stringify(rules.access)) continue;
    access.draft.assumptions.push(
      `${[...reading].join(" and ")} may only read ${name}, so ${
        changing.join(" and ")
      } may change it`,
    );
  }
}

const STRANGERS: ReadonlySet<string> = new Set(
  ["guest", "guests", "visitor", "visitors", "anonymous", "public"],
);
const DETERMINERS: ReadonlySet<string> = new Set([
  "all",
  "the",
  "our",
  "an",
  "a",
]);
const EVERYTHING =
  /^(?<who>[a-z]+(?: [a-z]+)??) (?:can|may|are allowed to|should be able to)(?: also)? (?:do|manage|see and (?:edit|change)|access|edit|change|update|read and write) (?:everything|anything|all of it|it all|all data)[.!;]?$/;
const WHO = "(?<who>[a-z]+(?: [a-z]+)??) (?:have|has|get|gets)";
const TO_ALL =
  `(?:${ACCESS_NOUNS})(?: (?:to|over) (?:everything|anything|all of it|it all|all data|the (?:whole |entire )?(?:system|api|app)))?[.!;]?$`;
const FULL_ACCESS = new RegExp(`^${WHO} (?:${FULL_KINDS}) ${TO_ALL}`);
const READ_ACCESS = new RegExp(
  `^(?:and )?${WHO} (?:only (?:read|view)|(?:read|view)[- ]only) ${TO_ALL}`,
);
const ONLY_READS =
  /^(?:and )?(?<who>[a-z]+(?: [a-z]+)??) (?:(?:can|may|should) only|only) (?:read|view|see|look|browse|list)(?: (?:everything|anything|things|data|it|them)| (?:all |the )?(?<what>[a-z]+(?: [a-z]+)?))?[.!;]?$/;
