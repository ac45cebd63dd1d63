/**
 * What the templates of controllers and stores need.
 *
 * @module
 */
import type {
  ComponentModel,
  EntityModel,
  PortModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  sqlIdentifier,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type {
  ControllerView,
  GatewayView,
  PortMethodView,
  PortView,
  StoreView,
} from "../../templates/views.ts";
import { cachedTableView, serviceView } from "./cache_views.ts";
import { storedEntities } from "../model/expand_users.ts";
import { gatewayAuth, referencesView, rulesExpression } from "./access_view.ts";
import { aggregatesConstant, hasAggregates } from "./aggregate_view.ts";
import {
  adjustedEntities,
  adjustmentConstant,
  adjustmentRule,
  adjustsOthers,
} from "./adjustment_view.ts";
import { gatewayEndpoints } from "./endpoint_view.ts";
import {
  entityView,
  sentence,
  specConstant,
  typeNameOf,
} from "./entity_view.ts";
import { bulkExpression } from "./bulk_view.ts";
import { isKeyed, onceExpression } from "./idempotency_view.ts";
import { filesConstant, filesOf, keepsFiles } from "./file_view.ts";
import { overlapGuard } from "./overlap_view.ts";
import { handlerName, senderName } from "./sample_views.ts";
import { includesView, relatedView } from "./include_views.ts";
import { wordsRule } from "./search_view.ts";
import { controllerLogic } from "./logic_view.ts";
import { hidesFields } from "./shown_view.ts";
import { hasLive, isLivePort } from "./live_views.ts";
import { announcementRule, isAnnounced } from "./webhook_views.ts";
import {
  guardExpression,
  requiredEntities,
  storeGuard,
} from "./state_rules_view.ts";
import { mayHaveWorkers } from "./worker_views.ts";

/** Describes a controller. */
export function controllerView(
  component: ComponentModel,
  entity: EntityModel,
  system: SystemModel,
): ControllerView {
  const senders = portMethods(component, "out", senderName);
  const guard = guardExpression(entity);
  const logic = controllerLogic(entity, component.className);
  const [first] = senders;
  if (!first) {
    throw new RangeError(
      `Cannot plan "${component.name}": found no port that leads to a store`,
    );
  }
  return {
    className: name(component.className),
    description: comment(sentence(component.description)),
    entity: entityView(entity, system),
    ports: component.ports.map(portView),
    handlers: portMethods(component, "in", handlerName),
    senders,
    storeSender: first.method,
    guarded: system.users !== undefined,
    service: serviceView(entity),
    ...(guard ? { guard } : {}),
    ...(logic ? { logic } : {}),
    adjusts: adjustedEntities(entity, system).length > 0,
    bulk: entity.bulk !== undefined,
    targets: targetsOf(entity, system).map((target) => ({
      constant: specConstant(target),
      file: name(target.name.snake),
    })),
  };
}

/** Lists the other entities whose descriptions a controller reads. */
function targetsOf(entity: EntityModel, system: SystemModel): EntityModel[] {
  const all = [
    ...adjustedEntities(entity, system),
    ...requiredEntities(entity, system),
  ].filter((target) => target !== entity);
  return system.entities.filter((target) => all.includes(target));
}

/** Describes the API endpoint. */
export function gatewayView(
  component: ComponentModel,
  system: SystemModel,
): GatewayView {
  const senders = portMethods(component, "out", senderName).flatMap(
    (sender) => {
      const port = component.ports.find((port) => port.name === sender.port);
      if (isLivePort(sender.port)) return [];
      return port?.entity === undefined && system.users
        ? []
        : [{ ...sender, entity: findEntity(system, port?.entity) }];
    },
  );
  const auth = gatewayAuth(system);
  const once = onceExpression(system);
  return {
    className: name(component.className),
    description: comment(sentence(component.description)),
    ports: component.ports.map(portView),
    entities: senders.map(({ entity, method }) => ({
      constant: specConstant(entity),
      typeName: typeNameOf(entity),
      file: name(entity.name.snake),
      ...schemaUse(entity),
      operations: tsArray(entity.operations.map(tsLiteral)),
      ...(pathActions(entity).length === 0 ? {} : {
        actions: tsArray(pathActions(entity).map(tsLiteral)),
      }),
      ...(auth ? guardView(entity, system) : {}),
      ...(hidesFields(entity) ? { hides: true as const } : {}),
      ...includesView(entity, system),
      ...(hasAggregates(entity)
        ? { aggregates: aggregatesConstant(entity) }
        : {}),
      ...(entity.live ? { live: true as const } : {}),
      ...(entity.bulk ? { bulk: bulkExpression(entity.bulk) } : {}),
      once: once !== undefined && isKeyed(entity),
      ...(filesOf(entity).length > 0 ? { files: filesConstant(entity) } : {}),
      softDelete: entity.softDelete,
      nameLiteral: tsLiteral(entity.name.snake),
      sender: method,
    })),
    ...relatedView(senders, system),
    live: hasLive(system),
    files: keepsFiles(system),
    removesFiles: system.entities.some((entity) =>
      filesOf(entity).length > 0 && !entity.softDelete
    ),
    shared: system.engine === "postgres",
    ...gatewayEndpoints(system),
    hides: senders.some(({ entity }) => hidesFields(entity)),
    aggregates: senders.some(({ entity }) => hasAggregates(entity)),
    rateLimit: system.rateLimit !== undefined,
    workers: mayHaveWorkers(system),
    ...(auth ? { auth } : {}),
    ...(once ? { once } : {}),
    bulk: senders.some(({ entity }) => entity.bulk !== undefined),
    senders: senders.map(({ entity, ...sender }) => ({
      ...sender,
      typeName: typeNameOf(entity),
    })),
  };
}

/**
 * Finds the entity that a component or port is about.
 *
 * @throws {RangeError} when the model has no such entity: the model was not checked.
 */
export function findEntity(
  system: SystemModel,
  entityName: string | undefined,
): EntityModel {
  const entity = storedEntities(system).find((entity) =>
    entity.name.snake === entityName
  );
  if (!entity) {
    throw new RangeError(
      `Cannot plan "${system.name.snake}": found no entity "${entityName}"`,
    );
  }
  return entity;
}

/** The operations that are the last segment of a path. */
function pathActions({ actions, softDelete }: EntityModel): string[] {
  return [
    ...actions.map(({ name }) => name.kebab),
    ...(softDelete ? ["restore"] : []),
  ];
}

function guardView(
  entity: EntityModel,
  system: SystemModel,
): Pick<GatewayView["entities"][number], "access" | "references"> {
  const references = referencesView(entity, system);
  return {
    access: rulesExpression(entity),
    ...(references ? { references } : {}),
  };
}

function schemaUse(
  entity: EntityModel,
): Pick<GatewayView["entities"][number], "schemaImports" | "schemas"> {
  const whole = name(`${entity.name.constant}_BODY`);
  const patch = name(`${entity.name.constant}_PATCH`);
  const schemas = (["create", "replace", "patch"] as const)
    .filter((operation) => entity.operations.includes(operation))
    .map((operation) => ({
      option: name(`${operation}Schema`),
      constant: operation === "patch" ? patch : whole,
    }));
  const imports = [...new Set(schemas.map(({ constant }) => constant))];
  return {
    schemas,
    ...(imports.length === 0
      ? {}
      : { schemaImports: joined(imports, safe`, `) }),
  };
}

/** Describes a store. */
export function storeView(
  component: ComponentModel,
  entity: EntityModel,
  system: SystemModel,
): StoreView {
  const inMemory = system.engine === "memory";
  const engine = ENGINES[system.engine];
  const guard = storeGuard(entity, engine);
  const cache = cachedTableView(entity, system);
  const rules = [
    ...overlapGuard(entity, engine, specConstant(entity)),
    ...adjustmentRule(entity, engine),
    ...wordsRule(entity, engine),
    ...announcementRule(entity, engine, system),
  ];
  return {
    className: name(component.className),
    description: comment(sentence(component.description)),
    where: comment(WHERE[system.engine]),
    databaseType: name(inMemory ? "MemoryDatabase" : "SqliteDatabase"),
    entity: entityView(entity, system),
    ports: component.ports.map(portView),
    handlers: portMethods(component, "in", handlerName),
    ...(adjustsOthers(entity) ? { adjusts: adjustmentConstant(engine) } : {}),
    ...(isAnnounced(entity, system)
      ? { announces: name(`announceIn${engine}`) }
      : {}),
    ...(guard ? { guard } : {}),
    bulk: entity.bulk !== undefined,
    ...(cache ? { cache } : {}),
    ...(rules.length === 0 && !guard ? {} : { rules: tsArray(rules) }),
    ...(inMemory ? {} : { sql: statements(entity, PLACES[system.engine]) }),
  };
}

/** Describes a port as the class declares it. */
export function portView(port: PortModel): PortView {
  return {
    name: name(port.name),
    spec: tsObject({
      direction: tsLiteral(port.direction),
      type: tsLiteral(port.type),
      replies: port.replies === undefined ? undefined : tsLiteral(port.replies),
    }),
  };
}

/** Describes the methods of the ports that carry requests in one direction. */
export function portMethods(
  component: ComponentModel,
  direction: "in" | "out",
  methodName: (port: string) => ReturnType<typeof name>,
): PortMethodView[] {
  return component.ports
    .filter((port) =>
      port.direction === direction &&
      (port.role === "request" || port.role === "data")
    )
    .map((port) => ({
      port: name(port.name),
      portLiteral: tsLiteral(port.name),
      method: methodName(port.name),
    }));
}

function statements(
  entity: EntityModel,
  place: (number: number) => Safe<"ts">,
): NonNullable<StoreView["sql"]> {
  const own = entity.fields.map((field) => sqlIdentifier(field.column));
  const columns = [
    ...["id", "created_at", "updated_at"].map(sqlIdentifier),
    ...own,
  ];
  const table = sqlIdentifier(entity.table);
  const changed = [sqlIdentifier("updated_at"), ...own].map((column, i) =>
    safe<"ts">`${column} = ${place(i + 1)}`
  );
  return {
    insert: safe`
    INSERT INTO ${table} (
      ${list(columns)}
    ) VALUES (${list(columns.map((_, i) => place(i + 1)))})`,
    select: safe`
    SELECT
      ${list([...columns, sqlIdentifier("version")])}
    FROM ${table}`,
    update: safe`
    UPDATE ${table} SET
      ${list(changed)},
      "version" = "version" + 1
    WHERE "id" = ${place(changed.length + 1)} AND "version" = ${
      place(changed.length + 2)
    }`,
    delete: safe`DELETE FROM ${table} WHERE "id" = ${place(1)}`,
  };
}

/** Lists items with commas, a few on each line. */
function list(items: readonly Safe<"ts">[]): Safe<"ts"> {
  const lines: Safe<"ts">[][] = [[]];
  for (const item of items) {
    const line = lines.at(-1);
    if (line && line.join(", ").length + item.length <= MAX_SQL_LINE) {
      line.push(item);
    } else lines.push([item]);
  }
  return joined(
    lines.filter((line) => line.length > 0).map((line) =>
      joined(line, safe`, `)
    ),
    safe`,\n      `,
  );
}

/** How the kit's names spell the engines. */
const ENGINES = {
  memory: "Memory",
  sqlite: "Sqlite",
  postgres: "Postgres",
} as const;

const WHERE = {
  memory: "in memory",
  sqlite: "in SQLite",
  postgres: "in PostgreSQL",
} as const;

/** How a statement writes the place of a value. */
const PLACES = {
  sqlite: () => safe<"ts">`?`,
  postgres: (number: number) => safe<"ts">`$${number}`,
} as const;

const MAX_SQL_LINE = 70;
