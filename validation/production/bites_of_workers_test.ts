import { assert, assertEquals } from "@std/assert";
import type { DeepRig, Edit } from "../testdata/deep_rig.ts";
import { productionRig } from "../testdata/production_rig.ts";

let generated: Promise<DeepRig> | undefined;
const rig = () => generated ??= productionRig("postgres", "nobody");

/** Each is broken in one place, and has to be caught with that code. */
const BITES: readonly {
  readonly check: string;
  readonly what: string;
  readonly code: string;
  readonly edits: readonly Edit[];
}[] = [
  {
    check: "counts",
    what: "each worker counts for itself",
    code: "V808",
    edits: [[
      "kit/serve_as_worker.ts",
      'await this.#questions.ask("metrics") ?? this.#own.metrics(),',
      "await Promise.resolve(this.#own.metrics()),",
    ]],
  },
  {
    check: "counts",
    what: "the sum leaves out a worker",
    code: "V808",
    edits: [[
      "kit/worker_team.ts",
      "return sumMetrics(texts, [this.#gone])",
      "return sumMetrics(texts.slice(1), [this.#gone])",
    ]],
  },
  {
    check: "drain",
    what: "only the main thread hears of the signal",
    code: "V803",
    edits: [["kit/run_workers.ts", "void team.stop();", "Deno.exit(0);"]],
  },
];

Deno.test("production.workers passes on what is generated", async () => {
  const { outcome, text } = await (await rig()).check("workers");
  if ("notRun" in outcome) return; // no PostgreSQL here
  assert("findings" in outcome && outcome.findings.length === 0, text);
  assert(outcome.note && outcome.log, text);
});

for (const { check, what, code, edits } of BITES) {
  Deno.test(`production.workers catches: ${what}`, async () => {
    const { outcome, codes, text } = await (await rig()).check(
      `workers.${check}`,
      edits,
    );
    if ("notRun" in outcome) return;
    assert(codes.includes(code), text);
  });
}

Deno.test("production.workers does not apply to a system of one process, and says why", async () => {
  await using members = await productionRig("postgres");
  const { outcome } = await members.check("workers");
  assertEquals(outcome, {
    notApplicable:
      "one process serves it: failed logins and registrations are counted in memory",
  });
  await using memory = await productionRig("memory");
  const { outcome: other } = await memory.check("workers");
  assertEquals(other, {
    notApplicable: "one process serves it: the store is memory",
  });
});
