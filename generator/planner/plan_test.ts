import { assertEquals } from "@std/assert";
import { plan } from "./plan.ts";
import { normalOutline, outlineOf } from "./request_example.ts";
import { LIST_EXAMPLES } from "./request_examples_lists.ts";
import { PROSE_EXAMPLES } from "./request_examples_prose.ts";
import { STORY_EXAMPLES } from "./request_examples_stories.ts";

for (
  const example of [...LIST_EXAMPLES, ...PROSE_EXAMPLES, ...STORY_EXAMPLES]
) {
  Deno.test(`plan() understands: ${example.name}`, async () => {
    const result = await plan(example.request);
    const found = result.blueprint ? outlineOf(result.blueprint) : "nothing";
    assertEquals(found, normalOutline(example.outline));
    assertEquals(
      result.sentences.flatMap((one) => one.notUnderstood ?? []),
      example.notUnderstood ?? [],
    );
  });
}
