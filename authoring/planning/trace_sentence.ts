/**
 * Compares what a language model says became of one sentence with the blueprint that it wrote.
 *
 * @module
 */
import {
  type Blueprint,
  OPERATIONS,
  type RequirementRef,
} from "../../generator/blueprint/blueprint.ts";
import { quoted } from "../../generator/blueprint/quoted.ts";
import type { Diagnostic, SourcePosition } from "../../generator/diagnostic.ts";
import type {
  Became,
  PlannedSentence,
} from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";
import {
  type BlueprintPlace,
  findPlace,
  isGeneralPlace,
} from "./blueprint_path.ts";
import { isLimiting, mayLimit, speaksOfRule } from "./limiting_sentence.ts";
import { lostFigures } from "./lost_figures.ts";
import type { PatternReading } from "./pattern_reading.ts";
import type { SentenceClaim } from "./read_answer.ts";
import { tellRule } from "./asked_rules.ts";
import { ruleTextAt } from "./place_text.ts";
import { sharesWords } from "./shared_words.ts";
import { unmetRules } from "./unmet_rules.ts";

/** A sentence with what is claimed of it. */
export interface ClaimedSentence {
  /** The sentence. */
  readonly sentence: Sentence;
  /** Its number, from 1. */
  readonly number: number;
  /** The claims that name its number. */
  readonly claims: readonly SentenceClaim[];
  /** How patterns read it. */
  readonly reading: PatternReading;
}

/** A sentence with what became of it. */
export interface TracedSentence {
  /** The account of it. */
  readonly planned: PlannedSentence;
  /** What is to be told. */
  readonly diagnostics: readonly Diagnostic[];
  /** What another try could mend, for the model. */
  readonly faults: readonly string[];
  /** The places that are claimed and there. */
  readonly places: readonly BlueprintPlace[];
}

/** What a sentence is compared with, and what is found. */
interface Tracing {
  readonly blueprint: Blueprint;
  readonly findings: Findings;
}

/** Compares the claims of a sentence with a blueprint. */
export function traceSentence(
  claimed: ClaimedSentence,
  blueprint: Blueprint,
): TracedSentence {
  const { sentence, claims, reading } = claimed;
  const findings = new Findings(claimed);
  const places = placesOf(claimed, blueprint, findings);
  const proven = provenPlaces(places, claimed, { blueprint, findings });
  const isContext = places.length === 0 && reading.kind === "context";
  const unmet = unmetParts(claimed, proven, { blueprint, findings });
  const missed = isContext
    ? []
    : unmet.length > 0
    ? unmet
    : missedParts(claimed, proven, findings);
  for (const part of missed) {
    const message = `Cannot plan ${quoted(part)}: found nothing that says it`;
    findings.tell("AC010", message);
  }
  const figures = lostFigures(sentence.text, proven, blueprint)
    .filter((figure) => !missed.some((part) => part.includes(figure)));
  for (const figure of figures) {
    findings.fault(
      "AC026",
      `Cannot find the figure "${figure}" of ${
        quoted(sentence.text)
      }: found it nowhere in what the sentence is said to have become`,
    );
  }
  if (claims.length === 0 && !isContext) {
    findings.ask(
      "found no claim, wanted where in the blueprint it stands, or what is missing and why",
    );
  }
  const { diagnostics, faults } = findings;
  // With another figure, it is another sentence that is built.
  const lacking = figures.length > 0 ? [sentence.text] : missed;
  const planned = accountOf(claimed, proven, lacking);
  return { planned, diagnostics, faults, places };
}

/** Finds the places that are claimed; what is not there is told. */
function placesOf(
  { sentence, claims }: ClaimedSentence,
  blueprint: Blueprint,
  findings: Findings,
): readonly BlueprintPlace[] {
  const paths = new Set(claims.flatMap((claim) => claim.paths));
  return [...paths].flatMap((path) => {
    const place = findPlace(path, blueprint);
    if (place) return place;
    findings.fault(
      "AC021",
      `Cannot find ${quoted(path)}, which ${
        quoted(sentence.text)
      } is said to have become: found no such place in the blueprint`,
    );
    return [];
  });
}

/** Takes no sentence for built because of a place that says something else, or no more than what it speaks of. */
function provenPlaces(
  places: readonly BlueprintPlace[],
  { sentence: { text }, reading: { kind, refs, rules } }: ClaimedSentence,
  { blueprint, findings }: Tracing,
): readonly BlueprintPlace[] {
  if (places.length === 0 || kind === "context") return places;
  // Limits stand in keys and behaviours: of what only speaks of them, nothing is built. Those that patterns read are
  // compared one by one.
  const isCompared = kind === "understood" && rules.length > 0;
  const isLimit = isLimiting(text) && !isCompared;
  const proving = isLimit
    ? places.filter((place) => mayLimit(place, text, blueprint))
    : places;
  const isOutline = kind === "unread" && proving.every(isGeneralPlace);
  const read = exactRefs(refs);
  const isRead = proving.some((place) =>
    place.refs.some((ref) => read.includes(ref))
  );
  if (!isOutline && (isRead || sharesWords(text, proving, blueprint))) {
    return places;
  }
  const phrases = places.flatMap((place) => place.phrases).join(", ");
  findings.fault(
    "AC021",
    `Cannot take ${quoted(text)} for built: found only ${
      quoted(phrases)
    } claimed for it, wanted the place that says what it says, ${
      isLimit
        ? "as a key of the language or a behavior; a description limits nothing"
        : "in its words or with them in a description"
    }`,
  );
  return [];
}

