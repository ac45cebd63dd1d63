import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DeepJournal } from "../deep_journal.ts";
import { fuzzSystem } from "../testdata/fuzz_system.ts";

const BLUEPRINT = `system: bites
store: { engine: memory }
entities:
  task:
    fields:
      title: { type: string, required: true, maxLength: 200 }
      notes: { type: text }
      rank: { type: integer, default: 0 }
      completed: { type: boolean, default: false }
    actions:
      complete: { set: { completed: true } }
`;

const STORE = "components/task_store.ts";
const EXECUTE = "return this.#table.execute(command);";

/** A defect planted in the generated copy, and what the fuzz has to say of it. */
interface Bite {
  readonly what: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly code: string;
  readonly place: string;
  readonly says: string;
  /** What the shrunk command has to hold. */
  readonly shrunk?: string;
  readonly requests?: number;
  readonly limitMs?: number;
}

const BITES: readonly Bite[] = [
  {
    what: "a handler that throws on an empty text",
    path: STORE,
    from: EXECUTE,
    to:
      `if (command.kind === "insert" && command.entity.notes === "") throw new Error("no notes");\n    ${EXECUTE}`,
    code: "V601",
    place: "POST /tasks",
    says: "found 500",
    shrunk: `"notes":""`,
    requests: 900,
  },
  {
    what: "a member of another type than documented",
    path: "kit/http_response.ts",
    from: "return new Response(JSON.stringify(value), { headers });",
    to:
      'return new Response(JSON.stringify(value).replace(/"rank":(\\d+)/, \'"rank":"$1"\'), { headers });',
    code: "V603",
    place: "GET /tasks/{id}",
    says: "/rank must be integer",
  },
  {
    what: "a status that is not documented",
    path: "kit/http_response.ts",
    from: "  return new Response(null, {\n    status: 204,",
    to: "  return new Response(null, {\n    status: 202,",
    code: "V602",
    place: "DELETE /tasks/{id}",
    says: "wanted one of 204",
  },
  {
    what: "a creation that does not say where",
    path: "kit/entity_routes.ts",
    from:
      "const headers = { location: `${spec.path}/${id}`, ...tagOf(reply) };",
    to: "const headers = { ...tagOf(reply), x: `${spec.path}/${id}` };",
    code: "V604",
    place: "POST /tasks",
    says: "the header location",
  },
  {
    what: "a refusal that is no problem",
    path: "kit/problem.ts",
    from: '"application/problem+json"',
    to: '"application/json"',
    code: "V603",
    place: "POST /tasks",
    says: "wanted application/problem+json",
  },
  {
    what: "an update that loses a field",
    path: STORE,
    from: EXECUTE,
    to:
      `if (command.kind === "update") return this.#table.execute({ ...command, entity: { ...command.entity, notes: null } });\n    ${EXECUTE}`,
    code: "V606",
    place: "/tasks/{id}",
    says: "found notes",
    requests: 500,
  },
  {
    what: "a deletion that does not delete",
    path: STORE,
    from: EXECUTE,
    to:
      `if (command.kind === "delete") return this.#table.execute({ kind: "get", id: command.id });\n    ${EXECUTE}`,
    code: "V606",
    place: "DELETE /tasks/{id}",
    says: "found it still there after 204",
    requests: 500,
  },
  {
    what: "an action that is answered and not kept",
    path: STORE,
    from: EXECUTE,
    to:
      `if (command.kind === "update" && command.action) return { kind: "entity", entity: command.entity, version: command.version + 1 };\n    ${EXECUTE}`,
    code: "V606",
    place: "POST /tasks/{id}/complete",
    says: "found completed false, wanted true",
    requests: 500,
  },
  {
    what: "a refusal that writes all the same",
    path: STORE,
    from: EXECUTE,
    to:
      `if (command.kind === "get" && this.#writes++ % 5 === 4) { const found = this.#table.execute(command); if (found.kind === "entity") this.#table.execute({ kind: "update", entity: { ...found.entity, rank: 77 }, version: found.version }); return found; }\n    ${EXECUTE}`,
    code: "V606",
    place: "/tasks",
    says: "77",
    requests: 500,
  },
  {
    what: "a request that hangs",
    path: "kit/http_api.ts",
    from: "answered = route.handler(request);",
    to:
      'answered = request.raw.url.includes("rank=") ? new Promise<Response>(() => {}) : route.handler(request);',
    code: "V605",
    place: "GET /tasks",
    says: "found no whole answer",
    shrunk: "rank=",
    limitMs: 1000,
  },
  {
    what: "a log with stack traces",
    path: "kit/http_api.ts",
    from: "answered = route.handler(request);",
    to: "answered = route.handler(request); console.log(new Error().stack);",
    code: "V609",
    place: "the system's log",
    says: "a stack trace",
  },
];

