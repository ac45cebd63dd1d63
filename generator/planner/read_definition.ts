/**
 * Reads clauses that begin with what they define: "Books: title, author", "Products (name, price)", "Comments on posts".
 *
 * @module
 */
import { startsSentence, startsWish } from "./clause_start.ts";
import { CHOICE_WORDS } from "./lexicon_fields.ts";
import { HEADINGS } from "./lexicon_leads.ts";
import { fieldHint, hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { readModifiers, readWith } from "./modifiers.ts";
import { type Read, readNoun, readNounList } from "./noun.ts";
import { readFields } from "./read_fields.ts";
import { entityName } from "./names.ts";
import { readPredicate } from "./predicate.ts";
import { readClauseForm } from "./read_clause_form.ts";
import { NOUN_VERBS } from "./lexicon_verbs.ts";
import { readSubjectVerb } from "./read_subject_verb.ts";
import { readVerb } from "./verbs.ts";
import { readFieldTails } from "./field_tails.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import { isActing } from "./system_contents.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a definition. */
export function readDefinition(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const noun = readNoun(tokens, at);
  if (noun === undefined || noun.value.pronoun) return undefined;
  if (isActing(noun.value.words)) return undefined;
  if (tokens[noun.end]?.lower === ":") {
    return readLabelled(tokens, at, noun, scope);
  }
  const dashed = readDashed(tokens, at, scope);
  if (dashed !== undefined) return dashed;
  const nouns = readNounList(tokens, at)?.value ?? [];
  const several = nouns.length > 1 &&
    nouns.every((one) => isEntity(one, scope));
  const subjects = several ? nouns : [noun.value];
  const end = several ? readNounList(tokens, at)?.end ?? noun.end : noun.end;
  const more = readModifiers(tokens, end, subjects, scope);
  if (more.statements.length === 0) {
    return readNames(tokens, at, nouns, end, scope);
  }
  const counts = ONE.has(tokens[at]?.lower ?? "") &&
    tokens.slice(at, more.end).some((one) => one.lower === "per");
  if (counts) return undefined;
  const contents = readAsSystem(tokens, at, noun, more, scope);
  if (contents !== undefined) return contents;
  return { ...more, subjects };
}

/** "Purchase orders: supplier, total", "Track: title, artist": a name that begins with a verb, followed by its fields. */
export function readVerbalName(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const noun = at === 0 ? readNoun(tokens, at) : undefined;
  if (noun === undefined || tokens[noun.end]?.lower !== ":") return undefined;
  const verb = readVerb(tokens, at, ["base", "gerund"]);
  if (verb === undefined) return undefined;
  const thing = NOUN_VERBS.has(verb.value.base);
  const action = verb.value.operations === undefined;
  if (!thing && (!action || noun.value.words.length < 2)) return undefined;
  const found = readLabelled(tokens, at, noun, scope);
  const [fields] = found?.statements ?? [];
  const known = fields?.kind === "fields" && fields.items.length > 1 &&
    fields.items.some((item) => hasFieldHint(item.noun.words));
  return known ? found : undefined;
}

/** "Loans: each loan belongs to a book and to a member, due date" */
function readBelonging(
  tokens: readonly Token[],
  at: number,
  noun: Read<Noun>,
  scope: Scope,
): Found | undefined {
  const form = readClauseForm(tokens, noun.end + 1, scope);
  const owner = noun.value;
  const own = form?.statements.every((one) =>
    one.kind === "relation" && entityName(one.from.words) ===
      entityName(owner.words)
  );
  if (form === undefined || !own) return undefined;
  const comma = tokens[form.end]?.lower === ",";
  const next = comma ? form.end + 1 : form.end;
  const clause = startsSentence(tokens, next) ||
    startsWish(tokens, next, scope);
  const fields = comma && !clause ? readFields(tokens, next, scope) : undefined;
  const end = fields?.end ?? form.end;
  const span = spanOf(tokens, at, end);
  return {
    statements: [
      ...form.statements,
      ...fields
        ? [{ kind: "fields", owner, items: fields.items, ...span } as const]
        : [],
      ...fields?.wishes ?? [],
    ],
    missed: fields?.missed ?? [],
    end,
    subjects: [owner],
  };
}

/** "tickets - plate, entered at, paid" */
function readDashed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const noun = readNoun(tokens, at);
  if (noun === undefined || !DASHES.has(tokens[noun.end]?.lower ?? "")) {
    return undefined;
  }
  const first = noun.end + 1;
  if (startsSentence(tokens, first) || startsWish(tokens, first, scope)) {
    return undefined;
  }
  const after = tokens[readNoun(tokens, first)?.end ?? 0]?.lower ?? "";
  if (DESCRIBING.has(after)) return undefined;
  const fields = readFields(tokens, first, scope);
  const known = fields?.items.some((item) => hasFieldHint(item.noun.words));
  if (fields === undefined || fields.items.length < 2 || !known) {
    return undefined;
  }
  const span = spanOf(tokens, at, fields.end);
  const owner = noun.value;
  return {
    statements: [
      { kind: "fields", owner, items: fields.items, ...span },
      ...fields.wishes,
    ],
    missed: fields.missed,
    end: fields.end,
    subjects: [owner],
  };
}

