/**
 * Puts fields, relations and rules into the draft.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import { applyRule } from "./apply_rule.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import { isPlural, singular } from "./inflection.ts";
import { type FieldPlace, fieldPlace } from "./field_place.ts";
import { addField } from "./add_field.ts";
import { hasFieldHint } from "./field_type.ts";
import { isShared, linkMany } from "./fold_links.ts";
import { foldLoad } from "./fold_load.ts";
import { foundIn } from "./found_fields.ts";
import { BUILT_IN_FIELDS } from "./lexicon_fields.ts";
import { EVERYONE } from "./lexicon_words.ts";
import { fieldName, relationName, wordsOf } from "./names.ts";
import { fileOf } from "./settle_files.ts";
import { startOf, stateField } from "./start_state.ts";
import { typeSpans } from "./span_fields.ts";
import { perOf, uniqueWithin } from "./unique_within.ts";
import type { FieldItem, Noun, Rule, Statement } from "./statement.ts";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

/** Puts fields into the draft; those that are entities become relations. */
export function foldFields(
  draft: SystemDraft,
  statement: Of<"fields">,
  current: EntityDraft | undefined,
): Outcome {
  const found = statement.owner === undefined && statement.loose &&
    foundIn(draft, statement.items, current);
  if (found) return found;
  const owner = statement.owner === undefined
    ? current
    : entityOf(draft, statement.owner);
  if (owner === undefined) return NOT_UNDERSTOOD;
  const refs: RequirementRef[] = statement.loose ? [] : [owner.name];
  const phrases: string[] = [];
  const missed: string[] = [];
  for (const item of statement.items) {
    const rules: readonly Rule[] = statement.required
      ? [...item.rules, { rule: "required" }]
      : item.rules;
    const one = foldItem(draft, owner, { ...item, rules }, {
      loose: statement.loose ?? false,
    });
    refs.push(...one.refs);
    phrases.push(...one.phrases ?? []);
    if (one.missed) missed.push(...item.noun.words, ...perOf(item));
  }
  const nouns = statement.items.map((item) => item.noun);
  draft.assumptions.push(...typeSpans(owner, nouns));
  return {
    refs,
    phrases,
    ...(missed.length > 0 ? { missed } : {}),
  };
}

/** Puts rules on the field, or on the status of the entity, that they are about. */
export function foldRules(
  draft: SystemDraft,
  statement: Of<"rules">,
  current: EntityDraft | undefined,
): Outcome {
  const { subject, rules } = statement;
  const entity = subject.owner ? undefined : entityOf(draft, subject);
  const asField = entity && current?.fields.has(fieldName(subject.words) ?? "");
  if (entity !== undefined && !asField) {
    if (rules.some((rule) => rule.rule === "immutable")) {
      if (choosesSome(subject) || rules.length > 1) return NOT_UNDERSTOOD;
      return refuseChanges(entity);
    }
    const state = startOf(draft, entity, rules);
    if (state !== undefined) return state;
    if (!rules.some((rule) => rule.rule === "values")) return NOT_UNDERSTOOD;
    const name = stateField(entity, rules, statement.states);
    return foldItem(draft, entity, {
      noun: { ...subject, words: [name] },
      rules: rules.map(ofEachOne),
    });
  }
  if (entity === undefined && spokenOf(draft, subject)) return NOT_UNDERSTOOD;
  if (choosesSome(subject)) return NOT_UNDERSTOOD;
  const place = placeOfMany(draft, subject, rules, current) ??
    fieldPlace(draft, subject, current);
  if (place === undefined) return NOT_UNDERSTOOD;
  const longer = longerNames(place.entity, place.words);
  if (longer.length > 1) return NOT_UNDERSTOOD;
  const noun = { ...subject, words: longer[0] ?? place.words };
  const exists = place.entity.fields.has(fieldName(noun.words) ?? "") ||
    place.entity.relations.has(fieldName(noun.words) ?? "");
  if (!exists && rules.some((rule) => rule.rule === "immutable")) {
    return NOT_UNDERSTOOD;
  }
  // "Units are stored, used or discarded": several of something that is not known are no field of something else.
  const unknown = place.guessed && !exists &&
    isPlural(noun.words.at(-1) ?? "") &&
    rules.some((rule) => rule.rule === "values");
  if (unknown) return NOT_UNDERSTOOD;
  const made = foldItem(draft, place.entity, { noun, rules }, { alone: true });
  if (place.guessed && made.missed !== true && !exists) {
    const { name } = place.entity;
    draft.assumptions.push(
      `${
        noun.words.join(" ")
      } is a field of ${name}: the request does not say of what`,
    );
  }
  return made;
}

/** "Posts are published or drafts": each of them is a draft. */
function ofEachOne(rule: Rule): Rule {
  if (rule.rule !== "values") return rule;
  const values = rule.values.map((value) => {
    const words = value.split(" ");
    const last = words.at(-1) ?? "";
    return isPlural(last.toLowerCase())
      ? [...words.slice(0, -1), singular(last.toLowerCase())].join(" ")
      : value;
  });
  return { ...rule, values };
}

