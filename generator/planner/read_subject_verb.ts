/**
 * Reads clauses whose subject acts: "Managers approve or reject leave requests", "Users write posts with a text".
 *
 * @module
 */
import { doneBy } from "./read_access.ts";
import { readNouns } from "./noun.ts";
import { readWishIn } from "./read_wish.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a subject and the verbs of what it does. */
export function readSubjectVerb(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const subject of [...readNouns(tokens, at)].reverse()) {
    if (subject.value.pronoun || subject.value.owner) continue;
    const many = subject.value.number === "many";
    const wish = readWishIn(tokens, subject.end, scope, [
      many ? "base" : "third",
    ]);
    if (wish === undefined || wish.subjects?.[0] === undefined) continue;
    if (!wish.statements.some((one) => hasObject(one))) continue;
    const acts = wish.statements.some((one) => one.kind === "action");
    if (acts && isEntity(subject.value, scope)) return undefined;
    const made = madeBy(subject.value, wish, scope);
    const span = spanOf(tokens, at, wish.end);
    return {
      ...wish,
      statements: [
        ...doneBy(wish.statements, [subject.value], scope),
        ...made.map((one) => ({
          ...one,
          ...span,
        })),
      ],
    };
  }
  return undefined;
}

function hasObject(statement: Statement): boolean {
  return (statement.kind === "operations" || statement.kind === "action") &&
    statement.objects.length > 0;
}

/** What an entity makes belongs to it. */
function madeBy(subject: Noun, wish: Found, scope: Scope): Statement[] {
  if (!isEntity(subject, scope)) return [];
  return wish.statements.flatMap((one): Statement[] =>
    one.kind === "operations" && one.operations.length === 1 &&
      one.operations[0] === "create"
      ? one.objects.filter((noun) => isEntity(noun, scope)).map((from) => ({
        kind: "relation",
        from,
        to: subject,
        weak: true,
        start: one.start,
        end: one.end,
      }))
      : []
  );
}
