/**
 * The whole way as a library: from a request or a blueprint to a verified system on disk.
 *
 * @module
 */
import { join } from "node:path";
import type { Diagnostic } from "../generator/diagnostic.ts";
import {
  generateFiles,
  type GenerationFigures,
} from "../generator/generate.ts";
import { generationRecord } from "../generator/output/generation_record.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import {
  prepareBlueprint,
  type PreparedSystem,
  prepareRequest,
} from "../generator/prepare.ts";
import { GeneratedSystemError, ValidationPipelineError } from "./errors.ts";
import { findDeno } from "./find_deno.ts";
import type { ProgressEvent } from "./progress.ts";
import type { VerificationReport } from "./report.ts";
import { type RunningSystem, runSystem } from "./run_system.ts";
import { verifySystem } from "./verify_system.ts";

/** Options of a generation. */
export interface PipelineOptions {
  /** Where to put the system: an empty or missing folder. @default a new temporary folder */
  readonly out?: string;
  /** The blueprint's folder, where its files of logic are. @default there are none */
  readonly folder?: string;
  /** The Deno that verifies and starts it. @default `$DENO`, `deno` on the PATH, our own executable */
  readonly deno?: string;
  /** Stops the work; nothing is left half-written. */
  readonly signal?: AbortSignal;
  /** Takes each step of a verification. */
  readonly onProgress?: (event: ProgressEvent) => void;
}

/** One integration test and its result. */
export interface IntegrationTestResult {
  /** What it made sure of. */
  readonly name: string;
  /** Whether it passed; a check that could not run has not. */
  readonly passed: boolean;
  /** What it found. */
  readonly message: string;
}

/** The request or the blueprint cannot become a system; the diagnostics say why. */
export class BlueprintError extends Error {
  /** The name of the error. */
  override readonly name = "BlueprintError";
  /** What was found. */
  readonly diagnostics: readonly Diagnostic[];

  /** Takes everything that was found; the first error becomes the message. */
  constructor(diagnostics: readonly Diagnostic[]) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    super(
      errors.map(({ code, message }) => `${code}: ${message}`).join("\n") ||
        "Cannot generate: nothing was understood",
    );
    this.diagnostics = diagnostics;
  }
}

/**
 * Generates systems and keeps hold of what it started: disposing of it stops them.
 *
 * @example Generate a system and run its integration tests
 * ```ts ignore
 * await using pipeline = new BlueprintToHarnessPipeline();
 * const system = await pipeline.generateFromNaturalLanguage("A notes API: add, list and delete notes");
 * for (const { name, passed } of await system.runIntegrationTests()) console.log(passed, name);
 * ```
 */
export class BlueprintToHarnessPipeline implements AsyncDisposable {
  readonly #running = new Set<Promise<RunningSystem>>();

  /**
   * Generates a system from a request in plain words.
   *
   * @throws {BlueprintError} when nothing of it was understood.
   */
  async generateFromNaturalLanguage(
    request: string,
    options: PipelineOptions = {},
  ): Promise<GeneratedSystem> {
    return await this.#generate(await prepareRequest(request), options);
  }

