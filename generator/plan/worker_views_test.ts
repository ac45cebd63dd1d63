import { assert, assertEquals } from "@std/assert";
import { posix } from "node:path";
import { generateFiles } from "../generate.ts";
import { prepareBlueprint } from "../prepare.ts";
import {
  mayHaveWorkers,
  processBounds,
  workerSources,
} from "./worker_views.ts";

const NOTE = "note: { fields: { title: { type: string } } }";

/** Systems that differ in what their threads have to load. */
const SYSTEMS: Readonly<Record<string, string>> = {
  "that keeps notes": `entities: { ${NOTE} }`,
  "that is only read":
    "entities: { note: { operations: [list, get], fields: { title: { type: string } } } }",
  "with files":
    "entities: { note: { fields: { title: { type: string }, scan: { type: file, maxBytes: 1MB } } } }",
  "of its own shape": `api: { resources: { note: {} } }\nentities: { ${NOTE} }`,
  "with webhooks":
    `webhooks: { made: { on: note.create, hosts: [hooks.example.com] } }\nentities: { ${NOTE} }`,
  "with schedules, endpoints and keys": `http: { idempotency: { keep: 2d } }
entities:
  note:
    bulk: all
    softDelete: true
    fields: { title: { type: string }, state: { type: enum, values: [new, old], default: new } }
    actions: { age: { set: { state: old }, when: { state: new } } }
schedule:
  ageing: { every: 15m, entity: note, where: { state: new }, before: { updatedAt: $now-30d }, do: age }
endpoints:
  report:
    path: /reports
    answer: { total: { type: integer, required: true } }
    run: |
      let total = 0;
      for await (const _note of api.notes.listAll({})) total += 1;
      return { total };
`,
};

for (const [what, parts] of Object.entries(SYSTEMS)) {
  Deno.test(`workerSources() names what the threads of a system load ${what}, and nothing else`, async () => {
    const { model, text } = await prepared(parts);
    assert(mayHaveWorkers(model));
    const { files } = await generateFiles(model, text);
    const loaded = loadedFrom(
      "worker.ts",
      new Map(files.map(({ path, text }) => [path, text])),
    );
    const sources = workerSources(model, {});
    const needless = sources.filter((source) =>
      !loaded.some((path) => isWithin(path, source))
    );
    assertEquals(needless, []);
    const missing = loaded.filter((path) =>
      !sources.some((source) => isWithin(path, source))
    );
    assertEquals(missing, []);
  });
}

for (
  const [what, parts, reason] of [
    [
      "users",
      `users: {}\nentities: { user: { fields: { email: { type: email, required: true, unique: true } } }, ${NOTE} }`,
      "failed logins",
    ],
    [
      "limits",
      `http: { rateLimit: { requests: 10, per: 1m } }\nentities: { ${NOTE} }`,
      "requests of each client",
    ],
    [
      "caches",
      "entities: { note: { cache: { entries: 9, seconds: 9 }, fields: { title: { type: string } } } }",
      "what was read",
    ],
    [
      "live updates",
      "entities: { note: { live: true, fields: { title: { type: string } } } }",
      "live updates",
    ],
  ] as const
) {
  Deno.test(`a system with ${what} has no workers, and says why`, async () => {
    const { model, text } = await prepared(parts);
    assertEquals(mayHaveWorkers(model), false);
    const [bound = "", ...more] = processBounds(model);
    assert(bound.includes(reason), bound);
    assertEquals(more, []);
    const { files } = await generateFiles(model, text);
    assert(!files.some(({ path }) => path === "worker.ts"));
    const of = (at: string) =>
      files.find(({ path }) => path === at)?.text ?? "";
    assert(of("config/system_config.ts").includes("WORKERS: oneProcess("));
    assert(of("README.md").replaceAll(/\s+/g, " ").includes(bound));
  });
}

for (const engine of ["memory", "sqlite"]) {
  Deno.test(`a system on ${engine} knows no workers, and says how many processes it is`, async () => {
    const { model, text } = await prepared(`entities: { ${NOTE} }`, engine);
    const { files } = await generateFiles(model, text);
    for (const { path, text } of files) {
      assert(!text.includes("WORKERS"), path);
    }
    const readme = files.find(({ path }) => path === "README.md")?.text ?? "";
    assert(readme.includes("It is one process with one event loop"));
  });
}

async function prepared(parts: string, engine = "postgres") {
  const text =
    `schema: autocoder/v1\nsystem: notes\nstore: { engine: ${engine} }\n${parts}\n`;
  const { model, diagnostics } = await prepareBlueprint(text, "system.yaml");
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  assertEquals(errors, []);
  assert(model);
  return { model, text };
}

/** What a module loads when it runs: types are not there then. */
function loadedFrom(
  start: string,
  files: ReadonlyMap<string, string>,
): string[] {
  const found = new Set([start]);
  for (const path of found) { // grows while it is walked
    const text = files.get(path) ?? "";
    for (const [, specifier = ""] of text.matchAll(LOADED)) {
      const named = specifier === "@autocoder/harness"
        ? "harness/mod.ts"
        : posix.join(posix.dirname(path), specifier);
      if (files.has(named)) found.add(named);
    }
  }
  return [...found];
}

function isWithin(path: string, source: string): boolean {
  return path === source || path.startsWith(`${source}/`);
}

const LOADED = /^(?:import|export)(?! type\b)[^;"]*?\bfrom "([^"]+)"/gm;
