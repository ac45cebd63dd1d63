/**
 * Compares what a language model says became of each sentence with the blueprint that it wrote.
 *
 * A claim is only a claim: a path that is not there is told, and what nobody claims was not understood.
 *
 * @module
 */
import type {
  Blueprint,
  RequirementBlueprint,
} from "../../generator/blueprint/blueprint.ts";
import { quoted } from "../../generator/blueprint/quoted.ts";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import type {
  Became,
  PlannedSentence,
} from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";
import { type BlueprintPlace, findPlace } from "./blueprint_path.ts";
import { lostFigures } from "./lost_figures.ts";
import type { SentenceClaim } from "./read_answer.ts";

/** What the claims come to. */
export interface TracedClaims {
  /** Every sentence with what became of it. */
  readonly sentences: readonly PlannedSentence[];
  /** The sentences that became something that requirements have a word for. */
  readonly requirements: readonly RequirementBlueprint[];
  /** What was not understood (AC010), what is claimed in vain (AC021), and figures that are lost (AC026). */
  readonly diagnostics: readonly Diagnostic[];
  /** What of the claims another try could mend, for the model. */
  readonly faults: readonly string[];
  /** The places that are claimed. */
  readonly places: readonly BlueprintPlace[];
}

/** Options of {@link traceClaims}. */
export interface TraceOptions {
  /** Tells whether a sentence says nothing that could be built, such as a greeting. @default none does */
  readonly isContext?: (sentence: Sentence) => boolean;
}

/** Compares claims with a blueprint. */
export function traceClaims(
  claims: readonly SentenceClaim[],
  sentences: readonly Sentence[],
  blueprint: Blueprint,
  { isContext = () => false }: TraceOptions = {},
): TracedClaims {
  const traced = sentences.map((sentence, index) =>
    traceOne(
      sentence,
      index + 1,
      claims.filter((one) => one.sentence === index + 1),
      { blueprint, isContext },
    )
  );
  const strangers = claims.filter(({ sentence }) =>
    sentence < 1 || sentence > sentences.length
  ).map(({ sentence }) =>
    `Cannot find sentence ${sentence}: found ${sentences.length} in the request`
  );
  return {
    sentences: traced.map(({ planned }) => planned),
    requirements: traced.flatMap(({ planned }) => {
      const covers = planned.became.flatMap(({ ref }) => ref ?? []);
      return covers.length > 0 ? [{ text: planned.text, covers }] : [];
    }),
    diagnostics: traced.flatMap(({ diagnostics }) => diagnostics),
    faults: [...strangers, ...traced.flatMap(({ faults }) => faults)],
    places: traced.flatMap(({ places }) => places),
  };
}

interface TracedSentence {
  readonly planned: PlannedSentence;
  readonly diagnostics: readonly Diagnostic[];
  readonly faults: readonly string[];
  readonly places: readonly BlueprintPlace[];
}

function traceOne(
  sentence: Sentence,
  number: number,
  claims: readonly SentenceClaim[],
  { blueprint, isContext }: {
    readonly blueprint: Blueprint;
    readonly isContext: (sentence: Sentence) => boolean;
  },
): TracedSentence {
  const { text, line, column } = sentence;
  const position = { line, column, length: firstLine(text).length };
  const diagnostics: Diagnostic[] = [];
  const faults: string[] = [];
  const places: BlueprintPlace[] = [];
  for (const path of new Set(claims.flatMap(({ paths }) => paths))) {
    const place = findPlace(path, blueprint);
    if (place) {
      places.push(place);
      continue;
    }
    const message = `Cannot find ${quoted(path)}, which ${
      quoted(text)
    } is said to have become: found no such place in the blueprint`;
    diagnostics.push({ code: "AC021", severity: "warning", message, position });
    faults.push(`Sentence ${number}: ${message}`);
  }
  const note = claims.flatMap((one) => one.note ?? []).join(" ");
  const missed = missedParts(sentence, claims, places.length > 0, faults);
  const isPlain = missed.length > 0 && places.length === 0 &&
    isContext(sentence);
  const notUnderstood = isPlain ? [] : missed;
  for (const part of notUnderstood) {
    diagnostics.push({
      code: "AC010",
      severity: "warning",
      message: `Cannot plan ${
        quoted(part)
      }: found nothing that the model made of it`,
      position,
    });
  }
  for (const figure of lostFigures(text, places, blueprint)) {
    if (notUnderstood.some((part) => part.includes(figure))) continue;
    const message = `Cannot find the figure "${figure}" of ${
      quoted(text)
    }: found it nowhere in what the sentence is said to have become`;
    diagnostics.push({
      code: "AC026",
      severity: "warning",
      message,
      position,
    });
    faults.push(`Sentence ${number}: ${message}`);
  }
  if (claims.length === 0) {
    faults.push(
      `Sentence ${number}: found no claim, wanted what became of ${
        quoted(text)
      }; without a place, say what is missing and why`,
    );
  }
  const planned: PlannedSentence = {
    text,
    line,
    became: becameOf(places),
    status: notUnderstood.length > 0
      ? places.length > 0 ? "partly" : "not_understood"
      : places.length > 0
      ? "understood"
      : "context",
    ...(notUnderstood.length > 0 ? { notUnderstood } : {}),
    ...(notUnderstood.length > 0 && note !== "" ? { note } : {}),
  };
  return { planned, diagnostics, faults, places };
}

/** The parts of a sentence that are not in the blueprint: those the model names, and all of it where it names no place. */
function missedParts(
  { text }: Sentence,
  claims: readonly SentenceClaim[],
  isPlaced: boolean,
  faults: string[],
): readonly string[] {
  if (!isPlaced) return [text];
  const parts = new Set<string>();
  for (const missing of claims.flatMap((one) => one.missing)) {
    const part = missing.trim();
    if (part !== "" && text.includes(part)) {
      parts.add(part);
      continue;
    }
    // Words that do not stand there say that something lacks, but not what.
    parts.add(text);
    faults.push(
      `Cannot find the missing part ${quoted(missing)} in ${
        quoted(text)
      }: quote it word for word`,
    );
  }
  return [...parts];
}

function becameOf(places: readonly BlueprintPlace[]): readonly Became[] {
  const became = new Map<string, Became>();
  for (const { refs, phrases } of places) {
    phrases.forEach((phrase, index) => {
      const ref = refs[index];
      became.set(
        ref ?? phrase,
        ref === undefined ? { phrase } : { ref, phrase },
      );
    });
  }
  return [...became.values()];
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
