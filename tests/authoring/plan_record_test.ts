/**
 * A plan is paid for once: what the model answered is kept in the system, by the hash of what it depends on.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Script } from "../../authoring/testdata/script.ts";
import {
  type ScriptedServer,
  startScriptedServer,
} from "../../authoring/testdata/scripted_server.ts";
import { sha256 } from "../../generator/output/manifest.ts";
import { readSystemTree } from "../../validation/evidence/system_tree.ts";
import { main } from "../../cli.ts";
import {
  CRATE_DEPOT,
  RIGHT_BODY,
  SEAL_GUARD,
  sealAnswer,
} from "./crate_depot.ts";
import { parse } from "yaml";

const REQUEST = "Keep notes with a title of at most 50 characters.";
const LONGER = REQUEST.replace("50", "60");
const RECORD = ".autocoder/model/plan.json";

function answerTo(request: string): string {
  const maxLength = Number(/\d+/.exec(request)?.[0]);
  return JSON.stringify({
    blueprint: {
      system: "notes",
      entities: { note: { fields: { title: { type: "string", maxLength } } } },
    },
    sentences: [{ sentence: 1, paths: ["note", "note.title.maxLength"] }],
  });
}

interface Run {
  readonly code: number;
  readonly report: { readonly understanding?: Understanding };
  readonly err: string;
  readonly server: ScriptedServer;
}

interface Understanding {
  readonly plannedBy: {
    readonly model: string;
    readonly calls: number;
    readonly rounds: number;
    readonly recorded?: number;
    readonly tokens: unknown;
  };
}

/** Generates with a model of a server that plays a script; without one, no model is chosen and none can be reached. */
async function generate(
  request: string,
  out: string,
  script: Script | undefined,
  { json = true, model = "any", author = false }: {
    readonly json?: boolean;
    readonly model?: string;
    readonly author?: boolean;
  } = {},
): Promise<Run> {
  await using server = startScriptedServer(script ?? []);
  const printed = { out: "", err: "" };
  const code = await main([
    "generate",
    request,
    ...["--planner", "model", "--out", out, "--no-verify"],
    ...json ? ["--json"] : [],
    ...author ? ["--author", "model"] : [],
    ...script === undefined
      ? []
      : ["--provider", "openai-compatible", "--model", model],
    ...script === undefined ? [] : ["--base-url", server.url],
  ], {
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    isTerminal: false,
    confirm: () => undefined,
  });
  const isJson = printed.out.startsWith("{");
  return {
    code,
    report: isJson ? JSON.parse(printed.out) : {},
    err: printed.err,
    server,
  };
}

/** A plan with a behaviour, for requests that speak of crates. */
function depotPlan(description: string): string {
  const { schema: _, ...blueprint } = parse(CRATE_DEPOT);
  return JSON.stringify({
    blueprint: { ...blueprint, description },
    sentences: [{
      sentence: 1,
      paths: ["crate.weight", "crate.fragile", "crate.seal"],
    }],
  });
}

