/**
 * The sources that are copied as they are: the harness, and of the kit what is used.
 *
 * @module
 */
import { posix } from "node:path";
import type { ApiModel } from "../model/api_model.ts";
import { includesOf } from "../model/includes.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { VERBATIM } from "../../templates/mod.ts";
import { acceptanceRoots } from "./acceptance_view.ts";
import { hasAggregates } from "./aggregate_view.ts";
import { adjustsOthers } from "./adjustment_view.ts";
import { hasItem } from "./answers.ts";
import { hasCaches } from "./cache_views.ts";
import { isComputed } from "./computed_view.ts";
import { securityRoots } from "./security_tests.ts";
import { isSetByActions } from "./sample_views.ts";
import { searchesWords, searchTest } from "./search_view.ts";
import { hasExamples } from "./logic_examples_view.ts";
import { asksLogic, hasChangingLogic } from "./logic_view.ts";
import { hidesFields } from "./shown_view.ts";
import { selectionTestView } from "./selection_test_view.ts";
import { keepsFiles } from "./file_view.ts";
import { resourceFilesTestView } from "./resource_file_view.ts";
import { fieldTrialsView } from "./field_trials_view.ts";
import { filterTest } from "./filter_tests.ts";
import { filesTestView } from "./files_test_view.ts";
import { objectsOf } from "./object_names.ts";
import { objectsTestView } from "./objects_test_view.ts";
import { moreTrialRoots } from "./more_trials.ts";
import { restores } from "./restore_view.ts";
import { slugSources } from "./entity_view.ts";
import { hasLive, liveRoots, liveTestRoots } from "./live_views.ts";
import { hasStateRules, requiresOthers } from "./state_rules_view.ts";
import type { Unit } from "./file_plan.ts";
import { workerRoots, workerTestRoots } from "./worker_views.ts";

/** Plans the copies that a system needs: some modules of the kit, and all that these import. */
export function verbatimUnits(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): Unit[] {
  const paths = [
    ...programCopies(system, options),
    ...testSupport(system, options),
  ];
  return paths.toSorted().map((path): Unit => ({
    path,
    type: "verbatim",
    phase: "scaffold",
    ownership: "verbatim",
    dependsOn: [],
    source: { kind: "verbatim", text: sourceOf(path) },
  }));
}

/** Lists the copies that tests and the client import and the program does not. */
export function testSupport(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): string[] {
  const all = new Set(programCopies(system, options));
  const known = all.size;
  for (const root of testRoots(system)) collect(`kit/${root}.ts`, all);
  if (options.harness !== "jsr") collect("harness/testing.ts", all);
  return [...all].slice(known).toSorted();
}

/** Lists the copies that `main.ts` reaches. */
function programCopies(
  system: SystemModel,
  options: { readonly harness?: "vendored" | "jsr" },
): Set<string> {
  const paths = new Set<string>();
  for (const root of programRoots(system)) collect(`kit/${root}.ts`, paths);
  if (options.harness !== "jsr") collect("harness/mod.ts", paths);
  return paths;
}

