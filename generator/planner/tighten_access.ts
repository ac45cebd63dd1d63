/**
 * Closes what a request speaks of in words that were not understood: where it says who may do something and it is not
 * clear who, nobody may but its owner and admins. What is left open by a reader must never be open to all.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import { type AccessDraft, rulesFor, wordFor } from "./access_draft.ts";
import type { EntityDraft, Outcome } from "./draft.ts";
import { singular } from "./inflection.ts";
import { ACCESS_PHRASE } from "./lexicon_access.ts";
import { EVERYONE } from "./lexicon_words.ts";
import { wordsOf } from "./names.ts";
import { isPerson } from "./person.ts";
import type { SentenceReading } from "./read_request.ts";
import type { Span } from "./statement.ts";

/** A sentence and what became of it. */
type Row = readonly [SentenceReading, readonly Outcome[]];

/** Closes what the sentences speak of whose words on access were not understood, and says so in the assumptions. */
export function tightenAccess(rows: readonly Row[], access: AccessDraft): void {
  for (const row of rows) {
    const text = unreadOf(row);
    if (text === undefined) continue;
    const isRule = restricts(row) || speaksOfAccess(text) ||
      keepsFromSome(text);
    if (!isRule) continue;
    const entities = entitiesIn(row, text, access);
    for (const entity of entities) {
      const deed = deedIn(text);
      close(entity, deed, access);
      const what = deed === "read" ? "read or change" : deed;
      access.draft.assumptions.push(
        `only ${word(entity, access).join(" and ")} may ${what} ${
          withArticle(entity.name)
        }, until it is clear who else may: ${
          JSON.stringify(text.trim())
        } was not understood`,
      );
    }
  }
}

/** Tells whether a sentence says who alone may do something, and who that is was not understood. */
function restricts([reading, outcomes]: Row): boolean {
  return reading.statements.some((one, i) =>
    one.kind === "unbuilt" && one.who !== undefined &&
    outcomes[i]?.missed === true
  );
}

/** Returns what words say that somebody may do; seeing it, where they do not. */
function deedIn(text: string): "read" | "change" | "delete" {
  if (keepsFromSome(text)) return "read";
  if (FULL.test(text.toLowerCase())) return "change";
  const closes = NOBODY.test(text.toLowerCase()) ||
    PRIVATE.test(text.toLowerCase());
  if (READING.test(text) || (closes && !WRITING.test(text))) return "read";
  return DELETING.test(text) && !WRITING.test(text.replaceAll(DELETING, ""))
    ? "delete"
    : "change";
}

/** Reports whether words say who may do something, rather than how often or how many. */
export function speaksOfAccess(text: string): boolean {
  const plain = text.toLowerCase().replaceAll(COUNTED, " ");
  if (PRIVATE.test(plain)) return true;
  const people = plain.split(/[^a-z]+/).some((one) =>
    !SMALL.has(one) &&
    isPerson({ words: [one], number: "open", start: 0, end: 0 })
  );
  if (!people && !NOBODY.test(plain)) return false;
  return [RESTRICTING, MAY, FULL].some((one) => one.test(plain));
}

/** Reports whether words that were not understood say that not everybody sees something: then people have to sign in. */
export function keepsFromSome(text: string): boolean {
  const plain = text.toLowerCase().replaceAll(COUNTED, " ");
  if (SECRET.test(plain) || ELSE.test(plain)) return true;
  // "You can only see tasks with a title" says nothing of who.
  const isOfSome = somebodyIn(plain) && SEEING.test(plain);
  return isOfSome && (RESTRICTING.test(plain) || LIMITED.test(plain));
}

/** Reports whether words name somebody, and not just whoever it may be. */
function somebodyIn(text: string): boolean {
  return text.split(/[^a-z]+/).some((one) =>
    !SMALL.has(one) && !EVERYONE.has(one) && one !== "nobody" &&
    isPerson({ words: [one], number: "open", start: 0, end: 0 })
  );
}

/** Returns what of a sentence was not understood. */
function unreadOf([reading, outcomes]: Row): string | undefined {
  const spans: Span[] = [...reading.missed];
  reading.statements.forEach((one, i) => {
    const isMissed = outcomes[i]?.missed === true;
    if (isMissed) {
      spans.push(one.kind === "unbuilt" && one.reach ? one.reach : one);
    }
  });
  if (spans.length === 0) return undefined;
  const start = Math.min(...spans.map((one) => one.start));
  const end = Math.max(...spans.map((one) => one.end));
  return reading.text.slice(start - reading.start, end - reading.start);
}

/** Returns what words speak of: the things they name, else those of their sentence. */
function entitiesIn(
  row: Row,
  text: string,
  { draft, users }: AccessDraft,
): readonly EntityDraft[] {
  const [reading] = row;
  const named = (words: string) => {
    const known = ` ${wordsOf(words).map((one) => singular(one)).join(" ")} `;
    return [...draft.entities.values()].filter(({ name }) =>
      name !== users && !isPersonName(name) &&
      known.includes(` ${name.replaceAll("_", " ")} `)
    );
  };
  const done = doneIn(row, draft.entities);
  if (done.length > 0) return done;
  const own = named(text);
  if (own.length > 0) return own;
  const having = [...draft.entities.values()].filter(({ fields }) =>
    [...fields.keys()].some((name) =>
      new RegExp(`\\b${wordsOf(name).join(" ")}s?\\b`, "i").test(text)
    )
  );
  const near = having.length > 0 ? having : named(reading.text);
  if (near.length > 0) return near;
  // "Nobody sees anything of others": of all there is.
  const all = [...draft.entities.values()].filter(({ name }) => name !== users);
  return RESTRICTING.test(text) || NOBODY.test(text) || PRIVATE.test(text)
    ? all
    : [];
}

