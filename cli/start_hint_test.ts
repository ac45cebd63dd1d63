import { assert, assertEquals } from "@std/assert";
import { compileBlueprint } from "../generator/model/compile_blueprint.ts";
import { startHint } from "./start_hint.ts";

Deno.test("startHint() invites to start what was verified, or not checked on purpose, and nothing else", async () => {
  const { model } = compileBlueprint(
    "entities: { note: { fields: { title: { type: string } } } }\n",
  );
  assert(model);
  for (const status of ["verified", "not_run"] as const) {
    const hint = await startHint("my notes", model, { status });
    assert(hint.startsWith("Start it:  cd 'my notes' && "), hint);
  }
  assert(await startHint("notes", model, undefined));
  for (const status of ["failed", "interrupted"] as const) {
    assertEquals(await startHint("notes", model, { status }), "");
  }
});
