/**
 * The recipe box system.
 *
 * Builds the system: its components, and the channels between them.
 *
 * @module
 */
import {
  type Log,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { fileURLToPath } from "node:url";
import { RecipeBoxAPIGateway } from "./components/api_gateway.ts";
import { RecipeController } from "./components/recipe_controller.ts";
import { RecipeStore } from "./components/recipe_store.ts";
import { LabelController } from "./components/label_controller.ts";
import { LabelStore } from "./components/label_store.ts";
import { RecipeLabelController } from "./components/recipe_label_controller.ts";
import { RecipeLabelStore } from "./components/recipe_label_store.ts";
import { RecipeGoesWithLinkController } from "./components/recipe_goes_with_link_controller.ts";
import { RecipeGoesWithLinkStore } from "./components/recipe_goes_with_link_store.ts";
import { readSystemConfig, type SystemConfig } from "./config/system_config.ts";
import { healthWith } from "./kit/database_health.ts";
import { migrate, readMigrations } from "./kit/migrations.ts";
import { runSystem } from "./kit/run_system.ts";
import { openSqlite } from "./kit/sqlite_database.ts";
import { SUPERVISION } from "./kit/supervision.ts";

/**
 * A system that is built: its harness and its components.
 *
 * @internal
 */
export interface System {
  /** Starts, watches and stops the components. */
  readonly harness: SystemExecutionHarness;
  /** Serves the REST API and passes each request on to its controller. */
  readonly apiGateway: RecipeBoxAPIGateway;
  /** Keeps the rules for a recipe: answers requests with the help of the store. */
  readonly recipeController: RecipeController;
  /** Keeps every recipe: executes one command at a time. */
  readonly recipeStore: RecipeStore;
  /** Keeps the rules for a label: answers requests with the help of the store. */
  readonly labelController: LabelController;
  /** Keeps every label: executes one command at a time. */
  readonly labelStore: LabelStore;
  /** Keeps the rules for a recipe label: answers requests with the help of the store. */
  readonly recipeLabelController: RecipeLabelController;
  /** Keeps every recipe label: executes one command at a time. */
  readonly recipeLabelStore: RecipeLabelStore;
  /** Keeps the rules for a recipe goes with link: answers requests with the help of the store. */
  readonly recipeGoesWithLinkController: RecipeGoesWithLinkController;
  /** Keeps every recipe goes with link: executes one command at a time. */
  readonly recipeGoesWithLinkStore: RecipeGoesWithLinkStore;
}

/**
 * Builds the system without starting it; the harness owns all of it, the database too.
 *
 * @internal
 */
export function buildSystem(config: SystemConfig, log?: Log): System {
  const database = openSqlite({
    path: config.databasePath,
    durability: "full",
  });
  migrate(database, readMigrations(MIGRATIONS));
  const harness = new SystemExecutionHarness({
    name: "recipe_box",
    log,
    ...SUPERVISION,
  });
  harness.ownResource("database", database);

  const apiGateway = new RecipeBoxAPIGateway("api_gateway", {
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  });
  const recipeController = new RecipeController("recipe_controller", {});
  const recipeStore = new RecipeStore("recipe_store", { database });
  const labelController = new LabelController("label_controller", {});
  const labelStore = new LabelStore("label_store", { database });
  const recipeLabelController = new RecipeLabelController(
    "recipe_label_controller",
    {},
  );
  const recipeLabelStore = new RecipeLabelStore("recipe_label_store", {
    database,
  });
  const recipeGoesWithLinkController = new RecipeGoesWithLinkController(
    "recipe_goes_with_link_controller",
    {},
  );
  const recipeGoesWithLinkStore = new RecipeGoesWithLinkStore(
    "recipe_goes_with_link_store",
    { database },
  );
  harness
    .registerComponent(apiGateway)
    .registerComponent(recipeController)
    .registerComponent(recipeStore)
    .registerComponent(labelController)
    .registerComponent(labelStore)
    .registerComponent(recipeLabelController)
    .registerComponent(recipeLabelStore)
    .registerComponent(recipeGoesWithLinkController)
    .registerComponent(recipeGoesWithLinkStore)
    .connect(
      "api_gateway.recipe_requests",
      "recipe_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("api_gateway.label_requests", "label_controller.process_request", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "api_gateway.recipe_label_requests",
      "recipe_label_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "api_gateway.recipe_goes_with_link_requests",
      "recipe_goes_with_link_controller.process_request",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect("recipe_controller.store_operation", "recipe_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect("label_controller.store_operation", "label_store.execute", {
      type: "request_reply",
      bufferSize: 100,
    })
    .connect(
      "recipe_label_controller.store_operation",
      "recipe_label_store.execute",
      { type: "request_reply", bufferSize: 100 },
    )
    .connect(
      "recipe_goes_with_link_controller.store_operation",
      "recipe_goes_with_link_store.execute",
      { type: "request_reply", bufferSize: 100 },
    );
  return {
    harness,
    apiGateway,
    recipeController,
    recipeStore,
    labelController,
    labelStore,
    recipeLabelController,
    recipeLabelStore,
    recipeGoesWithLinkController,
    recipeGoesWithLinkStore,
  };
}

const MIGRATIONS = fileURLToPath(new URL("migrations", import.meta.url));

if (import.meta.main) {
  await runSystem({
    readConfig: readSystemConfig,
    build: (config, log) => buildSystem(config, log).harness,
  });
}
