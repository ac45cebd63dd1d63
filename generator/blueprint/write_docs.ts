/**
 * Writes docs/BLUEPRINT.md, docs/DIAGNOSTICS.md and docs/blueprint.schema.json; `deno task docs`. A test compares them.
 *
 * @module
 */
import { loadFormatter } from "../output/format_text.ts";
import { diagnosticDocs } from "./diagnostic_codes.ts";
import { languageDocs } from "./language_docs.ts";
import { blueprintJsonSchema } from "./json_schema.ts";

/** The generated documents, by their path in the repository. */
export async function generatedDocs(): Promise<
  Readonly<Record<string, string>>
> {
  const formatter = await loadFormatter();
  return {
    "docs/BLUEPRINT.md": formatter.format("BLUEPRINT.md", languageDocs()),
    "docs/DIAGNOSTICS.md": formatter.format("DIAGNOSTICS.md", diagnosticDocs()),
    "docs/blueprint.schema.json":
      JSON.stringify(blueprintJsonSchema(), null, 2) + "\n",
  };
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(await generatedDocs())) {
    await Deno.writeTextFile(new URL(`../../${path}`, import.meta.url), text);
  }
}