function programRoots(system: SystemModel): string[] {
  const clientsWrite = system.entities.some(({ operations }) =>
    operations.some((operation) =>
      ["create", "replace", "patch"].includes(operation)
    )
  );
  return [
    ...PROGRAM,
    ...(system.entities.some((entity) => slugSources(entity, system))
      ? ["slug"]
      : []),
    ...fieldRoots(system),
    ...logicRoots(system),
    ...endpointRoots(system),
    ...(clientsWrite ? ["api_schema", "body_schema"] : []),
    ...(system.users ? AUTH_PROGRAM : []),
    ...(system.api ? shapedRoots(system.api, system) : []),
    ...(system.entities.some(({ softDelete }) => softDelete)
      ? ["restore_entity", `${system.engine}_trash`]
      : []),
    ...(system.entities.some(adjustsOthers)
      ? ["adjustment", `${system.engine}_adjustment`]
      : []),
    ...(system.entities.some(({ noOverlap }) => noOverlap.length > 0)
      ? [`${system.engine}_overlap`]
      : []),
    ...(system.entities.some((entity) => includesOf(entity, system).length > 0)
      ? ["included_entities"]
      : []),
    ...(!system.api && system.entities.some(hasAggregates)
      ? ["aggregate_routes"]
      : []),
    ...(system.entities.some(searchesWords)
      ? ["search_words", ...WORDS_ROOTS[system.engine]]
      : []),
    ...(system.rateLimit ? ["client_rate_limit"] : []),
    ...(hasCaches(system)
      ? ["entity_caches", "cached_table", "cached_service"]
      : []),
    ...(system.webhooks ? [`${system.engine}_outbox`, "webhook_courier"] : []),
    ...(system.schedules
      ? [`${system.engine}_schedules`, "schedule_keeper"]
      : []),
    ...(hasLive(system) ? liveRoots(system) : []),
    ...(system.idempotency ? onceRoots(system) : []),
    ...(system.entities.some(({ bulk }) => bulk)
      ? [
        "bulk_changes",
        system.api ? "resource_bulk" : "bulk_routes",
        `${system.engine}_batch`,
      ]
      : []),
    ...(system.entities.some(hasStateRules) ? ["requirement"] : []),
    ...(system.entities.some(({ stateRules }) => requiresOthers(stateRules))
      ? [`${system.engine}_requirement`]
      : []),
    ...PROGRAM_ROOTS[system.engine],
    ...workerRoots(system),
  ];
}

/** What carries requests out once by their keys. */
function onceRoots({ engine, users }: SystemModel): string[] {
  return [
    "once_by_key",
    `${engine}_replies`,
    ...(users ? ["request_sender"] : []),
  ];
}

function shapedRoots(
  api: ApiModel,
  { users, entities }: SystemModel,
): string[] {
  return [
    "resource_routes",
    ...(users ? ["resource_guard"] : []),
    ...(api.account ? ["account_routes"] : []),
    ...(api.errors === "messages" ? ["error_messages"] : []),
    ...(api.errors === "fields" ? ["error_fields"] : []),
    ...(api.origins.length > 0 ? ["cors"] : []),
    ...(api.resources.some((resource) =>
        entities.some((entity) =>
          entity.name.snake === resource.entity && restores(resource, entity)
        )
      )
      ? ["restore_routes"]
      : []),
    ...(api.values.length > 0 ? ["value_routes"] : []),
    ...(api.resources.some(({ aggregates }) => aggregates.length > 0)
      ? ["resource_aggregates"]
      : []),
    ...(entities.some(({ marks }) => marks) ? ["mark_routes"] : []),
    ...(api.resources.some(({ links }) => links.length > 0)
      ? ["link_routes"]
      : []),
  ];
}

/** What endpoints of the system's own need. */
function endpointRoots({ endpoints, users }: SystemModel): string[] {
  if (endpoints === undefined) return [];
  return [
    "api_client_runtime",
    "api_schema",
    "custom_endpoint",
    "custom_routes",
    "entity_logic",
    "logic_tally",
    ...(users ? ["endpoint_guard"] : []),
    ...(endpoints.some(({ fetches }) => fetches) ? ["fetch_gate"] : []),
  ];
}