async function inFolder(test: (out: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-plans-" });
  try {
    await test(`${folder}/notes`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const bytes = async (out: string) => (await readSystemTree(out)).sha256;

Deno.test("generate --planner model asks once: the same request is answered by its record, without a model, with the same bytes", async () => {
  await inFolder(async (out) => {
    // The first answer does not pass the checks: both rounds are kept, and both are checked again.
    const broken = answerTo(REQUEST).replace('"string"', '"strin"');
    const script = [broken, answerTo(REQUEST)];
    const first = await generate(REQUEST, out, script);
    assertEquals([first.code, first.server.requests.length], [0, 2], first.err);
    const before = [
      await bytes(out),
      await Deno.readTextFile(`${out}/${RECORD}`),
    ];

    const again = await generate(REQUEST, out, () => answerTo(LONGER));
    assertEquals([again.code, again.server.requests.length], [0, 0], again.err);
    const { model, rounds, recorded, calls, tokens } =
      again.report.understanding?.plannedBy ?? {};
    assertEquals(
      { model, rounds, recorded, calls, tokens },
      {
        model: "openai-compatible/any",
        rounds: 2,
        recorded: 2,
        calls: 0,
        tokens: { input: 0, output: 0, cached: 0 },
      },
    );
    const evidence = JSON.parse(
      await Deno.readTextFile(`${out}/evidence/generation.json`),
    );
    assertEquals(evidence.plannedBy.calls, 0);

    // Neither a key nor a name of a model is needed for what is kept.
    const offline = await generate(REQUEST, out, undefined, {
      json: false,
    });
    assertEquals(offline.code, 0, offline.err);
    assertStringIncludes(
      offline.err,
      "Planned by openai-compatible/any in 2 rounds, 0 calls: answered by the record of openai-compatible/any\n",
    );
    assertEquals(
      [await bytes(out), await Deno.readTextFile(`${out}/${RECORD}`)],
      before,
    );
  });
});

Deno.test("generate --planner model asks again for another request or by another model, and puts the new system in place", async () => {
  await inFolder(async (out) => {
    await generate(REQUEST, out, [answerTo(REQUEST)]);
    const before = await bytes(out);
    const other = await generate(REQUEST, out, [answerTo(REQUEST)], {
      model: "other",
    });
    assertEquals([other.code, other.server.requests.length], [0, 1], other.err);
    assertEquals(await bytes(out), before);
    const changed = await generate(LONGER, out, [answerTo(LONGER)]);
    assertEquals(
      [changed.code, changed.server.requests.length],
      [0, 1],
      changed.err,
    );
    assert(await bytes(out) !== before);
    assertStringIncludes(
      await Deno.readTextFile(`${out}/blueprint.yaml`),
      "maxLength: 60",
    );
    // Back again: what was kept of the first is no more.
    const back = await generate(REQUEST, out, [answerTo(REQUEST)]);
    assertEquals([back.code, back.server.requests.length], [0, 1], back.err);
    assertEquals(await bytes(out), before);
  });
});

Deno.test("generate --planner model refuses a record that was damaged, and holds one that was rewritten to every check", async () => {
  await inFolder(async (out) => {
    const path = `${out}/${RECORD}`;
    await generate(REQUEST, out, [answerTo(REQUEST)]);
    const record = await Deno.readTextFile(path);
    for (const damaged of ["{", record.replace("50", "51")]) {
      await Deno.writeTextFile(path, damaged);
      const refused = await generate(REQUEST, out, [answerTo(REQUEST)]);
      assertEquals([refused.code, refused.server.requests.length], [2, 0]);
      assertStringIncludes(refused.err, `Cannot use "${path}": found `);
      assertStringIncludes(refused.err, "or remove it");
      assert(!/^ {4}at /m.test(refused.err), refused.err);
    }
    // Whoever writes a whole record can say no more in it than a model can: code in a plan is refused, and the model is asked.
    const { replies: [first], ...rest } = JSON.parse(record);
    const text = answerTo(REQUEST).replace(
      '"fields"',
      '"hooks": { "beforeCreate": { "run": "Deno.exit(0);" } }, "fields"',
    );
    const forged = { ...first, text, sha256: await sha256(text) };
    await Deno.writeTextFile(
      path,
      JSON.stringify({ ...rest, replies: [forged] }),
    );
    const held = await generate(REQUEST, out, [answerTo(REQUEST)]);
    assertEquals([held.code, held.server.requests.length], [0, 1], held.err);
    const { calls, recorded } = held.report.understanding?.plannedBy ?? {};
    assertEquals([calls, recorded], [1, 1]);
    const [question] = held.server.requests;
    assertStringIncludes(question?.text ?? "", "beforeCreate");
    const blueprint = await Deno.readTextFile(`${out}/blueprint.yaml`);
    assert(!blueprint.includes("Deno.exit"), blueprint);
  });
});

Deno.test("generate --planner model leaves a system alone that somebody has changed, or that no model has planned", async () => {
  await inFolder(async (out) => {
    await generate(REQUEST, out, [answerTo(REQUEST)]);
    await Deno.writeTextFile(`${out}/README.md`, "mine");
    const edited = await generate(LONGER, out, [answerTo(LONGER)]);
    assertEquals([edited.code, edited.server.requests.length], [2, 0]);
    assertStringIncludes(
      edited.err,
      'found "README.md" changed since it was generated',
    );
    assertEquals(await Deno.readTextFile(`${out}/README.md`), "mine");
  });
  await inFolder(async (out) => {
    await generate(REQUEST, out, [answerTo(REQUEST)]);
    await Deno.remove(`${out}/${RECORD}`);
    const removed = await generate(REQUEST, out, [answerTo(REQUEST)]);
    assertEquals([removed.code, removed.server.requests.length], [0, 1]);
    await Deno.remove(`${out}/${RECORD}`);
    await Deno.remove(`${out}/evidence`, { recursive: true });
    const foreign = await generate(LONGER, out, [answerTo(LONGER)]);
    assertEquals([foreign.code, foreign.server.requests.length], [2, 0]);
    assertStringIncludes(foreign.err, "wanted an empty or missing folder");
  });
});

Deno.test("generate --planner model --author model pays for plan and behaviours once each, and asks for what has changed alone", async () => {
  const request = "Fragile crates of more than 20 kg are not sealed.";
  await inFolder(async (out) => {
    const script: Script = ({ text }) =>
      text.includes("ts file=crate_seal_guard.ts")
        ? sealAnswer(RIGHT_BODY)
        : depotPlan(text.includes("never") ? "Crates that stay." : "Crates.");
    // Nobody is to write the behaviour: what was planned is kept all the same.
    const open = await generate(request, out, script);
    assertEquals([open.code, open.server.requests.length], [2, 1], open.err);
    assertStringIncludes(open.err, `nobody has written ("${SEAL_GUARD}")`);
    assertStringIncludes(open.err, `The plan is kept in "${out}"`);

    const written = await generate(request, out, script, { author: true });
    assertEquals(
      [written.code, written.server.requests.length],
      [0, 1],
      written.err,
    );
    assertEquals(written.report.understanding?.plannedBy.calls, 0);
    const before = await bytes(out);

    const again = await generate(request, out, script, { author: true });
    assertEquals([again.code, again.server.requests.length], [0, 0], again.err);
    assertEquals(await bytes(out), before);
    const offline = await generate(request, out, undefined, { author: true });
    assertEquals(offline.code, 0, offline.err);
    assertEquals(await bytes(out), before);

    const other = request.replace("not", "never");
    const changed = await generate(other, out, script, { author: true });
    assertEquals(
      [changed.code, changed.server.requests.length],
      [0, 1],
      changed.err,
    );
    assert(await bytes(out) !== before);
    const logic = await Deno.readTextFile(`${out}/logic/crate_logic.ts`);
    assertStringIncludes(logic, "crate.weight > 20");
  });
});
