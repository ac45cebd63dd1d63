/**
 * How the embedded planner's patterns read the sentences of a request: a second opinion beside a language model's.
 *
 * A model could call everything a greeting, or everything built; patterns cannot be talked into either.
 *
 * @module
 */
import { rulesOf } from "../../generator/blueprint/access_rules.ts";
import type {
  Blueprint,
  RequirementRef,
} from "../../generator/blueprint/blueprint.ts";
import {
  type Permission,
  readPermission,
} from "../../generator/planner/permission_phrase.ts";
import type { PlannedSentence } from "../../generator/planner/plan_result.ts";
import type { Sentence } from "../../generator/planner/sentences.ts";
import { type AskedRule, askedRules } from "./asked_rules.ts";

/** How patterns read a sentence. */
export interface PatternReading {
  /** As nothing that could be built, as a whole, or not, or in part. */
  readonly kind: "context" | "understood" | "unread";
  /** What they make of it. */
  readonly refs: readonly RequirementRef[];
  /** Those of it that are rules. */
  readonly rules: readonly AskedRule[];
}

/** How patterns read a request. */
export interface RequestReading {
  /** How they read one of its sentences. */
  readonly of: (sentence: Sentence) => PatternReading;
  /** Who alone may do something, as far as they read whole sentences that say so. */
  readonly permissions: readonly Permission[];
  /** The sentences that they do not read, or only in part. */
  readonly unread: readonly string[];
}

/** Reads a request; the embedded planner is loaded only here. */
export async function readByPatterns(
  request: string,
): Promise<RequestReading> {
  const { plan } = await import("../../generator/planner/plan.ts");
  const { sentences, blueprint } = await plan(request);
  const readings = new Map(
    sentences.map((one) => [keyOf(one), readingOf(one, blueprint)]),
  );
  return {
    of: (sentence) =>
      readings.get(keyOf(sentence)) ?? { kind: "unread", refs: [], rules: [] },
    permissions: permissionsIn(sentences, blueprint),
    unread: sentences.filter(isUnread).map(({ text }) => text),
  };
}

function keyOf({ text, line }: Pick<Sentence, "text" | "line">): string {
  return `${line} ${text}`;
}

function isUnread({ status }: PlannedSentence): boolean {
  return status === "partly" || status === "not_understood";
}

function readingOf(
  sentence: PlannedSentence,
  blueprint: Blueprint | undefined,
): PatternReading {
  const { status, became } = sentence;
  const refs = became.flatMap(({ ref }) => ref ?? []);
  const rules = askedRules(refs, blueprint);
  if (isUnread(sentence)) return { kind: "unread", refs, rules };
  const isPlain = status === "context" &&
    became.every(({ phrase }) => PLAIN.has(phrase));
  return { kind: isPlain ? "context" : "understood", refs, rules };
}

/** What one sentence keeps to some, another may open to others: their rule in the end counts, too. */
function permissionsIn(
  sentences: readonly PlannedSentence[],
  blueprint: Blueprint | undefined,
): readonly Permission[] {
  const told = sentences.filter((one) => !isUnread(one))
    .flatMap(({ became }) =>
      became.flatMap(({ phrase }) => readPermission(phrase) ?? [])
    );
  return told.map(({ entity, operation, words }) => {
    const kept = blueprint?.entities?.[entity];
    const rule = kept ? rulesOf(kept)[operation] ?? [] : [];
    const others = told.filter((one) =>
      one.entity === entity && one.operation === operation
    );
    const all = [...words, ...rule, ...others.flatMap((one) => one.words)];
    return { entity, operation, words: [...new Set(all)] };
  });
}

/** What the embedded planner says of sentences that ask for nothing, or for what no system lacks. */
const PLAIN: ReadonlySet<string> = new Set([
  "names the system",
  "what it is for",
  "every system has it",
]);
