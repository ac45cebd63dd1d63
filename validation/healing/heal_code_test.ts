import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findDeno } from "../find_deno.ts";
import { withBlueprintPlaces } from "../logic_places.ts";
import { readSubject } from "../read_subject.ts";
import {
  findingWith,
  type HealingRig,
  healingRig,
} from "../testdata/healing_rig.ts";
import {
  FORMAT,
  judgeTool,
  LINT,
  type SourceTool,
  typeCheck,
} from "../tool_findings.ts";
import type { Finding } from "../report.ts";
import { Workbench } from "../workbench.ts";
import { HEAL_CODE } from "./heal_code.ts";

const BLUEPRINT = `system: repaired
store: { engine: memory }
entities:
  article:
    fields:
      title: { type: string, required: true }
      state: { type: enum, values: [draft, published], default: draft }
      size:
        type: integer
        computed:
          run: |
            // The line above, and this one, stay.
            return article.titel.length;
      other:
        type: integer
        computed:
          run: >
            return
            article.titel.length;
    actions:
      publish:
        set: { state: published }
        guard: { file: ./logic/publishing.ts }
endpoints:
  count_all:
    path: /count
    answer: { total: { type: integer, required: true } }
    run: |
      const page = api.articles.list({ limit: 5 });
      const more = page.items.length + page.items.length;
      const twice: number = sum(more);
      return { total: twice };

      function sum(n: number): Promise<number> {
        return Promise.resolve(n);
      }
`;

const LOGIC = `import { basename, join } from "node:path";
import { extname } from "node:path/posix";

/** Says whether it may be published. */
export function guardPublishOfArticle(article: Article): string | undefined {
    const state: Article["state"] = "drafft";
  if (articel.state === state) return undefined;
  return join(article.titel);
}
`;

Deno.test("healCode() repairs what the compiler, the linter and the formatter say by themselves", async () => {
  const { name, text } = await guardOf(LOGIC);
  await using rig = await healingRig(BLUEPRINT, {
    "logic/publishing.ts": text,
  });
  const proposals = await HEAL_CODE.propose(
    await findings(rig),
    await rig.open(),
    new AbortController().signal,
  );
  const after = new Map(
    proposals.flatMap(({ edits }) =>
      edits.map(({ path, text }) => [path, text])
    ),
  );
  assertEquals([...after.keys()].sort(), [
    "blueprint.yaml",
    "logic/publishing.ts",
  ]);
  const blueprint = after.get("blueprint.yaml") ?? "";
  assertEquals(
    blueprint,
    BLUEPRINT.replace(
      "return article.titel.length;\n      other",
      "return article.title.length;\n      other",
    )
      .replace("+ page.items", "+ (await page).items")
      .replace("= page.items", "= (await page).items")
      .replace("= sum(more)", "= await sum(more)"),
  );
  assertEquals(
    after.get("logic/publishing.ts"),
    `import { join } from "node:path";
import type { Article } from "../models/article.ts";

/** Says whether it may be published. */
export function ${name}(article: Article): string | undefined {
  const state: Article["state"] = "drafft";
  if (article.state === state) return undefined;
  return join(article.titel);
}
`,
  );
  // What was hidden behind the missing import comes to light in the next round.
  for (const { edits: [edit] } of proposals) {
    if (edit) await rig.write(edit.path, edit.text);
  }
  const [last] = (await HEAL_CODE.propose(
    await findings(rig),
    await rig.open(),
    new AbortController().signal,
  )).filter(({ edits }) => edits[0]?.path === "logic/publishing.ts");
  assertStringIncludes(last?.edits[0]?.text ?? "", '"draft";');
  assertStringIncludes(last?.edits[0]?.text ?? "", "join(article.title)");
});

Deno.test("healCode() repairs code on one line, in whatever quotes, and changes nothing else of the file", async () => {
  const blueprint = (title: string, state: string) =>
    `# Mine, "as it is"
system: 'quoted'
store: {engine: memory} # one line
entities:
    article:
        fields:
            title: {type: string, required: true}
            state: {type: enum, values: [draft, "published"], required: true}
            double: {type: integer, computed: {run: "const s = \\"\\u00e9\\"; return s.length + article.${title}.length;"}}
            lines: {type: integer, computed: {run: "// \\"first\\"\\nreturn article.${title}.length;"}}
            single: {type: integer, computed: {run: 'return ''é''.length + article.${title}.length;'}}
            bare:   {type: integer, computed: {run: return article.${title}.length;}} # last
            one:
                type: boolean
                computed: { run: "const s: typeof article.state = ${state}; return article.state === s;" }
`;
  await using rig = await healingRig(blueprint("titel", '\\"drafft\\"'));
  const proposals = await HEAL_CODE.propose(
    await findings(rig),
    await rig.open(),
    new AbortController().signal,
  );
  assertEquals(
    proposals.flatMap(({ edits }) => edits),
    [{ path: "blueprint.yaml", text: blueprint("title", '\\"draft\\"') }],
  );
});

