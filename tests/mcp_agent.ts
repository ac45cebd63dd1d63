/**
 * A coding agent for tests: the SDK's own client, over stdin and stdout of a real `autocoder mcp`.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
// The types of this package stand under other names than its modules.
// @ts-types="@modelcontextprotocol/sdk/client"
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
// @ts-types="@modelcontextprotocol/sdk/client/stdio"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
// @ts-types="@modelcontextprotocol/sdk/shared/protocol"
import type { RequestOptions } from "@modelcontextprotocol/sdk/shared/protocol.js";
// @ts-types="@modelcontextprotocol/sdk/types"
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import { fileURLToPath } from "node:url";

/** What a tool takes or gives. */
export type Value = Record<string, unknown>;

/** Calls tools in a root of its own. */
export interface Agent {
  /** The client. */
  readonly client: Client;
  /** The root; what lies beside it is this test's, too. */
  readonly root: string;
  /** The value of a call that goes well, which the client has held to the tool's schema. */
  value(name: string, input: Value, options?: RequestOptions): Promise<Value>;
  /** The message of one that does not. */
  failure(name: string, input: Value): Promise<string>;
}

/** The arguments with which Deno serves a root. */
export function servingArgs(
  root: string,
  more: readonly string[] = [],
): string[] {
  return ["run", "-A", "-q", CLI, "mcp", "--root", root, ...more];
}

/** Ends a process that does not end by itself, so that its test fails and does not hang. */
export function boundedTime(): {
  readonly signal: AbortSignal;
  /** Takes the bound away. */
  clear(): void;
} {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), 120_000);
  return { signal: end.signal, clear: () => clearTimeout(timer) };
}

/** Runs a test with an agent; whatever stdout carries beside the protocol fails it. */
export async function withAgent(
  test: (agent: Agent) => Promise<void>,
  options: {
    /** How the server is started, beside its root. */
    readonly args?: readonly string[];
    /** What its environment has beside this one. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<void> {
  const dir = await Deno.realPath(await Deno.makeTempDir());
  const root = `${dir}/root`;
  await Deno.mkdir(root);
  const client = new Client({ name: "test", version: "1" });
  const faults: Error[] = [];
  client.onerror = (error) => void faults.push(error);
  try {
    await client.connect(
      new StdioClientTransport({
        command: Deno.execPath(),
        args: servingArgs(root, options.args),
        env: { ...Deno.env.toObject(), ...options.env },
        stderr: "ignore",
      }),
    );
    const call = async (name: string, input: Value, options?: RequestOptions) =>
      CallToolResultSchema.parse(
        await client.callTool({ name, arguments: input }, undefined, options),
      );
    await test({
      client,
      root,
      value: async (name, input, options) => {
        const { isError, structuredContent = {}, content } = await call(
          name,
          input,
          options,
        );
        assert(!isError, textOf(content));
        assertEquals(JSON.parse(textOf(content)), structuredContent);
        return structuredContent;
      },
      failure: async (name, input) => {
        const { isError, content } = await call(name, input);
        assertEquals(isError, true, textOf(content));
        return textOf(content);
      },
    });
    assertEquals(faults, []);
  } finally {
    await client.close();
    await Deno.remove(dir, { recursive: true });
  }
}

function textOf(
  [first]: readonly { readonly type: string; readonly text?: unknown }[],
): string {
  return String(first?.text);
}

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
