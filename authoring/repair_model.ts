/**
 * Repairs logic by a language model, for the healing of a verification.
 *
 * @module
 */
import { visible } from "../generator/blueprint/quoted.ts";
import { changesMoreThanCode } from "../validation/healing/guard_access.ts";
import type {
  RepairAnswer,
  RepairModel,
  RepairRequest,
} from "../validation/healing/model_healer.ts";
import { BudgetSpent } from "./budget.ts";
import {
  type LanguageModel,
  ModelFailure,
  type ModelReply,
  type ModelRequest,
} from "./language_model.ts";
import { confinementFault } from "./repair_confinement.ts";
import { repairQuestion, unusableQuestion } from "./repair_question.ts";

/** Options of {@link repairModel}. */
export interface RepairModelOptions {
  /** Takes what happens: that it is asked, and why nothing came of it. @default nobody is told */
  readonly tell?: (text: string) => void;
}

/**
 * Makes something that repairs logic of a language model. An answer that goes beyond what may change, or
 * cannot be read, may be mended once. Where that does not help, or nothing is answered, there are no edits, and `tell` gets the
 * reason: the system then stays failed.
 */
export function repairModel(
  model: LanguageModel,
  { tell = () => {} }: RepairModelOptions = {},
): RepairModel {
  const nothing = (why: string) =>
    `${model.name} repaired nothing: ${why || "it gives no reason"}`;
  return {
    name: model.name,
    async repair(request, signal) {
      tell(`asks ${model.name} to repair ${codesOf(request)}`);
      const question = repairQuestion(request);
      const first = await ask(model, question, { signal, tell });
      const once = await checked(first, request);
      if (typeof once !== "string") {
        if (once.edits.length === 0) tell(nothing(once.reason));
        return once;
      }
      // What came and cannot be used may be mended once; where nothing came, the same question gets nothing again.
      const again = typeof first === "string" ? undefined : await ask(
        model,
        unusableQuestion(question, first.text, once),
        { signal, tell },
      );
      const answer = again === undefined ? once : await checked(again, request);
      if (typeof answer !== "string") return answer;
      tell(nothing(answer));
      return { reason: answer, edits: [] };
    },
  };
}

async function ask(
  model: LanguageModel,
  question: ModelRequest,
  { signal, tell }: {
    readonly signal: AbortSignal;
    readonly tell: (text: string) => void;
  },
): Promise<ModelReply | string> {
  try {
    return await model.ask(question, {
      signal,
      onRetry: (reason, waitMs) =>
        tell(`asks again in ${waitMs} ms: ${reason}`),
    });
  } catch (error) {
    signal.throwIfAborted();
    const isKnown = error instanceof ModelFailure ||
      error instanceof BudgetSpent;
    if (isKnown) return error.message;
    throw error;
  }
}

/** The edits, or why there are none. */
async function checked(
  reply: ModelReply | string,
  { files, blueprint }: RepairRequest,
): Promise<RepairAnswer | string> {
  if (typeof reply === "string") return reply;
  const { value, finish } = reply;
  if (finish === "truncated") return "its answer was cut off";
  if (finish === "refused") return "it refused to answer";
  const { reason, edits } = Object(value);
  if (!Array.isArray(edits) || !edits.every(isEdit)) {
    return 'its answer is no JSON with a list of "edits"';
  }
  const open = new Map(
    files.filter(({ mayChange }) => mayChange)
      .map(({ path, text }) => [path, text]),
  );
  const strange = edits.find(({ path }) => !open.has(path));
  if (strange) {
    return `it wants to change ${
      visible(strange.path.slice(0, MOST_SHOWN))
    }, which it may not`;
  }
  const more = edits.find(({ path, text }) =>
    path === BLUEPRINT && changesMoreThanCode(blueprint, text)
  );
  if (more) return `it changes more of ${BLUEPRINT} than code under "run"`;
  const paths = edits.map(({ path }) => path);
  if (new Set(paths).size < paths.length) return "it gives a file twice";
  const changed = edits.filter(({ path, text }) => open.get(path) !== text)
    .map(({ path, text }) => ({ path, text }));
  if (changed.length === 0 && edits.length > 0) return "it changes nothing";
  const fault = await confinementFault(changed, files);
  if (fault !== undefined) return fault;
  return {
    reason: visible(
      typeof reason === "string" ? reason.slice(0, MOST_SHOWN) : "",
    ),
    edits: changed,
  };
}

function isEdit(
  value: unknown,
): value is { readonly path: string; readonly text: string } {
  const { path, text } = Object(value);
  return typeof path === "string" && typeof text === "string";
}

function codesOf({ findings }: RepairRequest): string {
  return [...new Set(findings.map(({ code }) => code))].sort().join(", ");
}

const BLUEPRINT = "blueprint.yaml";
const MOST_SHOWN = 300;
