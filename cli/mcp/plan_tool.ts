/**
 * The tool `plan`: from a request in plain words to a blueprint.
 *
 * @module
 */
import * as z from "zod";
import { writeExpanded } from "../../generator/model/write_expanded.ts";
import { chosenModel } from "../chosen_model.ts";
import { planningNote } from "../planning_note.ts";
import { prepareInput } from "../read_input.ts";
import { requestPlanner } from "../request_planner.ts";
import { refuseDash } from "./refuse_dash.ts";
import { DIAGNOSTIC, diagnosticsOf, PLANNED_BY } from "./result_schemas.ts";
import { plannerInput, plannerOf, type ServedModel } from "./served_model.ts";
import type { Tool } from "./tool.ts";

function inputFor(model: ServedModel | undefined) {
  return z.strictObject({
    request: z.string().describe(
      "What to build, in plain words: what is kept, who may do what, and what can be done with it",
    ),
    expand: z.boolean().optional().describe(
      "Write the wiring out too: every component and binding",
    ),
    planner: plannerInput(model),
  });
}

const OUTPUT = z.object({
  ok: z.boolean().describe("Whether it can be generated"),
  blueprint: z.string().optional().describe(
    "The blueprint in YAML, to read, edit and generate from",
  ),
  sentences: z.array(z.object({
    text: z.string(),
    status: z.enum(["understood", "partly", "not_understood", "context"]),
    became: z.array(z.string()).describe("What it became in the blueprint"),
    notUnderstood: z.array(z.string()).optional().describe(
      "What is not in the blueprint: say it in other words, or write it there",
    ),
  })).describe("Each sentence of the request, and what became of it"),
  assumptions: z.array(z.string()).describe(
    "What was decided without being asked for",
  ),
  diagnostics: z.array(DIAGNOSTIC),
  plannedBy: PLANNED_BY.optional(),
});

/** Makes the tool that plans a request; it writes nothing. */
export function planTool(
  served: ServedModel | undefined,
): Tool<ReturnType<typeof inputFor>, typeof OUTPUT> {
  return {
    name: "plan",
    title: "Plan a backend",
    description:
      "Turns a request in plain words into a blueprint (YAML) and says how each sentence was understood. Writes nothing. What was not understood is quoted, and built by nobody.",
    input: inputFor(served),
    output: OUTPUT,
    annotations: { readOnlyHint: true, openWorldHint: served?.plans === true },
    async run({ request, expand, planner }, { signal, tell }) {
      refuseDash(request, "plan");
      const plan = requestPlanner({
        planner: plannerOf(planner, served),
        model: served?.chosen ?? chosenModel({}),
        signal,
        onProgress: (progress) => {
          const note = planningNote(progress);
          if (note !== undefined) tell(note);
        },
      });
      const prepared = await prepareInput({ request, verb: "plan" }, plan);
      const { model, blueprintText, understanding, diagnostics } = prepared;
      return {
        ok: model !== undefined,
        ...(blueprintText === "" ? {} : {
          blueprint: expand && model ? writeExpanded(model) : blueprintText,
        }),
        sentences: (understanding?.sentences ?? []).map((
          { text, status, became, notUnderstood },
        ) => ({
          text,
          status,
          became: became.map(({ phrase }) => phrase),
          ...(notUnderstood ? { notUnderstood: [...notUnderstood] } : {}),
        })),
        assumptions: [...understanding?.assumptions ?? []],
        diagnostics: diagnosticsOf(diagnostics),
        plannedBy: understanding?.plannedBy,
      };
    },
  };
}
