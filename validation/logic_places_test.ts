import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { generateFiles } from "../generator/generate.ts";
import { prepareBlueprint } from "../generator/prepare.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import { findDeno } from "./find_deno.ts";
import { withBlueprintPlaces } from "./logic_places.ts";
import { readSubject } from "./read_subject.ts";
import {
  judgeTool,
  LINT,
  type SourceTool,
  typeCheck,
} from "./tool_findings.ts";
import { Workbench } from "./workbench.ts";

const TEXT = `system: places
store: { engine: memory }
entities:
  article:
    fields:
      title: { type: string, required: true }
      wrongType:
        type: integer
        required: true
        computed:
          run: |
            // It is moved by formatting: the line above grows.
            if (article.title) { const size = article.title.length; if (size > 3) { return size } }
            return "none";
      unknownField:
        type: string
        computed:
          run: |
            return article.titel;
      missingReturn:
        type: integer
        required: true
        computed:
          run: |
            if (article.title === "a") return 1;
      folded:
        type: integer
        computed:
          run: >
            return
            "none";
      quoted:
        type: integer
        computed: { run: "return 'none';" }
    hooks:
      beforeDelete:
        run: |
          var gone = article.title;
          if (gone === "") return;
endpoints:
  wrong_type:
    path: /wrong
    answer: { total: { type: integer, required: true } }
    run: |
      const page = await api.articles.list({ limit: 1 }); if (page.items.length > 3) { return { total: 3 } }
      return { total: "none" };
  unknown_method:
    path: /unknown
    answer: { total: { type: integer, required: true } }
    run: |
      return { total: (await api.articles.lists()).items.length };
  missing_return:
    path: /missing
    query: { at: { type: date } }
    answer: { total: { type: integer, required: true } }
    run: |
      if (query.at === null) return { total: 1 };
  not_asked:
    path: /not-asked
    run: |
      console.log(params);
`;

Deno.test("withBlueprintPlaces() gives the blueprint's line and column beside the output's", async () => {
  const { model, diagnostics } = await prepareBlueprint(TEXT, "places.yaml");
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, TEXT);
  const folder = await Deno.makeTempDir({ prefix: "autocoder-test-" });
  try {
    const dir = await writeSystem(join(folder, "system"), files);
    const deno = await findDeno();
    assert(deno);
    const { signal } = new AbortController();
    await using bench = new Workbench({ dir, deno: deno.path, signal });
    const places = async (tool: SourceTool, id: string) => {
      const run = async (cwd: string) =>
        judgeTool(tool, await bench.run(tool.args, { cwd, log: id }), {
          dir: cwd,
          log: id,
        });
      const outcome = await withBlueprintPlaces(await run(dir), {
        subject: await readSubject(dir),
        folder: () => bench.temporary(id),
        run,
      });
      assert("findings" in outcome);
      return outcome.findings.map(({ place, cause }) => [
        place.replace(/ \(logic\/\w+\.ts:\d+:\d+\)$/, ""),
        cause.slice(0, 7).trim(),
      ]);
    };
    const logic = "logic/article_logic.ts";
    const types = { ...typeCheck(await bench.temporary("lock")) };
    assertEquals(
      await places({ ...types, args: ["check", "--no-lock", logic] }, "types"),
      [
        ["blueprint.yaml:14:13", "TS2322"],
        ["blueprint.yaml:19:28", "TS2551"],
        ["blueprint.yaml:24:11", "TS2366"],
        ["blueprint.yaml:29:11", "TS2322"],
        ["blueprint.yaml:34:27", "TS2322"],
      ],
    );
    const own = ["wrong_type", "unknown_method", "missing_return", "not_asked"]
      .map((name) => `logic/${name}_endpoint.ts`);
    assertEquals(
      (await places({ ...types, args: ["check", "--no-lock", ...own] }, "own"))
        .toSorted(),
      [
        ["blueprint.yaml:46:16", "TS2322"],
        ["blueprint.yaml:51:43", "TS2551"],
        ["blueprint.yaml:56:5", "TS2366"],
        ["blueprint.yaml:61:19", "TS2304"],
      ],
    );
    const lint = { ...LINT, args: [...LINT.args, logic] };
    assertEquals(await places(lint, "lint"), [
      ["blueprint.yaml:38:11", "`var` k"],
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
