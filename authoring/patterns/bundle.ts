/**
 * Writes the bank as a module: the one way to load it from a checkout, from a remote module and in a compiled binary alike.
 *
 * `deno run -A authoring/patterns/bundle.ts` writes it.
 *
 * @module
 */
import { loadFormatter } from "../../generator/output/format_text.ts";
import { readTree } from "../../templates/bundle.ts";

/** Makes the text of `patterns.gen.ts`. */
export async function bundledBank(): Promise<string> {
  const files = await readTree(
    new URL("bank/", import.meta.url),
    (path) => path.endsWith(".yaml"),
  );
  const text =
    `// Written by authoring/patterns/bundle.ts from bank/; do not edit.

/** The patterns that come with this program: the text of each file by its name. */
export const BANK: Readonly<Record<string, string>> = ${
      JSON.stringify(Object.fromEntries(files), null, 2)
    };
`;
  return (await loadFormatter()).format("patterns.gen.ts", text);
}

if (import.meta.main) {
  await Deno.writeTextFile(
    new URL("patterns.gen.ts", import.meta.url),
    await bundledBank(),
  );
}
