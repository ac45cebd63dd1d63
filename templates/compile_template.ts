/**
 * Turns Eta templates into functions: at build time into TypeScript source, at run time directly.
 *
 * @module
 */
import { Eta } from "eta";
import type { Language } from "./safe_text.ts";

/** A template as a function of its view. */
export type TemplateFunction = (view: unknown) => string;

/** Tells which language a template's output is written in, by its name (`main.ts.eta`). */
export function languageOf(templatePath: string): Language {
  const extension = /\.([a-z]+)\.eta$/.exec(templatePath)?.[1] ?? "";
  return EXTENSIONS[extension] ?? "text";
}

/**
 * Compiles a template to the body of a TypeScript function over `it`.
 *
 * Every interpolation becomes a call of the language's function, which takes safe text only:
 * the type checker is what proves that no plain string reaches an output.
 *
 * @throws {TypeError} when the template uses a raw interpolation (`<%~ %>`).
 */
export function compileTemplateBody(
  source: string,
  templatePath: string,
): string {
  if (/<%[-_]?~/.test(source)) {
    throw new TypeError(
      `Cannot compile "${templatePath}": found a raw interpolation <%~, wanted <%=`,
    );
  }
  return eta.compileBody(eta.parse(source))
    .replaceAll("__eta.res+=", "out += ")
    .replaceAll("__eta.e(", `${languageOf(templatePath)}(`);
}

/** Compiles a template to a function, for comparing with the precompiled one. */
export function compileTemplate(
  source: string,
  templatePath: string,
): TemplateFunction {
  const body = compileTemplateBody(source, templatePath);
  const render = new Function(
    languageOf(templatePath),
    "it",
    `let out = "";\n${body}\nreturn out;`,
  );
  return (view) => render(String, view) as string;
}

const EXTENSIONS: Readonly<Record<string, Language>> = {
  ts: "ts",
  md: "md",
  yaml: "yaml",
  sql: "sql",
};

const eta = new Eta({ autoEscape: true, autoTrim: false, useWith: false });
