/**
 * Who may do what, from plain words: only where a request says that people sign in, and only sentences that are
 * understood whole. Everything else stays quoted as not built.
 *
 * @module
 */
import type { UsersBlueprint } from "../blueprint/blueprint.ts";
import { addField } from "./add_field.ts";
import type { EntityDraft, Outcome, SystemDraft } from "./draft.ts";
import { singular } from "./inflection.ts";
import { snakeName } from "./names.ts";
import type { SentenceReading } from "./read_request.ts";

/** Who may do what, as far as a request says. */
export interface PlannedAccess {
  /** The users. */
  readonly users: UsersBlueprint;
  /** Each entity's rules. */
  readonly entities: ReadonlyMap<string, PlannedRules>;
}

/** Who may do what with one entity. */
export interface PlannedRules {
  /** The relation to whom it belongs. */
  owner?: string;
  /** By operation, action or shorthand. */
  readonly access: Record<string, string>;
}

/** What became of a request's sentences, in its order. */
export interface ReadSentences {
  /** The sentences. */
  readonly readings: readonly SentenceReading[];
  /** What became of each one's statements. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

/** Takes what says how to sign in out of a sentence that says more, each character for a blank: places stay. */
export function withoutSignIn(request: string): string {
  return request.replace(SIGN_IN_TAIL, (words) => " ".repeat(words.length));
}

/**
 * Finds who may do what; undefined where nobody signs in, and then nothing is changed. The draft gets what users need;
 * the sentences that were understood come back with what became of them.
 */
export function planAccess(
  request: string,
  sentences: ReadSentences,
  draft: SystemDraft,
): (PlannedAccess & ReadSentences) | undefined {
  const { readings } = sentences;
  const signs = (text: string) => SIGN_IN.test(plain(text));
  const tail = SIGN_IN_TAIL.test(request);
  SIGN_IN_TAIL.lastIndex = 0;
  if (!tail && !readings.some(({ text }) => signs(text))) return undefined;

  const entities = new Map<string, PlannedRules>();
  const roles: string[] = [];
  const users = usersOf(readings, draft);
  const context: Context = { draft, users, entities, roles };
  const rows = readings.map(
    (reading, i): readonly [SentenceReading, readonly Outcome[]] => {
      const row = sentences.outcomes[i] ?? [];
      if (signs(reading.text)) {
        return whole(reading, "people register and sign in under /auth");
      }
      const [shown, said] = withTail(request, reading, row);
      if (said !== row) return [shown, said];
      return readOwn(reading, context) ?? readOnly(reading, row, context) ??
        readAnyone(reading, row, context) ?? [reading, row];
    },
  );
  prepareUsers(draft, users);
  settleRules(draft, users, entities);
  return {
    users: {
      ...(users === "user" ? {} : { entity: users }),
      ...(roles.length === 0 ? {} : { roles: ["member", ...roles] }),
    },
    entities,
    readings: rows.map(([reading]) => reading),
    outcomes: rows.map(([, row]) => row),
  };
}

/** A sentence that ends with how people sign in says that, too. */
function withTail(
  request: string,
  reading: SentenceReading,
  row: readonly Outcome[],
): readonly [SentenceReading, readonly Outcome[]] {
  const { start, text, statements } = reading;
  const whole = request.slice(start, start + text.length);
  if (whole === text) return [reading, row];
  const phrase = "people register and sign in under /auth";
  const note = { kind: "note", phrase, start, end: start } as const;
  return [
    { ...reading, text: whole, statements: [...statements, note] },
    [...row, { refs: ["users"], phrases: [phrase] }],
  ];
}

interface Context {
  readonly draft: SystemDraft;
  /** The users' entity. */
  readonly users: string;
  readonly entities: Map<string, PlannedRules>;
  readonly roles: string[];
}

/** The users are the entity of that name, else the one that "only the author" speaks of, else one that is made. */
function usersOf(
  readings: readonly SentenceReading[],
  draft: SystemDraft,
): string {
  if (draft.entities.has("user")) return "user";
  for (const { text } of readings) {
    const named = ONLY_THE.exec(plain(text))?.[1];
    const name = named && snakeName(named.split(" "));
    if (name && draft.entities.has(name)) return name;
  }
  return "user";
}

/** "Users can only see their own notes." */
function readOwn(
  reading: SentenceReading,
  { draft, users, entities }: Context,
): readonly [SentenceReading, readonly Outcome[]] | undefined {
  const noun = OWN.exec(plain(reading.text))?.[1];
  const name = noun && draft.index.find({
    words: noun.split(" "),
    number: "many",
    start: 0,
    end: 0,
  })?.entity;
  const entity = name === undefined ? undefined : draft.entities.get(name);
  if (entity === undefined) return undefined;
  const rules = rulesOf(entities, entity.name);
  rules.owner = ownerOf(entity, users) ?? addOwner(entity, users);
  rules.access["read"] = "owner";
  return whole(reading, `only the owner may read a ${entity.name}`);
}

/** "Only the author can edit or delete a post", "Only admins can publish posts": what is done is understood already. */
function readOnly(
  reading: SentenceReading,
  row: readonly Outcome[],
  context: Context,
): readonly [SentenceReading, readonly Outcome[]] | undefined {
  const at = reading.statements.findIndex((one) =>
    one.kind === "unbuilt" && one.wish === "permissions"
  );
  const others = row.filter((_, i) => i !== at);
  const isClear = at >= 0 && others.length > 0 && reading.missed.length === 0 &&
    others.every(({ missed }) => missed === undefined);
  const who = ONLY_WHO.exec(plain(reading.text))?.[1];
  if (!isClear || who === undefined) return undefined;
  const places = others.flatMap(({ refs }) => refs).flatMap((ref) =>
    placeOf(ref, context.draft)
  );
  if (places.length === 0) return undefined;
  const words = places.map(({ entity }) => wordFor(who, entity, context));
  if (words.some((word) => word === undefined)) return undefined;
  const phrases = places.map(({ entity, operation }, i) => {
    const rules = rulesOf(context.entities, entity.name);
    const word = words[i] ?? "";
    if (word === "owner" && entity.name !== context.users) {
      rules.owner = ownerOf(entity, context.users) ?? "";
    } else if (!WORDS.has(word) && !context.roles.includes(word)) {
      context.roles.push(word);
    }
    rules.access[operation] = word;
    return `only ${word} may ${operation} a ${entity.name}`;
  });
  return [reading, row.map((one, i) => i === at ? { refs: [], phrases } : one)];
}

/** "Anyone can read posts" */
function readAnyone(
  reading: SentenceReading,
  row: readonly Outcome[],
  { draft, entities }: Context,
): readonly [SentenceReading, readonly Outcome[]] | undefined {
  if (!ANYONE.test(plain(reading.text)) || reading.missed.length > 0) {
    return undefined;
  }
  for (
    const { entity, operation } of row.flatMap(({ refs }) => refs).flatMap((
      ref,
    ) => placeOf(ref, draft))
  ) {
    const isRead = operation === "list" || operation === "get";
    rulesOf(entities, entity.name).access[isRead ? "read" : operation] =
      "everyone";
  }
  return undefined;
}

/** A user in a request may be an owner, a role, or anybody who is signed in. */
function wordFor(
  who: string,
  entity: EntityDraft,
  { users }: Context,
): string | undefined {
  const words = who.split(" ");
  const name = snakeName(words.map((word) => singular(word)));
  if (SIGNED_IN.test(who)) return "users";
  if (name === undefined) return undefined;
  if (OWNERS.has(name) || name === users) {
    const isTheirs = entity.name === users ||
      ownerOf(entity, users) !== undefined;
    return isTheirs ? "owner" : undefined;
  }
  return words.length <= 2 && !WORDS.has(name) ? name : undefined;
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

function ownerOf(entity: EntityDraft, users: string): string | undefined {
  const own = [...entity.relations].filter(([, to]) => to.belongsTo === users);
  return own.length === 1 ? own[0]?.[0] : undefined;
}

function addOwner(entity: EntityDraft, users: string): string {
  entity.relations.set("owner", { belongsTo: users, optional: false });
  return "owner";
}

/** People sign in with an email; a name that was only guessed is not asked for. */
function prepareUsers(draft: SystemDraft, users: string): void {
  const entity = draft.entities.get(users);
  if (entity === undefined) return;
  const email = addField(entity, "email", ["email"]);
  Object.assign(email, { type: "email", required: true, unique: true });
  delete email.assumedRequired;
  entity.asked.add("create");
}

/** What nothing was said about: the signed in may read and create, and change what has no owner. */
function settleRules(
  draft: SystemDraft,
  users: string,
  entities: Map<string, PlannedRules>,
): void {
  for (const name of draft.entities.keys()) {
    const rules = rulesOf(entities, name);
    const isTheirs = rules.owner !== undefined || name === users;
    const { read = "users", create = "users", ...rest } = rules.access;
    const write = isTheirs ? "owner" : "users";
    const access = {
      read,
      ...(name === users ? {} : { create }),
      write,
      ...Object.fromEntries(
        Object.entries(rest).filter(([key, word]) =>
          word !== (key === "list" || key === "get" ? read : write)
        ),
      ),
    };
    entities.set(name, { ...rules, access });
    const line = Object.entries(access).map(([key, word]) => `${key}: ${word}`);
    draft.assumptions.push(`who may do what with ${name}: ${line.join(", ")}`);
  }
}

function rulesOf(
  entities: Map<string, PlannedRules>,
  name: string,
): PlannedRules {
  const rules = entities.get(name) ?? { access: {} };
  entities.set(name, rules);
  return rules;
}

/** A sentence of which nothing is left open. */
function whole(
  reading: SentenceReading,
  phrase: string,
): readonly [SentenceReading, readonly Outcome[]] {
  const { start, text } = reading;
  const statement = {
    kind: "note",
    phrase,
    start,
    end: start + text.length,
  } as const;
  return [
    { ...reading, missed: [], statements: [statement] },
    [{ refs: ["users"], phrases: [phrase] }],
  ];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[.!]+\s*$/, "").replaceAll(/\s+/g, " ")
    .trim();
}

const PEOPLE =
  "(?:people|users|members|everyone|anyone|visitors|customers|authors|players|students|teachers)";
const JOIN =
  "(?:register|sign up|log in|login|sign in|log out|sign out|create an account)";
const CREDENTIALS =
  "(?: (?:with|using|by) (?:(?:an? |their )?(?:email|username|password|jwt|jwts|token|tokens)(?:(?: address)?(?:,| and| or)? (?:an? |their )?(?:password|token))?))?";
/** A sentence that says of people that they register and sign in, and nothing else. */
const SIGN_IN = new RegExp(
  `^(?:${PEOPLE} (?:can|may|must|should be able to|must be able to) ${JOIN}(?:(?:,| and|, and| or) ${JOIN})*${CREDENTIALS}` +
    `|(?:use|with|add) (?:jwt|token|password|email)(?:-based| based)? (?:login|authentication|auth|sign-in)(?: for ${PEOPLE})?)$`,
);
const SIGN_IN_TAIL =
  /\bwith (?:jwt|token|password|email)(?:[- ]based)? (?:login|log-in|authentication|auth|sign-in)(?=[.,;!\s]|$)/gi;
const ONLY_THE =
  /^(?:only|just) (?:the|its|their) ([a-z]+(?: [a-z]+)?) (?:can|may)\b/;
const ONLY_WHO =
  /^(?:only|just) (?:the |its |their |an? )?([a-z]+(?:[- ][a-z]+)?) (?:can|may|is allowed to|are allowed to)\b/;
const OWN = new RegExp(
  `^(?:users|members|people|everyone) (?:can|may|should) only (?:see|view|read|access|list|get) their own ([a-z]+(?: [a-z]+)?)$`,
);
const ANYONE = /^(?:anyone|anybody|everyone|everybody|the public) (?:can|may) /;
const SIGNED_IN =
  /^(?:users|members|(?:registered|logged-in|signed-in|authenticated) users)$/;
const OWNERS: ReadonlySet<string> = new Set([
  "owner",
  "author",
  "creator",
  "writer",
  "user",
]);
const WORDS: ReadonlySet<string> = new Set([
  "everyone",
  "users",
  "owner",
  "member",
]);
const STANDARD: ReadonlySet<string> = new Set([
  "list",
  "get",
  "create",
  "replace",
  "patch",
  "delete",
]);
