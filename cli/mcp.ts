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
import { ConfinedRoot } from "./mcp/confined_root.ts";
import { AutocoderMcpServer } from "./mcp/mcp_server.ts";

/** Options of the command. */
export interface McpCommandOptions extends Pick<AuthorOptions, "author"> {
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
  const { root: dir, ...authoring } = options;
  const root = await ConfinedRoot.open(dir);
  await refuseSettingsIn(root, authoring.modelConfig);
  const served = new AutocoderMcpServer(
    { root, authoring },
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
