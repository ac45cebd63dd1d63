/**
 * What main.ts, the settings and the test system need.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
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
import { playsExamples } from "./acceptance_view.ts";
import { testSystemAuth } from "./access_view.ts";
import { keepsFiles } from "./file_view.ts";
import { hasCaches } from "./cache_views.ts";
import { sentence } from "./entity_view.ts";
import { enginePart } from "./engine_part.ts";
import { feedConfig, hasLive } from "./live_views.ts";
import { schedulerConfig } from "./schedule_views.ts";
import { repliesOf } from "./idempotency_view.ts";
import { asksLogic } from "./logic_view.ts";
import { testParameters } from "./test_parameters.ts";
import { triesClient } from "./client_units.ts";
import { senderConfig, webhookSettings } from "./webhook_views.ts";
import { mayHaveWorkers, onlyOneBecause } from "./worker_views.ts";
import { guessingView } from "./guessing_view.ts";

type Ts = Safe<"ts">;

/** Describes main.ts. */
export function mainView(system: SystemModel): MainView {
  const last = system.connections.length - 1;
  return {
    description: comment(sentence(system.description)),
    workers: mayHaveWorkers(system),
    nameLiteral: tsLiteral(system.name.snake),
    files: keepsFiles(system),
    sql: system.engine === "sqlite",
    postgres: system.engine === "postgres",
    durability: tsLiteral(system.durability),
    ...(system.schedules ? { ledger: enginePart(system, "schedules") } : {}),
    ...(hasLive(system) ? { changes: enginePart(system, "changes") } : {}),
    caches: hasCaches(system),
    ...(system.webhooks ? { outbox: enginePart(system, "outbox") } : {}),
    ...(system.idempotency ? { replies: repliesOf(system) } : {}),
    ...(hasHooks(system) ? { logic: true as const } : {}),
    ...(system.endpoints ? { endpoints: true as const } : {}),
    components: system.components.map((component) => ({
      className: name(component.className),
      file: name(component.name),
      variable: name(camelCase(component.name)),
      nameLiteral: tsLiteral(component.name),
      description: comment(sentence(component.description)),
      config: configOf(component, system),
    })),
    connections: system.connections.map((connection, index) => ({
      ...connectionView(connection),
      end: index === last ? safe`;` : safe``,
    })),
    variables: joined(
      system.components.map((component) => name(camelCase(component.name))),
      safe`, `,
    ),
  };
}

/** Describes the settings. */
export function configView(system: SystemModel): ConfigView {
  return {
    files: keepsFiles(system),
    sql: system.engine === "sqlite",
    postgres: system.engine === "postgres",
    databaseUrl: tsLiteral(defaultDatabaseUrl(system)),
    port: system.port,
    ...workersConfig(system),
    databasePath: tsLiteral(`data/${system.name.snake}.db`),
    live: hasLive(system),
    schedule: system.schedules !== undefined,
    ...(system.rateLimit ? { rateLimit: system.rateLimit } : {}),
    ...(system.webhooks ? { webhooks: webhookSettings(system.webhooks) } : {}),
    ...(system.users
      ? {
        auth: {
          signIn: tsLiteral(system.users.signIn),
          accessSeconds: system.users.accessSeconds,
          refreshSeconds: system.users.refreshSeconds,
          ...guessingView(system.users),
        },
      }
      : {}),
  };
}

