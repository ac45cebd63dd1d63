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
  return [...rolesSaid(request), ...rolesListed(request)];
}

/**
 * Finds roles below a heading of their own: "Roles:" and, line by line, "- Editor: can edit notes" or "- Viewer".
 * What one may do is left to be read, see {@link withRolesAsSubjects}.
 */
function rolesListed(request: string): Statement[] {
  return [...request.matchAll(ROLE_LIST)].flatMap((match): Statement[] => {
    const lines = [...match[0].matchAll(ROLE_LINE)];
    const named = lines.map(({ groups }) =>
      singular(groups?.role?.toLowerCase() ?? "").replaceAll(" ", "_")
    );
    if (named.length < 2 || !named.some(isPersonName)) return [];
    const heading = match.groups?.heading ?? "";
    const start = match.index + match[0].indexOf(heading);
    const bare = lines.flatMap((line, at): Statement[] => {
      if (line.groups?.rest) return [];
      const from = match.index + line.index +
        line[0].indexOf(line.groups?.role ?? "");
      const end = match.index + line.index + line[0].length;
      const role = named[at] ?? "";
      return [{ kind: "signIn", roles: keptRoles([role]), start: from, end }];
    });
    return [
      {
        kind: "signIn",
        roles: keptRoles(named),
        start,
        end: start + heading.length,
      },
      ...bare,
    ];
  });
}

/** Makes a sentence of what stands behind a role in a list: "- Editor: can edit notes" becomes "- Editors can edit notes". */
export function withRolesAsSubjects(request: string): string {
  return request.replaceAll(
    ROLE_CAN,
    (said, mark: string, role: string) =>
      isPersonName(singular(role.toLowerCase()))
        ? `${mark}${role}${/s$/i.test(role) ? " " : "s"} `
        : said,
  );
}

function isPersonName(name: string): boolean {
  return isPerson({ words: [name], number: "one", start: 0, end: 0 });
}

function keptRoles(names: readonly string[]): readonly string[] {
  return names.filter((name) => !COMMON.has(name));
}

function rolesSaid(request: string): Statement[] {
  const matches = ROLES.flatMap((one) => [...request.matchAll(one)]);
  return matches.flatMap((match): Statement[] => {
    const words = (match.groups?.roles ?? "").toLowerCase()
      .split(/,? and |,? or |, ?|\//)
      .map((one) => singular(one.trim().replace(/^(?:an?|the) /, "")));
    if (words.length < 2 || words.some((word) => KINDS.has(word))) return [];
    // Not every word for people is known: among roles one is enough.
    if (!words.some(isPersonName)) return [];
    const [said] = match;
    const end = match.index + said.length;
    return [{
      kind: "signIn",
      roles: keptRoles(words).map((word) => word.replaceAll(" ", "_")),
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

/** A heading and the lines of a list below it. */
const ROLE_LIST =
  /^[ \t]*(?:#+ *|[-*] *)?(?<heading>(?:the |our )?(?:user |users['’]? )?roles(?: and permissions)?[ \t]*:?)[ \t]*\n(?:[ \t]*\n)?(?:[ \t]*[-*•] .*(?:\n|$))+/gim;
const ROLE_LINE =
  /^[ \t]*[-*•] +(?<role>[a-z]+(?: (?:member|user|manager|admin|lead|agent))?)(?::[ \t]*(?<rest>\S.*))?[ \t]*$/gim;
const ROLE_CAN =
  /^([ \t]*[-*•] +)([a-z]+): (?=(?:can|may|must|should|only)\b)/gim;
