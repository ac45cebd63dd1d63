/**
 * Reads clauses of a fixed form, as the table of clause patterns lists them.
 *
 * @module
 */
import { CLAUSE_PATTERNS, type ClauseShape } from "./lexicon_clauses.ts";
import { ADJECTIVE_ACTIONS } from "./lexicon_verbs.ts";
import { RESTRICTING } from "./lexicon_words.ts";
import { hasFieldHint } from "./field_type.ts";
import { singular } from "./inflection.ts";
import { STATE_WORDS } from "./lexicon_fields.ts";
import { readNoun, skipListMark } from "./noun.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { readGroup } from "./predicate.ts";
import { type Found, isEntity, meant, type Scope, spanOf } from "./scope.ts";
import type { Assertion, Noun, Rule } from "./statement.ts";
import type { Token } from "./tokens.ts";
import { verbOfState } from "./verbs.ts";

/** Reads a clause of a fixed form; the pattern that takes the most tokens and makes sense wins. */
export function readClauseForm(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  return readFixed(tokens, at, scope) ?? readMoving(tokens, at, scope);
}

/** "… and moves from applied to hired": of what was spoken of before. */
function readMoving(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const verb = tokens[at];
  const goesOn = tokens[at - 1]?.lower === "and" && verb !== undefined &&
    /^(?:go|move|pass|progress|change|transition)(?:s|es)?$/.test(verb.lower);
  if (!goesOn) return undefined;
  const it: Token = { ...verb, text: "it", lower: "it", end: verb.start };
  const found = readFixed(tokens.toSpliced(at, 0, it), at, scope);
  const states = found?.statements.some((one) =>
    one.kind === "feature" && one.feature.is === "state order"
  );
  return found && states ? { ...found, end: found.end - 1 } : undefined;
}

function readFixed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  let best: Found | undefined;
  for (const { pattern, makes } of CLAUSE_PATTERNS) {
    const match = matchPattern(pattern, tokens, at);
    if (match === undefined || match.end <= (best?.end ?? at)) continue;
    if (counts(makes, tokens, at, match.end)) continue;
    const found = assertionsOf(makes, match.value, scope);
    if (found === undefined) continue;
    const more = relates(makes, tokens.slice(at, match.end))
      ? readFurther(tokens, match.end, found, scope)
      : { assertions: [], end: match.end, optional: false };
    const span = spanOf(tokens, at, more.end);
    best = {
      statements: [...found, ...more.assertions].map((one) => ({
        ...one,
        ...(one.kind === "rules" && makes === "states"
          ? calledIn(tokens.slice(at, match.end))
          : {}),
        ...(more.optional && one.kind === "relation" ? { optional: true } : {}),
        ...span,
      })),
      end: more.end,
      subjects: subjectsOf(makes, match.value, scope),
    };
  }
  return best;
}

/** "A booking is for one class and one member": what it is for may be several things. */
function relates(makes: ClauseShape, said: readonly Token[]): boolean {
  return RELATING.has(makes) || makes === "weakly belongs" &&
      said.some(({ lower }) => lower === "is" || lower === "are");
}

/** "Deals go through the stages lead, won": what their states are called. */
function calledIn(tokens: readonly Token[]): { states?: string } {
  const word = tokens.map(({ lower }) => singular(lower))
    .find((one) => STATE_WORDS.has(one));
  return word === undefined ? {} : { states: word };
}

/** "One reservation per desk" says how many there may be, not only where they belong. */
function counts(
  shape: ClauseShape,
  tokens: readonly Token[],
  at: number,
  end: number,
): boolean {
  return shape === "weakly belongs" && ONE.has(tokens[at]?.lower ?? "") &&
    tokens.slice(at, end).some((one) => one.lower === "per");
}

/** "belongs to a book and to a member": what else the first belongs to. */
function readFurther(
  tokens: readonly Token[],
  at: number,
  found: readonly Assertion[],
  scope: Scope,
): { assertions: readonly Assertion[]; end: number; optional: boolean } {
  const first = found[0];
  const assertions: Assertion[] = [];
  let end = at;
  while (first?.kind === "relation") {
    const mark = skipListMark(tokens, end);
    const to = tokens[mark]?.lower === "to";
    const noun = readNoun(tokens, to ? mark + 1 : mark);
    if (mark === end || noun === undefined || noun.value.pronoun) break;
    const user = scope.signs &&
      PEOPLE.test(noun.value.words.join(" "));
    const known = to || user || isEntity(noun.value, scope) ||
      isFurther(tokens, noun.end, noun.value);
    if (!known || readGroup(tokens, noun.end) !== undefined) break;
    assertions.push({ ...first, to: noun.value });
    end = noun.end;
  }
  const optional = matchPattern("( optional|optionally )", tokens, end);
  return { assertions, end: optional?.end ?? end, optional: !!optional };
}

