/**
 * Writes the generated modules: templates as checked functions, harness and kit as text.
 *
 * A generated module is the one way to load them that works from a checkout, from a remote module
 * and inside a compiled binary alike. `deno task bundle` writes; with `--check` it compares.
 *
 * @module
 */
import { compileTemplateBody } from "./compile_template.ts";

/** The text of each generated module, by file name. */
export async function bundle(): Promise<Readonly<Record<string, string>>> {
  return {
    "templates.gen.ts": templatesModule(
      await readTree(HERE, (path) => path.endsWith(".eta")),
    ),
    "verbatim.gen.ts": await verbatimModule(),
  };
}

/** Reads a folder of this repository as `path → text`, sorted by path. */
export async function readTree(
  folder: URL,
  wanted: (path: string) => boolean,
): Promise<[string, string][]> {
  const found: [string, string][] = [];
  async function visit(folder: URL, prefix: string): Promise<void> {
    for await (const entry of Deno.readDir(folder)) {
      const path = prefix + entry.name;
      if (entry.isDirectory) {
        await visit(new URL(`${entry.name}/`, folder), `${path}/`);
      } else if (wanted(path)) {
        found.push([
          path,
          await Deno.readTextFile(new URL(entry.name, folder)),
        ]);
      }
    }
  }
  await visit(folder, "");
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

function templatesModule(templates: readonly [string, string][]): string {
  const functions = templates.map(([path, source]) =>
    `  ${JSON.stringify(path)}: (it) => {\n    let out = "";\n${
      compileTemplateBody(source, path)
    }\n    return out;\n  },`
  );
  return [
    HEADER,
    `import type { TemplateViews } from "./views.ts";`,
    `import { md, sql, text, ts, yaml } from "./template_language.ts";`,
    ``,
    `/** A template as a function of its view. */`,
    `export type Templates = { readonly [P in keyof TemplateViews]: (it: TemplateViews[P]) => string };`,
    ``,
    `/** Every template, compiled. */`,
    `export const TEMPLATES: Templates = {`,
    ...functions,
    `};`,
    ``,
    `// Languages without a template yet would be unused imports.`,
    `void [md, sql, text, ts, yaml];`,
    ``,
  ].join("\n");
}

async function verbatimModule(): Promise<string> {
  const files: Record<string, string> = {};
  const harness = new Map(
    await readTree(new URL("../harness/", HERE), isShipped),
  );
  for (const entry of HARNESS_ENTRIES) {
    for (const path of reachable(entry, harness)) {
      files[`harness/${path}`] = harness.get(path)!;
    }
  }
  for (const [path, text] of await readTree(new URL("kit/", HERE), isShipped)) {
    files[`kit/${path}`] = text;
  }
  return [
    HEADER,
    `/** The sources that are copied verbatim into outputs, by their path there. */`,
    `export const VERBATIM: Readonly<Record<string, string>> = ${
      JSON.stringify(files, null, 2)
    };`,
    ``,
  ].join("\n");
}

/** The modules of a flat folder that one of them imports, directly or through others, itself among them. */
function reachable(
  start: string,
  modules: ReadonlyMap<string, string>,
): string[] {
  const found = new Set([start]);
  for (const path of found) { // grows while it is walked
    for (const [, name] of (modules.get(path) ?? "").matchAll(IMPORT)) {
      if (modules.has(name!)) found.add(name!);
    }
  }
  return [...found].sort();
}

function isShipped(path: string): boolean {
  return path.endsWith(".ts") &&
    !path.endsWith("_test.ts") &&
    !path.startsWith("testdata/") && !TEST_SUPPORT.includes(path);
}

async function main(check: boolean): Promise<number> {
  let stale = 0;
  for (const [file, text] of Object.entries(await bundle())) {
    const url = new URL(file, HERE);
    const present = await Deno.readTextFile(url).catch(() => "");
    if (present === text) continue;
    if (!check) await Deno.writeTextFile(url, text);
    else {
      stale++;
      await Deno.stderr.write(
        new TextEncoder().encode(
          `templates/${file} is stale: run "deno task bundle"\n`,
        ),
      );
    }
  }
  return stale === 0 ? 0 : 1;
}

/** What outputs import of the harness: to run, and to be tested. */
const HARNESS_ENTRIES = ["mod.ts", "testing.ts"];

/** What only our own tests use. */
const TEST_SUPPORT = [
  "admin_doubles.ts",
  "blog_filters.ts",
  "blog_steps.ts",
  "channel_model.ts",
  "example_blog.ts",
  "example_blog_postgres.ts",
  "example_orders.ts",
  "postgres_fixture.ts",
  "raw_http.ts",
  "run_system_fixture.ts",
  "run_workers_fixture.ts",
  "sample_api.ts",
  "serve_as_worker_fixture.ts",
  "test_doubles.ts",
  "test_with_postgres.ts",
  "whatwg_case.ts",
];

const IMPORT = /\bfrom "\.\/([^"]+)"/g;
const HERE = new URL("./", import.meta.url);
const HEADER =
  `// Written by "deno task bundle" from the files beside it; do not edit.\n// deno-lint-ignore-file\n`;

if (import.meta.main) Deno.exit(await main(Deno.args.includes("--check")));
