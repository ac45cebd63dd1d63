/**
 * Runs `autocoder generate` as a process against a scripted server, as a user would against a provider.
 *
 * @module
 */
import { fileURLToPath } from "node:url";

/** How a run ended. */
export interface GenerateRun {
  /** Its exit code. */
  readonly code: number;
  /** What it printed at the end, as data; undefined where that is none. */
  readonly report: GenerateReport | undefined;
  /** What it told on the way. */
  readonly stderr: string;
  /** Milliseconds that it took. */
  readonly ms: number;
}

/** What is looked at of its report. */
export interface GenerateReport {
  readonly ok: boolean;
  readonly authoring?: {
    readonly total: {
      readonly calls: number;
      readonly attempts: number;
      readonly rounds: number;
      readonly cost: number | null;
      readonly tokens: { readonly input: number; readonly output: number };
      readonly failed: number;
      readonly units: number;
      readonly syntaxErrors: number;
      readonly parallelMs: number;
      readonly sequentialMs: number;
    };
    readonly waves: readonly { readonly parallelMs: number }[];
    readonly failed: readonly {
      readonly unit: string;
      readonly why: string;
      readonly faults: readonly string[];
    }[];
  };
  readonly verification?: { readonly status: string };
}

/** Options of {@link runGenerate}. */
export interface GenerateRunOptions {
  /** Where the blueprint is. */
  readonly blueprint?: string;
  /** Or what is asked for in plain words. */
  readonly request?: string;
  /** Where the system goes. */
  readonly out: string;
  /** Where the model is; none is configured without it. */
  readonly url?: string;
  /** The protocol. @default "anthropic" */
  readonly provider?: "anthropic" | "openai-compatible";
  /** More arguments. @default --no-verify */
  readonly args?: readonly string[];
}

/** The key that a run has; nothing may show it. */
export const SECRET = "sk-test-3f9a17c2e8b64d05";

/** Runs it. */
export async function runGenerate(
  options: GenerateRunOptions,
): Promise<GenerateRun> {
  const { blueprint, request, out, url, provider = "anthropic" } = options;
  const model = url === undefined ? [] : [
    "--author",
    "model",
    "--provider",
    provider,
    "--model",
    "claude-sonnet-4-5",
    "--base-url",
    url,
  ];
  const start = performance.now();
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "-q",
      CLI,
      "generate",
      ...blueprint === undefined ? [] : ["--blueprint", blueprint],
      ...request === undefined ? [] : [request],
      "--out",
      out,
      "--json",
      ...model,
      ...options.args ?? ["--no-verify"],
    ],
    env: { ANTHROPIC_API_KEY: SECRET, OPENAI_API_KEY: SECRET, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return {
    code,
    report: reportIn(text.decode(stdout)),
    stderr: text.decode(stderr),
    ms: performance.now() - start,
  };
}

function reportIn(text: string): GenerateReport | undefined {
  try {
    return JSON.parse(text) as GenerateReport; // the form that the program says it prints
  } catch {
    return undefined;
  }
}

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
