import { posix } from "node:path";
import { assert, assertEquals } from "@std/assert";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";

const GOLDEN = [
  "newsroom",
  "clubhouse",
  "reading_club",
  "plain_shape",
  "recipe_box",
  "shared_notes",
  "invoice_desk",
  "tool_rental",
  "issue_tracker",
  "orders_postgres",
];

const SYSTEMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(GOLDEN.map((name) => [
    `like ${name}`,
    Deno.readTextFileSync(
      new URL(
        `../../tests/golden/${name}/blueprint.yaml`,
        import.meta.url,
      ),
    ),
  ])),
  "in memory": `store: { engine: memory }
entities:
  task: { fields: { title: { type: string } } }
`,
  "in SQLite": `store: { engine: sqlite }
entities:
  task: { fields: { title: { type: string, required: true } } }
requirements:
  - { text: Add tasks, covers: [task.create] }
`,
  "that is only read": `store: { engine: sqlite }
entities:
  task: { operations: [list], fields: { title: { type: string } } }
`,
};

for (const [which, text] of Object.entries(SYSTEMS)) {
  for (const harness of ["vendored", "jsr"] as const) {
    Deno.test(`verbatimUnits() copies what a system ${which} reaches, of a harness ${harness}; its container leaves out the rest`, async () => {
      const files = await generate(text, harness);
      const copies = [...files.keys()].filter(isCopy);
      assertEquals(
        copies.includes("harness/testing.ts"),
        harness === "vendored",
      );
      const reached = (...roots: string[]) =>
        [...reach(files, roots)].filter(isCopy).toSorted();
      const programs = ["main.ts", "migrate.ts"].filter((path) =>
        files.has(path)
      );
      const program = reached(...programs);
      // The task of a system on PostgreSQL runs its tests by a module of the kit.
      const tests = [...files.keys()].filter((path) =>
        path.startsWith("tests/") || path === "kit/with_postgres.ts"
      );
      assertEquals(copies.toSorted(), reached(...programs, ...tests));
      const ignored = (files.get("deploy/Dockerfile.dockerignore") ?? "")
        .split("\n").filter(isCopy);
      assertEquals(ignored, copies.filter((path) => !program.includes(path)));
    });
  }
}

async function generate(
  text: string,
  harness: "vendored" | "jsr",
): Promise<ReadonlyMap<string, string>> {
  const { model, blueprintText } = await prepareBlueprint(text, "tasks.yaml");
  assert(model);
  const { files } = await generateFiles(model, blueprintText, { harness });
  return new Map(files.map((file) => [file.path, file.text]));
}

/** Follows imports, through the import map too, to all files of the system. */
function reach(
  files: ReadonlyMap<string, string>,
  roots: readonly string[],
): ReadonlySet<string> {
  const { imports }: { imports: Record<string, string> } = JSON.parse(
    files.get("deno.json") ?? "{}",
  );
  const found = new Set(roots);
  for (const path of found) { // grows while it is walked
    const text = files.get(path) ?? "";
    for (const [, specifier = ""] of text.matchAll(/ from "([^"]+)"/g)) {
      const target = imports[specifier] ??
        posix.join(posix.dirname(path), specifier);
      const file = posix.normalize(target);
      if (files.has(file)) found.add(file);
    }
  }
  return found;
}

function isCopy(path: string): boolean {
  return /^(?:harness|kit)\//.test(path);
}
