/**
 * The embedded planner: plain words to a blueprint, the same one every time, without a model.
 *
 * text → sentences → clauses → statements → draft → blueprint. Every step is a pure function over tables of patterns
 * and words (`lexicon_*.ts`); what no pattern takes is reported word for word.
 *
 * @module
 */
import type { Diagnostic } from "../diagnostic.ts";
import { takeAsides, withAsides } from "./asides.ts";
import type { Blueprint, RequirementRef } from "../blueprint/blueprint.ts";
import { describeRef } from "./describe_ref.ts";
import type { Outcome, SystemDraft } from "./draft.ts";
import {
  assumptionsOf,
  completeDraft,
  operationsOf,
  toBlueprint,
} from "./draft_to_blueprint.ts";
import { fold } from "./fold.ts";
import { refusesUsers } from "./implied_users.ts";
import { type MissedPart, missedParts } from "./missed.ts";
import { notEnforced } from "./not_enforced.ts";
import type {
  PlannedSentence,
  PlanOptions,
  PlanResult,
} from "./plan_result.ts";
import { planAccess } from "./plan_access.ts";
import { planSoundly, type Quoted } from "./plan_soundly.ts";
import {
  MAX_TOKENS,
  readRequest,
  type SentenceReading,
} from "./read_request.ts";
import { refuseRequest, REQUEST_EXAMPLE } from "./refuse_request.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { keepsFromSome } from "./tighten_access.ts";

export type {
  Became,
  PlannedSentence,
  PlanOptions,
  PlanResult,
  SentenceStatus,
} from "./plan_result.ts";

/**
 * Plans a request.
 *
 * @param request Plain words, in English
 * @param options What the request leaves open
 * @return The blueprint with an account of every sentence; never rejects because of what the request says
 *
 * @example
 * ```ts
 * import { plan } from "./plan.ts";
 *
 * const { blueprint } = await plan("Task API: add tasks with title, mark tasks as done");
 * if (!blueprint?.entities?.task?.actions?.complete) throw new Error("no action");
 * ```
 */
export function plan(
  request: string,
  options: PlanOptions = {},
): Promise<PlanResult> {
  return Promise.resolve(planNow(request, options));
}

function planNow(request: string, options: PlanOptions): PlanResult {
  const refusal = refuseRequest(request);
  if (refusal !== undefined) {
    return { sentences: [], assumptions: [], diagnostics: [refusal] };
  }
  const attempt = (closed: boolean) =>
    planSoundly((quoted) => {
      const { result, starts } = planWithout(request, options, {
        quoted,
        closed,
      });
      const { blueprint } = result;
      return { ...(blueprint ? { blueprint } : {}), starts, result };
    })?.result;
  const open = attempt(false);
  const closed = open && leavesOpen(request, open) ? attempt(true) : undefined;
  return (closed?.blueprint ? closed : open) ?? {
    sentences: [],
    assumptions: [],
    diagnostics: [nothing(request, [])],
  };
}

/** Reports whether everybody would see what the request keeps from some, in words that were not understood. */
function leavesOpen(
  request: string,
  { blueprint, sentences }: PlanResult,
): boolean {
  if (!blueprint || blueprint.users || refusesUsers(request)) return false;
  return sentences.flatMap(({ notUnderstood = [] }) => notUnderstood)
    .some(keepsFromSome);
}

