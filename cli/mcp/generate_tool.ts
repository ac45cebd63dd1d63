/**
 * The tool `generate`: from a request or a blueprint to a verified system.
 *
 * @module
 */
import { join } from "node:path";
import * as z from "zod";
import { generateCommand } from "../generate.ts";
import { givenOne } from "./given_one.ts";
import { refuseDash } from "./refuse_dash.ts";
import { resolveBlueprint } from "./resolve_blueprint.ts";
import {
  DIAGNOSTIC,
  diagnosticsOf,
  MOST_FINDINGS,
  PLANNED_BY,
} from "./result_schemas.ts";
import { runCommand } from "./run_command.ts";
import {
  authorInput,
  authorOf,
  plannerInput,
  plannerOf,
  type ServedModel,
} from "./served_model.ts";
import type { Tool, ToolCall } from "./tool.ts";

function inputFor(model: ServedModel | undefined) {
  return z.strictObject({
    request: z.string().optional().describe("What to build, in plain words"),
    blueprint: z.string().optional().describe(
      "Instead: a blueprint's text, in YAML; it can name no files of logic",
    ),
    blueprintFile: z.string().optional().describe(
      "Instead: a blueprint's path, relative to the root",
    ),
    out: z.string().describe(
      `Where to put the system, relative to the root: a folder that is empty or not there${
        model === undefined
          ? ""
          : "; or one with the same system of an earlier call, in which nothing has changed since: what the model has answered for it is not asked again"
      }`,
    ),
    verify: z.boolean().default(true).describe("Verify it, too"),
    heal: z.boolean().default(true).describe(
      "Mend plain slips in the blueprint, and what fails in tiers 2 to 4; the result tells what",
    ),
    planner: plannerInput(model),
    author: authorInput(model),
    authorUnits: z.array(z.string()).min(1).optional().describe(
      model?.writes
        ? 'Files of the plan that the model writes, too, as patterns such as "validations/*" or "docs/API.md"'
        : "This server has no language model to write files with",
    ),
  });
}

/** A finding, as the command prints it. */
const PRINTED_FINDING = z.object({
  code: z.string(),
  place: z.string(),
  message: z.string().describe("What was found and what was wanted"),
  nextStep: z.string(),
});

/** A behaviour that could not be written, as the command prints it. */
const FAILED_UNIT = z.object({
  unit: z.string().describe("Its path in the blueprint"),
  why: z.string(),
  faults: z.array(z.string()),
});

const OUTPUT = z.object({
  ok: z.boolean().describe(
    "Whether it was generated and, if wanted, verified without a finding",
  ),
  system: z.string().optional(),
  path: z.string().optional().describe(
    "Where it is, relative to the root; missing when nothing was written",
  ),
  files: z.number().int().optional(),
  lines: z.number().int().optional(),
  healings: z.array(z.string()).optional().describe(
    "What was mended in the blueprint",
  ),
  notUnderstood: z.array(z.string()).optional().describe(
    "What of the request is in no blueprint, and so was not built",
  ),
  plannedBy: PLANNED_BY.optional(),
  authoring: z.object({
    model: z.string(),
    calls: z.number().int(),
    cost: z.number().nullable().describe("In dollars, where prices are known"),
    failed: z.array(FAILED_UNIT).describe(
      "Behaviours that were given up; without them nothing is verified",
    ),
  }).optional().describe("What a language model has written"),
  diagnostics: z.array(DIAGNOSTIC),
  verification: z.object({
    status: z.enum(["verified", "failed", "interrupted", "not_run"]),
    passed: z.number().int().describe("Checks that passed"),
    applicable: z.number().int().describe(
      "Checks that passed, failed or did not run",
    ),
    report: z.string().describe("The whole report, relative to the root"),
    findings: z.array(PRINTED_FINDING).describe(
      `What is wrong; at most ${MOST_FINDINGS}, all are in the report`,
    ),
  }).optional(),
});

