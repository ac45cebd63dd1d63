/**
 * Who may do what, from plain words: only where a request says that people sign in, and only sentences that are
 * understood whole. Everything else stays quoted as not built.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type { UsersBlueprint } from "../blueprint/blueprint.ts";
import { type AccessDraft, rulesFor, wordFor } from "./access_draft.ts";
import { addField } from "./add_field.ts";
import {
  type EntityDraft,
  newEntity,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import { singular } from "./inflection.ts";
import { holdStates } from "./hold_states.ts";
import { keepPeople } from "./keep_people.ts";
import { RESTRICTING } from "./lexicon_words.ts";
import { confine, openTenants } from "./plan_tenants.ts";
import { makersOf, usersOf } from "./find_users.ts";
import { isOpen } from "./not_enforced.ts";
import { tellPermission } from "./permission_phrase.ts";
import {
  grantEverything,
  keepToReading,
  readRoleReach,
  type RoleReach,
} from "./role_reach.ts";
import { settleVisible, showsSome } from "./plan_visible.ts";
import type { SentenceReading } from "./read_request.ts";
import { type PlannedRules, settleRules, tellRules } from "./settle_rules.ts";
import { takeRoles, tellRoles } from "./take_roles.ts";
import { tightenAccess } from "./tighten_access.ts";
import type { Span, Statement } from "./statement.ts";

/** Who may do what, as far as a request says. */
export interface PlannedAccess {
  /** The users. */
  readonly users: UsersBlueprint;
  /** Each entity's rules. */
  readonly entities: ReadonlyMap<string, PlannedRules>;
}

