import { assertEquals } from "@std/assert";
import { posix } from "node:path";
import { generatedDocs } from "../generator/blueprint/write_docs.ts";
import { bundle, readTree } from "../templates/bundle.ts";
import { TOOL_VERSION } from "../generator/version.ts";

const ROOT = new URL("../", import.meta.url);

/** Which packages each package may import from. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  harness: [],
  templates: ["harness", "deps"],
  generator: ["templates", "harness", "deps"],
  validation: ["generator", "templates", "harness", "deps"],
  authoring: ["validation", "generator", "templates", "harness", "deps"],
  cli: [
    "authoring",
    "validation",
    "generator",
    "templates",
    "harness",
    "deps",
  ],
};

for (const [area, allowed] of Object.entries(ALLOWED)) {
  Deno.test(`imports of ${area}/ point one way`, async () => {
    const wrong: string[] = [];
    for (
      const [path, text] of await readTree(
        new URL(`${area}/`, ROOT),
        (path) => path.endsWith(".ts"),
      )
    ) {
      if (path.endsWith(".gen.ts") || path.startsWith("testdata/")) continue;
      for (const target of importedAreas(`${area}/${path}`, text)) {
        if (target !== area && !allowed.includes(target)) {
          wrong.push(`${area}/${path} imports ${target}/`);
        }
      }
    }
    assertEquals(wrong, []);
  });
}

Deno.test("the kit imports nothing but the harness and npm packages", async () => {
  const wrong: string[] = [];
  for (
    const [path, text] of await readTree(
      new URL("templates/kit/", ROOT),
      (path) => path.endsWith(".ts"),
    )
  ) {
    if (path.endsWith("_test.ts")) continue;
    for (const [, specifier = ""] of text.matchAll(IMPORT)) {
      const known = [
        "@autocoder/harness",
        "hono",
        "hono/cors",
        "jose",
        "zod",
        "fast-check",
        "postgres",
      ]
        .includes(
          specifier,
        ) ||
        specifier.startsWith("node:") || /^\.\/[a-z0-9_]+\.ts$/.test(specifier);
      if (!known) wrong.push(`kit/${path} imports ${specifier}`);
    }
  }
  assertEquals(wrong, []);
});

Deno.test("safe text is made in templates/safe_text.ts alone", async () => {
  const sources = await Promise.all(
    ["generator", "templates", "validation", "authoring", "cli"].map(async (
      area,
    ) =>
      (await readTree(
        new URL(`${area}/`, ROOT),
        (path) => path.endsWith(".ts") && !/^kit\/|\.gen\.ts$/.test(path),
      )).map(([path, text]) => [`${area}/${path}`, text] as const)
    ),
  );
  const wrong = sources.flat()
    .filter(([path]) => path !== "templates/safe_text.ts")
    .flatMap(([path, text]) =>
      castsToSafeText(text).map((cast) => `${path}: ${cast}`)
    );
  assertEquals(wrong, []);
});

Deno.test("castsToSafeText() sees every way round the compiler", () => {
  const aliases = 'import type { Safe } from "./safe_text.ts";\n' +
    'type Ts = Safe<"ts">;\ntype Both = Ts | undefined;\n';
  for (
    const cast of [
      "x as Ts",
      'x as Safe<"md">',
      "x as\n    Safe<\n  'ts'>",
      "x as readonly Ts[]",
      "x as Both",
      "x as SampleView['file']",
      "x as unknown as Record<string, Ts>",
      "x as never",
      "x as any",
      "<Ts>x",
      "(x): x is Ts =>",
    ]
  ) assertEquals(castsToSafeText(`${aliases}${cast};`).length, 1, cast);
  const fine = "const x: Ts = safe`a`; y as const; z as Other; f<Ts>(x);";
  assertEquals(castsToSafeText(`${aliases}${fine}`), []);
  assertEquals(castsToSafeText("x as never; x as Name;"), []);
});

Deno.test("the generated modules are fresh", async () => {
  for (const [file, text] of Object.entries(await bundle())) {
    const present = await Deno.readTextFile(new URL(`templates/${file}`, ROOT));
    assertEquals(
      present === text,
      true,
      `templates/${file} is stale: run "deno task bundle"`,
    );
  }
});

Deno.test("the generated documents are fresh", async () => {
  for (const [path, text] of Object.entries(await generatedDocs())) {
    const present = await Deno.readTextFile(new URL(path, ROOT));
    assertEquals(
      present === text,
      true,
      `${path} is stale: run "deno task docs"`,
    );
  }
});

Deno.test("both packages have the tool's version", async () => {
  for (const file of ["deno.json", "harness/deno.json"]) {
    assertEquals(
      JSON.parse(await Deno.readTextFile(new URL(file, ROOT))).version,
      TOOL_VERSION,
    );
  }
});

function importedAreas(path: string, text: string): string[] {
  const areas: string[] = [];
  for (const [, specifier = ""] of text.matchAll(IMPORT)) {
    if (specifier.startsWith("@autocoder/harness")) areas.push("harness");
    if (specifier.startsWith("@std/") && !path.endsWith("_test.ts")) {
      areas.push("deps");
    }
    if (specifier.startsWith(".")) {
      areas.push(
        posix.join(posix.dirname(path), specifier).split("/")[0] ?? "",
      );
    }
  }
  return areas;
}

/** Lists the casts of a module that knows safe text by which a plain string could pass as safe. */
function castsToSafeText(source: string): string[] {
  if (!/(safe_text|views)\.ts"/.test(source)) return [];
  const code = source.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, "");
  const isSafe = (type: string) =>
    (type.match(/\w+/g) ?? []).some((word) =>
      safe.has(word) || word.endsWith("View")
    );
  const safe = new Set(["Safe", "Name", "any", "never"]);
  for (let size = 0; size < safe.size;) {
    size = safe.size;
    for (const [, alias = "", meaning = ""] of code.matchAll(ALIAS)) {
      if (isSafe(meaning)) safe.add(alias);
    }
  }
  return [...code.matchAll(CAST)].map(([cast]) => cast).filter(isSafe);
}

const ALIAS = /\btype (\w+) =([^;]*);/g;
const CAST =
  /\b(?:as|is)\s+(?!const\b)(?:[^;,(){}`<]|<[^;(){}`]*>)+|(?<![\w`"'])<\w+>(?=[\w"'`(])/g;

const IMPORT = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;

Deno.test("every test file beside this one is run by a task", async () => {
  const { tasks } = JSON.parse(
    await Deno.readTextFile(new URL("../deno.json", import.meta.url)),
  );
  const commands = JSON.stringify(tasks);
  const left: string[] = [];
  for await (const { name } of Deno.readDir(new URL(".", import.meta.url))) {
    if (!name.endsWith("_test.ts")) continue;
    if (!commands.includes(`tests/${name}`)) left.push(name);
  }
  assertEquals(left, []);
});
