import { assertEquals } from "@std/assert";
import { expand } from "../model/expand.ts";
import { plan } from "./plan.ts";
import { LATER_EXAMPLES } from "./request_examples_later.ts";
import { LIST_EXAMPLES } from "./request_examples_lists.ts";
import { PROSE_EXAMPLES } from "./request_examples_prose.ts";
import { STORY_EXAMPLES } from "./request_examples_stories.ts";
import { TRIAL_EXAMPLES } from "./request_examples_trial.ts";

Deno.test("plan() makes blueprints that expand without an error", async () => {
  const examples = [
    ...LIST_EXAMPLES,
    ...PROSE_EXAMPLES,
    ...STORY_EXAMPLES,
    ...LATER_EXAMPLES,
    ...TRIAL_EXAMPLES,
  ];
  for (const { name, request } of examples) {
    const { blueprint } = await plan(request);
    if (blueprint === undefined) continue;
    const errors = expand(blueprint).diagnostics.filter((one) =>
      one.severity === "error"
    );
    assertEquals(errors.map((one) => `${name}: ${one.message}`), []);
  }
});
