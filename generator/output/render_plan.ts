/**
 * Renders a plan to formatted files in memory.
 *
 * @module
 */
import { TEMPLATES } from "../../templates/mod.ts";
import type {
  FilePlan,
  FileType,
  Ownership,
  Phase,
  Unit,
} from "../plan/file_plan.ts";
import type { TextFormatter } from "./format_text.ts";

/** One finished file. */
export interface OutputFile {
  /** Its path in the output. */
  readonly path: string;
  /** Its whole text. */
  readonly text: string;
  /** What it is. */
  readonly type: FileType;
  /** Scaffold or component. */
  readonly phase: Phase;
  /** Who owns it. */
  readonly ownership: Ownership;
}

/** Files and lines of one kind, and the time they took. */
export interface TypeFigures {
  /** How many files. */
  readonly files: number;
  /** How many lines they have. */
  readonly lines: number;
  /** Milliseconds to render and format them. */
  readonly ms: number;
}

/** One wave: units that could be made once the waves before were done. */
export interface WaveFigures {
  /** Its place in the order, from 1. */
  readonly wave: number;
  /** How many units it has. */
  readonly units: number;
  /** Milliseconds to render and format them. */
  readonly ms: number;
}

/** What a generation made and how long each part took. */
export interface RenderFigures {
  /** How many files. */
  readonly files: number;
  /** How many lines they have. */
  readonly lines: number;
  /** The same, type by type. */
  readonly byType: Readonly<Record<string, TypeFigures>>;
  /** The same, phase by phase. */
  readonly byPhase: Readonly<Record<Phase, TypeFigures>>;
  /** The waves, in order. */
  readonly waves: readonly WaveFigures[];
  /** Milliseconds spent in templates. */
  readonly renderMs: number;
  /** Milliseconds spent in formatting. */
  readonly formatMs: number;
  /** Files that the formatter's parser refused, with its message. */
  readonly syntaxErrors: readonly {
    readonly path: string;
    readonly message: string;
  }[];
  /** Share of rendered files with a syntax error, 0 to 1. */
  readonly syntaxErrorRate: number;
}

/** Renders one template; the default uses the precompiled ones. */
export type RenderTemplate = (path: string, view: unknown) => string;

/** Options of {@link renderPlan}. */
export interface RenderOptions {
  /** Stops between two units. */
  readonly signal?: AbortSignal;
  /** How templates are rendered. @default the precompiled templates */
  readonly render?: RenderTemplate;
}

/**
 * Renders and formats every unit of a plan, wave by wave.
 *
 * A file with a syntax error is kept unformatted and counted; the caller decides what that means.
 */
export function renderPlan(
  plan: FilePlan,
  formatter: TextFormatter,
  options: RenderOptions = {},
): { files: OutputFile[]; figures: RenderFigures } {
  const render = options.render ?? renderPrecompiled;
  const tally = new Tally();
  const files: OutputFile[] = [];
  for (const [index, wave] of plan.waves.entries()) {
    const waveStart = performance.now();
    for (const unit of wave) {
      options.signal?.throwIfAborted();
      files.push(renderUnit(unit, render, formatter, tally));
    }
    tally.waves.push({
      wave: index + 1,
      units: wave.length,
      ms: performance.now() - waveStart,
    });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, figures: tally.figures(files) };
}

/** Renders with the template functions that were compiled at build time. */
export function renderPrecompiled(path: string, view: unknown): string {
  const template =
    (TEMPLATES as Readonly<Record<string, (view: never) => string>>)[path];
  if (!template) {
    throw new RangeError(`Cannot render "${path}": found no such template`);
  }
  return template(view as never);
}

function renderUnit(
  unit: Unit,
  render: RenderTemplate,
  formatter: TextFormatter,
  tally: Tally,
): OutputFile {
  const { path, type, phase, ownership, source } = unit;
  const start = performance.now();
  const raw = source.kind === "template"
    ? render(source.template, source.view)
    : source.text;
  const rendered = performance.now();
  let text = raw;
  if (source.kind === "template") {
    try {
      text = formatter.format(path, raw);
    } catch (error) {
      tally.syntaxErrors.push({
        path,
        message: error instanceof Error ? error.message : String(error),
      });
    }
    tally.formattedFiles++;
  }
  const end = performance.now();
  tally.add(unit, rendered - start, end - rendered);
  return { path, text, type, phase, ownership };
}

class Tally {
  readonly waves: WaveFigures[] = [];
  readonly syntaxErrors: { path: string; message: string }[] = [];
  formattedFiles = 0;
  #renderMs = 0;
  #formatMs = 0;
  readonly #msByKey = new Map<string, number>();

  add(unit: Unit, renderMs: number, formatMs: number): void {
    this.#renderMs += renderMs;
    this.#formatMs += formatMs;
    for (const key of [unit.type, unit.phase]) {
      this.#msByKey.set(
        key,
        (this.#msByKey.get(key) ?? 0) + renderMs + formatMs,
      );
    }
  }

  figures(files: readonly OutputFile[]): RenderFigures {
    const types = [...new Set(files.map((file) => file.type))].sort();
    return {
      files: files.length,
      lines: files.reduce((sum, file) => sum + countLines(file.text), 0),
      byType: Object.fromEntries(
        types.map((type) => [
          type,
          this.#of(files, type, (file) => file.type === type),
        ]),
      ),
      byPhase: {
        scaffold: this.#of(
          files,
          "scaffold",
          (file) => file.phase === "scaffold",
        ),
        component: this.#of(
          files,
          "component",
          (file) => file.phase === "component",
        ),
      },
      waves: this.waves,
      renderMs: this.#renderMs,
      formatMs: this.#formatMs,
      syntaxErrors: this.syntaxErrors,
      syntaxErrorRate: this.formattedFiles === 0
        ? 0
        : this.syntaxErrors.length / this.formattedFiles,
    };
  }

  #of(
    files: readonly OutputFile[],
    key: string,
    wanted: (file: OutputFile) => boolean,
  ): TypeFigures {
    const chosen = files.filter(wanted);
    return {
      files: chosen.length,
      lines: chosen.reduce((sum, file) => sum + countLines(file.text), 0),
      ms: this.#msByKey.get(key) ?? 0,
    };
  }
}

function countLines(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
