/**
 * Which sentences limit something, and which places of a blueprint limit anything.
 *
 * A description that repeats a limit is no limit.
 *
 * @module
 */
import { rulesOf } from "../../generator/blueprint/access_rules.ts";
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import type { BlueprintPlace } from "./blueprint_path.ts";
import { valueAt } from "./place_text.ts";

/** Tells whether a sentence says what must be, what may not be, or how much at most or at least. */
export function isLimiting(sentence: string): boolean {
  return LIMITING.test(sentence.replaceAll(HARMLESS, " "));
}

/** Tells whether a behaviour limits something, or says what is refused. */
export function speaksOfRule(behavior: string): boolean {
  return isLimiting(behavior) || RULING.test(behavior);
}

/**
 * Tells whether something at a place may be the limit of which a sentence speaks: no name, no plain text, nothing that is
 * only told; of what is to be unique, or never to change, something that does that.
 */
export function mayLimit(
  { keys, refs }: BlueprintPlace,
  sentence: string,
  blueprint: Blueprint,
): boolean {
  const kind = KINDS.find(({ said }) => said.test(sentence)) ?? ANY;
  if (refs.some((ref) => ref.startsWith("not "))) return true;
  const [part, name, inner] = keys;
  // Of what is said of a whole system, each setting is one; an operation that every entity has is none.
  if (part === undefined) return refs.length === 0;
  if (part !== "entities" && part !== "endpoints") return true;
  if (name === undefined) return false;
  if (keys.length === 2) {
    const own = Object.entries(Object(valueAt(keys, blueprint)));
    const rules = own.filter(([key]) => !PARTS.has(key));
    return isRule(Object.fromEntries(rules), kind);
  }
  if (inner === "access") {
    return keepsOut(valueAt(keys, blueprint), OF_USERS.test(sentence));
  }
  const isInside = keys.slice(2).some((key) => kind.keys.has(key));
  return isInside || inner === "relations" && kind === ANY ||
    isRule(valueAt(keys, blueprint), kind) ||
    isRule(rulesAbout(name, keys[3] ?? "", blueprint), kind);
}

/** The rules of an entity that name a member of it: who may do it, what it is unique with. */
function rulesAbout(
  name: string,
  member: string,
  { entities = {} }: Blueprint,
): unknown {
  const entity = entities[name];
  if (!entity) return undefined;
  const own = Object.entries(entity).filter(([key, value]) =>
    !PARTS.has(key) && key !== "access" &&
    JSON.stringify(value)?.includes(`"${member}"`)
  );
  const who = rulesOf(entity)[member] ?? [];
  const isKept = who.length > 0 &&
    !who.some((word) => word === "everyone" || word === "users");
  return { ...Object.fromEntries(own), ...(isKept ? { access: who } : {}) };
}

/** Reports whether access rules keep somebody out; that people sign in does only where the sentence speaks of it. */
function keepsOut(rule: unknown, isOfUsers: boolean): boolean {
  if (typeof rule === "object" && rule !== null && !Array.isArray(rule)) {
    return Object.values(rule).some((one) => keepsOut(one, isOfUsers));
  }
  const words = [rule].flat();
  return !words.includes("everyone") && (isOfUsers || !words.includes("users"));
}

function isRule(value: unknown, kind: LimitKind): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, one]) => {
    if (key === "access") return keepsOut(one, false);
    if (kind.keys.has(key)) return one !== false && one !== undefined;
    if (key === "type") return kind.isType(`${one}`);
    return isRule(one, kind);
  });
}

/** A kind of limit, and what of the language can say it. */
interface LimitKind {
  /** The words for it. */
  readonly said: RegExp;
  /** The keys that can say it. */
  readonly keys: ReadonlySet<string>;
  /** Whether a type of field can. */
  readonly isType: (type: string) => boolean;
}

/** "You must be able to", "there must be a list": what can be done. */
const HARMLESS =
  /\b(?:must|should|has to|have to|needs? to) (?:also )?(?:be able to|be possible|allow|support|offer|provide|let|keep|store|save|track|manage|expose|handle)\b|\bnot only\b|\bif not\b|\bor not\b|\bonly need(?:s)?\b|\bnothing (?:else|more|special|fancy)\b|\b(?:as well as|up to date|up to you)\b/gi;

const RULING =
  /\b(?:refus|reject|fail|den(?:y|ies|ied)|invalid|error|already|another|allow|block|prevent|requir|ensur|4\d\d\b)/i;

const LIMITING =
  /\b(?:cannot|can not|must|mustn|never|impossible|alone|nobody|no one|none|nothing|no longer|no other|no two|not|only|solely|exclusively|unless|except|at most|at least|(?:no |not )?(?:more|less|fewer|longer|shorter|greater|larger|smaller|higher|lower|older|younger|earlier|later) than|up to|maximum|minimum|limited to|restricted to|unique|uniquely|twice|duplicates?|distinct|mandatory|obligatory|compulsory|forbidden|prohibited|disallowed|(?:is|are|be|get|gets) (?:refused|rejected|prevented|denied)|immutable|unchangeable|read-only)\b|n['’]t\b/i;

/** "Only logged-in people may", "only members can", but not "users see only their own". */
const OF_USERS =
  /^(?!.*\bown\b).*\b(?:log(?:ged)?[- ]?in|sign(?:ed)?[- ]?in|registered|authenticated|accounts?|users?|members?)\b/is;

/** The parts of an entity that have places of their own. */
const PARTS: ReadonlySet<string> = new Set([
  "fields",
  "relations",
  "actions",
  "marks",
  "aggregates",
]);

/** What takes any text. */
const FREE_TYPES: ReadonlySet<string> = new Set(["string", "text", "json"]);

/** What can say any limit. */
const GENERAL =
  "behavior when needs guard access operations requires editable exempt hooks";

/** Any limit. */
const ANY: LimitKind = {
  said: /./,
  keys: new Set(
    `${GENERAL} required unique immutable min max minLength maxLength pattern values scale readOnly writeOnly computed items maxBytes accept maxItems sorted adjust softDelete visible noOverlap bulk bulkLimit owner tenant onDelete cycles default`
      .split(" "),
  ),
  isType: (type) => !FREE_TYPES.has(type),
};

const KINDS: readonly LimitKind[] = [
  {
    said:
      /\b(?:unique|uniquely|duplicates?|duplicated|no two|(?:only|just|at most|more than) once|twice|have the same|(?:never|not|no|cannot|n['’]t)(?: \w+){0,3} shared?|share the same)\b/i,
    keys: new Set(`${GENERAL} unique noOverlap marks`.split(" ")),
    isType: (type) => type === "slug" || type === "serial",
  },
  {
    said: /\b(?:overlap\w*|clash\w*|double[- ]?book\w*|conflict\w*)\b/i,
    keys: new Set(`${GENERAL} noOverlap unique`.split(" ")),
    isType: () => false,
  },
  {
    said:
      /(?:\b(?:cannot|can not|never|must not|may not|should not|not|no longer|nobody|no one)|n['’]t)\b(?: \w+){0,3} (?:change|changes|changed|edit|edits|edited|modify|modified|alter|altered|update|updated|rename|renamed|delete|deletes|deleted|remove|removes|removed|erase|erased)\b|\b(?:immutable|unchangeable|read-only|write-once)\b/i,
    keys: new Set(
      `${GENERAL} immutable readOnly computed softDelete onDelete owner tenant`
        .split(" "),
    ),
    isType: (type) => type === "serial",
  },
];
