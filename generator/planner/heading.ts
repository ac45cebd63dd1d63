/**
 * Reads headings and labels: "Endpoints:", "Task fields:", "## Recipe", "Users cannot:", "Actions: mark tasks as done".
 *
 * @module
 */
import { readLead } from "./clause_start.ts";
import { hasFieldHint } from "./field_type.ts";
import { type HeadingMode, HEADINGS } from "./lexicon_leads.ts";
import { singular } from "./inflection.ts";
import { RESTRICTING, ROLES, SYSTEM_NOUNS } from "./lexicon_words.ts";
import { nounOf, readNoun } from "./noun.ts";
import { isEntity, type Scope, spanOf } from "./scope.ts";
import type { Sentence } from "./sentences.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** What the lines below a sentence are to be read as. */
export interface Opening {
  /** What they are. */
  readonly mode?: HeadingMode;
  /** What they are about. */
  readonly entity?: Noun;
  /** The entity is only what the system is called after. */
  readonly loose?: boolean;
  /** Who is to do what they say. */
  readonly by?: readonly Noun[];
}

/** A heading or label that was read. */
export interface HeadingRead {
  /** What it says by itself. */
  readonly statements: readonly Statement[];
  /** What it announces. */
  readonly opens: Opening;
  /** The index of the token after it; what follows belongs to the same line. */
  readonly end: number;
}

/** What stands below a sentence. */
export interface Below {
  /** There is something. */
  readonly children: boolean;
  /** There are headings. */
  readonly nested: boolean;
  /** There are only wishes: "add products". */
  readonly wishes: boolean;
  /** There are things with what they have: "spots - number, level". */
  readonly defines: boolean;
}

/** Reads a heading, or the label in front of a line. */
export function readHeading(
  tokens: readonly Token[],
  scope: Scope,
  sentence: Sentence,
  below: Below,
): HeadingRead | undefined {
  const colon = tokens.findIndex((one) => one.text === ":");
  const end = colon >= 0 ? colon : sentence.heading ? tokens.length : -1;
  if (end < 1 || end > 6) return undefined;
  const alone = colon < 0 || colon === tokens.length - 1;
  const stop = colon < 0 ? tokens.length : colon + 1;
  const called = !alone && end > 1 && !scope.named &&
    SYSTEM_NOUNS.has(tokens[end - 1]?.lower ?? "");
  if (called) return undefined;
  const listed = readListed(tokens, end, scope);
  if (listed !== undefined) {
    return { statements: [], opens: listed, end: stop };
  }
  if (!alone) return undefined;
  const words = tokens.slice(0, end).map((one) => one.lower);
  if (words.some((word) => RESTRICTING.has(word))) {
    const refused = words.some((word) => REFUSING.has(word));
    const mode = refused ? "excluded" : "unread";
    return { statements: [], opens: { ...scoped(scope), mode }, end: stop };
  }
  const lead = readLead(tokens, 0);
  if (lead.end >= end) {
    const by = lead.actors;
    return { statements: [], opens: { ...scoped(scope), by }, end: stop };
  }
  return readNamed(tokens, end, stop, scope, below);
}

/** "Endpoints:", "Fields:", "Task fields:" */
function readListed(
  tokens: readonly Token[],
  end: number,
  scope: Scope,
): Opening | undefined {
  const words = tokens.slice(0, end).map((one) => one.lower);
  const start =
    ["the", "following", "these", "our"].filter((word, i) => words[i] === word)
      .length;
  const phrase = words.slice(start).join(" ");
  const mode = HEADINGS[phrase];
  if (mode !== undefined) {
    const last = mode === "fields" ? scope.subjects.at(-1) : undefined;
    return { ...(last ? { entity: last } : {}), ...scoped(scope), mode };
  }
  const fields = HEADINGS[words.at(-1) ?? ""];
  if (fields === undefined || end < 2) return undefined;
  const noun = readNoun(tokens.slice(0, end - 1), 0);
  if (noun === undefined || noun.end < end - 1) return undefined;
  if (fields !== "fields" && !isEntity(noun.value, scope)) {
    return fields === "features" || fields === "endpoints"
      ? { mode: fields }
      : undefined;
  }
  return { mode: fields, entity: noun.value };
}

/** "## Recipe", "Tasks:" */
function readNamed(
  tokens: readonly Token[],
  end: number,
  stop: number,
  scope: Scope,
  below: Below,
): HeadingRead | undefined {
  const noun = readNoun(tokens.slice(0, end), 0);
  if (noun === undefined || noun.end < end || noun.value.pronoun) {
    return undefined;
  }
  const span = spanOf(tokens, 0, end);
  const last = noun.value.words.at(-1) ?? "";
  if (SYSTEM_NOUNS.has(last)) return undefined;
  const holds = below.nested && !isEntity(noun.value, scope) ||
    below.defines && noun.value.number === "open";
  if (holds && !scope.named) {
    const { words } = nounOf(tokens, 0, end);
    return {
      statements: [{ kind: "system", words, ...span }],
      opens: {},
      end: stop,
    };
  }
  if (
    !below.children ||
    (hasFieldHint(noun.value.words) && !isEntity(noun.value, scope) &&
      scope.entity)
  ) {
    return undefined;
  }
  if (below.wishes && ROLES.has(singular(last))) {
    return { statements: [], opens: { by: [noun.value] }, end: stop };
  }
  return {
    statements: [{ kind: "entity", entity: noun.value, ...span }],
    opens: { entity: noun.value },
    end: stop,
  };
}

function scoped(scope: Scope): Opening {
  return {
    ...(scope.entity ? { entity: scope.entity } : {}),
    ...(scope.loose ? { loose: true } : {}),
  };
}

const REFUSING: ReadonlySet<string> = new Set(
  [
    "no",
    "not",
    "never",
    "cannot",
    "can't",
    "don't",
    "without",
    "excluding",
    "forbidden",
    "nobody",
    "dont",
    "cant",
    "mustn't",
  ],
);