/** "belong to a patient and a dentist and have a time": one more of what it belongs to, though nothing else is said of it. */
function isFurther(tokens: readonly Token[], at: number, noun: Noun): boolean {
  if (noun.number !== "one" || noun.owner || hasFieldHint(noun.words)) {
    return false;
  }
  const next = tokens[at];
  if (next === undefined || next.text === ".") return true;
  const group = readGroup(tokens, skipListMark(tokens, at));
  return skipListMark(tokens, at) > at && group?.value.verb === "have";
}

function assertionsOf(
  shape: ClauseShape,
  slots: Slots,
  scope: Scope,
): Assertion[] | undefined {
  const { nouns } = slots;
  switch (shape) {
    case "belongs":
    case "has many":
    case "may belong":
    case "may be assigned":
    case "weakly belongs":
    case "assigns":
      return relationOf(shape, nouns["from"], nouns["to"], scope);
    case "parent":
      return parentOf(nouns["from"], nouns["to"], scope);
    case "cascade":
    case "restrict":
    case "clear":
      return deletionOf(shape, nouns["from"], nouns["to"], scope);
    case "no two":
      return uniqueOf(nouns["entity"], nouns["field"]);
    case "default":
      return defaultOf(slots, scope);
    case "guard state":
    case "guard field":
      return guardOf(slots, scope);
    case "guard value":
      return needingOf(slots, scope);
    case "boolean choice":
      return booleanOf(nouns["entity"], nouns["state"], scope);
    case "marked":
      return markedOf(slots, scope);
    case "marked plainly":
      return isState(slots.literals["state"])
        ? markedOf(slots, scope)
        : undefined;
    case "states":
    case "states in turn":
      return statesOf(slots, scope);
    case "needs":
      return needsOf(nouns["entity"], nouns["field"], scope);
  }
}

function relationOf(
  shape: ClauseShape,
  from: Noun | undefined,
  to: Noun | undefined,
  scope: Scope,
): Assertion[] | undefined {
  const one = resolved(from, scope);
  const other = resolved(to, scope);
  if (one === undefined || other === undefined) return undefined;
  const weak = shape === "weakly belongs" || shape === "assigns";
  if (weak && !(isEntity(one, scope) && isEntity(other, scope))) {
    return undefined;
  }
  if (RESTRICTING.has(one.words[0] ?? "")) return undefined;
  const optional = ["may belong", "may be assigned", "assigns"].includes(shape);
  // "Agents can be assigned to tickets": each ticket has an agent.
  const turned = (shape === "assigns" || shape === "may be assigned") &&
    isPerson(one) && !isPerson(other);
  return [{
    kind: "relation",
    from: turned ? other : one,
    to: turned ? one : other,
    ...(optional ? { optional } : {}),
    ...(shape === "has many" ? { many: true } : {}),
    ...(weak ? { weak } : {}),
  }];
}

function parentOf(
  from: Noun | undefined,
  to: Noun | undefined,
  scope: Scope,
): Assertion[] | undefined {
  const one = resolved(from, scope);
  if (one === undefined) return undefined;
  const other = to === undefined ? one : resolved(to, scope);
  if (other === undefined || !isEntity(other, scope)) return undefined;
  return [{
    kind: "relation",
    from: one,
    to: other,
    optional: true,
    name: "parent",
  }];
}

function deletionOf(
  onDelete: "cascade" | "restrict" | "clear",
  from: Noun | undefined,
  to: Noun | undefined,
  scope: Scope,
): Assertion[] | undefined {
  const one = resolved(from, scope);
  const other = resolved(to, scope);
  if (one === undefined || other === undefined) return undefined;
  if (!isEntity(one, scope) || !isEntity(other, scope)) return undefined;
  return [{ kind: "deletion", from: one, to: other, onDelete }];
}

function uniqueOf(
  entity: Noun | undefined,
  field: Noun | undefined,
): Assertion[] | undefined {
  if (field === undefined) return undefined;
  const subject = entity === undefined ? field : { ...field, owner: entity };
  return [{ kind: "rules", subject, rules: [{ rule: "unique" }] }];
}

function defaultOf(slots: Slots, scope: Scope): Assertion[] | undefined {
  const said = slots.nouns["field"];
  const field = said?.pronoun ? resolved(said, scope) : said;
  const value = slots.literals["value"];
  if (field === undefined || value === undefined) return undefined;
  // "Technicians start and finish orders"
  if (/^(?:and|or) /.test(`${value}`)) return undefined;
  if (field.words.length === 0) return undefined;
  if (isEntity(field, scope) && typeof value !== "string") return undefined;
  return [{
    kind: "rules",
    subject: field,
    rules: [{ rule: "default", value }],
  }];
}

