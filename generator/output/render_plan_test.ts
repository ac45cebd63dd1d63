import { assertEquals, assertThrows } from "@std/assert";
import { arrangeWaves, templateUnit, textUnit } from "../plan/file_plan.ts";
import type { TextFormatter } from "./format_text.ts";
import { renderPlan } from "./render_plan.ts";

const VIEW = { tables: [] };
const PLAN = arrangeWaves([
  templateUnit(
    { path: "a.sql", type: "migration", phase: "component", dependsOn: [] },
    "migrations/0001_initial.sql.eta",
    VIEW,
  ),
  textUnit({
    path: "b.txt",
    type: "doc",
    phase: "scaffold",
    dependsOn: ["a.sql"],
  }, "one\ntwo\n"),
]);

const shouting: TextFormatter = { format: (_, text) => text.toUpperCase() };

Deno.test("renderPlan() formats what templates give and leaves other text alone", () => {
  const { files, figures } = renderPlan(PLAN, shouting, {
    render: () => "select 1;\n",
  });
  assertEquals(files.map(({ path, text }) => [path, text]), [[
    "a.sql",
    "SELECT 1;\n",
  ], ["b.txt", "one\ntwo\n"]]);
  assertEquals([figures.files, figures.lines, figures.waves.length], [2, 3, 2]);
  assertEquals(figures.byType.doc?.lines, 2);
});

Deno.test("renderPlan() counts a syntax error and keeps the file for a look at it", () => {
  const strict: TextFormatter = {
    format() {
      throw new SyntaxError("line 1, column 2");
    },
  };
  const { files, figures } = renderPlan(PLAN, strict, {
    render: () => "broken",
  });
  assertEquals(figures.syntaxErrors, [{
    path: "a.sql",
    message: "line 1, column 2",
  }]);
  assertEquals(figures.syntaxErrorRate, 1);
  assertEquals(files[0]?.text, "broken");
});

Deno.test("renderPlan() stops between units when it is aborted", () => {
  assertThrows(
    () =>
      renderPlan(PLAN, shouting, {
        signal: AbortSignal.abort(new Error("enough")),
      }),
    Error,
    "enough",
  );
});
