/**
 * Reads who joins with what: "Members sign up with a name and a birth year", "Candidates apply to jobs with a CV".
 *
 * @module
 */
import { type Read, readNouns } from "./noun.ts";
import { matchPattern, type Slots } from "./pattern.ts";
import { isPerson } from "./person.ts";
import { doneBy } from "./read_access.ts";
import { readFields } from "./read_fields.ts";
import { type Found, isEntity, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads a clause that says what people give when they join: it is of what they make by it, else of each of them. */
export function readJoining(
  tokens: readonly Token[],
  at: number,
  scope: Scope,
): Found | undefined {
  for (const { value: who, end } of readNouns(tokens, at)) {
    if (who.pronoun || who.owner || !isPerson(who)) continue;
    const lead = joinAt(tokens, end);
    const fields = lead && readFields(tokens, lead.end, scope);
    if (fields === undefined || fields.items.length === 0) continue;
    const { to } = lead?.value.nouns ?? {};
    if (to && !isEntity(to, scope)) continue;
    const span = spanOf(tokens, at, fields.end);
    const made = madeBy(tokens.slice(end, lead?.end), scope, to);
    // "Members sign up with email" says how, not what is kept.
    const applies = tokens.slice(end, lead?.end)
      .some(({ lower }) => lower === "apply" || lower === "applies");
    if (!made && (to || applies || fields.items.length < 2)) continue;
    const owner = made ?? who;
    const create: Statement = {
      kind: "operations",
      operations: ["create"],
      mode: "ask",
      objects: [owner],
      ...span,
    };
    return {
      statements: [
        { kind: "fields", owner, items: fields.items, ...span },
        ...made && to
          ? [{ kind: "relation", from: made, to, ...span } as const]
          : [],
        ...made ? doneBy([create], [who], scope) : [create],
        ...fields.wishes,
      ],
      missed: fields.missed,
      end: fields.end,
      subjects: [owner],
    };
  }
  return undefined;
}

function joinAt(tokens: readonly Token[], at: number): Read<Slots> | undefined {
  return matchPattern(`${JOIN} to|for {E:to} ${WITH}`, tokens, at) ??
    matchPattern(`${JOIN} ${WITH}`, tokens, at);
}

/** "registration", where that is kept, or where it is for something. */
function madeBy(
  said: readonly Token[],
  scope: Scope,
  to: Noun | undefined,
): Noun | undefined {
  const nouns = said.flatMap(({ lower, start, end }) =>
    (DEEDS.get(lower) ?? []).map((word): Noun => ({
      words: [word],
      number: "one",
      start,
      end,
    }))
  );
  return nouns.find((noun) => isEntity(noun, scope)) ??
    (to ? nouns[0] : undefined);
}

const JOIN =
  "$can|$must? sign_up|signs_up|register|registers|enrol|enroll|enrolls|enrols|apply|applies|join|joins|be_registered|are_registered";
const WITH = "with|by_giving|giving|using a|an|their?";
/** What is made by joining. */
const DEEDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["apply", ["application"]],
  ["applies", ["application"]],
  ["register", ["registration"]],
  ["registers", ["registration"]],
  ["registered", ["registration"]],
  ["enrol", ["enrolment", "enrollment"]],
  ["enrols", ["enrolment", "enrollment"]],
  ["enroll", ["enrollment", "enrolment"]],
  ["enrolls", ["enrollment", "enrolment"]],
]);
