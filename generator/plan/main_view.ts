/**
 * What main.ts, the settings and the test system need.
 *
 * @module
 */
import type {
  ComponentModel,
  ConnectionModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ConfigView,
  MainView,
  TestSystemView,
} from "../../templates/views.ts";
import { sentence } from "./entity_view.ts";
import { camel } from "./sample_views.ts";

type Ts = Safe<"ts">;

/** Describes main.ts. */
export function mainView(system: SystemModel): MainView {
  const last = system.connections.length - 1;
  return {
    description: comment(sentence(system.description)),
    nameLiteral: tsLiteral(system.name.snake),
    sql: system.engine === "sqlite",
    postgres: system.engine === "postgres",
    durability: tsLiteral(system.durability),
    components: system.components.map((component) => ({
      className: name(component.className),
      file: name(component.name),
      variable: name(camel(component.name)),
      nameLiteral: tsLiteral(component.name),
      description: comment(sentence(component.description)),
      config: configOf(component, system),
    })),
    connections: system.connections.map((connection, index) => ({
      ...connectionView(connection),
      end: index === last ? safe`;` : safe``,
    })),
    variables: joined(
      system.components.map((component) => name(camel(component.name))),
      safe`, `,
    ),
  };
}

/** Describes the settings. */
export function configView(system: SystemModel): ConfigView {
  return {
    sql: system.engine === "sqlite",
    postgres: system.engine === "postgres",
    databaseUrl: tsLiteral(defaultDatabaseUrl(system)),
    port: system.port,
    databasePath: tsLiteral(`data/${system.name.snake}.db`),
  };
}

/** Describes the system that tests start. */
export function testSystemView(system: SystemModel): TestSystemView {
  return {
    postgres: system.engine === "postgres",
    config: tsObject({
      host: tsLiteral("127.0.0.1"),
      port: tsLiteral(0),
      logLevel: tsLiteral("error"),
      databasePath: system.engine === "sqlite"
        ? tsLiteral(":memory:")
        : undefined,
      ...(system.engine === "postgres"
        ? {
          databaseUrl: safe<"ts">`schema.url`,
          databaseConnections: tsLiteral(2),
        }
        : {}),
    }),
    gateway: name(camel(gatewayOf(system).name)),
  };
}

/**
 * Finds the API endpoint.
 *
 * @throws {RangeError} when the model has none: the model was not checked.
 */
export function gatewayOf(system: SystemModel): ComponentModel {
  const gateway = system.components.find((component) =>
    component.type === "APIEndpoint"
  );
  if (!gateway) {
    throw new RangeError(
      `Cannot plan "${system.name.snake}": found no API endpoint`,
    );
  }
  return gateway;
}

function connectionView(
  { from, to, type, bufferSize }: ConnectionModel,
): { from: Ts; to: Ts; options: Ts } {
  return {
    from: tsLiteral(`${from.component}.${from.port}`),
    to: tsLiteral(`${to.component}.${to.port}`),
    options: tsObject({
      type: tsLiteral(type),
      bufferSize: tsLiteral(bufferSize),
    }),
  };
}

/** Where the database is unless a setting says otherwise. */
export function defaultDatabaseUrl(system: SystemModel): string {
  return `postgres://postgres@127.0.0.1:5432/${system.name.snake}`;
}

function configOf({ type }: ComponentModel, system: SystemModel): Ts {
  return type === "APIEndpoint" && system.engine === "postgres"
    ? safe`{
    host: config.host,
    port: config.port,
    health: () => healthWith(harness.health(), database),
    metrics: () => toPrometheus(harness.metrics()),
  }`
    : CONFIGS[type];
}

const CONFIGS: Readonly<Record<ComponentModel["type"], Ts>> = {
  APIEndpoint: safe`{
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  }`,
  Controller: safe`{}`,
  Store: safe`{ database }`,
};
