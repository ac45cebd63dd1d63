import { assertEquals, assertStringIncludes } from "@std/assert";
import { withRecords, withStubs } from "../generator/authored/fill_answers.ts";
import { fileKey, renderedFiles } from "../generator/authored/file_unit.ts";
import { generateFiles } from "../generator/generate.ts";
import { compileBlueprint } from "../generator/model/compile_blueprint.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import { fileFindings, findingsOf } from "./check_authored.ts";
import {
  AUTHORED_BLUEPRINT,
  authoredUnit,
  recordFor,
  writeAuthored,
} from "./testdata/authored_system.ts";
import type { Check } from "./report.ts";
import { verifySystem } from "./verify_system.ts";

Deno.test("findingsOf() finds nothing in what keeps to its bounds", async () => {
  const { unit } = await authoredUnit();
  assertEquals(await findingsOf([unit], [recordFor(unit)]), []);
});

Deno.test("findingsOf() tells of bodies and tests that go beyond their bounds (V212)", async () => {
  const { unit } = await authoredUnit();
  const body = 'return Deno.env.get("HOME");';
  const [outside] = await findingsOf([unit], [recordFor(unit, { body })]);
  assertEquals(outside?.code, "V212");
  assertStringIncludes(outside?.place ?? "", unit.id);
  const test = 'import { readFile } from "node:fs";\nreadFile("x");\n';
  const found = await findingsOf([unit], [recordFor(unit, { test })]);
  assertEquals(found.every(({ code }) => code === "V212"), true);
  assertStringIncludes(found[0]?.cause ?? "", "node:fs");
});

Deno.test("findingsOf() tells of a behaviour that nothing is written for, or not for what it says now (V213)", async () => {
  const { unit } = await authoredUnit();
  const codes = async (...records: Parameters<typeof findingsOf>[1]) =>
    (await findingsOf([unit], records)).map(({ code }) => code);
  assertEquals(await codes(), ["V213"]);
  assertEquals(await codes({ ...recordFor(unit), key: "older" }), ["V213"]);
});

Deno.test("fileFindings() holds every whole file to what is rendered in its place (V212)", async () => {
  const { model, unit } = await authoredUnit();
  const rendered = await renderedFiles(withStubs(model, [unit]));
  const path = "validations/crate_rules.ts";
  const own = rendered.get(path)?.text ?? "";
  const found = (file: string, text: string) => {
    const { body: _, ...record } = recordFor({ ...unit, id: file });
    return fileFindings(rendered, [{ ...record, files: { [file]: text } }]);
  };
  assertEquals(await found(path, `// Mine.\n${own}`), []);
  const evil = `${own}\nexport const HERE: number = Deno.pid;\n`;
  const [first] = await found(path, evil);
  assertEquals(first?.code, "V212");
  assertStringIncludes(first?.place ?? "", `${path}:`);
  assertStringIncludes(first?.cause ?? "", "Deno");
  assertEquals((await found("main.ts", "export {};\n")).length, 1);
  assertEquals((await found("extra.ts", "export {};\n")).length, 1);
});

Deno.test("a verification runs nothing of a system before what a model wrote was scanned", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const worded = await writeAuthored(`${folder}/worded`, {
      body: 'fetch("http://127.0.0.1:9/");',
    });
    const plain = await writeWithFile(`${folder}/plain`);
    for (const dir of [worded, plain]) {
      const { checks, status } = await verifySystem(dir);
      assertEquals(status, "failed");
      const ran = checks.filter(({ tier, state }) =>
        tier !== 1 && state !== "not_run"
      );
      assertEquals(ran.map(({ id, state }) => [id, state]), [
        ["logic.authored", "failed"],
      ]);
      const types = checks.find(({ id }) => id === "logic.types");
      assertEquals(types?.note, "logic.authored did not pass");
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a verification runs what a model wrote as tests, and finds those that fail or are not there (V214, V215)", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const dir = await writeAuthored(`${folder}/right`);
    assertEquals(await authored(dir), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["passed"],
    });
    const body = 'if (crate.weight > 21) return "Too heavy.";';
    const wrong = await writeAuthored(`${folder}/wrong`, { body });
    assertEquals(await authored(wrong), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["failed", "V214"],
    });
    const none = await writeAuthored(`${folder}/none`, {
      test: "export {};\n",
    });
    assertEquals(await authored(none), {
      "logic.authored": ["passed"],
      "logic.authored_tests": ["failed", "V215"],
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Writes a system without behaviours, with a file that a model wrote and that reaches out. */
async function writeWithFile(folder: string): Promise<string> {
  const text = AUTHORED_BLUEPRINT.replace(/ +guard: .*\n/, "");
  const { model } = compileBlueprint(text);
  if (!model) throw new Error("the blueprint does not compile");
  const path = "validations/crate_rules.ts";
  const planned = (await renderedFiles(model)).get(path)?.text ?? "";
  const { unit } = await authoredUnit();
  const { body: _, ...record } = recordFor({
    ...unit,
    id: path,
    key: await fileKey(path, planned),
  });
  const own = `${planned}\nfetch("http://127.0.0.1:9/");\n`;
  const { files } = await generateFiles(
    withRecords(model, [{ ...record, files: { [path]: own } }]),
    text,
  );
  return await writeSystem(folder, files);
}

async function authored(dir: string): Promise<Record<string, string[]>> {
  const { checks } = await verifySystem(dir);
  const own = checks.filter(({ id }) => id.startsWith("logic.authored"));
  return Object.fromEntries(
    own.map(({ id, state, findings }: Check) => [
      id,
      [state, ...findings.map(({ code }) => code)],
    ]),
  );
}
