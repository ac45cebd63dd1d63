/**
 * Collects who is said to do what anyone may do, for there are no users yet.
 *
 * @module
 */
import type { Outcome, SystemDraft } from "./draft.ts";
import { type MissedPart, placeOf } from "./missed.ts";
import type { SentenceReading } from "./read_request.ts";
import type { Noun, Statement } from "./statement.ts";

/** Collects the words of a sentence that say who is to do what was understood of it, in order. */
export function notEnforced(
  request: string,
  reading: SentenceReading,
  outcomes: readonly Outcome[],
  draft: SystemDraft,
): MissedPart[] {
  const found = new Map<number, Noun>();
  reading.statements.forEach((statement, i) => {
    const outcome = outcomes[i];
    if (outcome === undefined || outcome.missed === true) return;
    if (statement.enforced) return;
    for (const noun of statement.by ?? []) {
      if (isOpen(noun, statement, outcome, draft)) found.set(noun.start, noun);
    }
  });
  return [...found.values()].map((noun) => {
    const text = request.slice(noun.start, noun.end);
    return {
      text,
      diagnostic: {
        code: "AC011",
        severity: "warning",
        message:
          `Cannot build who may do what for "${text}": nobody signs in, so anyone may`,
        position: placeOf(request, reading, noun),
      },
    };
  });
}

/** Reports whether anyone may do what somebody is said to do: an entity does nothing to itself, and what it makes belongs to it. */
export function isOpen(
  noun: Noun,
  statement: Statement,
  outcome: Outcome,
  draft: SystemDraft,
): boolean {
  const actor = [noun, { ...noun, words: noun.words.slice(-1) }]
    .map((one) => draft.index.find(one)?.entity)
    .find((one) => one !== undefined);
  const others = outcome.refs.flatMap((ref) => {
    const [name = ""] = ref.split(".");
    return draft.entities.get(name) ?? [];
  }).filter((one) => one.name !== actor);
  if (actor === undefined) return true;
  const creates = statement.kind === "operations" &&
    statement.operations.join() === "create";
  const owned = others.every((one) =>
    [...one.relations.values()].some((to) => to.belongsTo === actor)
  );
  return others.length > 0 && !(creates && owned);
}
