/**
 * Finds where a request says that people sign in: in sentences of their own, and in parts of others.
 *
 * @module
 */
import { sentencesOf } from "./sentences.ts";
import type { Span } from "./statement.ts";

/** A part of a request that says that people sign in. */
export interface SignIn extends Span {
  /** Who they are, in the request's words. */
  readonly people?: string;
  /** What they sign in with, where it is no email. */
  readonly field?: "username";
}

/** Finds every part of a request that says that people sign in, and nothing else. */
export function findSignIns(request: string): SignIn[] {
  return sentencesOf(request).flatMap((sentence) => {
    const { start } = sentence;
    const text = sentence.text.replace(/[\s.!;,]+$/, "");
    for (const one of PARTS) {
      const match = one.exec(text);
      const said = match?.groups?.said;
      if (!match || !said || !isSignIn(said, match.groups?.people)) continue;
      // "Users register and edit books" says what is done to books.
      const goesOn =
        start + match.index + match[0].length < start + text.length;
      if (goesOn && !SIGNS.test(said)) continue;
      const from = start + match.index + match[0].indexOf(said);
      const people = match.groups?.people?.toLowerCase();
      return [{
        start: from,
        end: from + said.length,
        ...(people ? { people: people.replace(DETERMINER, "") } : {}),
        ...(/\buser ?name\b/i.test(said) && !/\be-?mail\b/i.test(said)
          ? { field: "username" as const }
          : {}),
      }];
    }
    return [];
  });
}

/** Reports whether a request speaks of those who are signed in. */
export function speaksOfSignedIn(request: string): boolean {
  return SIGNED_IN.test(request);
}

/** "Users register devices" and "devices register" are about devices. */
function isSignIn(said: string, people: string | undefined): boolean {
  if (NOT_BUILT.test(said)) return false;
  const who = people?.replace(DETERMINER, "") ?? "";
  if (SIGNS.test(said)) return true;
  return (/account/i.test(said) ? ACCOUNT_HOLDERS : KNOWN_PEOPLE).test(who);
}

const DETERMINER = /^(?:all|new|every|each|the|our|my|any) /i;
const KNOWN_PEOPLE =
  /^(?:people|users?|members?|everyone|everybody|anyone|visitors?|customers?|authors?|players?|students?|teachers?|clients?|employees?|staff|you|they|we|i)$/i;
/** Whose accounts are no bank's. */
const ACCOUNT_HOLDERS = /^(?:people|users?|members?|everyone|everybody|you)$/i;
/** What signing in is, beside registering. */
const SIGNS =
  /\b(?:log|sign)s?(?:ged|ning)?[- ]?(?:in|on|up|out)\b|login|auth|user accounts|password|jwt|token/i;
/** Ways to sign in that are not built. */
const NOT_BUILT =
  /\b(?:sessions?|cookies?|oauth2?|sso|google|facebook|2fa|mfa|api[- ]keys?)\b/i;
const SIGNED_IN =
  /\b(?:logged|signed)[- ]in (?:users?|people|members?|customers?)\b|\b(?:authenticated|registered) (?:users?|people|members?|customers?)\b|\b(?:must|needs? to|have to|has to|should) (?:be (?:logged|signed)[- ]in|log in|sign in)\b/i;

const PEOPLE =
  "(?<people>(?:(?:all|new|every|each|the|our|any) )?(?:people|everyone|everybody|anyone|you|they|we|i|staff|personnel|user|member|customer|student|employee|client|[a-z]{3,}s))";
const MODAL =
  "(?:(?:can|may|must|should|will|shall|need to|needs to|have to|has to|can also|are able to|should be able to|must be able to|are allowed to|first) )*";
const PLACE =
  "(?: (?:to|into|on|at|for) (?:the |our )?(?:system|api|app|site|service|platform|application|it))?";
const CREDENTIAL =
  "(?:(?:an?|the|their|his|unique|valid|own) )*(?:email|e-mail|username|user name|password|jwts?|jwt tokens?|json web tokens?|access tokens?|bearer tokens?|tokens?|credentials)(?: address(?:es)?| login| auth(?:entication)?)?";
