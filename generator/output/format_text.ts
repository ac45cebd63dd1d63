/**
 * Formats TypeScript and Markdown in process, byte for byte as `deno fmt` does.
 *
 * @module
 */
import { createFromBuffer, type Formatter } from "@dprint/formatter";

/** Formats one file's text. */
export interface TextFormatter {
  /**
   * Formats the text of a `.ts` or `.md` file; other files are returned as they are.
   *
   * @throws {SyntaxError} when the text does not parse; the message has line and column.
   */
  format(path: string, text: string): string;
}

/** Loads the formatters of the given languages; each takes about 20 ms, once per process. */
export async function loadFormatter(): Promise<TextFormatter> {
  loaded ??= load();
  return await loaded;
}

async function load(): Promise<TextFormatter> {
  const [typescript, markdown] = await Promise.all([
    import("@dprint/typescript"),
    import("@dprint/markdown"),
  ]);
  const [ts, md] = await Promise.all([
    create(typescript.getPath()),
    create(markdown.getPath()),
  ]);
  return {
    format(path, text) {
      const formatter = path.endsWith(".ts")
        ? ts
        : path.endsWith(".md")
        ? md
        : undefined;
      if (!formatter) return text;
      try {
        return formatter.formatText({ filePath: path, fileText: text });
      } catch (error) {
        throw new SyntaxError(
          `Cannot format "${path}": ${
            error instanceof Error ? error.message : String(error)
          }`,
        );
      }
    },
  };
}

async function create(wasmPath: string): Promise<Formatter> {
  const formatter = createFromBuffer(await Deno.readFile(wasmPath));
  formatter.setConfig({ lineWidth: 80, indentWidth: 2, useTabs: false }, {
    deno: true,
  });
  return formatter;
}

let loaded: Promise<TextFormatter> | undefined;
