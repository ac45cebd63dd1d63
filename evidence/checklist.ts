/**
 * The checklist: each thing that is promised, with the command that shows it.
 *
 * @module
 */
import { type ChecklistRow, row } from "./checklist_row.ts";
import { CODEGEN_ROWS } from "./codegen/checklist_rows.ts";
import { HARNESS_ROWS } from "./harness/checklist_rows.ts";

/** The rows, in order. */
export const CHECKLIST: readonly ChecklistRow[] = [
  ...CODEGEN_ROWS,
  row(
    "generation",
    "A request in plain words becomes a verified system (the README's first command)",
    "deno run -A evidence/generation/main_job.ts",
    "main_job.log",
  ),
  row(
    "generation",
    "The mission's request works word for word through the library",
    "deno task demo",
    "demo.log",
  ),
  row(
    "generation",
    "The generated system serves, follows the HTTP conventions, and ends within a second after SIGTERM",
    "deno run -A evidence/generation/run_system.ts",
    "run_system.log",
  ),
  row(
    "generation",
    "The planner understands requests of many shapes and quotes what it does not",
    "deno test -A generator/planner",
    "planner_tests.log",
  ),
  row(
    "generation",
    "The blueprint language: diagnostics with caret and code, both layers, hostile input",
    "deno test -A generator/blueprint generator/model",
    "blueprint_tests.log",
  ),
  row(
    "generation",
    "Golden systems come out to the byte",
    "deno task test:golden",
    "golden.log",
  ),
  row(
    "generation",
    "Every golden system passes fmt, lint, check, doc lint and its own tests",
    "deno task test:golden-quality",
    "golden_quality.log",
  ),
  row(
    "generation",
    "Plan, render, format, write: unit tests",
    "deno test -A generator/plan generator/output templates/safe_text_test.ts templates/compile_template_test.ts",
    "generator_tests.log",
  ),
  row(
    "generation",
    "What every system shares (kit) is tested as ordinary TypeScript",
    "deno test -A templates/kit",
    "kit_tests.log",
  ),
  row(
    "generation",
    "Four tiers of verification, and each check bites",
    "deno test -A validation",
    "validation_tests.log",
  ),
  row(
    "generation",
    "A broken template or kit module turns the gate red",
    "deno test -A tests/bite_test.ts",
    "bite_tests.log",
  ),
  row(
    "generation",
    "Ctrl-C, a full disk and an unwritable target leave nothing half-written",
    "deno test -A tests/generate_failures_test.ts",
    "failures.log",
  ),
  row(
    "generation",
    "The command line: exit codes, messages, JSON",
    "deno test -A tests/cli_test.ts",
    "cli_tests.log",
  ),
  row(
    "generation",
    "The package as a remote module and the compiled binary give the same bytes",
    "deno test -A tests/distribution_test.ts",
    "distribution.log",
    "COMPILE_DENO",
  ),
  row(
    "generation",
    "The same bytes in another folder, time zone, locale, umask, and under Deno 2.4.2",
    "deno run -A evidence/generation/identity.ts",
    "identity.log",
    "COMPILE_DENO",
  ),
  row(
    "generation",
    "Both packages can be published",
    "deno task test:publish",
    "publish.log",
  ),
  row(
    "generation",
    "Generation is fast: figures",
    "deno run -A evidence/generation/bench_generation.ts",
    "bench_generation.log",
  ),
  row(
    "api",
    "The generated API beside the hand-written baseline: the same answers, and throughput",
    "deno run -A evidence/api/bench_api.ts",
    "bench_api.log",
  ),
  row(
    "api",
    "The generated API on PostgreSQL beside a hand-written one over postgres.js",
    "deno run -A evidence/api/bench_postgres.ts",
    "bench_postgres.log",
  ),
  row(
    "api",
    "Every access rule of a system with users and roles is tried by everybody",
    "deno test -A tests/golden_quality --filter newsroom",
    "access_rules.log",
  ),
  row(
    "api",
    "The public RealWorld suite and a stricter client pass against examples/conduit, and five more systems pass as their clients want them, on every engine",
    "deno task test:systems",
    "systems.log",
  ),
  row(
    "api",
    "The OpenAPI document of every golden system passes a public linter, and its examples fit its schemas",
    "deno task test:openapi",
    "openapi.log",
  ),
  row(
    "api",
    "A million rows on SQLite: health, reads by id and writes are answered during slow lists",
    "deno run -A evidence/api/slow_reads.ts",
    "slow_reads.log",
  ),
  row(
    "api",
    "Killed a hundred times while it writes, a system loses nothing that it acknowledged, on SQLite and PostgreSQL",
    "deno run -A evidence/api/kill_hundred_times.ts",
    "kill_hundred_times.log",
  ),
  row(
    "generation",
    "Thirty related entities generate, type-check and pass their own tests: times of each part",
    "deno run -A evidence/generation/thirty_entities.ts",
    "thirty_entities.log",
  ),
  row(
    "deep",
    "Every attack of the security battery passes on what is generated, and bites on what is broken",
    "deno test -A validation/security",
    "security_bites.log",
  ),
  row(
    "deep",
    "The contract fuzz finds what is broken on purpose, shrinks it, and finds nothing else",
    "deno test -A validation/fuzz",
    "fuzz_bites.log",
  ),
  row(
    "deep",
    "The mutation run finds mutants, tries them, explains survivors and goes on after an interruption",
    "deno test -A validation/mutation",
    "mutation_tests.log",
  ),
  row(
    "deep",
    "The deep run of the task system: security, fuzz, mutation, load and soak",
    "deno run -A evidence/deep/deep_examples.ts tasks",
    "deep_tasks.log",
  ),
  ...[
    "booking",
    "conduit",
    "forum",
    "invoicing",
    "shop",
    "tenant_notes",
  ].map((example) =>
    row(
      "deep",
      `The deep run of examples/${example}: security, fuzz, mutation, load and soak`,
      `deno run -A evidence/deep/deep_examples.ts ${example}`,
      `deep_${example}.log`,
    )
  ),
  row(
    "production",
    "Every check of production readiness passes on what is generated, and bites on what is broken",
    "deno test -A validation/production",
    "production_bites.log",
  ),
  row(
    "production",
    "A naive development server beside the generated system: the same checks, executed on both",
    "deno run -A evidence/production/compare_with_naive.ts",
    "compare_with_naive.log",
  ),
  row(
    "deep",
    "Evidence: report, page, JUnit, SARIF, hashes; a changed tree is no longer the one that was verified",
    "deno test -A validation/evidence validation/write_evidence_test.ts validation/report_test.ts validation/junit_test.ts",
    "evidence_tests.log",
  ),
  row(
    "deep",
    "Slips in a blueprint are mended, shown and checked again; access is never guessed",
    "deno test -A generator/heal_blueprint_test.ts",
    "healing_tests.log",
  ),
  row(
    "deep",
    "What fails in tiers 2 to 4 is mended, shown, verified anew and taken back where that does not help; findings lead to the blueprint's line",
    "deno test -A validation/healing validation/origin tests/heal_test.ts tests/heal_killed_test.ts",
    "healing_of_tiers.log",
  ),
  ...HARNESS_ROWS,
];
