/**
 * Plans the files of a system.
 *
 * @module
 */
import { adjustedEntities } from "./adjustment_view.ts";
import type {
  ComponentModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import { accessUnits, authControllerUnit } from "./access_units.ts";
import {
  controllerView,
  findEntity,
  gatewayView,
  storeView,
} from "./component_views.ts";
import { agentsUnit } from "./agents_view.ts";
import { withAuthored } from "./authored_units.ts";
import { bulkUnits } from "./bulk_test_view.ts";
import { computedView } from "./computed_view.ts";
import { cacheUnits } from "./cache_units.ts";
import { clientUnits } from "./client_units.ts";
import {
  apiDocView,
  architectureDocView,
  entitiesDocView,
} from "./docs_views.ts";
import { endpointUnits, SYSTEM_ENDPOINTS } from "./endpoint_units.ts";
import { logicUnits } from "./logic_units.ts";
import { asksLogic, hasLogic } from "./logic_view.ts";
import { entityView } from "./entity_view.ts";
import {
  arrangeWaves,
  entityPlace,
  type FilePlan,
  madeFor,
  templateUnit,
  textUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { idempotencyUnits } from "./idempotency_units.ts";
import { configView, mainView } from "./main_view.ts";
import { tableViews } from "./migration_view.ts";
import { liveUnits } from "./live_units.ts";
import { openApiDocument } from "./openapi.ts";
import { projectUnits } from "./project_units.ts";
import { postgresTableViews } from "./postgres_migration_view.ts";
import { readmeView } from "./readme_view.ts";
import { rateLimitUnits } from "./rate_limit_views.ts";
import { resourceFiles, resourceUnits } from "./resource_units.ts";
import { shapedApiDocView } from "./shaped_docs_view.ts";
import { shapedGatewayView } from "./shaped_gateway_view.ts";
import { scheduleUnits } from "./schedule_units.ts";
import { fieldTrialsView } from "./field_trials_view.ts";
import { filesPart } from "./file_view.ts";
import { interfaceViews, objectsView } from "./object_view.ts";
import { schemaView } from "./schema_view.ts";
import {
  controllerTestView,
  gatewayTestView,
  storeTestView,
} from "./unit_test_views.ts";
import { verbatimUnits } from "./verbatim_units.ts";
import { webhookUnits } from "./webhook_units.ts";
import { isAnnounced } from "./webhook_views.ts";
import { testUnits } from "./test_units.ts";
import { workerUnits } from "./worker_views.ts";

/** Options of {@link planFiles}. */
export interface PlanOptions {
  /** Where the harness comes from: its source in the output, or JSR. @default "vendored" */
  readonly harness?: "vendored" | "jsr";
}

/** Plans every file of a system; the blueprint's text goes into the output as it is. */
export function planFiles(
  system: SystemModel,
  blueprintText: string,
  options: PlanOptions = {},
): FilePlan {
  const planned = [
    ...system.entities.flatMap((entity) =>
      madeFor(entityPlace(entity), entityUnits(entity, system))
    ),
    ...(system.users ? madeFor("users", accessUnits(system)) : []),
    ...(system.api ? madeFor("api", resourceUnits(system.api, system)) : []),
    ...system.components.flatMap((component) =>
      madeForComponent(component, componentUnits(component, system))
    ),
    ...madeFor("webhooks", webhookUnits(system)),
    ...liveUnits(system),
    ...madeFor("schedules", scheduleUnits(system)),
    ...madeFor("idempotency", idempotencyUnits(system)),
    ...bulkUnits(system),
    ...logicUnits(system),
    ...cacheUnits(system),
    ...madeFor("http.rateLimit", rateLimitUnits(system)),
    ...endpointUnits(system),
    ...assemblyUnits(system),
    ...testUnits(system),
    ...clientUnits(system),
    ...docUnits(system),
    ...projectUnits(system, blueprintText, options),
  ];
  const units = [...planned, ...verbatimUnits(system, options)];
  return arrangeWaves(
    withAuthored([...units, agentsUnit(system, units)], system),
  );
}

function entityUnits(entity: EntityModel, system: SystemModel): Unit[] {
  const file = entity.name.snake;
  const model = `models/${file}.ts`;
  const view = entityView(entity, system);
  const schema = schemaView(entity);
  const computed = computedView(entity);
  const objects = objectsView(entity);
  return [
    templateUnit(
      unit(model, "model", "component"),
      "models/entity.ts.eta",
      {
        ...view,
        interfaces: interfaceViews(entity),
        ...filesPart(entity),
      },
    ),
    templateUnit(
      unit(`validations/${file}_rules.ts`, "validation", "component", [model]),
      "validations/entity_rules.ts.eta",
      view,
    ),
    ...(computed
      ? [
        templateUnit(
          unit(
            `validations/${file}_computed.ts`,
            "validation",
            "component",
            [model],
          ),
          "validations/entity_computed.ts.eta",
          computed,
        ),
      ]
      : []),
    ...(objects
      ? [
        templateUnit(
          unit(`schemas/${file}_objects.ts`, "schema", "component"),
          "schemas/entity_objects.ts.eta",
          objects,
        ),
      ]
      : []),
    ...(schema
      ? [
        templateUnit(
          unit(`schemas/${file}_schema.ts`, "schema", "component"),
          "schemas/entity_schema.ts.eta",
          schema,
        ),
      ]
      : []),
    ...fieldTrialUnits(entity),
  ];
}

/** The tests of an entity's schemas and rules alone. */
function fieldTrialUnits(entity: EntityModel): Unit[] {
  const view = fieldTrialsView(entity);
  const file = entity.name.snake;
  const path = `tests/unit/${file}_rules_test.ts`;
  return view === undefined ? [] : [
    templateUnit(
      unit(path, "test", "component", [`validations/${file}_rules.ts`]),
      "tests/unit/entity_rules_test.ts.eta",
      view,
    ),
  ];
}

/** The endpoint is about all that the system has. */
function madeForComponent(
  { type, entity, name }: ComponentModel,
  units: readonly Unit[],
): readonly Unit[] {
  switch (type) {
    case "APIEndpoint":
      return units;
    case "AuthController":
      return madeFor("users", units);
    default:
      return madeFor(
        entity === undefined ? `components.${name}` : `entities.${entity}`,
        units,
      );
  }
}

function componentUnits(
  component: ComponentModel,
  system: SystemModel,
): Unit[] {
  const path = `components/${component.name}.ts`;
  const test = unit(
    `tests/unit/${component.name}_test.ts`,
    "test",
    "component",
    [path],
  );
  if (component.type === "APIEndpoint") {
    const access = system.users
      ? ["access/access_rules.ts", "schemas/auth_schema.ts"]
      : [];
    const dependsOn = system.entities.flatMap((entity) => [
      `models/${entity.name.snake}.ts`,
      ...(schemaView(entity) ? [`schemas/${entity.name.snake}_schema.ts`] : []),
    ]);
    return [
      endpointUnit(
        unit(path, "component", "component", [
          ...dependsOn,
          ...access,
          "docs/openapi.json",
          ...(system.endpoints ? ["client/client.ts"] : []),
        ]),
        component,
        system,
      ),
      templateUnit(
        test,
        "tests/unit/api_gateway_test.ts.eta",
        gatewayTestView(component, system),
      ),
    ];
  }
  if (component.type === "AuthController") {
    return [authControllerUnit(component, system)];
  }
  // These come with what needs them.
  if (["WebhookSender", "LiveFeed", "Scheduler"].includes(component.type)) {
    return [];
  }
  const entity = findEntity(system, component.entity);
  const file = entity.name.snake;
  const model = `models/${file}.ts`;
  if (component.type === "Controller") {
    return [
      templateUnit(
        unit(path, "component", "component", [
          model,
          ...adjustedEntities(entity, system).map((target) =>
            `models/${target.name.snake}.ts`
          ),
          `validations/${file}_rules.ts`,
          ...(computedView(entity) ? [`validations/${file}_computed.ts`] : []),
          ...(hasLogic(entity) ? [`logic/${file}_logic.ts`] : []),
        ]),
        "components/controller.ts.eta",
        controllerView(component, entity, system),
      ),
      templateUnit(
        test,
        "tests/unit/controller_test.ts.eta",
        controllerTestView(component, entity, system),
      ),
    ];
  }
  return [
    templateUnit(
      unit(path, "component", "component", [
        model,
        ...(isAnnounced(entity, system) ? ["webhooks/webhooks.ts"] : []),
      ]),
      system.engine === "postgres"
        ? "components/postgres_store.ts.eta"
        : "components/store.ts.eta",
      storeView(component, entity, system),
    ),
    templateUnit(
      test,
      "tests/unit/store_test.ts.eta",
      storeTestView(component, entity, system),
    ),
  ];
}

function endpointUnit(
  planned: ReturnType<typeof unit>,
  component: ComponentModel,
  system: SystemModel,
): Unit {
  const { api } = system;
  return api
    ? templateUnit(
      { ...planned, dependsOn: [...planned.dependsOn, ...resourceFiles(api)] },
      "components/shaped_gateway.ts.eta",
      shapedGatewayView(component, api, system),
    )
    : templateUnit(
      planned,
      "components/api_gateway.ts.eta",
      gatewayView(component, system),
    );
}

function assemblyUnits(system: SystemModel): Unit[] {
  const components = system.components.map((component) =>
    `components/${component.name}.ts`
  );
  return [
    templateUnit(
      unit("main.ts", "main", "scaffold", [
        ...components,
        "config/system_config.ts",
        ...(system.entities.some(asksLogic) ? ["logic/system_logic.ts"] : []),
        ...(system.endpoints ? [SYSTEM_ENDPOINTS] : []),
      ]),
      "main.ts.eta",
      mainView(system),
    ),
    templateUnit(
      unit("config/system_config.ts", "config", "scaffold"),
      "config/system_config.ts.eta",
      configView(system),
    ),
    ...workerUnits(system),
    ...migrationUnits(system),
  ];
}

function migrationUnits(system: SystemModel): Unit[] {
  const first = unit("migrations/0001_initial.sql", "migration", "component");
  switch (system.engine) {
    case "memory":
      return [];
    case "sqlite":
      return [
        templateUnit(first, "migrations/0001_initial.sql.eta", {
          tables: tableViews(system),
        }),
      ];
    case "postgres":
      return [
        templateUnit(
          first,
          "migrations/0001_initial_postgres.sql.eta",
          postgresTableViews(system),
        ),
        templateUnit(
          unit("migrate.ts", "main", "scaffold", ["config/system_config.ts"]),
          "migrate.ts.eta",
          {},
        ),
      ];
  }
}

function docUnits(system: SystemModel): Unit[] {
  const openapi = JSON.stringify(openApiDocument(system), null, 2) + "\n";
  return [
    textUnit(
      unit("docs/openapi.json", "doc", "scaffold"),
      openapi,
      "generator/plan/openapi.ts",
    ),
    system.api
      ? templateUnit(
        unit("docs/API.md", "doc", "scaffold"),
        "docs/SHAPED_API.md.eta",
        shapedApiDocView(system, system.api),
      )
      : templateUnit(
        unit("docs/API.md", "doc", "scaffold"),
        "docs/API.md.eta",
        apiDocView(system),
      ),
    templateUnit(
      unit("docs/ENTITIES.md", "doc", "scaffold"),
      "docs/ENTITIES.md.eta",
      entitiesDocView(system),
    ),
    templateUnit(
      unit("docs/ARCHITECTURE.md", "doc", "scaffold"),
      "docs/ARCHITECTURE.md.eta",
      architectureDocView(system),
    ),
    templateUnit(
      unit("README.md", "doc", "scaffold"),
      "README.md.eta",
      readmeView(system),
    ),
  ];
}