/** "Recipes and ingredients." */
function readNames(
  tokens: readonly Token[],
  at: number,
  nouns: readonly Noun[],
  end: number,
  scope: Scope,
): Found | undefined {
  const stop = tokens[end] === undefined || tokens[end]?.lower === ".";
  if (!stop || !nouns.every((one) => isEntity(one, scope))) return undefined;
  const span = spanOf(tokens, at, end);
  return {
    statements: nouns.map((entity) => ({ kind: "entity", entity, ...span })),
    end,
    subjects: nouns,
  };
}

/** "Gardening log with plants and waterings": what has only entities is the system. */
function readAsSystem(
  tokens: readonly Token[],
  at: number,
  noun: Read<Noun>,
  more: Found,
  scope: Scope,
): Found | undefined {
  const [fields, ...others] = more.statements;
  if (scope.named || at > 0 || noun.value.number !== "open") return undefined;
  if (fields?.kind !== "fields" || others.length > 0) return undefined;
  const things = fields.items.map((item) => item.noun);
  if (!things.every((one) => isEntity(one, scope))) return undefined;
  const span = spanOf(tokens, at, more.end);
  return {
    statements: [
      { kind: "system", words: noun.value.words, ...span },
      ...things.map((entity) => ({ kind: "entity", entity, ...span } as const)),
    ],
    end: more.end,
    subjects: things,
  };
}

/** "Books: title, author", "status: open, closed" */
function readLabelled(
  tokens: readonly Token[],
  at: number,
  noun: Read<Noun>,
  scope: Scope,
): Found | undefined {
  const label = noun.value;
  const first = noun.end + 1;
  if (HEADINGS[label.words.join(" ")] !== undefined) return undefined;
  const choice = CHOICE_WORDS.has(label.words.at(-1) ?? "");
  const asField = choice ||
    (hasFieldHint(label.words) && !isEntity(label, scope));
  const listed = readNoun(tokens, first)?.value.words ?? [];
  const defines = !choice && hasFieldHint(listed) &&
    fieldHint(listed).type !== "boolean";
  const field = asField && !defines
    ? readFieldLabel(tokens, at, noun, scope)
    : undefined;
  if (field && (choice || label.number !== "many" || !tokens[field.end])) {
    return field;
  }
  const belonging = readBelonging(tokens, at, noun, scope);
  if (belonging !== undefined) return belonging;
  if (readPredicate(tokens, first) || startsWish(tokens, first, scope)) {
    return undefined;
  }
  if (tokens[first] === undefined) return undefined;
  if (readSubjectVerb(tokens, first, scope) !== undefined) return undefined;
  const form = readClauseForm(tokens, first, scope)?.statements[0];
  if (form !== undefined && form.kind !== "relation") return undefined;
  const inner = readNoun(tokens, first);
  const nested = inner && (readWith(tokens, inner.end, [inner.value], scope) ??
    readDashed(tokens, first, scope));
  const bracket = tokens[inner?.end ?? 0]?.lower === "(";
  const things = isPlural(inner?.value.words.at(-1) ?? "");
  const thing = things || !hasFieldHint(inner?.value.words ?? []);
  if (nested !== undefined && thing) {
    if (
      !bracket ||
      nested.statements.some((one) =>
        one.kind === "fields" && one.items.length > 1
      )
    ) return undefined;
  }
  return readContents(tokens, at, noun, scope);
}

/** "Books: title, author": what an entity has, or the entities of a system that the first label names. */
function readContents(
  tokens: readonly Token[],
  at: number,
  noun: Read<Noun>,
  scope: Scope,
): Found | undefined {
  const label = noun.value;
  const fields = readFields(tokens, noun.end + 1, scope);
  if (fields === undefined) return undefined;
  const span = spanOf(tokens, at, fields.end);
  const things = fields.items.map((item) => item.noun);
  const opens = at === 0 && !scope.named && scope.subjects.length === 0;
  const holds = things.length > 1 &&
    things.every((one) => isPlural(one.words.at(-1) ?? "")) &&
    things.some((one) => isEntity(one, scope)) &&
    fields.items.every((one) => one.rules.length === 0);
  if (opens && holds && label.number === "open") {
    const { words } = label;
    return {
      statements: [
        { kind: "system", words, ...span },
        ...things.map((
          entity,
        ) => ({ kind: "entity", entity, ...span } as const)),
      ],
      end: fields.end,
      subjects: things,
    };
  }
  return {
    statements: [
      { kind: "fields", owner: label, items: fields.items, ...span },
      ...fields.wishes,
    ],
    missed: fields.missed,
    end: fields.end,
    subjects: [label],
  };
}

/** "status: open, closed" says what a field is, not what an entity has. */
function readFieldLabel(
  tokens: readonly Token[],
  at: number,
  noun: Read<Noun>,
  scope: Scope,
): Found | undefined {
  const tails = readFieldTails(tokens, noun.end);
  if (tails.end === noun.end) return undefined;
  const span = spanOf(tokens, at, tails.end);
  const statement: Statement = {
    kind: "rules",
    subject: noun.value,
    rules: tails.rules,
    ...span,
  };
  return {
    statements: [statement],
    missed: tails.missed,
    end: tails.end,
    subjects: scope.subjects,
  };
}

/** "One reservation per desk" says how many, not what there is. */
const ONE: ReadonlySet<string> = new Set(["one", "1", "single"]);
/** What follows a thing that is described itself: "Aquarium log - tanks with a name". */
const DESCRIBING: ReadonlySet<string> = new Set([":", "with", "having"]);
const DASHES: ReadonlySet<string> = new Set(["-", "–", "—"]);
