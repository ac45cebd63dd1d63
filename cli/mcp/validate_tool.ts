/**
 * The tool `validate`: the diagnostics of a blueprint.
 *
 * @module
 */
import { dirname } from "node:path";
import * as z from "zod";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { readFile } from "../read_input.ts";
import { givenOne } from "./given_one.ts";
import { resolveBlueprint } from "./resolve_blueprint.ts";
import { DIAGNOSTIC, diagnosticsOf } from "./result_schemas.ts";
import type { Tool } from "./tool.ts";

const INPUT = z.strictObject({
  blueprint: z.string().optional().describe("The blueprint's text, in YAML"),
  blueprintFile: z.string().optional().describe(
    "Instead: its path, relative to the root",
  ),
});

const OUTPUT = z.object({
  ok: z.boolean().describe("Whether it can be generated"),
  system: z.string().optional(),
  entities: z.array(z.string()).optional(),
  unwritten: z.array(z.string()).optional().describe(
    "Behaviours in words that nobody has written yet: generate has them written where the server has a model, else write them by run",
  ),
  diagnostics: z.array(DIAGNOSTIC),
});

/** Checks a blueprint; writes nothing. */
export const VALIDATE: Tool<typeof INPUT, typeof OUTPUT> = {
  name: "validate",
  title: "Validate a blueprint",
  description:
    "Checks a blueprint (YAML) without generating anything: each diagnostic has a code, the line, and what to do. Give the text or the path of a file.",
  input: INPUT,
  output: OUTPUT,
  annotations: { readOnlyHint: true, openWorldHint: false },
  async run(input, { root }) {
    givenOne(input, ["blueprint", "blueprintFile"], "validate");
    const { blueprint = "", blueprintFile } = input;
    const { model, diagnostics, open = [] } = blueprintFile === undefined
      ? await prepareBlueprint(blueprint, "blueprint.yaml")
      : await prepareFile(
        await resolveBlueprint(blueprintFile, root),
        blueprintFile,
      );
    return {
      ok: model !== undefined,
      ...(model
        ? {
          system: model.name.snake,
          entities: model.entities.map(({ name }) => name.snake),
          unwritten: open.map(({ id }) => id),
        }
        : {}),
      diagnostics: diagnosticsOf(diagnostics),
    };
  },
};

async function prepareFile(path: string, name: string) {
  return await prepareBlueprint(await readFile(path), name, {
    folder: dirname(path),
  });
}