const AND =
  "(?:, and then |, and | and then |, or | and can | and | or |, | ?\\/ ?| \\+ )";
const WITH =
  `(?:,? (?:with|using|by|via|through) ${CREDENTIAL}(?:(?:${AND}| plus )(?:with )?${CREDENTIAL})*| \\(${CREDENTIAL}(?:${AND}${CREDENTIAL})*\\))?`;
const JOIN_WORD =
  "(?:registers?|signs? (?:up|in|out)|logs? (?:in|on|out)|sign-?up|sign-?in|login|logout|authenticates?|(?:creates?|opens?|have|has|gets?|needs?|makes?) (?:an |their )?(?:own )?(?:user )?accounts?)";
const JOIN = `${JOIN_WORD}${PLACE}${WITH}`;
const GIVEN =
  `(?: and|,)(?: then)? (?:gets?|receives?|obtains?|are given|is given) (?:back )?${CREDENTIAL}`;
const JOINS = `${JOIN}(?:${AND}${JOIN})*(?:${GIVEN})?`;
const KIND =
  "(?:(?:simple|basic|secure|proper|user|users|email|password|jwt|token|e-mail|email and password|email\\/password|username and password)(?:[- ]based)? )*";
const NOUN =
  "(?:login|log-in|logins|logout|log-out|authentication|auth|sign-?in|sign-?up|signup|registration|user accounts)";
const NOUNS = `${KIND}${NOUN}(?:${AND}${KIND}${NOUN})*${WITH}`;
const ASKING =
  "(?:(?:(?:we|i|it|the (?:api|system|app)) )?(?:use|uses|using|with|add|adds|include|includes|support|supports|needs?|requires?|provide|provides|offers?|has|have|want|there (?:is|are|must be|should be)|(?:should|must) (?:have|support|include|use)) )?(?:an? |the )?";

/** Whole sentences; the ends of others; what stands before what else people do. */
const PARTS: readonly RegExp[] = [
  `^(?<said>${ASKING}${NOUNS}: ${PEOPLE} ${MODAL}${JOINS})$`,
  `^(?<said>(?:please )?authenticate (?:(?:all |the )?(?:users|people|members|requests|clients) )?(?:with|via|using|by|through) ${CREDENTIAL}(?:${AND}${CREDENTIAL})*)$`,
  `^(?<said>${KIND}${NOUN}(?: is| must be| should be|:) ?(?:done |handled )?(?:with |via |by |using |based on )?${CREDENTIAL}(?:${AND}${CREDENTIAL})*)$`,
  `^(?<said>(?:use |using |with )?${CREDENTIAL}(?:${AND}${CREDENTIAL})* (?:for|to handle|as) (?:the )?(?:${NOUN}|signing in|logging in))$`,
  `^(?:[^:]{1,40}: )?(?<said>${PEOPLE} ${MODAL}${JOINS})$`,
  `^(?<said>${ASKING}${NOUNS}(?: for (?:people|users|members|everyone|customers))?(?: (?:is|are) (?:needed|required))?)$`,
  `^(?<said>(?:register|sign up)(?:${AND}${JOIN})+)$`,
  `^(?<said>(?:let|allow) (?:me|us|users?|people|members?|them|everyone)(?: to)? ${JOINS})$`,
  `(?<said>(?:,| where| in which| so that|, where|, and) ${PEOPLE} ${MODAL}${JOINS})$`,
  `(?<said>(?:,? and|,| with| using|, with) (?:an? )?${NOUNS})(?=$|[,.:]| where | in which | for (?:an? |the |our )?[a-z]+(?: [a-z]+)?(?:$|[,.:]))`,
  `(?<said>,? (?:is |are )?(?:secured|protected|guarded) (?:with|by|via|using) ${CREDENTIAL})$`,
  `^${PEOPLE} ${MODAL}(?<said>${JOINS}${AND})(?=[a-z])`,
  ` with (?<said>(?:an? )?${NOUNS}${AND})(?=[a-z])`,
  `(?<said> using (?:an? )?${NOUNS})(?= and (?:an? |the )?(?:postgres|sqlite))`,
].map((source) => new RegExp(source, "i"));
