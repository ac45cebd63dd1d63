/**
 * The commands of the program and their options.
 *
 * @module
 */
import { Command, CommanderError } from "commander";
import { TOOL_VERSION } from "../generator/version.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { addModelFlags } from "./model_flags.ts";
import { plannerName } from "./planner_name.ts";

/**
 * Runs the program with these arguments; returns the exit code.
 *
 * @throws {CommandFailure} when a command could not run.
 */
export async function runProgram(
  args: readonly string[],
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = buildProgram(console, signal, (result) => code = result);
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are asked for; anything else is a wrong call, already told on stderr.
    return error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun;
  }
  return code;
}

function buildProgram(
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): Command {
  const program = new Command("autocoder")
    .description(
      "Turns a request in plain words, or a YAML blueprint, into a verified backend that you own.",
    )
    .version(TOOL_VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("Run with --help to see how it is called.")
    .configureOutput({
      writeOut: (text) => console.out(text),
      writeErr: (text) => console.err(text),
    })
    .addHelpText("after", EXAMPLES);
  addGenerate(program, console, signal, done);
  addPlan(program, console, signal, done);
  addVerify(program, console, signal, done);
  addStart(program, console, signal, done);
  addMcp(program, console, signal, done);
  return program;
}

function addGenerate(
  program: Command,
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): void {
  const command = program.command("generate").argument(
    "[request]",
    'what to build, in plain words; "-" reads stdin',
  );
  command
    .description("plan, generate and verify a system")
    .option(
      "-b, --blueprint <file>",
      'generate from a blueprint instead; "-" reads stdin',
    )
    .option(
      "-o, --out <dir>",
      "where to put it: an empty or missing folder, or with a model the system of an earlier run (default: the system's name)",
    )
    .option("--planner <who>", PLANNER_HELP, "embedded")
    .option(
      "--author <who>",
      "who writes what the blueprint says by behavior: model (default: nobody)",
    )
    .option(
      "--author-units <files>",
      "files of the plan that the model writes, too, such as validations/*,docs/API.md",
    )
    .option(
      "--bank <dir>",
      "patterns of your own, shown to the model where they are near",
    )
    .option("--add-to-bank", "add what it wrote to them, once all is verified")
    .option("--start", "leave the system running")
    .option("--no-verify", "do not verify the output")
    .option(
      "--heal [how]",
      'mend slips in the blueprint, and what fails in tiers 2 to 4, and show it; "ask" before, "model": what else a language model can (default: mend)',
    )
    .option("--no-heal", "mend nothing: refuse it instead")
    .option("--allow-not-run", "exit 0 even if a check could not run here")
    .option("--harness <source>", "vendored or jsr", "vendored")
    .option("--deno <path>", "the Deno that verifies and starts it")
    .option("--json", "print one JSON object at the end")
    .addHelpText("after", GENERATE_EXAMPLES)
    .action(async (request: string | undefined, options: GenerateFlags) => {
      const { generateCommand } = await import("./generate.ts");
      const heal = healFlag(options.heal ?? true, "generate");
      const planner = plannerName(options.planner, "generate");
      if (options.harness !== "vendored" && options.harness !== "jsr") {
        throw new CommandFailure(
          `Cannot generate: found --harness "${options.harness}", wanted vendored or jsr`,
          EXIT.couldNotRun,
        );
      }
      done(
        await generateCommand(
          {
            ...options,
            author: authorFlag(options.author, "generate"),
            harness: options.harness,
            ...heal,
            planner,
            ...(request === undefined ? {} : { request }),
          },
          console,
          signal,
        ),
      );
    });
  addModelFlags(command);
}

function addPlan(
  program: Command,
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): void {
  const command = program.command("plan").argument(
    "[request]",
    'what to build, in plain words; "-" reads stdin',
  )
    .description(
      "print the blueprint of a request, and how each sentence was understood",
    )
    .option("-b, --blueprint <file>", "read a blueprint instead")
    .option("--planner <who>", PLANNER_HELP, "embedded")
    .option("--expand", "write the wiring out too")
    .option("--json", "print one JSON object")
    .addHelpText("after", PLAN_EXAMPLES)
    .action(
      async (
        request: string | undefined,
        options: {
          blueprint?: string;
          planner: string;
          expand?: boolean;
          json?: boolean;
        },
      ) => {
        const { planCommand } = await import("./plan.ts");
        const planner = plannerName(options.planner, "plan");
        done(
          await planCommand(
            {
              ...options,
              planner,
              ...(request === undefined ? {} : { request }),
            },
            console,
            signal,
          ),
        );
      },
    );
  addModelFlags(command);
  program.command("validate").argument("<file>", 'a blueprint; "-" reads stdin')
    .description("check a blueprint and print its diagnostics")
    .option("--json", "print one JSON object")
    .addHelpText("after", "\nExample:\n  autocoder validate blueprint.yaml\n")
    .action(async (blueprint: string, options: { json?: boolean }) => {
      const { validateCommand } = await import("./validate.ts");
      done(await validateCommand({ ...options, blueprint }, console));
    });
  program.command("schema").description(
    "print the JSON Schema of the blueprint language",
  )
    .addHelpText(
      "after",
      "\nExample:\n  autocoder schema > blueprint.schema.json\n",
    )
    .action(async () => {
      const { schemaCommand } = await import("./schema.ts");
      done(schemaCommand(console));
    });
}

function addVerify(
  program: Command,
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): void {
  const command = program.command("verify")
    .argument("<dir>", "a generated system")
    .description("check a generated system and write the evidence")
    .option(
      "--allow-edits",
      "let generated files differ from the manifest: you have edited them",
    )
    .option("--allow-not-run", "exit 0 even if a check could not run here")
    .option(
      "--deep [parts]",
      "also run what takes minutes: security,fuzz,mutation,production (default: all)",
    )
    .option("--fresh", "run everything, also when nothing has changed")
    .option(
      "--heal [how]",
      'mend what fails in tiers 2 to 4, shown and verified anew; "ask" before, "model": what else a language model can (default: only look)',
    )
    .option("--no-heal", "only look, whatever is the default")
    .option(
      "--second-reading",
      "let a language model read the request again, and try what it finds untested",
    )
    .option(
      "--check-evidence",
      "only tell whether the system still is what was verified",
    )
    .option(
      "--evidence <dir>",
      "where the evidence goes, or is (default: evidence in the system)",
    )
    .option("--seed <number>", "decides what the deep run takes by chance", "1")
    .option("--deno <path>", "the Deno that verifies it")
    .option("--json", "print one JSON object at the end")
    .addHelpText(
      "after",
      "\nExamples:\n  autocoder verify my-tasks\n  autocoder verify my-tasks --deep=fuzz,production\n  autocoder verify my-tasks --second-reading --provider anthropic --model claude-sonnet-4-5\n",
    )
    .action(
      async (
        dir: string,
        options: {
          allowEdits?: boolean;
          allowNotRun?: boolean;
          deep?: string | true;
          fresh?: boolean;
          heal?: boolean | string;
          checkEvidence?: boolean;
          secondReading?: boolean;
          evidence?: string;
          seed: string;
          deno?: string;
          json?: boolean;
        },
      ) => {
        const { verifyCommand } = await import("./verify.ts");
        const heal = healFlag(options.heal, "verify");
        done(
          await verifyCommand(
            { ...options, ...heal, dir },
            console,
            signal,
          ),
        );
      },
    );
  addModelFlags(command);
}

function addStart(
  program: Command,
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): void {
  program.command("start").argument("<dir>", "a generated system")
    .description("start a generated system and show its log until Ctrl-C")
    .option("-p, --port <port>", "the port to listen on")
    .option("--deno <path>", "the Deno that runs it")
    .addHelpText(
      "after",
      "\nExample:\n  autocoder start my-tasks --port 9000\n",
    )
    .action(async (dir: string, options: { port?: string; deno?: string }) => {
      const { startCommand } = await import("./start.ts");
      done(await startCommand({ ...options, dir }, console, signal));
    });
}

function addMcp(
  program: Command,
  console: Console,
  signal: AbortSignal,
  done: (code: ExitCode) => void,
): void {
  const command = program.command("mcp").requiredOption(
    "--root <dir>",
    "the folder in which they may work",
  ).option(
    "--author <who>",
    "who writes what a blueprint says by behavior: model (default: nobody)",
  ).option(
    "--planner <who>",
    "who plans where an agent does not say: embedded, or model, which agents can then choose",
    "embedded",
  )
    .description(
      "serve coding agents over stdin and stdout (Model Context Protocol)",
    )
    .addHelpText("after", "\nExample:\n  autocoder mcp --root ~/services\n")
    .action(async (options: McpFlags) => {
      const { mcpCommand } = await import("./mcp.ts");
      const author = authorFlag(options.author, "serve");
      const planner = plannerName(options.planner, "serve");
      done(await mcpCommand({ ...options, author, planner }, console, signal));
    });
  addModelFlags(command);
}

/** Reads how to mend: words with commas between them. */
function healFlag(
  heal: boolean | string = false,
  command: string,
): { readonly heal: boolean | "ask"; readonly healByModel: boolean } {
  if (typeof heal === "boolean") return { heal, healByModel: false };
  const words = heal.split(",").map((word) => word.trim());
  if (words.every((word) => word === "ask" || word === "model")) {
    return {
      heal: words.includes("ask") ? "ask" : true,
      healByModel: words.includes("model"),
    };
  }
  throw new CommandFailure(
    `Cannot ${command}: found --heal "${heal}", wanted "ask", "model", "ask,model" or nothing after it`,
    EXIT.couldNotRun,
  );
}

function authorFlag(
  author: string | undefined,
  verb: string,
): "model" | undefined {
  if (author === undefined || author === "model") return author;
  throw new CommandFailure(
    `Cannot ${verb}: found --author "${author}", wanted model`,
    EXIT.couldNotRun,
  );
}

const PLANNER_HELP =
  "who turns plain words into a blueprint: embedded, or model, the language model that is chosen";

interface McpFlags extends Pick<GenerateFlags, "author" | "planner"> {
  readonly root: string;
}

interface GenerateFlags {
  readonly author?: string;
  readonly authorUnits?: string;
  readonly bank?: string;
  readonly addToBank?: boolean;
  readonly planner: string;
  readonly heal?: string | boolean;
  readonly blueprint?: string;
  readonly out?: string;
  readonly start?: boolean;
  readonly verify: boolean;
  readonly allowNotRun?: boolean;
  readonly harness: string;
  readonly deno?: string;
  readonly json?: boolean;
}

const GENERATE_EXAMPLES = `
Examples:
  autocoder generate "A todo API: add, list and complete todos. Keep them in SQLite." --out my-todos
  autocoder generate --blueprint blueprint.yaml --out my-todos --start
  cat request.txt | autocoder generate - --out my-todos --json
`;

const PLAN_EXAMPLES = `
Examples:
  autocoder plan "A library API: books with title, author and ISBN (unique)" > blueprint.yaml
  autocoder plan --blueprint blueprint.yaml --expand
  autocoder plan "…" --planner model --provider anthropic --model claude-sonnet-4-5
`;

const EXAMPLES = `
Examples:
  autocoder generate "A todo API: add, list and complete todos" --out my-todos
  autocoder plan "A todo API: add, list and complete todos" > blueprint.yaml
  autocoder verify my-todos

Exit codes: 0 done · 1 findings · 2 could not run · 130 interrupted
`;