/** What asks logic of the user's own. */
function logicRoots({ entities, logicFiles = [] }: SystemModel): string[] {
  return [
    ...logicFiles.flatMap(({ text }) =>
      [...text.matchAll(/["']\.\.\/kit\/(\w+)\.ts["']/g)]
        .map(([, name = ""]) => name)
    ).filter((name) => Object.hasOwn(VERBATIM, `kit/${name}.ts`)),
    ...(entities.some(asksLogic)
      ? ["entity_logic", "logic_keeper", "logic_tally"]
      : []),
    ...(entities.some(hasChangingLogic) ? ["api_schema", "body_schema"] : []),
    ...(entities.some(({ fields }) => fields.some(({ logic }) => logic))
      ? ["computed_logic"]
      : []),
  ];
}

/** What only some kinds of field need. */
function fieldRoots({ entities, users, api }: SystemModel): string[] {
  const hidden = entities.filter(hidesFields);
  const isOfUsers = hidden.some(({ name }) => name.snake === users?.entity);
  return [
    ...(entities.some(({ fields }) => fields.some(isComputed))
      ? ["computed_fields", "exact_arithmetic"]
      : []),
    ...(entities.some((entity) => objectsOf(entity).length > 0)
      ? ["api_schema", "body_schema", "embedded_object"]
      : []),
    ...(keepsFiles({ entities })
      ? ["file_routes", "stored_file", ...(api ? ["resource_files"] : [])]
      : []),
    ...(hidden.length > 0 && !api ? ["shown_entity"] : []),
    ...(users?.tenant ? ["tenant_registration"] : []),
    ...(isOfUsers && !api?.account ? ["shown_user"] : []),
  ];
}

function testRoots(system: SystemModel): string[] {
  return [
    ...TESTS,
    ...TEST_ROOTS[system.engine],
    ...(system.api ? [] : selectionRoots(system)),
    ...(!system.api && system.entities.some(hasItem)
      ? ["expect_conditions"]
      : []),
    ...(system.entities.some(({ operations }) => operations.includes("create"))
      ? ["arbitraries"]
      : []),
    ...(system.entities.some(({ noOverlap }) => noOverlap.length > 0)
      ? ["expect_no_overlap", "sample_slot"]
      : []),
    ...(system.entities.some(adjustsOthers) ? ["expect_adjustment"] : []),
    ...(system.entities.some(fieldTrialsView) ? ["expect_fields"] : []),
    ...(system.components.some(({ type }) => type === "Store")
      ? ["expect_found"]
      : []),
    ...(!system.api && contractEntities(system).some(filterTest)
      ? ["expect_filters"]
      : []),
    ...(system.entities.some(hasStateRules) ? ["expect_state_rules"] : []),
    ...(!system.api && system.entities.some(({ softDelete }) => softDelete)
      ? ["expect_restoration"]
      : []),
    ...securityRoots(system),
    ...(system.entities.some(hasAggregates)
      ? [system.api ? "resource_aggregate_trials" : "expect_aggregates"]
      : []),
    ...(!system.api && system.entities.some(searchTest)
      ? ["expect_search"]
      : []),
    ...(!system.api &&
        system.entities.some((entity) => filesTestView(entity, system))
      ? ["file_trials"]
      : []),
    ...(system.api?.resources.some((resource) =>
        resourceFilesTestView(resource, system)
      )
      ? ["file_trials", "resource_file_trials"]
      : []),
    ...(!system.api && system.entities.some(objectsTestView)
      ? ["expect_objects"]
      : []),
    ...(system.rateLimit ? ["rate_limit_trials"] : []),
    ...workerTestRoots(system),
    ...(hasCaches(system) ? ["cache_trials"] : []),
    ...(system.webhooks ? ["memory_outbox", "webhook_trials"] : []),
    ...(system.schedules ? ["memory_schedules", "schedule_trial"] : []),
    ...(hasLive(system) ? liveTestRoots(system) : []),
    ...(system.idempotency
      ? ["memory_replies", system.api ? "resource_once_trials" : "once_trials"]
      : []),
    ...(system.entities.some(({ bulk }) => bulk)
      ? [system.api ? "resource_bulk_trials" : "bulk_trials", "memory_batch"]
      : []),
    ...(system.idempotency?.required ? ["keyed_request"] : []),
    ...(system.endpoints ? ["endpoint_trials"] : []),
    ...(system.endpoints?.some(({ fetches }) => fetches)
      ? ["scripted_fetch"]
      : []),
    ...(system.endpoints?.some(({ logic }) => logic.behavior !== undefined)
      ? ["endpoint_time"]
      : []),
    ...(system.entities.some(asksLogic) ? ["logic_trials"] : []),
    ...acceptanceRoots(system),
    ...(system.entities.some(hasExamples) ? ["logic_examples"] : []),
    ...(system.entities.some(({ fields }) => fields.some(isSetByActions))
      ? ["server_fields"]
      : []),
    ...(system.users ? AUTH_TESTS : []),
    ...(system.users && !system.api ? AUTH_TRIALS : []),
    ...(system.users && !system.api ? ["auth_trials"] : []),
    ...(system.users?.tenant && !system.api ? ["tenant_trial"] : []),
    ...(system.api ? trialRoots(system.api, system) : []),
  ];
}

/** The entities that have contract tests: who sees users and tenants depends on who asks. */
function contractEntities({ entities, users }: SystemModel): EntityModel[] {
  return entities.filter(({ name }) =>
    name.snake !== users?.entity && name.snake !== users?.tenant?.entity
  );
}

function selectionRoots(system: SystemModel): string[] {
  const views = system.entities.map((entity) =>
    selectionTestView(entity, system)
  );
  return [
    ...(views.some((view) => view?.fields) ? ["expect_selection"] : []),
    ...(views.some((view) => view && view.includes.length > 0)
      ? ["expect_include"]
      : []),
  ];
}

function trialRoots(api: ApiModel, system: SystemModel): string[] {
  const { users } = system;
  return [
    ...moreTrialRoots(api, system),
    "resource_trials",
    "resource_property_trials",
    ...(users ? ["auth_request_trials", "resource_access_trials"] : []),
    ...(api.account ? ["account_trials"] : []),
    ...(api.values.length > 0 ? ["value_trials"] : []),
    ...(api.values.some(({ entity }) => isConfined(entity, system))
      ? ["tenant_value_trials"]
      : []),
  ];
}

function isConfined(entity: string, { entities }: SystemModel): boolean {
  return entities.some(({ name, access }) =>
    name.snake === entity && access?.tenant !== undefined
  );
}

function collect(path: string, into: Set<string>): void {
  if (into.has(path)) return;
  into.add(path);
  for (const [, specifier = ""] of sourceOf(path).matchAll(RELATIVE_IMPORT)) {
    collect(posix.join(posix.dirname(path), specifier), into);
  }
}

function sourceOf(path: string): string {
  const text = VERBATIM[path];
  if (text === undefined) {
    throw new RangeError(`Cannot copy "${path}": found no such source`);
  }
  return text;
}

const PROGRAM_ROOTS = {
  memory: ["memory_database", "memory_table"],
  sqlite: ["database_health", "migrations", "sqlite_database", "sqlite_table"],
  postgres: [
    "database_health",
    "postgres_database",
    "postgres_migrations",
    "postgres_table",
    "run_migrations",
  ],
} as const;

/** What keeps words; memory makes them as it reads. */
const WORDS_ROOTS = {
  memory: [],
  sqlite: ["sqlite_words"],
  postgres: ["postgres_words"],
} as const;

const TEST_ROOTS = {
  memory: [],
  sqlite: [],
  postgres: ["postgres_test_schema", "with_postgres"],
} as const;

const PROGRAM = [
  "entity_request",
  "entity_routes",
  "entity_service",
  "entity_spec",
  "http_api",
  "http_listener",
  "problem",
  "run_system",
  "settings",
  "store_command",
  "supervision",
  "system_routes",
];

// The controllers' unit tests run on memory tables, whatever the system's store is.
const TESTS = [
  "api_client_runtime",
  "component_bench",
  "crashable",
  "expect_outcome",
  "expect_settings",
  "expect_unavailable",
  "expect_wiring",
  "memory_database",
  "memory_table",
  "testing",
];

/** What signs users in and holds requests to the rules. */
const AUTH_PROGRAM = [
  "access_guard",
  "access_rule",
  "auth_request",
  "auth_routes",
  "auth_service",
  "auth_settings",
  "client_address",
  "owned_entity",
];

const AUTH_TESTS = ["access_token", "api_schema", "body_schema"];
/** What speaks the conventional API as somebody who may, and as everybody else. */
const AUTH_TRIALS = ["access_trial", "acting_request"];

const RELATIVE_IMPORT = /\bfrom "(\.\.?\/[^"]+\.ts)"/g;