/** What became of a request's sentences, in its order. */
export interface ReadSentences {
  /** The sentences. */
  readonly readings: readonly SentenceReading[];
  /** What became of each one's statements. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/**
 * Finds who may do what. The draft gets what users need; the sentences that were understood come back with what became
 * of them.
 */
export function planAccess(
  sentences: ReadSentences,
  draft: SystemDraft,
): PlannedAccess & ReadSentences {
  const { readings } = sentences;
  const signIns = readings.flatMap(({ statements }) =>
    statements.filter((one) => one.kind === "signIn")
  );
  keepPeople(readings, draft);
  const users = usersOf(readings, signIns, draft);
  const field = signIns.find((one) => one.field !== undefined)?.field;
  const taken = takeRoles(sentences.outcomes, draft, { users, type: "enum" });
  const first = taken.first ?? "member";
  const said = [...signIns.flatMap(({ roles = [] }) => roles), ...taken.roles];
  const access: AccessDraft = {
    draft,
    users,
    rules: new Map(),
    roles: [...new Set(said)].filter((role) => role !== first),
    makers: makersOf(readings, draft),
  };
  const reaches: RoleReach[] = [];
  const rows = readings.map(
    (reading, i): readonly [SentenceReading, readonly Outcome[]] => {
      const reach = readRoleReach(reading, access);
      if (reach !== undefined) {
        reaches.push(reach[2]);
        return [reach[0], reach[1]];
      }
      const row = taken.outcomes[i] ?? [];
      const all = readAll(reading, access);
      if (all !== undefined) return all;
      const open = readAnyone(reading, row, access);
      return readBy(reading, readPermissions(reading, open, access), access);
    },
  );
  const tenant = openTenants(access);
  if (field !== undefined && !draft.entities.has(users)) {
    draft.entities.set(users, newEntity(users));
  }
  prepareUsers(draft, users, field);
  grantEverything(reaches, access);
  settleRules(access);
  keepToReading(reaches, access);
  tightenAccess(rows, access);
  const read = rows.map(([, row]) => row);
  const outcomes = access.roles.length === 0
    ? read
    : takeRoles(read, draft, { users, type: "string" }).outcomes;
  holdStates(access);
  tellRules(access);
  if (tenant === undefined) tellRoles(first, access);
  settleVisible(access);
  if (tenant !== undefined) confine(access, tenant);
  return {
    users: {
      ...(users === "user" ? {} : { entity: users }),
      ...(field ? { signIn: field } : {}),
      ...(tenant === undefined ? {} : { tenant: tenant.relation }),
      ...(access.roles.length === 0 ? {} : { roles: [first, ...access.roles] }),
      ...(draft.tries ? { tries: draft.tries } : {}),
      ...(draft.passwordLength ? { passwordLength: draft.passwordLength } : {}),
    },
    entities: access.rules,
    readings: rows.map(([reading]) => reading),
    outcomes,
  };
}

/** What others make is theirs: "as a manager I create shifts; as an employee I see my own shifts". */
function isMadeByOthers(
  { whose }: Extract<Statement, { kind: "unbuilt" }>,
  { name }: EntityDraft,
  { makers }: AccessDraft,
): boolean {
  const by = makers.get(name);
  const who = singular(whose?.words.at(-1) ?? "");
  return by !== undefined && whose !== undefined && !by.includes(who) &&
    !EVERYBODY.has(who);
}

/** "Only the author can edit or delete a post", "Only admins can publish posts": what is done is understood already. */
function readPermissions(
  reading: SentenceReading,
  row: readonly Outcome[],
  access: AccessDraft,
): readonly Outcome[] {
  return row.map((outcome, i) => {
    const one = reading.statements[i];
    const reach = one?.kind === "unbuilt" && one.who ? one.reach : undefined;
    if (one?.kind !== "unbuilt" || !one.who || !reach) return outcome;
    const said = reading.statements.flatMap((other, k) =>
      k !== i && inside(other, reach) ? [row[k]] : []
    );
    const isClear = said.length > 0 &&
      said.every((other) => other !== undefined && !other.missed) &&
      !reading.missed.some((part) => overlaps(part, reach));
    const places = said.flatMap((other) => other?.refs ?? []).flatMap((ref) =>
      placeOf(ref, access.draft)
    );
    if (!isClear || places.length === 0) return outcome;
    const whose = one.whose && access.draft.index.find(one.whose)?.entity;
    if (whose !== undefined && whose !== access.users) return outcome;
    if (places.some(({ entity }) => isMadeByOthers(one, entity, access))) {
      return outcome;
    }
    const words = places.map(({ entity }) =>
      (one.who ?? []).map((noun) => wordFor(noun, entity, access))
    );
    if (words.flat().some((word) => word === undefined)) return outcome;
    const phrases = places.map(({ entity, operation }, k) => {
      const allowed = (words[k] ?? []).flatMap((word) => word ?? [])
        .map((word) => isOwnCreation(word, operation) ? "users" : word);
      const rules = rulesFor(access, entity.name);
      const reads = operation === "list" || operation === "get";
      if (one.whose && whose === undefined) rules.ownOnly.push(one.whose);
      rules.access[reads ? "read" : operation] = allowed.length === 1
        ? allowed[0] ?? ""
        : allowed;
      return tellPermission({
        words: allowed,
        operation,
        entity: entity.name,
      });
    });
    return { refs: [], phrases };
  });
}

/** "Admins can delete any post": beside whoever else may, or alone where nobody else is named. */
function readBy(
  reading: SentenceReading,
  row: readonly Outcome[],
  access: AccessDraft,
): readonly [SentenceReading, readonly Outcome[]] {
  const phrases = new Map<number, string[]>();
  const statements = reading.statements.map((one, i) => {
    const outcome = row[i];
    if (!one.by || outcome === undefined || outcome.missed) return one;
    const restricted = reading.statements.some((other) =>
      other.kind === "unbuilt" && other.reach && inside(one, other.reach)
    );
    const negated = one.by.some(({ words }) =>
      words.some((word) => word === "else" || RESTRICTING.has(word))
    );
    if (restricted || negated) return one;
    const by = one.by.filter((noun) =>
      isOpen(noun, one, outcome, access.draft)
    );
    const places = outcome.refs.flatMap((ref) => placeOf(ref, access.draft));
    if (by.length === 0 || places.length === 0) return one;
    const said: string[] = [];
    for (const { entity, operation } of places) {
      if (operation === "list" || operation === "get") {
        rulesFor(access, entity.name).readers.push(...by);
        said.push(`they may ${operation} ${withArticle(entity.name)}`);
        continue;
      }
      for (const noun of by) {
        const word = wordFor(noun, entity, access);
        if (word === undefined) return one;
        const rules = rulesFor(access, entity.name);
        rules.also.set(operation, [
          ...rules.also.get(operation) ?? [],
          ...(word === "users" || isOwnCreation(word, operation) ? [] : [word]),
        ]);
        said.push(`${word} may ${operation} ${withArticle(entity.name)}`);
      }
    }
    phrases.set(i, said);
    return { ...one, enforced: true };
  });
  return [
    { ...reading, statements },
    row.map((one, i) =>
      phrases.has(i)
        ? { ...one, phrases: [...one.phrases ?? [], ...phrases.get(i) ?? []] }
        : one
    ),
  ];
}

/** What one makes is one's own. */
function isOwnCreation(word: string, operation: string): boolean {
  return word === "owner" && operation === "create";
}

/** "Anyone can read everything" */
function readAll(
  reading: SentenceReading,
  access: AccessDraft,
): readonly [SentenceReading, readonly Outcome[]] | undefined {
  const text = reading.text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (!EVERYTHING.test(text) || reading.refused) return undefined;
  for (const name of access.draft.entities.keys()) {
    if (name === access.users) continue;
    rulesFor(access, name).access.read = "everyone";
  }
  const { start } = reading;
  const phrase = "everyone may read everything but users";
  const note = { kind: "note", phrase, start, end: start + text.length };
  return [
    { ...reading, missed: [], statements: [note as Statement] },
    [{ refs: ["users"], phrases: [phrase] }],
  ];
}

/** "Anyone can read posts", "anyone can read published posts" */
function readAnyone(
  reading: SentenceReading,
  row: readonly Outcome[],
  access: AccessDraft,
): readonly Outcome[] {
  const text = reading.text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  const isSaid = ANYONE.test(text) || BY_ANYONE.test(text);
  if (!isSaid || reading.missed.length > 0) return row;
  const named = new RegExp(`\\b${access.users}s?\\b`).test(text);
  return row.map((outcome, i) => {
    const statement = reading.statements[i];
    const phrases: string[] = [];
    for (
      const { entity, operation } of outcome.refs.flatMap((ref) =>
        placeOf(ref, access.draft)
      )
    ) {
      if (entity.name === access.users && !named) continue;
      const isRead = operation === "list" || operation === "get";
      const some = isRead && statement &&
        showsSome(statement, entity, access);
      if (some === undefined) return NOT_UNDERSTOOD;
      if (some) phrases.push(`everyone sees some of ${entity.name} only`);
      rulesFor(access, entity.name).access[isRead ? "read" : operation] =
        "everyone";
    }
    const { missed: _, ...rest } = outcome;
    return phrases.length === 0
      ? outcome
      : { ...rest, phrases: [...outcome.phrases ?? [], ...phrases] };
  });
}

function placeOf(
  ref: string,
  draft: SystemDraft,
): { entity: EntityDraft; operation: string }[] {
  const [name = "", operation, ...rest] = ref.split(".");
  const entity = draft.entities.get(name);
  const isPlace = entity !== undefined && operation !== undefined &&
    rest.length === 0 &&
    (STANDARD.has(operation) || entity.actions.has(operation));
  return isPlace ? [{ entity, operation }] : [];
}

/** People sign in with an email, or a username where they say so; a name that was only guessed is not asked for. */
function prepareUsers(
  draft: SystemDraft,
  users: string,
  field: "username" | undefined,
): void {
  const entity = draft.entities.get(users);
  if (entity === undefined) return;
  const name = field ?? "email";
  const signIn = addField(entity, name, [name]);
  const type = name === "email" ? "email" : "string";
  Object.assign(signIn, { type, required: true, unique: true });
  delete signIn.assumedRequired;
  entity.asked.add("create");
}

function inside(one: Span, reach: Span): boolean {
  return one.start >= reach.start && one.end <= reach.end;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

const EVERYBODY: ReadonlySet<string> = new Set(
  ["user", "person", "people", "you", "everyone", "one"],
);
const ANYONE =
  /^(?:anyone|anybody|everyone|everybody|(?:the )?public|all people|visitors|guests|anonymous users) (?:can|may|should be able to) /;
const EVERYTHING =
  /^(?:anyone|anybody|everyone|everybody|the public|visitors|guests) (?:can|may) (?:read|see|view|browse|access) (?:everything|anything|all of it|it all|(?:the |our )?(?:whole )?(?:catalogue|catalog|collection|site|content|data))(?: without logging in)?[.!]?$/;
const BY_ANYONE =
  /\bby (?:anyone|anybody|everyone|everybody|the public)$|\bby (?:anyone|anybody|everyone|everybody|the public)[.!]?$/;
const STANDARD: ReadonlySet<string> = new Set([
  "list",
  "get",
  "create",
  "replace",
  "patch",
  "delete",
]);
