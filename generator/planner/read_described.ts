/**
 * Reads things that have others with fields of their own: "courses have lessons with a title and a position".
 *
 * @module
 */
import { hasFieldHint } from "./field_type.ts";
import { isPlural } from "./inflection.ts";
import { readWith } from "./modifiers.ts";
import { matchPattern } from "./pattern.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Token } from "./tokens.ts";

/** Reads a thing and the many of another that it has, up to what these are described with. */
export function readDescribed(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  const match = matchPattern(HAVE, tokens, at);
  const { to, from } = match?.value.nouns ?? {};
  if (!match || !to || !from || to.pronoun || from.pronoun) return undefined;
  if (from.owner || to.owner || !WITH.has(tokens[match.end]?.lower ?? "")) {
    return undefined;
  }
  const last = from.words.at(-1) ?? "";
  const isThing = isPlural(last) && (isEntity(from, scope) ||
    !hasFieldHint(from.words));
  const fields = isThing
    ? readWith(tokens, match.end, [from], scope)
    : undefined;
  const [listed] = fields?.statements ?? [];
  const known = listed?.kind === "fields" &&
    listed.items.some(({ noun }) => hasFieldHint(noun.words));
  if (fields === undefined || !known) return undefined;
  const span = spanOf(tokens, at, match.end);
  return {
    ...fields,
    statements: [
      { kind: "relation", from, to, many: true, ...span },
      ...fields.statements,
    ],
    subjects: [from],
  };
}

const HAVE =
  "{E:to} $can|$must? have|has|contain|contains|consist_of|consists_of|include|includes|hold|holds several|many|some|multiple? {E:from}";
const WITH: ReadonlySet<string> = new Set(["with", "("]);
