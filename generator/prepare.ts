/**
 * From what a user gives (a request, or a blueprint's text) to a checked system model.
 *
 * @module
 */
import { behaviorsOf } from "./authored/behaviors.ts";
import type { BehaviorUnit } from "./authored/behavior_unit.ts";
import type { Blueprint, RequirementBlueprint } from "./blueprint/blueprint.ts";
import { writeBlueprint } from "./blueprint/write_blueprint.ts";
import { DiagnosticList } from "./blueprint/diagnostic_list.ts";
import { forbiddenCharacter, visible } from "./blueprint/quoted.ts";
import type { Diagnostic } from "./diagnostic.ts";
import {
  compileBlueprint,
  type CompiledBlueprint,
  inOrder,
  withoutAssumed,
} from "./model/compile_blueprint.ts";
import type { SystemModel } from "./model/system_model.ts";
import { checkCode } from "./output/check_code.ts";
import { readLogicFiles } from "./output/read_logic_files.ts";
import { checkEndpointClashes } from "./plan/endpoint_clashes.ts";
import { explainLack, makeFieldExamples } from "./plan/field_examples.ts";
import type { PlannedSentence, PlanResult } from "./planner/plan_result.ts";
import { refuseRequest } from "./planner/refuse_request.ts";

/** A blueprint with its text, checked and expanded. */
export interface PreparedSystem {
  /** The model; missing when a diagnostic is an error. */
  readonly model?: SystemModel;
  /** The blueprint; missing when it could not be read or planned. */
  readonly blueprint?: Blueprint;
  /** The blueprint's text, as it goes into the output. */
  readonly blueprintText: string;
  /** Everything found, errors and assumptions alike. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text that the diagnostics' positions count in. */
  readonly source: { readonly name: string; readonly text: string };
  /** How the request was understood, when there was one. */
  readonly understanding?: PlanResult;
  /** The behaviours for which nothing is written yet; a language model has to, before anything can be generated. */
  readonly open?: readonly BehaviorUnit[];
}

/**
 * Plans a request in plain words; the planner is loaded only here.
 *
 * The blueprint it becomes passes the same checks as a written one. What they find has a path in that blueprint and no
 * place in the request.
 */
export async function prepareRequest(
  request: string,
  options: Pick<PrepareOptions, "earlier"> = {},
): Promise<PreparedSystem> {
  const refused = refusedRequest(request);
  if (refused) return refused;
  const { plan } = await import("./planner/plan.ts");
  return await preparePlan(request, await plan(request), options);
}

/** Refuses a request that no planner is given; undefined when nothing is in the way. */
export function refusedRequest(request: string): PreparedSystem | undefined {
  const source = { name: "request", text: request };
  const invisible = refuseInvisible(request);
  if (invisible) {
    return { blueprintText: "", diagnostics: [invisible], source };
  }
  const refusal = refuseRequest(request);
  if (!refusal) return undefined;
  const diagnostics = [refusal];
  const understanding = { sentences: [], assumptions: [], diagnostics };
  return { blueprintText: "", diagnostics, source, understanding };
}

/** Prepares what a request was planned to be, whoever planned it. */
export async function preparePlan(
  request: string,
  understanding: PlanResult,
  options: Pick<PrepareOptions, "earlier"> = {},
): Promise<PreparedSystem> {
  const source = { name: "request", text: request };
  const { diagnostics } = understanding;
  if (!understanding.blueprint || hasErrors(diagnostics)) {
    return { blueprintText: "", diagnostics, source, understanding };
  }
  const blueprint = withMissed(
    understanding.blueprint,
    understanding.sentences,
  );
  const blueprintText = writeBlueprint(blueprint);
  const compiled = await compile(blueprintText, "blueprint.yaml");
  const found = compiled.diagnostics.map(({ position: _, ...rest }) => rest);
  return await withWritten({
    ...(compiled.model ? { model: compiled.model } : {}),
    blueprint,
    blueprintText,
    diagnostics: [...diagnostics, ...found],
    source,
    understanding,
  }, options);
}

/** What nobody sees would go into the output's documents, and through them to terminals. */
function refuseInvisible(request: string): Diagnostic | undefined {
  const found = forbiddenCharacter(request, true);
  if (found === undefined) return undefined;
  const before = request.slice(0, request.indexOf(found)).split(LINE_END);
  return {
    code: "AC107",
    severity: "error",
    message: `Cannot plan the request: found the character ${
      visible(found)
    }, wanted none that is invisible`,
    position: {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    },
    hint: "remove the character",
  };
}

/**
 * Adds what was not understood as requirements that nothing covers: so the blueprint says it, and so
 * does every verification.
 */
