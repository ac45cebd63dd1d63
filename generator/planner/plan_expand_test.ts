import { assertEquals } from "@std/assert";
import { expand } from "../model/expand.ts";
import { plan } from "./plan.ts";
import { REQUEST_EXAMPLES } from "./request_examples.ts";

Deno.test("plan() makes blueprints that expand without an error", async () => {
  for (const { name, request } of REQUEST_EXAMPLES) {
    const { blueprint } = await plan(request);
    if (blueprint === undefined) continue;
    const errors = expand(blueprint).diagnostics.filter((one) =>
      one.severity === "error"
    );
    assertEquals(errors.map((one) => `${name ?? request}: ${one.message}`), []);
  }
});
