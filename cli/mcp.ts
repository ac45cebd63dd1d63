/**
 * `autocoder mcp`: serves coding agents over stdin and stdout.
 *
 * @module
 */
import process from "node:process";
// The types of this package stand under other names than its modules.
// @ts-types="@modelcontextprotocol/sdk/server/stdio"
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { Console } from "./console.ts";
import { EXIT, type ExitCode } from "./exit_code.ts";
import { ConfinedRoot } from "./mcp/confined_root.ts";
import { AutocoderMcpServer } from "./mcp/mcp_server.ts";

/** Options of the command. */
export interface McpCommandOptions {
  /** The folder in which its tools work. */
  readonly root: string;
}

/** Runs the command, until the client closes its end or the program is interrupted; stdout carries the protocol alone. */
export async function mcpCommand(
  options: McpCommandOptions,
  console: Console,
  signal: AbortSignal,
): Promise<ExitCode> {
  const root = await ConfinedRoot.open(options.root);
  const served = new AutocoderMcpServer(
    root,
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

function told(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