/** What is done in a sentence of which only was not understood who may: "Only the teacher of a course can grade submissions". */
function doneIn(
  [reading, outcomes]: Row,
  entities: ReadonlyMap<string, EntityDraft>,
): readonly EntityDraft[] {
  const reaches = reading.statements.flatMap((one, i) =>
    one.kind === "unbuilt" && one.reach && outcomes[i]?.missed === true
      ? [one.reach]
      : []
  );
  const names = reading.statements.flatMap((one, i) => {
    const acts = one.kind === "operations" || one.kind === "action";
    const isInside = reaches.some((reach) =>
      one.start >= reach.start && one.end <= reach.end
    );
    return acts && isInside ? outcomes[i]?.refs ?? [] : [];
  }).map((ref) => ref.split(".")[0] ?? "");
  return [...new Set(names)].flatMap((name) => entities.get(name) ?? []);
}

function isPersonName(name: string): boolean {
  const words = name.split("_");
  return isPerson({ words, number: "one", start: 0, end: 0 });
}

/** Leaves an entity, or what is said of it, to its owner and admins, and to the roles that were understood. */
function close(
  entity: EntityDraft,
  deed: "read" | "change" | "delete",
  access: AccessDraft,
): void {
  const rules = rulesFor(access, entity.name);
  const allowed = word(entity, access);
  const readers = rules.readers.flatMap((noun) =>
    wordFor(noun, entity, access) ?? []
  );
  const roles = new Set(access.roles);
  const narrow = (rule: readonly string[]) => {
    const kept = rule.filter((one) => roles.has(one) || one === "owner");
    const all = [...new Set([...kept, ...allowed])];
    return all.length === 1 ? all[0] ?? "admin" : all;
  };
  const { read = "users", create, ...writes } = rules.access;
  // Whoever may do something with it has to see it.
  const acting = Object.values({ create: create ?? [], ...writes }).flat();
  const seen = deed === "read"
    ? narrow([...[read].flat(), ...readers, ...acting])
    : read;
  const { list, get, ...changes } = writes;
  const narrowed = deed === "delete"
    ? { ...changes, delete: narrow([changes["delete"] ?? []].flat()) }
    : Object.fromEntries(
      Object.entries(changes).map(([key, rule]) =>
        [key, narrow([rule].flat())] as const
      ),
    );
  rules.access = {
    read: seen,
    ...(create === undefined ? {} : { create }),
    ...narrowed,
    ...(list === undefined || deed === "read" ? {} : { list }),
    ...(get === undefined || deed === "read" ? {} : { get }),
  };
}

/** Those who may in any case. */
function word(entity: EntityDraft, access: AccessDraft): readonly string[] {
  if (!access.roles.includes("admin")) access.roles.push("admin");
  const { owner } = rulesFor(access, entity.name);
  return owner === undefined ? ["admin"] : ["owner", "admin"];
}

/** Small words that end like those for people. */
const SMALL: ReadonlySet<string> = new Set(
  ("after under over never other others another ever either neither whether rather later earlier however together further " +
    "per former latter longer shorter lower higher greater smaller larger older newer better for or nor consider enter alter " +
    "filter deliver register differ refer prefer transfer remember trigger important constant significant relevant")
    .split(" "),
);
const COUNTED =
  /\b(?:only|just) (?:once|one|twice|a single|\d+)\b|\b(?:at most|at least|up to|(?:no )?more than) [a-z0-9]+\b/g;
const PRIVATE =
  /\b(?:is|are|be|stay|stays|remain|remains) (?:always |strictly )?(?:private|confidential|secret|hidden)\b|\b(?:visible|shown|accessible|available) (?:only )?(?:to|for)\b/;
const NOBODY = /\b(?:nobody|no one|no other|anyone else|everyone else)\b/;
const SECRET =
  /\b(?:is|are|be|stay|stays|remain|remains) (?:always |strictly )?(?:private|confidential|secret|hidden from)\b|\bfor (?:my|our|your|their|his|her) eyes only\b/;
const SEEING =
  /\b(?:see|sees|seen|view|views|viewed|read|reads|access|accesses|browse)\b(?!-)/;
const LIMITED = /\b(?:limited|restricted|reserved) (?:to|for)\b/;
const ELSE = /\b(?:nobody|no one|anyone|everyone) else\b/;
const RESTRICTING = /\b(?:only|just|own|except|alone|nobody|not|never)\b|n't\b/;
/** Whoever has less is not to change it. */
const FULL = new RegExp(`\\b${ACCESS_PHRASE}`);
const READING =
  /\b(?:see|sees|seen|view|views|viewed|read|reads|list|lists|listed|access|accesses|browse|visible|private|confidential|secret|hidden|shown|look|own)\b/i;
const WRITING =
  /\b(?:edit|edits|edited|change|changes|changed|update|updates|updated|delete|deletes|deleted|remove|removes|removed|manage|manages|modify|modifies|approve|publish|close|cancel|grade|mark|assign|set|create|add|enter)\b/i;
const DELETING = /\b(?:delete|deletes|deleted|remove|removes|removed)\b/gi;
/** What somebody is said to be able to do with what is there. */
const MAY =
  /\b(?:can|may|should|must|is allowed to|are allowed to|able to) (?:also )?(?:see|view|read|list|access|browse|edit|change|update|delete|remove|manage|modify|do)\b/;