  /**
   * Generates a system from a blueprint's text.
   *
   * @throws {BlueprintError} when the blueprint has errors.
   */
  async generateFromBlueprint(
    text: string,
    options: PipelineOptions = {},
  ): Promise<GeneratedSystem> {
    return await this.#generate(
      await prepareBlueprint(text, "blueprint.yaml", options),
      options,
    );
  }

  /** Stops every system that was started, also one that has yet to listen. */
  async [Symbol.asyncDispose](): Promise<void> {
    const started = await Promise.allSettled(this.#running);
    this.#running.clear();
    await Promise.all(
      started.map((start) =>
        start.status === "fulfilled"
          ? start.value[Symbol.asyncDispose]()
          : undefined
      ),
    );
  }

  async #generate(
    prepared: PreparedSystem,
    options: PipelineOptions,
  ): Promise<GeneratedSystem> {
    if (!prepared.model) throw new BlueprintError(prepared.diagnostics);
    const { files, figures } = await generateFiles(
      prepared.model,
      prepared.blueprintText,
      options,
    );
    const [broken] = figures.syntaxErrors;
    if (broken) {
      throw new GeneratedSystemError(
        `Cannot write the system: ${broken.message}`,
      );
    }
    const out = options.out ??
      join(
        await Deno.makeTempDir({ prefix: "autocoder-" }),
        prepared.model.name.kebab,
      );
    const path = await writeSystem(out, [
      ...files,
      generationRecord(prepared, figures),
    ], options);
    const mainText = files.find((file) => file.path === "main.ts")?.text ?? "";
    return new GeneratedSystem({
      path,
      mainText,
      prepared,
      figures,
      options,
      running: this.#running,
    });
  }
}

/**
 * What a {@link GeneratedSystem} is made of.
 *
 * @internal
 */
export interface GeneratedSystemParts {
  readonly path: string;
  readonly mainText: string;
  readonly prepared: PreparedSystem;
  readonly figures: GenerationFigures;
  readonly options: PipelineOptions;
  readonly running: Set<Promise<RunningSystem>>;
}

/** A system on disk. */
export class GeneratedSystem {
  /** Its folder. */
  readonly path: string;
  /** The blueprint it was generated from. */
  readonly blueprint: string;
  /** Its main.ts. */
  readonly mainPreview: string;
  /** What was made and how long it took. */
  readonly figures: GenerationFigures;
  /** What was found and assumed on the way. */
  readonly diagnostics: readonly Diagnostic[];
  readonly #parts: GeneratedSystemParts;

  /**
   * Is made by {@link BlueprintToHarnessPipeline}.
   *
   * @internal
   */
  constructor(parts: GeneratedSystemParts) {
    this.path = parts.path;
    this.blueprint = parts.prepared.blueprintText;
    this.mainPreview = parts.mainText;
    this.figures = parts.figures;
    this.diagnostics = parts.prepared.diagnostics;
    this.#parts = parts;
  }

  /** Verifies it in four tiers and writes the evidence. */
  async verify(): Promise<VerificationReport> {
    return await verifySystem(this.path, this.#parts.options);
  }

  /**
   * Verifies it, and gives each check that ran or should have as a test result.
   *
   * @throws {ValidationPipelineError} when no Deno was found to run them.
   */
  async runIntegrationTests(): Promise<IntegrationTestResult[]> {
    const report = await this.verify();
    if (report.tools.deno === undefined) {
      throw new ValidationPipelineError(
        "Cannot run the integration tests: found no Deno 2.4 or later",
        { report },
      );
    }
    return report.checks.filter(({ state }) => state !== "not_applicable").map((
      check,
    ) => ({
      name: `${check.id}: ${check.title}`,
      passed: check.state === "passed",
      message: [
        check.note ?? check.state,
        ...check.findings.map(({ place, cause }) => `${place}: ${cause}`),
      ].join("\n"),
    }));
  }

  /**
   * Starts it on this port, 0 for any that is free; it is stopped when the pipeline is disposed of.
   *
   * @throws {ValidationPipelineError} when no Deno was found to run it.
   * @throws {GeneratedSystemError} when it does not start.
   */
  async start(port = 0): Promise<RunningSystem> {
    const starting = this.#start(port);
    this.#parts.running.add(starting);
    return await starting;
  }

  async #start(port: number): Promise<RunningSystem> {
    const { options } = this.#parts;
    const deno = await findDeno(
      options.deno === undefined ? {} : { deno: options.deno },
    );
    if (!deno) {
      throw new ValidationPipelineError(
        "Cannot start the system: found no Deno 2.4 or later",
      );
    }
    return await runSystem(this.path, deno.path, {
      env: { PORT: String(port) },
    });
  }
}
