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
        return stable(
          text,
          (fileText) => formatter.formatText({ filePath: path, fileText }),
        );
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

/** What was broken may fit once more is: formats until nothing changes, as `deno fmt` does. */
function stable(text: string, format: (text: string) => string): string {
  let before = text;
  let after = format(before);
  for (let time = 1; after !== before && time < MOST_TIMES; time++) {
    before = after;
    after = format(before);
  }
  return after;
}

const MOST_TIMES = 5;

async function create(wasmPath: string): Promise<Formatter> {
  const formatter = createFromBuffer(await Deno.readFile(wasmPath));
  formatter.setConfig({ lineWidth: 80, indentWidth: 2, useTabs: false }, {
    deno: true,
  });
  return formatter;
}

let loaded: Promise<TextFormatter> | undefined;
