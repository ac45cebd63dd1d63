/**
 * Reads what a command works on: a request as an argument or on stdin, or a blueprint file.
 *
 * @module
 */
import { basename, dirname } from "node:path";
import {
  prepareBlueprint,
  type PreparedSystem,
  prepareRequest,
} from "../generator/prepare.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** What the user gave. */
export interface Input {
  /** What is done with it, for messages. @default "generate" */
  readonly verb?: "generate" | "plan";
  /** The request in plain words, or `-` for stdin. */
  readonly request?: string;
  /** The path of a blueprint, or `-` for stdin. */
  readonly blueprint?: string;
  /** The folder of a system that was generated before: what a model wrote for it holds, too. @default there is none */
  readonly earlier?: string | undefined;
}

/**
 * Reads and prepares the input.
 *
 * @param plan Plans a request in plain words
 * @throws {CommandFailure} when there is none, or it cannot be read.
 */
export async function prepareInput(
  input: Input,
  plan: (request: string) => Promise<PreparedSystem> = prepareRequest,
): Promise<PreparedSystem> {
  const { verb = "generate" } = input;
  if (input.blueprint !== undefined) {
    if (input.request !== undefined) {
      throw new CommandFailure(
        `Cannot ${verb}: found a request and --blueprint, wanted one of them`,
        EXIT.couldNotRun,
      );
    }
    const text = input.blueprint === "-"
      ? await readStdin()
      : await readFile(input.blueprint);
    return await prepareBlueprint(
      text,
      input.blueprint === "-" ? "stdin.yaml" : basename(input.blueprint),
      {
        ...(input.blueprint === "-"
          ? {}
          : { folder: dirname(input.blueprint) }),
        ...(input.earlier === undefined ? {} : { earlier: input.earlier }),
      },
    );
  }
  if (input.request === undefined) {
    throw new CommandFailure(
      `Cannot ${verb}: found no request, wanted one as an argument, "-" for stdin, or --blueprint FILE`,
      EXIT.couldNotRun,
    );
  }
  if (/^\S+\.ya?ml$/i.test(input.request.trim())) {
    throw new CommandFailure(
      `Cannot ${verb}: found the name of a file, "${input.request.trim()}", wanted a request in plain words; write --blueprint before a blueprint`,
      EXIT.couldNotRun,
    );
  }
  return await plan(
    input.request === "-" ? await readStdin() : input.request,
  );
}

/**
 * Reads a file as UTF-8.
 *
 * @throws {CommandFailure} when it cannot be read or is not UTF-8.
 */
export async function readFile(path: string): Promise<string> {
  try {
    return decode(await Deno.readFile(path), path);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      `Cannot read "${path}": ${reason(error)}`,
      EXIT.couldNotRun,
      { cause: error },
    );
  }
}

async function readStdin(): Promise<string> {
  const bytes = new Uint8Array(
    await new Response(Deno.stdin.readable).arrayBuffer(),
  );
  return decode(bytes, "stdin");
}

function decode(bytes: Uint8Array, from: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure(
      `Cannot read "${from}": found bytes that are not UTF-8`,
      EXIT.findings,
    );
  }
}

function reason(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "found no such file";
  if (error instanceof Deno.errors.IsADirectory) {
    return "found a folder, wanted a file";
  }
  return error instanceof Error ? error.message : String(error);
}