function withMissed(
  blueprint: Blueprint,
  sentences: readonly PlannedSentence[],
): Blueprint {
  const missed = sentences.flatMap(({ notUnderstood }) => notUnderstood ?? []);
  if (missed.length === 0) return blueprint;
  const uncovered = missed.map((text): RequirementBlueprint => ({
    text,
    covers: [],
  }));
  return {
    ...blueprint,
    requirements: [...(blueprint.requirements ?? []), ...uncovered],
  };
}

/** What preparing may know beside the text. */
export interface PrepareOptions {
  /** The blueprint's folder, where its files of logic are. @default nobody knows it, so that there can be none */
  readonly folder?: string;
  /** The folder of a system that was generated before: what a model wrote for it holds, too. @default there is none */
  readonly earlier?: string;
}

/** Parses and expands a blueprint's text. */
export async function prepareBlueprint(
  text: string,
  fileName: string,
  options: PrepareOptions = {},
): Promise<PreparedSystem> {
  const { positions: _, ...compiled } = await compile(text, fileName, options);
  const source = { name: fileName, text };
  const prepared = { ...compiled, blueprintText: text, source };
  return await withWritten(prepared, options);
}

/** Puts in what a language model has written for behaviours, as far as it is kept beside the blueprint. */
async function withWritten(
  prepared: PreparedSystem,
  { folder, earlier }: PrepareOptions,
): Promise<PreparedSystem> {
  const { model } = prepared;
  if (!model) return prepared;
  const isWorded = behaviorsOf(model).length > 0;
  const folders = [folder, earlier].flatMap((one) => one ?? []);
  if (!isWorded && folders.length === 0) return prepared;
  const { readAnswers, refusedAnswer } = await import(
    "./authored/read_answers.ts"
  );
  const { fillAnswers } = await import("./authored/fill_answers.ts");
  const { records, diagnostics } = await readAnswers(folders);
  if (diagnostics.length > 0) {
    const { model: _, ...rest } = prepared;
    return { ...rest, diagnostics: [...rest.diagnostics, ...diagnostics] };
  }
  if (!isWorded && records.length === 0) return prepared;
  const { stale, refused, ...filled } = await fillAnswers(model, records);
  if (refused.length > 0) {
    const { model: _, ...rest } = prepared;
    const told = refused.map(({ unit, why }) => refusedAnswer(unit, why));
    return { ...rest, diagnostics: [...rest.diagnostics, ...told] };
  }
  const told = stale.map((path): Diagnostic => ({
    code: "AC701",
    severity: "warning",
    message:
      `Cannot use what a model wrote for "${path}": found another rendering than the one it was written for`,
    hint: `have it written anew by --author model --author-units ${path}`,
  }));
  return {
    ...prepared,
    ...filled,
    diagnostics: [...prepared.diagnostics, ...told],
  };
}

/** Compiles a blueprint and makes the examples that its fields need; a field for which there is none is an error. */
async function compile(
  text: string,
  fileName: string,
  { folder }: PrepareOptions = {},
): Promise<CompiledBlueprint> {
  const { model, ...compiled } = compileBlueprint(text, { fileName });
  const { blueprint, positions } = compiled;
  const { files, diagnostics: unread } = blueprint
    ? await readLogicFiles(blueprint, positions, folder)
    : { files: [], diagnostics: [] };
  const broken = blueprint
    ? [...await checkCode(blueprint, positions), ...unread]
    : [];
  if (broken.length > 0) {
    return {
      ...compiled,
      diagnostics: inOrder([
        ...withoutAssumed(compiled.diagnostics),
        ...broken,
      ]),
    };
  }
  if (!model) return compiled;
  const clashes = new DiagnosticList(positions);
  checkEndpointClashes(model, clashes);
  if (clashes.failed) {
    return {
      ...compiled,
      diagnostics: inOrder([
        ...withoutAssumed(compiled.diagnostics),
        ...clashes.items,
      ]),
    };
  }
  const { system, without } = await makeFieldExamples(
    files.length === 0 ? model : { ...model, logicFiles: files },
  );
  if (without.length === 0) return { ...compiled, model: system };
  const list = new DiagnosticList(compiled.positions);
  for (const lack of without) {
    const { path } = lack;
    const at = lack.field.pattern === undefined ? path : `${path}.pattern`;
    list.error("AC317", at, explainLack(lack), {
      at: lack.field.pattern === undefined ? "key" : "value",
      hint: "change the pattern or the lengths",
    });
  }
  const told = withoutAssumed(compiled.diagnostics);
  return { ...compiled, diagnostics: inOrder([...told, ...list.items]) };
}

/** Tells whether any of the diagnostics stops generation. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

const LINE_END = /\r\n|[\n\r]/;
