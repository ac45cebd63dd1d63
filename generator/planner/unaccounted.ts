/**
 * Checks that every word of what was understood is accounted for: it stands in the blueprint, or a pattern knows it.
 *
 * @module
 */
import type { FieldDraft, Outcome, SystemDraft } from "./draft.ts";
import { readLead } from "./clause_start.ts";
import { singular, verbForms } from "./inflection.ts";
import { DATA_KINDS, FILE_KINDS } from "./lexicon_files.ts";
import { KNOWN_VERBS, KNOWN_WORDS } from "./known_words.ts";
import { SYSTEM_NOUNS } from "./lexicon_words.ts";
import { wordsOf } from "./names.ts";
import type { SentenceReading } from "./read_request.ts";
import type { Span, Statement } from "./statement.ts";
import { type Token, tokenize } from "./tokens.ts";

/**
 * Finds the words of a sentence that led to nothing though what stands around them was understood.
 *
 * What only names the system, explains or sets something up is not looked into: its words are free.
 *
 * @return Runs of words that follow one another
 */
export function unaccountedWords(
  reading: SentenceReading,
  outcomes: readonly Outcome[],
  draft: SystemDraft,
): readonly Span[] {
  const { statements } = reading;
  const looked = statements.filter((one, i) =>
    LOOKED_INTO.has(one.kind) && outcomes[i]?.missed === undefined &&
    (outcomes[i]?.refs.length ?? 0) > 0
  );
  if (looked.length === 0) return [];
  const free = [
    ...reading.missed,
    ...statements.filter((one) => !looked.includes(one)),
    ...statements.flatMap((one) => one.by ?? []),
  ];
  const stems = stemsOf(draft);
  const acts = statements.some((one) => !DESCRIBING.has(one.kind));
  const tokens = tokenize(reading.text, reading.start);
  const lost = tokens.map((token, i) =>
    i >= openingEnd(tokens) && !free.some((one) => contains(one, token)) &&
    (acts && isOwn(tokens, i) ||
      !isAccounted(token, stems) && !(acts && KNOWN_VERBS.has(token.lower)))
  );
  const loose = tokens.map((token) =>
    token.kind !== "mark" &&
    ![...free, ...looked].some((one) => contains(one, token))
  );
  return lost.flatMap((one, i) => {
    if (!one) return [];
    if (!isOwn(tokens, i)) return [around(tokens, loose, i)];
    const [first, last] = [tokens[i - 1], tokens[i + 1] ?? tokens[i]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}

/** "their own orders": not anybody's. */
function isOwn(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "own" &&
    OWNERS.has(tokens[at - 1]?.lower ?? "");
}

/** Takes the words around a lost one along that belong to nothing else. */
function around(
  tokens: readonly Token[],
  loose: readonly boolean[],
  at: number,
): Span {
  let first = at;
  while (loose[at] && loose[first - 1]) first--;
  let last = at;
  while (loose[at] && loose[last + 1]) last++;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** Returns the token after words that say who speaks, or what the system is called. */
function openingEnd(tokens: readonly Token[]): number {
  const { end } = readLead(tokens, 0);
  const colon = tokens.findIndex((one) => one.text === ":");
  const called = colon > 0 && SYSTEM_NOUNS.has(tokens[colon - 1]?.lower ?? "");
  return Math.max(end, called ? colon : 0);
}

function contains(span: Span, token: Token): boolean {
  return token.start >= span.start && token.end <= span.end;
}

function isAccounted(token: Token, stems: ReadonlySet<string>): boolean {
  if (token.kind !== "word" || KNOWN_WORDS.has(token.lower)) return true;
  return wordsOf(token.text).every((word) =>
    KNOWN_WORDS.has(word) || stems.has(singular(word)) || stems.has(word)
  );
}

/** Collects the stems of all words of the draft. */
function stemsOf(draft: SystemDraft): ReadonlySet<string> {
  const stems = new Set<string>();
  const add = (text: string) => {
    for (const word of wordsOf(text)) {
      stems.add(word);
      stems.add(singular(word));
    }
  };
  for (const word of draft.roleWords ?? []) add(word);
  for (const entity of draft.entities.values()) {
    add(entity.name);
    if (entity.name === "application") {
      for (const one of APPLYING) stems.add(one);
    }
    for (const [name, field] of entity.fields) {
      add(name);
      for (const value of field.values ?? []) add(value);
      if (typeof field.default === "string") add(field.default);
      if (field.unit) add(field.unit);
      if (field.type === "file") addFile(field, stems);
    }
    for (const name of entity.relations.keys()) add(name);
    for (const name of entity.actions.keys()) {
      add(name);
      const forms = verbForms(name);
      for (const one of [forms.third, ...forms.gerunds, ...forms.participles]) {
        add(one);
      }
    }
  }
  return stems;
}

/** Adds the words that say what a file may be, and that it is sent. */
function addFile(
  { accept = [], maxBytes = "" }: FieldDraft,
  stems: Set<string>,
): void {
  for (const word of SENDING) stems.add(word);
  stems.add(maxBytes.toLowerCase());
  for (const [word, types] of Object.entries(ALL_KINDS)) {
    if (types.every((type) => accept.includes(type))) stems.add(word);
  }
}

/** What makes an application. */
const APPLYING: readonly string[] = ["apply", "applies", "applying"];
const ALL_KINDS = { ...FILE_KINDS, ...DATA_KINDS };
const SENDING: readonly string[] =
  ("upload uploads uploaded uploading attach attaches attached attachment attachments file files size format formats " +
    "accepted allowed kb mb gb megabyte megabytes kilobytes images large big per limit download")
    .split(" ");

const OWNERS: ReadonlySet<string> = new Set(
  ["their", "his", "her", "my", "your", "its"],
);

const LOOKED_INTO: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>(
  ["fields", "entity", "operations", "action", "relation", "deletion", "rules"],
);

/** What is said without any verb of an operation or an action. */
const DESCRIBING: ReadonlySet<Statement["kind"]> = new Set<Statement["kind"]>(
  ["fields", "entity", "rules", "relation"],
);