/** Makes the tool that generates a system into a new folder, and verifies it. */
export function generateTool(
  model: ServedModel | undefined,
): Tool<Input, typeof OUTPUT> {
  return {
    name: "generate",
    title: "Generate a backend",
    description: `${DESCRIPTION} ${
      model === undefined
        ? "Writes into no folder that holds anything."
        : "Writes into no folder that holds anything but a system of its own, as it was generated."
    }`,
    input: inputFor(model),
    output: OUTPUT,
    annotations: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: model !== undefined,
    },
    alone: true,
    async run(input, call) {
      givenOne(input, ["request", "blueprint", "blueprintFile"], "generate");
      const { request, blueprint, blueprintFile } = input;
      if (request !== undefined) {
        refuseDash(request, "generate");
        return await generate({ request }, input, call);
      }
      if (blueprintFile !== undefined) {
        const path = await resolveBlueprint(blueprintFile, call.root);
        return await generate({ blueprint: path }, input, call);
      }
      await using folder = await temporaryFolder();
      const path = join(folder.path, "blueprint.yaml");
      await Deno.writeTextFile(path, blueprint ?? "");
      return await generate({ blueprint: path }, input, call);
    },
  };
}

type Input = ReturnType<typeof inputFor>;

const DESCRIPTION =
  "Generates a whole system from a request or a blueprint into a new folder and verifies it: type check, lint, tests, boot, calls, restart. Takes about a minute.";

async function generate(
  source: { readonly request: string } | { readonly blueprint: string },
  { out, verify, heal, authorUnits, ...who }: z.output<Input>,
  { root, model, signal, tell }: ToolCall,
): Promise<z.input<typeof OUTPUT>> {
  const isRequest = "request" in source;
  const author = authorOf(
    who.author ?? (authorUnits ? "model" : undefined),
    model,
  );
  // A blueprint has nothing to plan; who asks for it all the same is told so.
  const planner = isRequest || who.planner !== undefined
    ? plannerOf(who.planner, model)
    : "embedded";
  const target = await root.resolve(out);
  // What an earlier call has left there is read.
  await root.refuseLinksIn(target);
  const printed = PRINTED.parse(
    await runCommand(
      async (console) =>
        await generateCommand(
          {
            ...source,
            planner,
            ...(author ? { author } : {}),
            ...(authorUnits ? { authorUnits: authorUnits.join(",") } : {}),
            ...(model ? { chosen: model.chosen } : {}),
            out: target,
            verify,
            heal,
            harness: "vendored",
            json: true,
          },
          console,
          signal,
        ),
      tell,
    ),
  );
  const { figures, verification, path, understanding } = printed;
  const { authoring: authored } = printed;
  const missed = understanding?.sentences.flatMap(({ notUnderstood = [] }) =>
    notUnderstood
  );
  return {
    ...printed,
    path: path === undefined ? undefined : root.relative(path),
    files: figures?.files,
    lines: figures?.lines,
    healings: printed.healings?.map(({ found, written }) =>
      found === "" ? `adds ${written}` : `${written} for ${found}`
    ),
    notUnderstood: missed,
    plannedBy: understanding?.plannedBy,
    authoring: authored && { ...authored, ...authored.total },
    diagnostics: diagnosticsOf(printed.diagnostics),
    verification: verification && {
      status: verification.status,
      passed: verification.score.passed,
      applicable: verification.score.applicable,
      report: root.relative(join(target, verification.report)),
      findings: verification.findings.slice(0, MOST_FINDINGS),
    },
  };
}

async function temporaryFolder(): Promise<
  AsyncDisposable & { readonly path: string }
> {
  const path = await Deno.makeTempDir({ prefix: "autocoder-blueprint-" });
  return {
    path,
    [Symbol.asyncDispose]: async () =>
      await Deno.remove(path, { recursive: true }),
  };
}

/** What the command prints, as far as it is told on. */
const PRINTED = z.object({
  ok: z.boolean(),
  system: z.string().optional(),
  path: z.string().optional(),
  healings: z.array(z.object({ found: z.string(), written: z.string() }))
    .optional(),
  diagnostics: z.array(z.object({
    code: z.string(),
    severity: z.enum(["error", "warning", "assumed"]),
    message: z.string(),
    path: z.string().optional(),
    position: z.object({ line: z.number(), column: z.number() }).optional(),
    hint: z.string().optional(),
  })),
  understanding: z.object({
    plannedBy: PLANNED_BY.optional(),
    sentences: z.array(
      z.object({ notUnderstood: z.array(z.string()).optional() }),
    ),
  }).optional(),
  authoring: z.object({
    model: z.string(),
    total: z.object({ calls: z.number(), cost: z.number().nullable() }),
    failed: z.array(FAILED_UNIT),
  }).optional(),
  figures: z.object({ files: z.number(), lines: z.number() }).optional(),
  verification: z.object({
    status: z.enum(["verified", "failed", "interrupted", "not_run"]),
    score: z.object({ passed: z.number(), applicable: z.number() }),
    report: z.string(),
    findings: z.array(PRINTED_FINDING),
  }).optional(),
});
