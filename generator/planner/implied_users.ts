/**
 * Tells requests that cannot be built unless people sign in: they say who alone may do something, or what is whose.
 *
 * @module
 */
import { ACCESS_PHRASE } from "./lexicon_access.ts";
import { isPerson } from "./person.ts";

/** Reports whether what a request says of who may do what needs people who sign in, and nothing says otherwise. */
export function needsUsers(request: string): boolean {
  if (refusesUsers(request)) return false;
  if (OWN.some((one) => one.test(request)) || ACTING.test(request)) return true;
  const rows = [ALONE, THEIRS, ...RESERVED]
    .flatMap((one) => [...request.matchAll(one)]);
  return rows.some(({ groups }) => {
    const words = (groups?.who ?? "").toLowerCase()
      .replace(/ (?:of|or|and)$/, "").split(" ");
    return isPerson({ words, number: "open", start: 0, end: 0 });
  });
}

/** Reports whether a request says that nobody signs in, or in a way that is not built. */
export function refusesUsers(request: string): boolean {
  return REFUSED.test(request);
}

const REFUSED =
  /\b(?:no|without|don't need|do not need|doesn't need|not need|skip)(?: any| user| users?')? (?:auth|authentication|authorization|login|log-in|logins|accounts|users|sign-?in|permissions|access control|roles)\b|\b(?:log|sign)s? (?:in|on|up) (?:with|via|using) (?:google|facebook|github|sso|oauth2?|saml|ldap)\b|\b(?:oauth2?|sso|saml|ldap|api[- ]keys?)\b/i;

const DEED =
  "(?:see|view|read|list|edit|change|update|delete|remove|manage|access|cancel|modify|close|pause|resume|browse)";
const DEEDS = `${DEED}(?:(?:,? and |,? or |, ?)${DEED})*`;
const OWN: readonly RegExp[] = [
  "\\b(?:nobody|no one) else can (?:see|view|read|access)\\b",
  `\\b(?:I|we) (?:can|may|want to|should be able to|need to) (?:only )?${DEEDS} (?:only )?(?:my|our) [a-z]`,
  "\\bthe (?:user|person|member|customer|one) (?:who|that) (?:has |have )?(?:created|made|wrote|posted|added|submitted|uploaded) ",
  "\\bmulti-?tenant\\b",
  // What users can be is of use where they sign in: "each user has a role".
  "\\b(?:users?|accounts?)(?:'s|’s|'|’)?\\b[^.;\\n]*\\broles?\\b",
  "\\brole-based\\b",
  "\\b(?:is|are|be|stay|remain) (?:always |strictly )?(?:private|confidential)(?= (?:to|for|unless|by|until)\\b|[.;,]|$)(?!, | or)",
  "\\b(?:only|just) (?:be )?(?:visible|shown|accessible) (?:to|for) ",
  "\\b(?:visible|shown|accessible) (?:only|just) (?:to|for) ",
  `\\bonly (?:ever )?${DEEDS} (?:(?:their|his|her|its|your|my|his or her) own|what (?:they|you) (?:have )?(?:added|created|made|posted))\\b`,
  `\\b(?:can|may|could|should|must|are able to|able to) (?:only )?${DEEDS} (?:only )?(?:their|his|her|your|my|his or her) own\\b`,
  `\\b(?:cannot|can't|can not|can never|may not|must not|must never|should not|never) (?:ever )?${DEEDS} (?:the )?(?:[a-z]+ )?(?:of |from )?(?:other|another|each other's|someone else's|anybody else's|others') (?:users?|people|members?|customers?|organi[sz]ations?|compan(?:y|ies)|tenants?)\\b`,
  `\\b[a-z]+ ${DEED}s? (?:only|just) (?:their|his|her|his or her) own\\b`,
  // "…; customers only their own"
  `[;,] (?:but |while |and |whereas )?(?:the )?[a-z]+s (?:can |may )?(?:only|just) (?:${DEEDS} )?(?:their|his or her) own\\b`,
  "\\b(?:only|just) be [a-z]+(?:(?:,? and |,? or |, ?)[a-z]+)* by (?:its|their|the) (?:author|owner|creator)s?\\b",
].map((source) => new RegExp(source, "i"));

/** "Doctors can see their patients' records" */
const THEIRS = new RegExp(
  `\\b(?<who>[a-z]+s) (?:can |may |should )?(?:only )?${DEEDS} (?:only )?(?:their [a-z]+(?:s['’]|['’]s) [a-z]|(?:all |the )?(?:[a-z]+ )?[a-z]+ of their [a-z])`,
  "gi",
);

/** "Only vets can see and edit": whoever does that is somebody, whatever the word for them. */
const ACTING = new RegExp(
  `\\b(?:only|just) (?:the |its |their |an? )?[a-z]+(?: [a-z]+)?(?:,? (?:and|or) [a-z]+)? (?:can|may|should be able to|is allowed to|are allowed to) ${DEEDS}\\b`,
  "i",
);

/** "Deleting is restricted to admins", "nobody but admins may", "deleted by admins only", "vets have full access" */
const RESERVED: readonly RegExp[] = [
  "\\b(?:restricted|limited|reserved|only allowed|allowed only|only possible|possible only) (?:to|for) (?:the |its |their |an? )?(?<who>[a-z]+)\\b",
  "\\b(?:nobody|no one|none) (?:but|except|besides|other than) (?:for )?(?:the |its |their |an? )?(?<who>[a-z]+)\\b",
  "\\bby (?:the |an? )?(?<who>[a-z]+) (?:only|alone)\\b",
  "\\(\\s*(?<who>[a-z]+) only\\s*\\)",
  `\\b(?<who>[a-z]+) (?:have|has|get|gets) ${ACCESS_PHRASE}`,
].map((source) => new RegExp(source, "gi"));

/** "Only managers can", "managers alone may" */
const ALONE =
  /\b(?:only|just) (?:the |its |their |an? )?(?<who>[a-z]+(?: [a-z]+)?)(?: (?:a|an|the|its|their) [a-z]+)?(?:,? (?:and|or) (?:the |its |their |an? )?[a-z]+)* (?:can|may|should|must|is allowed to|are allowed to)\b/gi;
