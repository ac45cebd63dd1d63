/**
 * The tool `plan`: from a request in plain words to a blueprint.
 *
 * @module
 */
import * as z from "zod";
import { writeExpanded } from "../../generator/model/write_expanded.ts";
import { prepareInput } from "../read_input.ts";
import { refuseDash } from "./refuse_dash.ts";
import { DIAGNOSTIC, diagnosticsOf } from "./result_schemas.ts";
import type { Tool } from "./tool.ts";

const INPUT = z.strictObject({
  request: z.string().describe(
    "What to build, in plain words: what is kept, who may do what, and what can be done with it",
  ),
  expand: z.boolean().optional().describe(
    "Write the wiring out too: every component and binding",
  ),
});

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
});

/** Plans a request; writes nothing. */
export const PLAN: Tool<typeof INPUT, typeof OUTPUT> = {
  name: "plan",
  title: "Plan a backend",
  description:
    "Turns a request in plain words into a blueprint (YAML) and says how each sentence was understood. Writes nothing. What was not understood is quoted, and built by nobody.",
  input: INPUT,
  output: OUTPUT,
  annotations: { readOnlyHint: true, openWorldHint: false },
  async run({ request, expand }) {
    refuseDash(request, "plan");
    const { model, blueprintText, understanding, diagnostics } =
      await prepareInput({ request, verb: "plan" });
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
    };
  },
};
