/**
 * A whole file of the plan as a unit of work for a language model: what is rendered says what it must do.
 *
 * @module
 */
import { generateFiles } from "../generate.ts";
import type { SystemModel } from "../model/system_model.ts";
import { importsOf } from "../output/module_outline.ts";
import { sha256 } from "../output/manifest.ts";
import type { OutputFile } from "../output/render_plan.ts";
import type { FileType } from "../plan/file_plan.ts";

/** A file that a model is to write in place of the rendered one. */
export interface FileUnit {
  /** That it is a file. */
  readonly kind: "file";
  /** Its path in the output. */
  readonly id: string;
  /** The same. */
  readonly file: string;
  /** What it is. */
  readonly type: FileType;
  /** The text that is rendered. */
  readonly reference: string;
  /** What it may import: what is imported there. */
  readonly imports: readonly string[];
  /** Files are written by themselves: each depends on what is rendered alone. */
  readonly dependsOn: readonly string[];
  /** The files of the system that it imports, with their texts. */
  readonly uses: readonly { readonly path: string; readonly text: string }[];
  /** SHA-256 of all that its answer depends on, hexadecimal. */
  readonly key: string;
}

/** Why a file cannot be written by a model. */
export class NotAuthored extends Error {
  /** The name of the error. */
  override readonly name = "NotAuthored";
}

/**
 * Describes the files of a system that patterns such as `validations/*` or `docs/API.md` name, by path.
 *
 * @throws {NotAuthored} when a pattern names no file, or one that is not for a model to write.
 */
export async function fileUnits(
  system: SystemModel,
  blueprint: string,
  patterns: readonly string[],
): Promise<readonly FileUnit[]> {
  const { files } = await generateFiles(withoutFiles(system), blueprint);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const chosen = new Set<string>();
  for (const pattern of patterns) {
    const matches = matcher(pattern);
    const named = files.filter(({ path }) => matches(path));
    if (named.length === 0) {
      throw new NotAuthored(
        `Cannot have "${pattern}" written: found no file of that name in the plan`,
      );
    }
    for (const file of named) {
      const { path } = file;
      const why = fileRefusal(file);
      if (why === undefined) chosen.add(path);
      else if (!pattern.includes("*")) {
        throw new NotAuthored(`Cannot have "${path}" written: ${why}`);
      }
    }
  }
  const units = files.filter(({ path }) => chosen.has(path));
  return await Promise.all(units.map(async ({ path, type, text }) => {
    const imports = path.endsWith(".ts")
      ? importsOf(text).flatMap(({ specifier }) => specifier ?? [])
      : [];
    return {
      kind: "file" as const,
      id: path,
      file: path,
      type,
      reference: text,
      imports,
      dependsOn: [],
      uses: imports.flatMap((specifier) => {
        const used = resolved(path, specifier);
        const text = used.startsWith("kit/") || used.startsWith("harness/")
          ? undefined
          : texts.get(used);
        return text === undefined ? [] : [{ path: used, text }];
      }),
      key: await fileKey(path, text),
    };
  }));
}

/** Gives the files of a system as they are rendered, by path, without what a model wrote in place of whole files. */
export async function renderedFiles(
  system: SystemModel,
): Promise<ReadonlyMap<string, OutputFile>> {
  const { files } = await generateFiles(withoutFiles(system), "");
  return new Map(files.map((file) => [file.path, file]));
}

/** Hashes what an answer for a file depends on. */
export async function fileKey(path: string, rendered: string): Promise<string> {
  return await sha256(JSON.stringify([KEY_VERSION, path, rendered]));
}

/** Gives the system as it is rendered, with the behaviours that a model wrote and without its files. */
export function withoutFiles(system: SystemModel): SystemModel {
  const { answers, ...rest } = system;
  const bodies = (answers ?? []).filter(({ body }) => body !== undefined);
  return bodies.length === 0 ? rest : { ...rest, answers: bodies };
}

/** Says why a file of the plan is not for a model to write; undefined when it is. */
export function fileRefusal(
  { path, type, ownership }: Pick<OutputFile, "path" | "type" | "ownership">,
): string | undefined {
  if (ownership !== "generated") return "found one that is copied as it is";
  if (type === "test") {
    return "found a test of the plan, which a model does not edit";
  }
  if (type === "doc" && !/^(?:docs\/\w+|README)\.md$/.test(path)) {
    return "found what other programs go by";
  }
  return path.startsWith(".") || !WRITTEN.has(type)
    ? "found a part of the project's own set-up"
    : undefined;
}

/** `*` stands for any part of a name, `**` for any part of a path. */
function matcher(pattern: string): (path: string) => boolean {
  const parts = pattern.split(/(\*\*?)/).map((part) =>
    part === "**"
      ? ".*"
      : part === "*"
      ? "[^/]*"
      : part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&")
  );
  const form = new RegExp(`^${parts.join("")}$`);
  return (path) => form.test(path);
}

function resolved(from: string, specifier: string): string {
  const url = new URL(specifier, `file:///${from}`);
  return url.protocol === "file:" ? url.pathname.slice(1) : "";
}

const WRITTEN: ReadonlySet<FileType> = new Set<FileType>([
  "component",
  "doc",
  "migration",
  "model",
  "schema",
  "resource",
  "validation",
]);

/** Changes with what units are made of. */
const KEY_VERSION = 1;