function planWithout(
  request: string,
  options: PlanOptions,
  { quoted, closed }: { readonly quoted: Quoted; readonly closed: boolean },
): { result: PlanResult; starts: readonly number[] } {
  const aside = takeAsides(request, closed);
  const read = readRequest(aside.request, {
    ...(aside.signs ? { people: aside.people } : {}),
    asides: aside.asides,
    quoted,
  });
  const spoken = withAsides(request, read.readings, aside.asides);
  const folded = fold(spoken, read.index);
  const { draft } = folded;
  draft.port ??= options.port;
  if (options.system !== undefined) draft.name = [options.system];
  const access = aside.signs
    ? planAccess({ readings: spoken, outcomes: folded.outcomes }, draft)
    : undefined;
  if (aside.implied) {
    draft.assumptions.push(
      "people sign in, under /auth: the request says who alone may do what",
    );
  }
  const { readings, outcomes } = access ??
    { readings: spoken, outcomes: folded.outcomes };
  completeDraft(draft);
  const whole = sentencesOf(request);
  const rows = readings.map((reading, i) => {
    const row = outcomes[i] ?? [];
    const missed = missedParts(request, reading, row, draft);
    const text = sentenceAt(whole, reading);
    return {
      reading: { ...reading, text },
      row,
      missed,
      who: notEnforced(request, reading, row, draft),
    };
  });
  const refs = rows.map(({ row }) => refsOf(row, draft));
  const requirements = rows.flatMap(({ reading }, i) =>
    refs[i]?.length ? [{ text: reading.text, covers: refs[i] }] : []
  ).slice(0, MOST_REQUIREMENTS);
  const found = draft.entities.size > 0;
  const blueprint = toBlueprint(draft, requirements, access);
  const sentences = rows.map(({ reading, row, missed, who }, i) => ({
    ...planned(reading, row, missed, refs[i] ?? [], blueprint),
    ...(who.length > 0 ? { notEnforced: who.map((one) => one.text) } : {}),
  }));
  const roles = new Map(
    rows.flatMap(({ who }) => who).reverse().map((one) => [one.text, one]),
  );
  const result: PlanResult = {
    ...(found ? { blueprint } : {}),
    sentences,
    assumptions: found
      ? assumptionsOf(draft, [...roles.keys()].reverse(), access)
      : [],
    diagnostics: [
      ...rows.flatMap(({ missed }) => missed.map((one) => one.diagnostic)),
      ...[...roles.values()].reverse().map((one) => one.diagnostic),
      ...(found ? [] : [nothing(request, readings)]),
    ],
  };
  return { result, starts: read.readings.map(({ start }) => start) };
}

function planned(
  reading: SentenceReading,
  row: readonly Outcome[],
  missed: readonly MissedPart[],
  refs: readonly RequirementRef[],
  blueprint: Blueprint,
): PlannedSentence {
  const phrases = row.flatMap((one) => one.phrases ?? []);
  const understood = refs.length + phrases.length > 0;
  const status = missed.length > 0
    ? understood ? "partly" : "not_understood"
    : refs.length > 0
    ? "understood"
    : "context";
  const became = [
    ...refs.map((ref) => ({ ref, phrase: describeRef(blueprint, ref) })),
    ...phrases.map((phrase) => ({ phrase })),
  ];
  const notBuilt = missed.filter((one) => one.diagnostic.code === "AC011");
  return {
    text: reading.text,
    line: reading.line,
    became,
    status,
    ...(missed.length > 0
      ? { notUnderstood: missed.map((one) => one.text) }
      : {}),
    ...(notBuilt.length > 0
      ? { notBuilt: notBuilt.map((one) => one.text) }
      : {}),
  };
}

/** Returns a sentence word for word, with what was taken out of it; sentences follow each other. */
function sentenceAt(
  whole: readonly Sentence[],
  { start, text }: SentenceReading,
): string {
  let [from, to] = [0, whole.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((whole[middle]?.end ?? 0) <= start) from = middle + 1;
    else to = middle;
  }
  const found = whole[from];
  return found && found.start <= start ? found.text : text;
}

/** Collects the references of a sentence that hold in the end, each once. */
function refsOf(
  row: readonly Outcome[],
  draft: SystemDraft,
): RequirementRef[] {
  const refs = new Set<RequirementRef>();
  for (const ref of row.flatMap((one) => one.refs)) {
    const refused = ref.startsWith("not ");
    const [name = "", operation] = ref.slice(refused ? 4 : 0).split(".");
    const entity = draft.entities.get(name);
    const has = entity && operationsOf(entity).some((one) => one === operation);
    if (refused && has) continue;
    if (!refused && STANDARD.has(operation ?? "") && !has) continue;
    refs.add(ref);
  }
  return [...refs];
}

function nothing(
  request: string,
  readings: readonly SentenceReading[],
): Diagnostic {
  const long = readings.some((one) => one.tooLong !== undefined);
  const foreign = readings.some((one) => one.foreign);
  const start = request.search(/\S/);
  const before = request.slice(0, Math.max(0, start)).split("\n");
  return {
    code: "AC001",
    severity: "error",
    message: long
      ? `Cannot plan the request: found nothing to keep beside a sentence that is too long, wanted at most ${MAX_TOKENS} words and marks in each`
      : foreign
      ? "Cannot plan the request: found no English sentence that says what is kept, wanted a description in English"
      : "Cannot plan the request: found nothing to keep, wanted at least one entity",
    position: {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    },
    hint: REQUEST_EXAMPLE,
  };
}

/** As many as a blueprint may have. */
const MOST_REQUIREMENTS = 1000;

const STANDARD: ReadonlySet<string> = new Set(
  ["list", "get", "create", "replace", "patch", "delete"],
);