/** Describes the system that tests start. */
export function testSystemView(system: SystemModel): TestSystemView {
  const auth = testSystemAuth(system);
  const played = playsExamples(system);
  return {
    postgres: system.engine === "postgres",
    files: keepsFiles(system),
    clients: triesClient(system),
    webhooks: system.webhooks !== undefined,
    keyed: system.idempotency?.required === true,
    logic: hasHooks(system),
    rateLimit: system.rateLimit !== undefined,
    played,
    parameters: joined([
      ...testParameters(system).map(({ declaration }) => declaration),
      ...(played ? [safe<"ts">`wanted: TestOptions = {}`] : []),
    ], safe`, `),
    passedOn: joined([
      ...testParameters(system).map(({ name }) => name),
      ...(played ? [safe<"ts">`wanted`] : []),
    ], safe`, `),
    endpoints: system.endpoints !== undefined,
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
          workers: mayHaveWorkers(system) ? tsLiteral(1) : undefined,
        }
        : {}),
      filesDir: keepsFiles(system) ? safe<"ts">`filesDir` : undefined,
      auth: system.users ? safe<"ts">`auth` : undefined,
      schedule: system.schedules ? tsLiteral(false) : undefined,
      liveStreams: hasLive(system) ? tsLiteral(100) : undefined,
      webhooks: system.webhooks ? safe<"ts">`webhooks` : undefined,
      rateLimit: system.rateLimit ? safe<"ts">`rateLimit` : undefined,
    }),
    gateway: name(camelCase(gatewayOf(system).name)),
    ...(auth ? { auth } : {}),
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

function configOf(component: ComponentModel, system: SystemModel): Ts {
  const { type } = component;
  const entity = system.entities.find(({ name }) =>
    name.snake === component.entity
  );
  if (type === "Controller" && entity && asksLogic(entity)) {
    return safe`{ logic: logic.${name(entity.name.camel)}, tally: logicTally }`;
  }
  if (type === "WebhookSender") return senderConfig(system);
  if (type === "LiveFeed") return feedConfig(system);
  if (type === "Scheduler") return schedulerConfig(system);
  if (type === "Store" && hasCaches(system)) {
    return safe`{ database, caches }`;
  }
  if (type !== "APIEndpoint") return CONFIGS[type];
  const health: Ts = system.engine !== "memory"
    ? safe`healthWith(harness.health(), database)`
    : safe`harness.health()`;
  const address: Ts = system.users
    ? safe`
    addressHeader: config.auth.addressHeader,`
    : safe``;
  const metrics = joined<"ts">([
    safe`toPrometheus(harness.metrics())`,
    ...(hasCaches(system) ? [safe<"ts">`caches.toPrometheus()`] : []),
    ...(system.webhooks ? [safe<"ts">`webhookSender.deliveries()`] : []),
    ...(hasLive(system) ? [safe<"ts">`liveFeed.figures()`] : []),
    ...(system.schedules ? [safe<"ts">`scheduler.figures()`] : []),
    ...(hasHooks(system) || system.endpoints
      ? [safe<"ts">`logicTally.toPrometheus()`]
      : []),
  ], safe` + `);
  const replies: Ts = system.idempotency
    ? safe`
    replies: ${repliesOf(system).keep}(database),`
    : safe``;
  const files: Ts = keepsFiles(system)
    ? safe`
    files: new FileStore(config.filesDir),`
    : safe``;
  const limit: Ts = system.rateLimit
    ? safe`
    rateLimit: config.rateLimit,`
    : safe``;
  return safe`{
    host: config.host,
    port: config.port,
    health: () => ${health},
    metrics: () => ${metrics},${
    mayHaveWorkers(system) ? SEAT : safe``
  }${address}${replies}${files}${limit}${
    system.endpoints
      ? safe<"ts">`
    endpoints,
    tally: logicTally,`
      : safe<"ts">``
  }
  }`;
}

function workersConfig(system: SystemModel): Pick<ConfigView, "workers"> {
  if (system.engine !== "postgres") return {};
  const reason = onlyOneBecause(system);
  return {
    workers: reason === undefined || { onlyOneBecause: tsLiteral(reason) },
  };
}

function hasHooks({ entities }: SystemModel): boolean {
  return entities.some(asksLogic);
}

const SEAT: Ts = safe`
    seat,`;

const CONFIGS: Readonly<
  Record<
    Exclude<
      ComponentModel["type"],
      "WebhookSender" | "LiveFeed" | "Scheduler"
    >,
    Ts
  >
> = {
  APIEndpoint: safe`{
    host: config.host,
    port: config.port,
    health: () => harness.health(),
    metrics: () => toPrometheus(harness.metrics()),
  }`,
  Controller: safe`{}`,
  Store: safe`{ database }`,
  AuthController: safe`{ auth: config.auth }`,
};
