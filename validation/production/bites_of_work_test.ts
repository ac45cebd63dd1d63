import { assert, assertEquals } from "@std/assert";
import type { DeepRig, Edit } from "../testdata/deep_rig.ts";
import { productionRig } from "../testdata/production_rig.ts";

let generated: Promise<DeepRig> | undefined;
const rig = () => generated ??= productionRig();

/** Each is broken in one place, and has to be caught by that check with that code. */
const BITES: readonly {
  readonly check: string;
  readonly what: string;
  readonly code: string;
  readonly edits: readonly Edit[];
}[] = [
  {
    check: "load",
    what: "one answer in ten is another's",
    code: "V801",
    edits: [[
      "kit/http_response.ts",
      "return new Response(JSON.stringify(value), { headers });",
      'return new Response(Math.random() < 0.1 ? "{}" : JSON.stringify(value), { headers });',
    ]],
  },
  {
    check: "load",
    what: "creations are answered and some are taken back",
    code: "V801",
    edits: [[
      "kit/sqlite_database.ts",
      "const result = work();\n      this.#watch?.written();",
      `const counted = globalThis as { writes?: number };
      counted.writes = (counted.writes ?? 0) + 1;
      // Not those that make the first user, without whom nothing could be tried.
      const isLost = !this.#isWithin && counted.writes > 20 &&
        counted.writes % 10 === 0;
      if (isLost) this.#connection.exec("BEGIN");
      const result = work();
      if (isLost) this.#connection.exec("ROLLBACK");`,
    ]],
  },
  {
    check: "health",
    what: "ready whatever the store does",
    code: "V802",
    edits: [[
      "kit/system_routes.ts",
      "yesOrNo(health().ready)",
      "yesOrNo(true)",
    ]],
  },
  {
    check: "health",
    what: "not live when the store is away",
    code: "V802",
    edits: [[
      "kit/system_routes.ts",
      "yesOrNo(health().live)",
      "yesOrNo(health().ready)",
    ]],
  },
  {
    check: "drain",
    what: "the process ends at the signal",
    code: "V803",
    edits: [["kit/run_system.ts", "void harness.stop();", "Deno.exit(0);"]],
  },
  {
    check: "drain",
    what: "bodies that are on their way are taken from who reads them",
    code: "V801",
    edits: [[
      "kit/http_listener.ts",
      "await this.#finishBodies(late - performance.now());",
      "",
    ]],
  },
  {
    check: "drain",
    what: "the process ends with another code",
    code: "V804",
    edits: [["kit/run_system.ts", "complaints.length === 0 ? 0 : 1", "3"]],
  },
  {
    check: "kill",
    what: "writes are acknowledged before they are committed",
    code: "V805",
    edits: [[
      "kit/sqlite_database.ts",
      "const result = work();\n      this.#watch?.written();",
      `if (LATE.n++ % 50 === 0) this.#connection.exec("BEGIN");
      const result = work();
      if (LATE.n % 50 === 0) this.#connection.exec("COMMIT");`,
    ], [
      "kit/sqlite_database.ts",
      "const BUSY_TIMEOUT_MS = 5000;",
      "const BUSY_TIMEOUT_MS = 5000;\nconst LATE = { n: 0 };",
    ]],
  },
  {
    check: "kill",
    what: "a write leaves something that nobody sent",
    code: "V806",
    edits: [[
      "migrations/0001_initial.sql",
      'CREATE TABLE "credentials"',
      `CREATE TRIGGER "twice" AFTER INSERT ON "notes" BEGIN
        INSERT INTO "notes" ("id", "created_at", "updated_at", "title", "done")
        VALUES (hex(randomblob(16)), NEW."created_at", NEW."updated_at", hex(randomblob(16)), 0);
      END;
      CREATE TABLE "credentials"`,
    ]],
  },
  {
    check: "soak",
    what: "memory that is never given back",
    code: "V807",
    edits: [[
      "kit/system_routes.ts",
      "function yesOrNo(",
      "const KEPT: Uint8Array[] = [];\nsetInterval(() => {\n  while (KEPT.length < performance.now() / 10) KEPT.push(new Uint8Array(2 ** 20).fill(1));\n}, 10);\n\nfunction yesOrNo(",
    ]],
  },
  {
    check: "soak",
    what: "requests that are not counted",
    code: "V808",
    edits: [[
      "kit/http_metrics.ts",
      "    this.count++;",
      "    if (Math.random() < 0.1) return;\n    this.count++;",
    ]],
  },
];

for (const check of new Set(BITES.map(({ check }) => check))) {
  Deno.test(`production.${check} passes on what is generated`, async () => {
    const { outcome, text } = await (await rig()).check(check);
    assert("findings" in outcome && outcome.findings.length === 0, text);
    assert(outcome.note && outcome.log, text);
  });
}

for (const { check, what, code, edits } of BITES) {
  Deno.test(`production.${check} catches: ${what}`, async () => {
    const { codes, text } = await (await rig()).check(check, edits);
    assert(codes.includes(code), text);
  });
}

Deno.test("checks of the store do not apply to a store in memory", async () => {
  await using memory = await productionRig("memory");
  for (const check of ["health", "kill", "migrations"]) {
    const { outcome } = await memory.check(check);
    assertEquals(Object.keys(outcome), ["notApplicable"], check);
  }
  for (const check of ["load", "drain"]) {
    const { codes, text } = await memory.check(check);
    assertEquals(codes, [], text);
  }
});

Deno.test("the generated system is removed", async () => {
  await (await rig())[Symbol.asyncDispose]();
});