function guardOf(
  slots: Slots,
  scope: Scope,
): Assertion[] | undefined {
  const verbs = slots.verbs["verbs"] ?? [];
  const entity = slots.nouns["entity"];
  if (entity === undefined) return undefined;
  if (verbs.some((verb) => verb.operations !== undefined)) return undefined;
  const state = slots.literals["state"];
  const values = slots.values["states"] ??
    (state === undefined ? [] : [String(state)]);
  const bare = resolved(entity, scope);
  if (bare === undefined || values.length === 0) return undefined;
  return verbs.map((verb) => ({
    kind: "action",
    verb: verb.base,
    objects: [bare],
    when: { values },
  }));
}

/** "Visits can be closed once they have notes" */
function needingOf(slots: Slots, scope: Scope): Assertion[] | undefined {
  const { entity, field, other } = slots.nouns;
  const verbs = slots.verbs["verbs"] ?? [];
  const bare = resolved(entity, scope);
  if (bare === undefined || field === undefined) return undefined;
  if (verbs.some((verb) => verb.operations !== undefined)) return undefined;
  const needs = [field, ...(other ? [other] : [])];
  return verbs.map((verb) => ({
    kind: "action",
    verb: verb.base,
    objects: [bare],
    needs,
  }));
}

/** "can be marked done", not "can be marked by users" */
function isState(word: unknown): boolean {
  return typeof word === "string" &&
    (ADJECTIVE_ACTIONS[word] ?? verbOfState(word)) !== undefined;
}

function markedOf(slots: Slots, scope: Scope): Assertion[] | undefined {
  const object = resolved(slots.nouns["entity"], scope);
  const states = slots.values["states"] ?? [slots.literals["state"]];
  if (object === undefined) return undefined;
  const actions: Assertion[] = [];
  for (const state of states) {
    if (typeof state !== "string") return undefined;
    const word = state.toLowerCase();
    const verb = ADJECTIVE_ACTIONS[word] ?? verbOfState(word) ?? `mark ${word}`;
    actions.push({ kind: "action", verb, state: word, objects: [object] });
  }
  return actions;
}

/** "Invoices go from draft to sent to paid": a status, and in which order it changes. */
function statesOf(slots: Slots, scope: Scope): Assertion[] | undefined {
  const subject = resolved(slots.nouns["entity"], scope);
  const named = Object.keys(slots.literals).sort().map((key) =>
    slots.literals[key]
  ).filter((one) => typeof one === "string");
  const values = slots.values["states"] ?? named;
  if (subject === undefined || values.length < 2) return undefined;
  if (!isEntity(subject, scope)) return undefined;
  // In "lead, proposal, won and lost" the last two do not follow one another.
  const order: Assertion = slots.values["states"] === undefined
    ? {
      kind: "feature",
      feature: { is: "state order", of: subject, states: values },
    }
    : { kind: "unbuilt", wish: "an order of states" };
  return [
    { kind: "rules", subject, rules: [{ rule: "values", values }] },
    order,
  ];
}

function booleanOf(
  entity: Noun | undefined,
  state: Noun | undefined,
  scope: Scope,
): Assertion[] | undefined {
  const owner = resolved(entity, scope);
  if (owner === undefined || state === undefined) return undefined;
  const rules: Rule[] = [{ rule: "type", type: "boolean" }];
  return [{ kind: "fields", owner, items: [{ noun: state, rules }] }];
}

function needsOf(
  entity: Noun | undefined,
  field: Noun | undefined,
  scope: Scope,
): Assertion[] | undefined {
  if (field === undefined) return undefined;
  const rules: Rule[] = [{ rule: "required" }];
  if (entity === undefined) return [{ kind: "rules", subject: field, rules }];
  const owner = resolved(entity, scope);
  if (owner === undefined || !isEntity(owner, scope)) return undefined;
  return [{ kind: "fields", owner, items: [{ noun: field, rules }] }];
}

function resolved(noun: Noun | undefined, scope: Scope): Noun | undefined {
  return noun === undefined ? undefined : meant([noun], scope).at(-1);
}

function subjectsOf(
  shape: ClauseShape,
  slots: Slots,
  scope: Scope,
): readonly Noun[] {
  const names = shape === "no two" ? ["entity"] : SPOKEN_OF;
  const nouns = names.flatMap((name) => slots.nouns[name] ?? []);
  return nouns.length > 0 ? meant(nouns, scope) : scope.subjects;
}

const RELATING: ReadonlySet<ClauseShape> = new Set<ClauseShape>(
  ["belongs", "has many", "may belong", "may be assigned"],
);
/** Who may be those that sign in. */
const PEOPLE =
  /^(?:user|member|customer|client|student|employee|player|guest|patient|teacher|author)s?$/;
const ONE: ReadonlySet<string> = new Set(["one", "1", "single"]);
const SPOKEN_OF: readonly string[] = ["entity", "from", "field"];