Deno.test("fuzzReport() finds nothing in a system that is as generated, and says how far it went", async () => {
  const { report, log } = await fuzzSystem({
    blueprint: BLUEPRINT,
    requests: 700,
  });
  assertEquals(report.findings, []);
  assertEquals(report.ended, []);
  assertEquals("findings" in report.log && report.log.findings, []);
  assertEquals("findings" in report.memory && report.memory.findings, []);
  assertStringIncludes(report.note, "requests over 7 of 7 operations");
  assertEquals(report.note.includes("never a success"), false);
  assertStringIncludes(log, "POST /tasks/{id}/complete");
});

Deno.test("fuzzReport() finds nothing in an API with envelopes and errors by field", async () => {
  const { report } = await fuzzSystem({
    blueprint: `${BLUEPRINT}api:
  envelope: named
  errors: fields
  unknownFields: ignore
  resources:
    task: { shows: [id, title, notes, rank, completed], methods: { patch: PUT }, operations: [list, get, create, patch, delete] }
`,
    requests: 700,
  });
  assertEquals(report.findings, []);
});

for (const bite of BITES) {
  Deno.test(`fuzzReport() finds ${bite.what}`, async () => {
    const { report } = await fuzzSystem({
      blueprint: BLUEPRINT,
      edits: {
        [bite.path]: [
          [bite.from, bite.to],
          ...(bite.to.includes("#writes")
            ? [["  #table:", "  #writes = 0;\n  #table:"] as const]
            : []),
        ],
      },
      requests: bite.requests ?? 250,
      ...(bite.limitMs === undefined ? {} : { limitMs: bite.limitMs }),
    });
    const logged = "findings" in report.log ? report.log.findings : [];
    const all = [...report.findings, ...logged];
    const found = all.find(({ code, place, cause }) =>
      code === bite.code && place.includes(bite.place) &&
      cause.includes(bite.says)
    );
    assert(found, JSON.stringify(all, undefined, 2));
    if (bite.shrunk !== undefined) {
      assertStringIncludes(found.nextStep, bite.shrunk);
    }
  });
}

Deno.test("fuzzReport() makes the request that fails as small as it can be", async () => {
  const { report } = await fuzzSystem({
    blueprint: BLUEPRINT,
    edits: {
      [STORE]: [[
        EXECUTE,
        `if (command.kind === "insert" && command.entity.title.length > 20) throw new Error("long");\n    ${EXECUTE}`,
      ]],
    },
    requests: 400,
  });
  const found = report.findings.find(({ code }) => code === "V601");
  const [, body = ""] = /--data-binary '([^']*)'/.exec(found?.nextStep ?? "") ??
    [];
  const { title } = JSON.parse(body);
  assert(title.length > 20, body);
  assertEquals(found?.nextStep.includes("?"), false);
});

Deno.test("fuzzReport() finds a process that ends", async () => {
  const { report } = await fuzzSystem({
    blueprint: BLUEPRINT,
    edits: {
      [STORE]: [[
        EXECUTE,
        `if (command.kind === "delete") Deno.exit(3);\n    ${EXECUTE}`,
      ]],
    },
    requests: 300,
  });
  assertEquals(report.ended.map(({ code }) => code), ["V608"]);
  assertStringIncludes(report.ended[0]?.cause ?? "", "exit code 3");
});

Deno.test("fuzzReport() finds a leak", async () => {
  const { report } = await fuzzSystem({
    blueprint: BLUEPRINT,
    edits: {
      [STORE]: [
        [
          EXECUTE,
          `LEAK.push(new Uint8Array(100_000).fill(1));\n    ${EXECUTE}`,
        ],
        [
          "/** Keeps every",
          "const LEAK: Uint8Array[] = [];\n\n/** Keeps every",
        ],
      ],
    },
    requests: 1500,
  });
  const found = "findings" in report.memory ? report.memory.findings : [];
  assertEquals(found.map(({ code }) => code), ["V607"]);
});

Deno.test("fuzzReport() is the same for a seed, and goes on where it was interrupted", async () => {
  const journal = DeepJournal.inMemory();
  const stop = new AbortController();
  const broken = {
    blueprint: BLUEPRINT,
    edits: {
      [STORE]: [
        [
          EXECUTE,
          `if (command.kind === "insert" && command.entity.notes === "") throw new Error("no notes");\n    ${EXECUTE}`,
        ] as const,
      ],
    },
    requests: 900,
  };
  const first = await fuzzSystem({
    ...broken,
    journal,
    signal: stop.signal,
    tell: (_, text) => {
      if (text.startsWith("800 ")) stop.abort();
    },
  }).catch(() => undefined);
  assertEquals(first, undefined);
  assertEquals(journal.isEmpty, false);
  const told: string[] = [];
  const { report } = await fuzzSystem({
    ...broken,
    journal,
    tell: (_, text) => told.push(text),
  });
  assertEquals(told[0]?.startsWith("100 "), false, told[0]);
  assert(report.findings.some(({ code }) => code === "V601"));
});
