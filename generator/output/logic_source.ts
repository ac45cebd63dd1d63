/**
 * The files of logic as they are before they are formatted: the user's lines are kept one to one, so that a place in
 * them leads back to the blueprint.
 *
 * @module
 */
import { codePlace } from "../blueprint/code_place.ts";
import type { SourcePositions } from "../blueprint/diagnostic_list.ts";
import type { SourcePosition } from "../diagnostic.ts";
import type { LogicModel } from "../model/logic_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { endpointPath } from "../plan/endpoint_names.ts";
import { endpointView } from "../plan/endpoint_view.ts";
import { pathOf } from "../plan/logic_path.ts";
import { entityLogicView, logicFunctions } from "../plan/logic_view.ts";
import { safe, tsCode } from "../../templates/safe_text.ts";
import { renderPrecompiled } from "./render_plan.ts";

/** A file of logic that is not formatted. */
export interface LogicSource {
  /** Its path in the output. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
  /** The logic in it. */
  readonly parts: readonly LogicPart[];
}

/** One piece of logic in a file. */
export interface LogicPart {
  /** The logic. */
  readonly logic: LogicModel;
  /** The line of the function's head, from 1; the code begins two lines below. */
  readonly head: number;
  /** How many lines the code has. */
  readonly lines: number;
}

/** Renders the files of logic of a system. */
export function logicSources(system: SystemModel): readonly LogicSource[] {
  return [...entitySources(system), ...endpointSources(system)];
}

function endpointSources(system: SystemModel): readonly LogicSource[] {
  return (system.endpoints ?? []).flatMap((endpoint) => {
    const view = endpointView(endpoint, system);
    if (view.own === undefined) return [];
    const { body } = view.own;
    const own = { ...view.own, body: safe<"ts">`${tsCode(mark(0))}\n${body}` };
    const text = renderPrecompiled("logic/endpoint.ts.eta", { ...view, own });
    const part: LogicPart = {
      logic: endpoint.logic,
      head: text.split("\n").indexOf(mark(0)),
      lines: body.split("\n").length,
    };
    return [{ path: endpointPath(endpoint), text, parts: [part] }];
  });
}

function entitySources(system: SystemModel): readonly LogicSource[] {
  return system.entities.flatMap((entity) => {
    const view = entityLogicView(entity);
    if (view === undefined) return [];
    const functions = view.functions.map((one, index) => ({
      ...one,
      body: safe<"ts">`${tsCode(mark(index))}\n${one.body}`,
    }));
    const text = renderPrecompiled("logic/entity_logic.ts.eta", {
      ...view,
      functions,
    });
    const lines = text.split("\n");
    const parts = logicFunctions(entity).map(({ logic, view }, index) => ({
      logic,
      head: lines.indexOf(mark(index)),
      lines: view.body.split("\n").length,
    }));
    return [{ path: pathOf(entity), text, parts }];
  });
}

/**
 * Finds the place in the blueprint that a place in such a file comes from; what is wrong with the head of a function,
 * such as that it lacks a return, is told at the key of its code. Undefined for what is none of the user's.
 */
export function blueprintPlace(
  { parts }: LogicSource,
  { line, column }: SourcePosition,
  positions: SourcePositions,
): SourcePosition | undefined {
  for (const { logic, head, lines } of parts) {
    const place = positions.get(`${logic.path}.run`);
    // What a model wrote has no lines in the blueprint: the words that it was written for have to do.
    const worded = positions.get(`${logic.path}.behavior`);
    if (line === head) return place?.key ?? worded?.key;
    const own = line - head - 1;
    if (own >= 1 && own <= lines) {
      return worded?.key ?? codePlace(place, { line: own, column });
    }
  }
}

function mark(index: number): string {
  return `// logic ${index} of the blueprint`;
}
