/**
 * Generates a system of thirty related entities, checks its types and runs its own tests, and says how long each took.
 *
 * `deno run -A evidence/generation/thirty_entities.ts [entities]`
 *
 * The blueprint is the same every time: each entity has fields of several types and belongs to one or two that come
 * before it, every third has an action. Ends with exit code 1 unless everything is green.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { circumstances, print } from "../record.ts";

interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly ok: boolean;
  readonly says: string;
}

/** Writes the blueprint of a system with so many entities. */
function blueprintOf(count: number): string {
  const entities = Array.from({ length: count }, (_, index) => entityOf(index));
  return [
    "system: thirty_entities",
    "description: A system of many related entities.",
    "store: { engine: sqlite }",
    "entities:",
    ...entities.flat(),
    "",
  ].join("\n");
}

function entityOf(index: number): string[] {
  const name = nameOf(index);
  const parents = [...new Set([index - 1, Math.floor(index / 2)])].filter((
    one,
  ) => one >= 0 && one < index && index % 5 !== 0);
  return [
    `  ${name}:`,
    "    fields:",
    `      title: { type: string, required: true, maxLength: ${80 + index} }`,
    ...(index % 2 === 0
      ? [
        "      code: { type: string, required: true, unique: true, maxLength: 40 }",
      ]
      : []),
    "      amount: { type: decimal, scale: 2, min: 0 }",
    "      dueAt: { type: datetime }",
    "      isPublic: { type: boolean, default: false }",
    "      status: { type: enum, values: [open, done, dropped], default: open }",
    ...(parents.length === 0 ? [] : [
      "    relations:",
      ...parents.map((parent, place) =>
        `      ${nameOf(parent)}: { belongsTo: ${nameOf(parent)}, ${
          place === 0 ? "required: true" : "onDelete: clear, required: false"
        } }`
      ),
    ]),
    ...(index % 3 === 0
      ? [
        "    actions:",
        "      finish: { set: { status: done }, when: { status: open } }",
      ]
      : []),
  ];
}

function nameOf(index: number): string {
  return NAMES[index] ?? `${NAMES[index % NAMES.length]}_${index}`;
}

async function timed(
  name: string,
  work: () => Promise<{ readonly ok: boolean; readonly says: string }>,
): Promise<Step> {
  const start = performance.now();
  const { ok, says } = await work();
  return { name, ok, says, seconds: (performance.now() - start) / 1000 };
}

async function deno(
  args: readonly string[],
  cwd: string,
  summary: RegExp = /^(?:ok|FAILED) \| .*$/m,
): Promise<{ readonly ok: boolean; readonly says: string }> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  const text = decoder.decode(stdout) + decoder.decode(stderr);
  const sum = summary.exec(text)?.[0] ?? "";
  return { ok: success, says: success ? sum : text.slice(-2000) };
}

async function measure(count: number): Promise<readonly Step[]> {
  const folder = `${await Deno.makeTempDir()}/thirty_entities`;
  try {
    const text = blueprintOf(count);
    const generated = await timed("generate and write", async () => {
      const { model, diagnostics } = await prepareBlueprint(
        text,
        "blueprint.yaml",
      );
      if (!model) return { ok: false, says: JSON.stringify(diagnostics) };
      const { files } = await generateFiles(model, text);
      await writeSystem(folder, files);
      const lines = files.reduce(
        (sum, file) => sum + file.text.split("\n").length - 1,
        0,
      );
      return { ok: true, says: `${files.length} files, ${lines} lines` };
    });
    if (!generated.ok) return [generated];
    return [
      generated,
      await timed(
        "type check",
        () => deno(["check", "-q", "main.ts", "tests"], folder),
      ),
      await timed(
        "format and lint",
        async () => {
          const formatted = await deno(["fmt", "--check"], folder);
          return formatted.ok ? await deno(["lint", "-q"], folder) : formatted;
        },
      ),
      await timed(
        "its own tests",
        () => deno(["task", "test", "--no-check"], folder),
      ),
      await timed("all of it by autocoder verify", async () => {
        const cli = fileURLToPath(new URL("../../cli.ts", import.meta.url));
        const args = ["run", "-A", cli, "verify", folder];
        return await deno(args, folder, /^(?:Verified|FAILED): .* passed/m);
      }),
    ];
  } finally {
    await Deno.remove(folder.slice(0, folder.lastIndexOf("/")), {
      recursive: true,
    });
  }
}

const NAMES =
  "region branch supplier warehouse product contract customer invoice payment shipment vehicle driver route depot ticket project milestone worker team budget asset inspection report course lesson student teacher classroom exam grade"
    .split(" ");

if (import.meta.main) {
  const count = Number(Deno.args[0] ?? "30");
  const { machine, versions } = await circumstances("thirty_entities.ts");
  const steps = await measure(count);
  print(`${count} entities, deno ${versions.deno}, ${machine}\n\n`);
  print("| step | seconds | |\n| --- | --- | --- |\n");
  for (const { name, seconds, ok, says } of steps) {
    print(
      `| ${name} | ${seconds.toFixed(1)} | ${ok ? says : `FAILED ${says}`} |\n`,
    );
  }
  Deno.exit(steps.every(({ ok }) => ok) ? 0 : 1);
}
