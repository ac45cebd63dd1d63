import { assert } from "@std/assert";
import { MODEL_OPTIONS } from "./model_option.ts";

Deno.test("every setting of a model stands in docs/MODELS.md, with its flag and its variable", async () => {
  const text = await Deno.readTextFile(
    new URL("../../docs/MODELS.md", import.meta.url),
  );
  for (const [key, { flag, variable }] of Object.entries(MODEL_OPTIONS)) {
    const row = text.split("\n").find((line) =>
      line.startsWith(`| \`${key}\``)
    );
    assert(row, `"${key}" has no row`);
    assert(
      row.includes(`\`${flag.split(" ")[0]}`),
      `"${flag}" is not in ${row}`,
    );
    assert(row.includes(`\`${variable}\``), `"${variable}" is not in ${row}`);
  }
  assert(text.includes("| `prices`"));
});
