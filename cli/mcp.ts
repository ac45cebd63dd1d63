/**
 * `autocoder mcp`: serves coding agents over stdin and stdout.
 *
 * @module
 */
import process from "node:process";
// The types of this package stand under other names than its modules.
// @ts-types="@modelcontextprotocol/sdk/server/stdio"
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { AuthorOptions } from "./author.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT, type ExitCode } from "./exit_code.ts";
import { chosenModel } from "./chosen_model.ts";
import { refuseUnusedModel } from "./refuse_unused_model.ts";
import type { PlannerName } from "./planner_name.ts";
import { ConfinedRoot } from "./mcp/confined_root.ts";
import { AutocoderMcpServer } from "./mcp/mcp_server.ts";

/** Options of the command. */
export interface McpCommandOptions extends Pick<AuthorOptions, "author"> {
  /** Who plans where a call does not say; a model only where it is named here. @default "embedded" */
  readonly planner?: PlannerName;
  /** A file of settings of the model; its other flags stand beside it. @default autocoder.yaml in the working directory */
  readonly modelConfig?: string;
  /** The folder in which its tools work. */
  readonly root: string;
}

/** Runs the command, until the client closes its end or the program is interrupted; stdout carries the protocol alone. */
export async function mcpCommand(
  options: McpCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  const [plans, writes] = [
    options.planner === "model",
    options.author === "model",
  ];
  const isUsed = plans || writes;
  refuseUnusedModel(options, {
    verb: "serve",
    isUsed,
    wanted: "--planner model or --author model",
  });
  const root = await ConfinedRoot.open(options.root);
  await refuseSettingsIn(root, options.modelConfig);
  // One for all calls, which so share its budget.
  const model = { chosen: chosenModel(options), plans, writes };
  const served = new AutocoderMcpServer(
    { root, ...(isUsed ? { model } : {}) },
    (error) => console.err(`${told(error)}\n`),
  );
  const closed = Promise.withResolvers<void>();
  const { server } = served.server;
  server.onclose = closed.resolve;
  server.onerror = (error) => console.err(`${error.message.slice(0, 500)}\n`);
  const close = () => void server.close();
  process.stdin.once("end", close);
  // The client is gone: whatever is still written to it, nobody reads.
  process.stdout.once("error", close);
  signal.addEventListener("abort", close, { once: true });
  await served.server.connect(new StdioServerTransport());
  console.err(`Serving ${root.dir} to a coding agent over stdin and stdout.\n`);
  await closed.promise;
  await served.settled();
  return signal.aborted ? EXIT.interrupted : EXIT.done;
}

/** Whoever may write the settings of a model says where its key is sent to. */
async function refuseSettingsIn(
  root: ConfinedRoot,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) return;
  const real = await Deno.realPath(file).catch(() => undefined);
  if (real !== undefined && !root.holds(real)) return;
  throw new CommandFailure(
    `Cannot serve with --model-config "${file}": found ${
      real === undefined
        ? "no such file"
        : "it inside the root, where agents may change it"
    }, wanted a file outside of the root`,
    EXIT.couldNotRun,
  );
}

function told(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
