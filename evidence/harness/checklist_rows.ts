/**
 * The rows of the checklist about the harness.
 *
 * @module
 */
import { type ChecklistRow, row } from "../checklist_row.ts";

/** The rows, in order. */
export const HARNESS_ROWS: readonly ChecklistRow[] = [
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
