/**
 * Takes out of a request what is said beside the description: that people sign in, in which database data is kept, and of
 * which parts the system consists.
 *
 * @module
 */
import type { StoreEngine } from "../blueprint/blueprint.ts";
import { singular } from "./inflection.ts";
import { needsUsers } from "./implied_users.ts";
import { findParts } from "./parts.ts";
import type { SentenceReading } from "./read_request.ts";
import { sentencesOf } from "./sentences.ts";
import { rolesIn, withRolesAsSubjects } from "./roles_in.ts";
import { findSignIns, speaksOfSignedIn } from "./sign_in.ts";
import { TENANTS } from "./lexicon_words.ts";
import type { Noun, Statement } from "./statement.ts";

/** A request without its asides, each character of which is a blank: places stay. */
export interface WithoutAsides {
  /** What is left to read. */
  readonly request: string;
  /** What the asides say. */
  readonly asides: readonly Statement[];
  /** Whether people sign in. */
  readonly signs: boolean;
  /** Whether that only follows from who may do what. */
  readonly implied: boolean;
  /** Who they are, in the request's words. */
  readonly people: ReadonlySet<string>;
}

/**
 * Takes the asides out of a request, and puts what reads the same for a few longer phrases.
 *
 * @param closed Whether people sign in though nothing was understood that needs it
 */
export function takeAsides(request: string, closed = false): WithoutAsides {
  const signIns = findSignIns(request).map(({ people, field, ...span }) => ({
    kind: "signIn" as const,
    ...(people ? { people: people.split(" ") } : {}),
    ...(field ? { field } : {}),
    ...span,
  }));
  const roles = rolesIn(request);
  const implied = roles.length === 0 && signIns.length === 0 &&
    !speaksOfSignedIn(request) &&
    (closed || needsUsers(request));
  const signs = implied || roles.length > 0 || signIns.length > 0 ||
    speaksOfSignedIn(request);
  const asides: Statement[] = [
    ...signIns,
    ...roles,
    ...databases(request),
    ...findParts(request),
    ...signs ? tenants(request) : [],
  ];
  const blanked = asides.reduce(
    (text, { start, end }) =>
      text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    request,
  );
  return {
    request: signs ? withRolesAsSubjects(rephrased(blanked)) : blanked,
    asides,
    signs,
    implied,
    people: new Set(
      signIns.flatMap(({ people }) => people ? [people.join(" ")] : []),
    ),
  };
}

/** Puts the asides back among the sentences they stand in, or as sentences of their own. */
export function withAsides(
  request: string,
  readings: readonly SentenceReading[],
  asides: readonly Statement[],
): SentenceReading[] {
  if (asides.length === 0) return [...readings];
  const whole = sentencesOf(request);
  const result = readings.map((reading) => {
    const own = whole.find(({ start, end }) =>
      start <= reading.start && reading.start < end
    );
    const said = asides.filter((one) =>
      own !== undefined && own.start <= one.start && one.end <= own.end
    );
    return said.length === 0
      ? reading
      : { ...reading, statements: [...reading.statements, ...said] };
  });
  const alone = whole.filter(({ start, end }) =>
    !readings.some((one) => start <= one.start && one.start < end)
  ).map((sentence) => ({
    ...sentence,
    statements: asides.filter((one) =>
      sentence.start <= one.start && one.end <= sentence.end
    ),
    missed: [],
  }));
  return [...result, ...alone].toSorted((one, other) =>
    one.start - other.start
  );
}

function databases(request: string): Statement[] {
  const matches = DATABASES.flatMap((one) => [...request.matchAll(one)]);
  return matches.map((match): Statement => {
    const { before = "", said = "", name = "" } = match.groups ?? {};
    const start = match.index + before.length;
    const engine: StoreEngine = /^post/i.test(name) ? "postgres" : "sqlite";
    return { kind: "store", engine, start, end: start + said.length };
  });
}

/** "a multi-tenant CRM" */
function tenants(request: string): Statement[] {
  const said = EACH_OWN.exec(request)?.groups?.tenant?.toLowerCase();
  return [...request.matchAll(/(?:, )?\bmulti-?tenant(?= [a-z]|[.,]|$)/gim)]
    .map((match) => {
      const span = {
        start: match.index,
        end: match.index + match[0].length,
      };
      const tenant: Noun | undefined = said && TENANTS.has(singular(said))
        ? { words: [singular(said)], number: "one", ...span }
        : undefined;
      return {
        kind: "feature",
        feature: { is: "tenant", of: [], ...(tenant ? { tenant } : {}) },
        ...span,
      };
    });
}

function rephrased(request: string): string {
  return REPHRASED.reduce(
    (text, [pattern, words]) =>
      text.replace(
        pattern,
        (said) => words.length > said.length ? said : words.padEnd(said.length),
      ),
    request,
  );
}

/** "Each company has its own agents" */
const EACH_OWN =
  /\b(?:each|every) (?<tenant>[a-z]+) (?:has|have) (?:its|their) own\b/i;
/** "PostgreSQL-backed", "with a SQLite database and users" */
const DATABASES: readonly RegExp[] = [
  /(?<before>)(?<said>\b(?<name>postgres(?:ql)?|sqlite)-(?:backed|based|powered)\b)/gi,
  /(?<before>)(?<said>(?:, )?\b(?:(?:which|that) is |is |and )?(?:backed|powered|driven|supported) by (?:an? |the )?(?<name>postgres(?:ql)?|sqlite)(?: database| db| storage| store| server)?\b)/gi,
  /(?<before>)(?<said>(?:, )?\b(?:built |running |based |sitting |runs |is built )?on(?: top of)? (?:an? |the )?(?<name>postgres(?:ql)?|sqlite)(?: database| db| storage| store| server)?(?= and |[,.;:]|$| for | with ))/gim,
  /(?<before>)(?<said>(?:, and|,| and) (?:an? |the )(?<name>postgres(?:ql)?|sqlite)(?: database| db| storage| store| server)(?=[,.;:]|$))/gim,
  /(?<before>\bwith )(?<said>(?:an? |the )?(?<name>postgres(?:ql)?|sqlite) (?:database|db|store|storage) and )(?=[a-z])/gi,
];

/** Longer phrases, and shorter ones that say the same. */
const REPHRASED: readonly (readonly [RegExp, string])[] = [
  [
    /;(?= (?:but |while |and |whereas )?(?:the )?[a-z]+s (?:can |may )?(?:only|just) (?:their|his or her) own\b)/gi,
    ",",
  ],
  [
    /\b(?:you|users|people|one|everyone|members) (?:must|needs? to|have to|has to|should) (?:be (?:logged|signed)[- ]in|log in|sign in) (?:in order to|to|before)\b/gi,
    "Only users can",
  ],
  [
    /(?<=\b(?:only|just|by) )the (?:user|person|member|one) (?:who|that) (?:has )?(?:created|wrote|made|posted|added|owns|submitted|uploaded) (?:it|them|the [a-z]+|an? [a-z]+)\b/gi,
    "the owner",
  ],
  [
    /\bthe (?:user|person|member) (?:who|that) (?:has )?(?:created|wrote|made|posted|added|owns|submitted|uploaded) (?:it|them)\b/gi,
    "a user",
  ],
  [/\b(?:logged|signed) in (?=users?\b|people\b|members?\b)/gi, "logged-in "],
];
