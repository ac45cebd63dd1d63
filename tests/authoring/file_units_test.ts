import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startScriptedServer } from "../../authoring/testdata/scripted_server.ts";
import { NOTE_BOOK } from "./note_book.ts";
import { runGenerate } from "./run_generate.ts";

Deno.test("a model writes whole files of the plan: one goes too far and is mended, all is verified, and comes again without a model", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await using server = startScriptedServer(({ turns }) =>
      answer(turns[0]?.text ?? "", turns.length === 1)
    );
    await Deno.writeTextFile(`${folder}/blueprint.yaml`, NOTE_BOOK);
    const run = await runGenerate({
      blueprint: `${folder}/blueprint.yaml`,
      out: `${folder}/system`,
      url: server.url,
      args: ["--author-units", "validations/*,docs/ENTITIES.md"],
    });
    assertEquals(run.code, 0, run.stderr);
    assertEquals(run.report?.verification?.status, "verified");
    assertEquals(server.requests.length, 3);
    assertStringIncludes(server.requests.at(-1)?.text ?? "", "found Deno");
    const again = await runGenerate({
      blueprint: `${folder}/system/blueprint.yaml`,
      out: `${folder}/again`,
    });
    assertEquals(again.code, 0, again.stderr);
    const text = (system: string, path: string) =>
      Deno.readTextFile(`${folder}/${system}/${path}`);
    const rules = await text("again", "validations/note_rules.ts");
    assert(rules.startsWith("// Mine.\n"));
    const manifest = ".autocoder/manifest.json";
    assertEquals(await text("again", manifest), await text("system", manifest));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Answers with the file as it is rendered: code with a line before it, at first one that reaches out of it. */
function answer(question: string, isFirst: boolean): string {
  const [, file = "", , text = ""] =
    /DATA: the file (\S+) as it is rendered\n(`+)\n([^]*?)\n\2\n/.exec(
      question,
    ) ?? [];
  const line = isFirst ? "const pid = Deno.pid;\n" : "// Mine.\n";
  const own = file.endsWith(".ts") ? line + text : text;
  const fence = "`".repeat(5);
  return `${fence}${file.split(".").at(-1)} file=${file}\n${own}\n${fence}\n`;
}
