/**
 * The checklist: each thing that is promised, with the command that shows it.
 *
 * @module
 */

/** One promise. */
export interface ChecklistRow {
  /** The area, which is the log's folder. */
  readonly area:
    | "generation"
    | "harness"
    | "api"
    | "deep"
    | "production"
    | "codegen";
  /** What is promised. */
  readonly criterion: string;
  /** The command that shows it, run in the repository's root; exit code 0 is "passed". */
  readonly command: string;
  /** The log's file name. */
  readonly log: string;
  /** The environment variable without which it cannot run here. */
  readonly needs?: string;
}

/** The rows, in order. */
export const CHECKLIST: readonly ChecklistRow[] = [
  row(
    "codegen",
    "Twenty things that models do, played through the program over real HTTP: good and broken answers, limits of the provider, attempts to get out, a spent budget",
    "deno run -A evidence/codegen/scenarios.ts",
    "scenarios.log",
  ),
  row(
    "codegen",
    "From plain words to a verified system by a model: planned, a body repaired once, generated again with the network gone",
    "deno run -A evidence/codegen/from_words.ts",
    "from_words.log",
  ),
  row(
    "codegen",
    "Forty behaviours in four waves against 300 ms take at most 1.5 times the ideal",
    "deno run -A evidence/codegen/waves.ts",
    "waves.log",
  ),
  row(
    "codegen",
    "Providers over their SDKs' real HTTP path: retries, stalls, cancellation, keys that show nowhere; prices and budgets",
    "deno test -A authoring/providers authoring/testdata authoring/budget_test.ts authoring/prices_test.ts",
    "providers.log",
  ),
  row(
    "codegen",
    "What a model wrote is scanned: evasions found, honest code passed, generated programs that pass reach nothing",
    "deno test -A generator/confine authoring/confine validation/check_authored_test.ts",
    "confinement.log",
  ),
  row(
    "codegen",
    "Patterns: each passes types, lint, scan, tests and mutants in a generated system",
    "deno test -A authoring/patterns tests/authoring/pattern_bank_test.ts",
    "patterns.log",
  ),
  row(
    "codegen",
    "A request planned by a model: claims checked, no code, no host and no opening that the request does not name",
    "deno test -A authoring/planning tests/planner_model_test.ts",
    "planning.log",
  ),
  row(
    "codegen",
    "Second reading and repair by a model: claims run or are dropped, no status changes, repairs are bounded",
    "deno test -A authoring/second_reading authoring/repair_model_test.ts authoring/repair_confinement_test.ts tests/second_reading_test.ts tests/model_verify_test.ts",
    "second_reading.log",
  ),
  row(
    "codegen",
    "Coding agents: a real client of the protocol plans, generates, verifies and explains inside one root",
    "deno test -A cli/mcp tests/mcp_test.ts tests/mcp_systems_test.ts tests/mcp_behaviors_test.ts",
    "agents.log",
  ),
  row(
    "codegen",
    "A real model, where one is chosen by the environment",
    "deno run -A evidence/codegen/real_model.ts",
    "real_model.log",
    "AUTOCODER_MODEL",
  ),
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
  row(
    "harness",
    "How a component is tested: probes, schedules, contract",
    "deno test examples/harness/testing/quote_desk_test.ts",
    "demo_testing.log",
  ),
  row(
    "harness",
    "Channels, components, lifecycle, request and reply, graph check",
    "deno test -A --trace-leaks harness",
    "harness_tests.log",
  ),
  row(
    "harness",
    "Errors are contained, and the system recovers",
    "deno run -A evidence/harness/error_and_recovery.ts",
    "error_and_recovery.log",
  ),
  row(
    "harness",
    "Demo: the life of three components, every transition, a restart by supervision",
    "deno run examples/harness/lifecycle_demo.ts",
    "demo_lifecycle.log",
  ),
  row(
    "harness",
    "Demo: a service end to end: HTTP, request and reply, metrics, health, SIGTERM",
    "deno run --allow-net=127.0.0.1 examples/harness/end_to_end_demo.ts",
    "demo_end_to_end.log",
  ),
  row(
    "harness",
    "Demo: several message types over the wire, schemas, errors and recovery",
    "deno run examples/harness/message_types_demo.ts",
    "demo_message_types.log",
  ),
  row(
    "harness",
    "Demo: a data pipeline that uses every feature",
    "deno run --allow-net=127.0.0.1 --allow-read=dist/web_shop,examples/harness/pipeline,harness --allow-write=dist/web_shop --allow-run=deno examples/harness/pipeline_demo.ts",
    "demo_pipeline.log",
  ),
  row(
    "harness",
    "What a message costs",
    "deno bench -A evidence/harness/channel_bench.ts",
    "bench_channel.log",
  ),
  row(
    "harness",
    "A thousand seeds of faults: restarts, no message lost, the ledger closes",
    "deno test -A harness/fault_seeds_test.ts harness/supervisor_test.ts",
    "faults.log",
  ),
  row(
    "harness",
    "Channels behave as the Streams standard says, like native streams",
    "deno test -A harness/whatwg_readable_test.ts harness/whatwg_writable_test.ts harness/whatwg_piping_test.ts",
    "streams_standard.log",
  ),
  row(
    "harness",
    "Channels do what their model does under every schedule; the peers' losses and hangs by name",
    "deno test -A harness/channel_model_test.ts harness/channel_schedule_test.ts harness/channel_peers_test.ts harness/check_channel_test.ts",
    "channel_models.log",
  ),
  row(
    "harness",
    "Every wiring shape under every policy is live and bounded; stops in time, nothing lost in silence",
    "deno test -A harness/wiring_shapes_test.ts harness/shut_down_test.ts harness/loop_in_hand_test.ts harness/redelivery_test.ts",
    "shapes.log",
  ),
  row(
    "harness",
    "Testing kit: probes, schedules by a seed that replay exactly, contracts as checks that bite",
    "deno test -A --trace-leaks harness/probe_source_test.ts harness/probe_sink_test.ts harness/seeded_scheduler_test.ts harness/explore_schedules_test.ts harness/check_component_test.ts",
    "testing_kit.log",
  ),
  row(
    "harness",
    "Real processes: dead letters outlive kill -9, spans arrive at a collector, workers die",
    "deno task test:processes",
    "processes.log",
  ),
  row(
    "harness",
    "The live page in a real browser: light, dark, narrow, wide; redrive; token",
    "deno task test:browser",
    "browser.log",
  ),
  row(
    "harness",
    "The harness beside its peers and its goals",
    "deno run -A evidence/harness/bench_harness.ts",
    "bench_harness.log",
  ),
  row(
    "harness",
    "Saturated for 10 s: timers, health, signals and the stop stay prompt, the ledger exact",
    "deno run -A evidence/harness/fairness.ts",
    "fairness.log",
  ),
  row(
    "harness",
    "Ten minutes under changing load and faults: memory stays flat, the ledger exact",
    "deno task soak",
    "soak.log",
  ),
  row(
    "harness",
    "What the harness's tests reach, line by line and branch by branch",
    "deno run -A evidence/harness/coverage.ts",
    "coverage.log",
  ),
];

function row(
  area: ChecklistRow["area"],
  criterion: string,
  command: string,
  log: string,
  needs?: string,
): ChecklistRow {
  return {
    area,
    criterion,
    command,
    log,
    ...(needs === undefined ? {} : { needs }),
  };
}