/** A sentence is not built as a whole where a rule that patterns read in it does not hold, and is not told as missing. */
function unmetParts(
  { sentence: { text }, claims, reading: { rules } }: ClaimedSentence,
  places: readonly BlueprintPlace[],
  { blueprint, findings }: Tracing,
): readonly string[] {
  if (places.length === 0) return [];
  const isTold = claims.some(({ missing }) =>
    missing.some((part) => text.includes(part.trim()) && saysLimit(part, text))
  );
  if (isTold || places.some((one) => isWorded(text, one, blueprint))) return [];
  const unmet = unmetRules(text, rules, places, blueprint);
  for (const rule of unmet) {
    findings.fault(
      "AC021",
      `Cannot take ${quoted(text)} for built: found no ${
        quoted(tellRule(rule))
      }, or another value, wanted what the sentence says`,
    );
  }
  return unmet.length > 0 ? [text] : [];
}

/** A part that is told as missing is the limit if it says one, or most of the sentence. */
function saysLimit(part: string, text: string): boolean {
  return isLimiting(part) || /\d|\brequired\b/i.test(part) ||
    2 * part.trim().length >= text.length;
}

/** What is said in plain words is written by a model, and tested; it is a rule if it speaks of one. */
function isWorded(
  text: string,
  place: BlueprintPlace,
  blueprint: Blueprint,
): boolean {
  const written = ruleTextAt(place.keys, blueprint);
  return written.includes('"behavior":') && speaksOfRule(written) &&
    !isGeneralPlace(place) && sharesWords(text, [place], blueprint);
}

/** Where patterns read more of a sentence than that something is kept, that its entity is claimed says nothing. */
function exactRefs(refs: readonly RequirementRef[]): readonly RequirementRef[] {
  const operations = refs.filter((ref) =>
    OPERATIONS.some((one) => ref.endsWith(`.${one}`))
  );
  const exact = refs.filter((ref) => ref.includes("."));
  const isKept = operations.length === exact.length && operations.length > 3;
  return exact.length > 0 && !isKept ? exact : refs;
}

/** The parts of a sentence that are not in the blueprint: those the model names, and all of it where it names no place. */
function missedParts(
  { sentence: { text }, claims }: ClaimedSentence,
  places: readonly BlueprintPlace[],
  findings: Findings,
): readonly string[] {
  if (places.length === 0) return [text];
  const parts = new Set<string>();
  for (const missing of claims.flatMap((claim) => claim.missing)) {
    const part = missing.trim();
    const isQuoted = part !== "" && text.includes(part);
    // Words that do not stand there say that something lacks, but not what.
    parts.add(isQuoted ? part : text);
    if (isQuoted) continue;
    findings.ask(
      `found the missing part ${
        quoted(missing)
      }, wanted it word for word as in ${quoted(text)}`,
    );
  }
  return [...parts];
}

function accountOf(
  { sentence: { text, line }, claims }: ClaimedSentence,
  places: readonly BlueprintPlace[],
  missed: readonly string[],
): PlannedSentence {
  const note = claims.flatMap((claim) => claim.note ?? []).join(" ");
  const isPlaced = places.length > 0;
  const status = missed.length > 0
    ? isPlaced ? "partly" : "not_understood"
    : isPlaced
    ? "understood"
    : "context";
  return {
    text,
    line,
    became: becameOf(places),
    status,
    ...(missed.length > 0 ? { notUnderstood: missed } : {}),
    ...(missed.length > 0 && note !== "" ? { note } : {}),
  };
}

function becameOf(places: readonly BlueprintPlace[]): readonly Became[] {
  const became = new Map<string, Became>();
  for (const { refs, phrases } of places) {
    phrases.forEach((phrase, index) => {
      const ref = refs[index];
      const one = ref === undefined ? { phrase } : { ref, phrase };
      became.set(ref ?? phrase, one);
    });
  }
  return [...became.values()];
}

/** What is found of a sentence: for the user, and for the model. */
class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly faults: string[] = [];
  readonly #number: number;
  readonly #position: SourcePosition;

  constructor({ sentence, number }: ClaimedSentence) {
    const { text, line, column } = sentence;
    this.#number = number;
    this.#position = { line, column, length: text.split("\n")[0]?.length ?? 1 };
  }

  /** Tells the user. */
  tell(code: string, message: string): void {
    const position = this.#position;
    this.diagnostics.push({ code, severity: "warning", message, position });
  }

  /** Asks the model for another try. */
  ask(message: string): void {
    this.faults.push(`Sentence ${this.#number}: ${message}`);
  }

  /** Does both. */
  fault(code: string, message: string): void {
    this.tell(code, message);
    this.ask(message);
  }
}
