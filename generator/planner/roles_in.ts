/**
 * Finds where a request says what users can be.
 *
 * @module
 */
import { singular } from "./inflection.ts";
import { isPerson } from "./person.ts";
import type { Statement } from "./statement.ts";
import { COMMON } from "./take_roles.ts";

/** Finds the parts of a request that say what users can be: "with two roles, admin and viewer", "users are vets or assistants". */
export function rolesIn(request: string): Statement[] {
  const matches = ROLES.flatMap((one) => [...request.matchAll(one)]);
  return matches.flatMap((match): Statement[] => {
    const words = (match.groups?.roles ?? "").toLowerCase()
      .split(/,? and |,? or |, ?|\//)
      .map((one) => singular(one.trim().replace(/^(?:an?|the) /, "")));
    if (words.length < 2 || words.some((word) => KINDS.has(word))) return [];
    // Not every word for people is known: among roles one is enough.
    const isPeople = words.some((word) =>
      isPerson({ words: [word], number: "one", start: 0, end: 0 })
    );
    if (!isPeople) return [];
    const [said] = match;
    const end = match.index + said.length;
    return [{
      kind: "signIn",
      roles: words.filter((word) => !COMMON.has(word))
        .map((word) => word.replaceAll(" ", "_")),
      start: end - said.trimStart().length,
      end,
    }];
  });
}

/** What somebody is, not what they may do. */
const KINDS: ReadonlySet<string> = new Set(
  "person people company organisation organization business individual human robot both"
    .split(" "),
);

const ONE =
  "[a-z]+(?: (?:members?|users?|managers?|admins?|administrators?|leads?|leaders?|agents?|workers?|officers?))?";
const ARTICLE = "(?:an? |the )?";
const OR = "(?:, ?(?:and |or )?| and | or |\\/)";
const LIST = `(?<roles>${ARTICLE}${ONE}(?:${OR}${ARTICLE}${ONE})+)`;
/** Several: "users are active or blocked" says no role. */
const MANY = "(?:[a-z]+s|staff|personnel|crew)";
const MANY_LIST = `(?<roles>${MANY}(?:${OR}${MANY})+)(?:,? or both)?`;
const ONE_LIST =
  `(?<roles>an? ${ONE}(?:(?:, ?(?:or )?| or )(?:an?|the) ${ONE})+)`;
const BEFORE_LIST = "(?:,|:| -| –| of| which (?:is|are|can be)| being)?";
const SOME =
  "(?:(?:two|three|four|five|2|3|4|5|the|these|several|different|following|the following) )?";
/** What follows is another sentence, or what one of them may do. */
const END =
  "(?=[.;\\n]|$|,? (?:and|but|while|where) (?:only |all |the )*[a-z]+ (?:can|may|must|should)\\b)";
const USERS = "(?:all |our |the )?(?:users|people who sign in|people|accounts)";
const EACH = "(?:a|each|every|the) (?:user|person|account|member)";
const EVERYONE = "(?:everyone|everybody)";

const ROLES: readonly RegExp[] = [
  `(?:,? with|,? and|there are|there will be|we have|${USERS} (?:can )?have(?: one of)?|${EACH} has(?: one of)?)? ?${SOME}(?:user )?roles(?: are)?${BEFORE_LIST} \\(?${LIST}\\)?${END}`,
  `\\bthere (?:are|will be) ${SOME}(?:kinds|types|sorts|groups|classes|categories) of (?:users|people|accounts|members)${BEFORE_LIST} \\(?${LIST}\\)?${END}`,
  `\\b(?:with )?role-based (?:access(?: control)?|permissions|authorization) (?:with|for|of)${BEFORE_LIST} ${SOME}(?:roles,? )?${LIST}${END}`,
  `\\b(?:${USERS} are|${EACH} is|${EVERYONE} is) (?:assigned|given) (?:a|one|a single) role${BEFORE_LIST} \\(?(?:either )?${LIST}\\)?${END}`,
  `\\b(?:${USERS}|${EVERYONE}) (?:are|is|can be|must be) (?:either |always |both )?${MANY_LIST}${END}`,
  `\\b(?:${EACH}|${EVERYONE}) (?:is|can be|must be) (?:either |always )?${ONE_LIST}${END}`,
  // "Users sign in with an email and are vets or assistants"
  `(?<=\\b(?:users|people|everyone|everybody)\\b[^.;\\n]*\\b(?:sign|log)s? in\\b[^.;\\n]*) and are (?:either )?${MANY_LIST}${END}`,
].map((source) => new RegExp(source, "gim"));
