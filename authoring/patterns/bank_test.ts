import { assert, assertEquals } from "@std/assert";
import { bundledBank } from "./bundle.ts";
import { kindOf } from "./pattern.ts";
import { PatternBank } from "./pattern_bank.ts";

// That each of them passes every check is shown by tests/authoring/pattern_bank_test.ts.
Deno.test("the bank has patterns of every kind, at least sixteen, each for a behaviour of its own", async () => {
  const { patterns } = await PatternBank.open();
  assert(patterns.length >= 16, `${patterns.length}`);
  const kinds = Map.groupBy(patterns, ({ unit }) => kindOf(unit));
  for (const kind of ["computed", "guard", "hook", "endpoint"] as const) {
    assert((kinds.get(kind)?.length ?? 0) >= 4, kind);
  }
  assert((kinds.get("action")?.length ?? 0) >= 2, "action");
  assertEquals(new Set(patterns.map(({ unit }) => unit)).size, patterns.length);
});

Deno.test("the bundled bank is fresh", async () => {
  const present = await Deno.readTextFile(
    new URL("patterns.gen.ts", import.meta.url),
  );
  assertEquals(
    present === await bundledBank(),
    true,
    'found a stale module: run "deno run -A authoring/patterns/bundle.ts"',
  );
});