Deno.test("healCode() takes a type into code of the blueprint from the one module that has it, and no value", async () => {
  const blueprint = (article: string, note: string) =>
    `system: typed
store: { engine: memory }
entities:
  article: { fields: { title: { type: string, required: true } } }
  note:
    fields:
      title: { type: string, required: true }
      size:
        type: integer
        computed:
          run: |
            const other: ${article} | undefined = undefined as ${article} | undefined;
            return (other?.title ?? note.title).length;
      one: { type: integer, computed: { run: "const n: ${note}[] = []; return n.length;" } }
      value: { type: string, computed: { run: "return uuid7();" } }
      nowhere: { type: integer, computed: { run: "const n: Nowhere[] = []; return n.length;" } }
`;
  await using rig = await healingRig(blueprint("Article", "Article"));
  assertStringIncludes(await rig.read("kit/uuid7.ts"), "function uuid7(");
  const proposals = await HEAL_CODE.propose(
    await findings(rig),
    await rig.open(),
    new AbortController().signal,
  );
  assertEquals(
    proposals.flatMap(({ edits }) => edits),
    [{
      path: "blueprint.yaml",
      text: blueprint(
        'import("../models/article.ts").Article',
        'import(\\"../models/article.ts\\").Article',
      ),
    }],
  );
});

Deno.test("healCode() leaves alone what was generated, what is not exact, and what could be several", async () => {
  const { text } = await guardOf(LOGIC);
  await using rig = await healingRig(BLUEPRINT, {
    "logic/publishing.ts": text,
  });
  const system = await rig.open();
  const propose = async (finding: Partial<Finding>) =>
    (await HEAL_CODE.propose(
      [findingWith(2, finding)],
      system,
      new AbortController().signal,
    )).length;
  const cause =
    "TS2551 Property 'title' does not exist. Did you mean 'titles'?";
  // As it was generated.
  const model = (await rig.read("models/article.ts")).split("\n");
  const line = model.findIndex((one) => one.includes("readonly title")) + 1;
  assert(line > 0);
  const place = `models/article.ts:${line}:12`;
  assertEquals(await propose({ place, cause }), 0);
  // Changed by hand.
  await rig.write("models/article.ts", model.join("\n") + "// mine\n");
  assertEquals(await propose({ place, cause }), 1);
  // Without a suggestion, or with one for a word that does not stand there.
  assertEquals(await propose({ place, cause: "TS2322 no" }), 0);
  assertEquals(
    await propose({ place, cause: cause.replace("'title'", "'other'") }),
    0,
  );
  // Several modules have it, or none.
  const missing = "TS2304 Cannot find name";
  const own = "logic/publishing.ts:4:1";
  assertEquals(
    await propose({ place: own, cause: `${missing} 'Nowhere'.` }),
    0,
  );
  assertEquals(
    await propose({ place: own, cause: `${missing} 'Article'.` }),
    1,
  );
  await rig.write("kit/uuid7.ts", "export type Article = 1;\n");
  assertEquals(
    await propose({ place: own, cause: `${missing} 'Article'.` }),
    0,
  );
});

/** Writes the file with the name that the function must have. */
async function guardOf(logic: string) {
  const given = await healingRig(BLUEPRINT, {
    "logic/publishing.ts": logic,
  }).catch((error: Error) => error.message);
  const name = typeof given === "string"
    ? /exported function \\"(\w+)\\"/.exec(given)?.[1] ?? ""
    : "guardPublishOfArticle";
  if (typeof given !== "string") await given[Symbol.asyncDispose]();
  return { name, text: logic.replace("guardPublishOfArticle", name) };
}

/** What the tools find in the files of logic, as tier 2 tells it. */
async function findings(rig: HealingRig): Promise<Finding[]> {
  const deno = await findDeno({ deno: Deno.execPath() });
  const { signal } = new AbortController();
  await using bench = new Workbench({
    dir: rig.dir,
    deno: deno?.path ?? "",
    signal,
  });
  const check = typeCheck(await bench.temporary("lock"));
  const tools: readonly SourceTool[] = [
    { ...check, args: ["check", "--no-lock", "logic"] },
    { ...LINT, args: [...LINT.args, "logic"] },
    { ...FORMAT, args: [...FORMAT.args, "logic"] },
  ];
  const found: Finding[] = [];
  for (const [index, tool] of tools.entries()) {
    const log = `${index}.log`;
    const run = async (dir: string) =>
      judgeTool(tool, await bench.run(tool.args, { cwd: dir, log }), {
        dir,
        log,
      });
    const outcome = await withBlueprintPlaces(await run(rig.dir), {
      subject: await readSubject(rig.dir),
      folder: () => bench.temporary(`copy-${index}`),
      run,
    });
    assert("findings" in outcome);
    found.push(...outcome.findings.map((one) => findingWith(2, one)));
  }
  return found;
}
