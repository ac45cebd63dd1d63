/**
 * Forty behaviours in four waves against a server that takes 300 ms for each answer: how near asking comes to the ideal.
 *
 * @module
 */
import { startScriptedServer } from "../../authoring/testdata/scripted_server.ts";
import { block } from "../../tests/authoring/crate_depot.ts";
import { runGenerate } from "../../tests/authoring/run_generate.ts";

const ENTITIES = 10;
const FIELDS = ["first", "second", "third", "fourth"] as const;
const LATENCY_MS = 300;
const PARALLEL = 5;

/** Each field builds on the one before it, so that there are as many waves as fields. */
function blueprint(): string {
  const entities = Array.from({ length: ENTITIES }, (_, index) => {
    const fields = FIELDS.map((field, at) =>
      `      ${field}: { type: integer, computed: { behavior: ${
        at === 0 ? "Twice the size" : `One more than ${FIELDS[at - 1]}`
      }. } }`
    );
    return [
      `  box${index}:`,
      "    fields:",
      "      size: { type: integer, required: true, min: 0, max: 1000 }",
      ...fields,
    ].join("\n");
  });
  return `system: many_boxes\nstore: { engine: memory }\nentities:\n${
    entities.join("\n")
  }\n`;
}

/** Answers a unit by its head; the value of the field before it may be null. */
function answer(text: string): string {
  const signature =
    /```ts\n(export function compute\w+\([^]*?\)[^{]*?) \{\n```/.exec(text)
      ?.[1] ??
      "";
  const field = /compute(\w+)\(/.exec(signature)?.[1]?.toLowerCase() ?? "";
  const [, parameter = "", entity = ""] =
    /\(\s*(\w+): Omit<(\w+)/.exec(signature) ?? [];
  const [file = "", testFile = ""] = [...text.matchAll(/ts file=(\S+)/g)]
    .map(([, file = ""]) => file);
  const at = FIELDS.findIndex((one) => one === field);
  const before = FIELDS[at - 1];
  const body = before === undefined
    ? `return ${parameter}.size * 2;`
    : `return (${parameter}.${before} ?? 0) + 1;`;
  const given = before === undefined ? "size: 7" : `${before}: 7`;
  const [, logic = ""] = [
    ...text.matchAll(/^import \{[^}]*\bcompute\w+[^}]*\} from "([^"]+)"/gm),
  ].at(-1) ?? [];
  const name = `compute${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  return block(file, `${signature} {\n  ${body}\n}`) +
    block(
      testFile,
      `import assert from "node:assert/strict";
import { ${name} } from "${logic}";

const BOX = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  size: 1,
${FIELDS.slice(0, Math.max(0, at)).map((one) => `  ${one}: 1,`).join("\n")}
};

Deno.test("${name} of ${entity} follows from what it builds on", () => {
  assert.equal(${name}({ ...BOX, ${given} }), ${before === undefined ? 14 : 8});
${
        before === undefined
          ? ""
          : `  assert.equal(${name}({ ...BOX, ${before}: null }), 1);\n`
      }});
`,
    );
}

/** Runs it once. */
async function record(): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-waves-" });
  try {
    await using server = startScriptedServer(
      ({ turns }) => answer(turns[0]?.text ?? ""),
      {
        latencyMs: LATENCY_MS,
      },
    );
    await Deno.writeTextFile(`${folder}/blueprint.yaml`, blueprint());
    const run = await runGenerate({
      blueprint: `${folder}/blueprint.yaml`,
      out: `${folder}/system`,
      url: server.url,
      args: ["--no-verify", "--parallel", String(PARALLEL)],
    });
    const authoring = run.report?.authoring;
    if (run.code !== 0 || !authoring) {
      throw new Error(`exit ${run.code}\n${run.stderr.slice(0, 4_000)}`);
    }
    const { waves, total } = authoring;
    const ideal = FIELDS.length * Math.ceil(ENTITIES / PARALLEL) * LATENCY_MS;
    const asked = waves.reduce((sum, { parallelMs }) => sum + parallelMs, 0);
    const lines = [
      `${total.units} behaviours, ${waves.length} waves, ${total.calls} calls, at most ${server.mostConcurrent} at once (limit ${PARALLEL}), ${LATENCY_MS} ms each`,
      `ideal ${ideal} ms, asked for ${Math.round(asked)} ms: ${
        (asked / ideal).toFixed(2)
      } times the ideal (wanted at most 1.5); one after another ${
        Math.round(total.sequentialMs)
      } ms`,
      `with all checks (types, linter, tests, mutants of all forty, all tests of the system) and generation ${
        (run.ms / 1000).toFixed(1)
      } s`,
    ];
    print(`${lines.join("\n")}\n`);
    const isRight = waves.length === FIELDS.length && total.calls === 40 &&
      asked <= 1.5 * ideal;
    if (!isRight) throw new Error("found other figures than were wanted");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

await record();