/** "Categories are food and travel" says what the field category may be. */
function placeOfMany(
  draft: SystemDraft,
  subject: Noun,
  rules: readonly Rule[],
  current: EntityDraft | undefined,
): FieldPlace | undefined {
  const last = subject.words.at(-1) ?? "";
  if (!isPlural(last) || rules.length === 0) return undefined;
  const place = fieldPlace(draft, subject, current);
  const said = place?.words ?? subject.words;
  const words = [...said.slice(0, -1), singular(last)];
  const one = fieldName(words) ?? "";
  const many = fieldName(said) ?? "";
  const named = said.length < subject.words.length ? place?.entity : undefined;
  const having = [named ?? current, ...named ? [] : draft.entities.values()]
    .filter((entity) => entity?.fields.has(one) && !entity.fields.has(many));
  return having[0] && { entity: having[0], words };
}

/** "amount" where there is only an initial amount: names that end in a name that is none. */
function longerNames(
  entity: EntityDraft,
  words: readonly string[],
): readonly (readonly string[])[] {
  const name = fieldName(words) ?? "";
  if (entity.fields.has(name) || entity.relations.has(name)) return [];
  const end = name.charAt(0).toUpperCase() + name.slice(1);
  return [...entity.fields.keys()].filter((one) => one.endsWith(end))
    .map((one) => wordsOf(one));
}

/** "Invoices are immutable" */
function refuseChanges(entity: EntityDraft): Outcome {
  const operations = ["replace", "patch"] as const;
  for (const one of operations) entity.refused.add(one);
  return { refs: operations.map((one) => `not ${entity.name}.${one}`) };
}

/** Puts a relation into the draft. */
export function foldRelation(
  draft: SystemDraft,
  statement: Of<"relation">,
): Outcome {
  const from = entityOf(draft, statement.from);
  const to = entityOf(draft, statement.to);
  if (from === undefined || to === undefined) return NOT_UNDERSTOOD;
  if (statement.half && !isShared(draft, from, to)) return NOT_UNDERSTOOD;
  return relate(draft, from, to, statement);
}

/** Puts what a deletion does to others into the draft. */
export function foldDeletion(
  draft: SystemDraft,
  statement: Of<"deletion">,
): Outcome {
  const from = entityOf(draft, statement.from);
  const to = entityOf(draft, statement.to);
  if (from === undefined || to === undefined) return NOT_UNDERSTOOD;
  const made = relate(draft, from, to, {
    optional: statement.onDelete === "clear",
    weak: true,
  });
  for (const [name, relation] of from.relations) {
    if (relation.belongsTo !== to.name) continue;
    relation.onDelete = statement.onDelete;
    return { refs: [`${from.name}.${name}.onDelete`] };
  }
  return made;
}

/** Returns the entity a noun phrase stands for; none when adjectives before it choose among its entities. */
export function entityOf(
  draft: SystemDraft,
  noun: Noun,
): EntityDraft | undefined {
  const mention = draft.index.find(noun);
  if (mention === undefined || mention.adjectives.length > 0) return undefined;
  return draft.entities.get(mention.entity);
}

/** Reports whether a noun phrase may speak of some only: "new orders". */
export function choosesSome(noun: Noun): boolean {
  return noun.chosen?.some((word) => !PLAIN_CHOICES.has(word)) ?? false;
}

/** Returns the entity a noun phrase speaks of, adjectives or not. */
export function spokenOf(
  draft: SystemDraft,
  noun: Noun,
): EntityDraft | undefined {
  const mention = draft.index.find(noun);
  return mention && draft.entities.get(mention.entity);
}

function foldItem(
  draft: SystemDraft,
  owner: EntityDraft,
  item: FieldItem,
  { loose = false, alone = false }: { loose?: boolean; alone?: boolean } = {},
): Outcome {
  const { noun, rules } = item;
  const phrase = noun.words.join(" ");
  // "Users are either admins or staff" says nothing of what was spoken of before.
  if (alone && EVERYONE.has(phrase)) return NOT_UNDERSTOOD;
  const builtIn = BUILT_IN_FIELDS[phrase];
  if (builtIn !== undefined) {
    return { refs: [], phrases: [`${owner.name}.${builtIn} is always there`] };
  }
  const name = fieldName(noun.words);
  if (name === undefined) return NOT_UNDERSTOOD;
  if (KEYS.has(phrase) && rules.length === 0) {
    return foldLoad(draft, { is: "idempotency", required: false });
  }
  const related = owner.fields.has(name)
    ? undefined
    : relatedItem(draft, owner, noun, rules, loose);
  if (related !== undefined) return related;
  if (loose && noun.words.length > 3) return NOT_UNDERSTOOD;
  const sent = name === "file" && !loose ? fileOf(owner) : undefined;
  if (sent !== undefined) {
    return foldItem(draft, owner, {
      noun: { ...noun, words: wordsOf(sent) },
      rules,
    });
  }
  const there = owner.fields.has(name);
  const field = addField(owner, name, noun.words);
  if (loose && !there) field.implied = true;
  else if (!loose) delete field.implied;
  const refs: RequirementRef[] = [`${owner.name}.${name}`];
  let fits = true;
  for (const rule of rules) {
    const parts = rule.rule === "unique within"
      ? uniqueWithin(draft, owner, name, rule.per)
      : applyRule(field, rule);
    fits &&= parts !== undefined;
    refs.push(...parts?.map((part) => `${owner.name}.${name}${part}`) ?? []);
  }
  if (fits) return { refs };
  const nothing = rules.length > 0 && refs.length === 1 && !there && alone;
  if (!nothing) return { refs, missed: true };
  owner.fields.delete(name);
  return NOT_UNDERSTOOD;
}

/** A field that names an entity is a relation: of this one to it, or of many of it to this one. */
function relatedItem(
  draft: SystemDraft,
  owner: EntityDraft,
  noun: Noun,
  rules: readonly Rule[],
  loose: boolean,
): Outcome | undefined {
  const optional = rules.some((rule) => rule.rule === "optional");
  const answers = rules.some((rule) =>
    rule.rule === "type" && rule.type === "boolean"
  );
  if (answers) return undefined;
  if (noun.words[0] === "parent" && noun.words.length > 1) {
    const parent = entityOf(draft, { ...noun, words: noun.words.slice(1) });
    if (parent === owner) {
      return relate(draft, owner, owner, { optional: true, name: "parent" });
    }
  }
  const mention = draft.index.find(noun);
  if (mention === undefined || mention.adjectives.length > 0) {
    return loose || rules.length > (optional ? 1 : 0)
      ? undefined
      : relatedAs(draft, owner, noun, optional);
  }
  const other = draft.entities.get(mention.entity);
  if (other === undefined || other === owner) return undefined;
  if (loose) {
    for (const [name, relation] of owner.relations) {
      if (relation.belongsTo === other.name) {
        return { refs: [`${owner.name}.${name}`] };
      }
    }
  }
  const many = isPlural(noun.words.at(-1) ?? "");
  const made = many
    ? relate(draft, other, owner, { optional, many })
    : relate(draft, owner, other, { optional });
  const beyond = rules.some((rule) => NOT_OF_RELATIONS.has(rule.rule));
  return beyond ? { ...made, missed: true } : made;
}

/** "home team" where there are teams: a relation to one of them, named as the request names it. */
function relatedAs(
  draft: SystemDraft,
  owner: EntityDraft,
  noun: Noun,
  optional: boolean,
): Outcome | undefined {
  const [, ...last] = noun.words;
  const name = fieldName(noun.words);
  const plain = last.length > 0 && !isPlural(last.at(-1) ?? "") &&
    !hasFieldHint(noun.words);
  if (!plain || name === undefined) return undefined;
  const other = entityOf(draft, { ...noun, words: last });
  if (other === undefined || other === owner) return undefined;
  return relate(draft, owner, other, { optional, name });
}

function relate(
  draft: SystemDraft,
  from: EntityDraft,
  to: EntityDraft,
  said: {
    readonly optional?: boolean;
    readonly name?: string;
    readonly weak?: boolean;
    readonly many?: boolean;
  },
): Outcome {
  if (said.many && isShared(draft, from, to)) return linkMany(draft, from, to);
  const name = said.name ?? relationName(to.name);
  const existing = from.relations.get(name);
  if (existing !== undefined) {
    if (said.optional && !said.weak) existing.optional = true;
    if (!said.many && !said.weak) delete existing.counted;
    return { refs: [`${from.name}.${name}`] };
  }
  if (from === to && said.name === undefined) return NOT_UNDERSTOOD;
  const circle = from !== to && reaches(draft, to, from);
  if (circle && said.weak) return NOT_UNDERSTOOD;
  if (circle) {
    draft.assumptions.push(
      `${from.name}.${name} is optional: ${to.name} belongs to ${from.name} already, and one of them must come first`,
    );
  }
  from.relations.set(name, {
    belongsTo: to.name,
    optional: (said.optional ?? false) || circle,
    ...(said.many ? { counted: true } : {}),
  });
  return { refs: [from.name, to.name, `${from.name}.${name}`] };
}

function reaches(
  draft: SystemDraft,
  from: EntityDraft,
  to: EntityDraft,
  seen: Set<EntityDraft> = new Set(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...from.relations.values()].some((relation) => {
    const next = draft.entities.get(relation.belongsTo);
    return !relation.optional && next !== undefined &&
      reaches(draft, next, to, seen);
  });
}

/** What requests have, not things. */
const KEYS: ReadonlySet<string> = new Set(
  ["idempotency key", "idempotency key header"],
);

/** What a relation cannot be. */
const NOT_OF_RELATIONS: ReadonlySet<Rule["rule"]> = new Set<Rule["rule"]>(
  ["unique", "immutable", "min", "max", "default", "values"],
);

/** What is there or is one is what is spoken of. */
const PLAIN_CHOICES: ReadonlySet<string> = new Set(["existing", "single"]);
