/**
 * What the documents of a system say: API, entities, architecture.
 *
 * @module
 */
import { withArticle } from "./with_article.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  mdCode,
  mdCommand,
  mdText,
  name,
  type Safe,
  safe,
  shJson,
} from "../../templates/safe_text.ts";
import type {
  ApiDocView,
  ArchitectureDocView,
  EntitiesDocView,
} from "../../templates/views.ts";
import { pathOf } from "./contract_view.ts";
import { exampleBody } from "./sample_values.ts";

type Md = Safe<"md">;

/** Lists the endpoints of every entity. */
export function apiDocView(system: SystemModel): ApiDocView {
  return {
    entities: system.entities.map((entity) => ({
      title: mdText(capitalised(entity.plural.words)),
      endpoints: endpointsOf(entity),
      ...(entity.operations.includes("create")
        ? { example: createCommand(entity, system.port) }
        : {}),
    })),
    guarded: system.entities.some(({ actions }) => actions.some(isGuarded)),
  };
}

/** Lists the fields of every entity. */
export function entitiesDocView(system: SystemModel): EntitiesDocView {
  return {
    entities: system.entities.map((entity) => ({
      title: mdText(capitalised(entity.name.words)),
      description: mdText(entity.description),
      fields: entity.fields.map((field) => ({
        name: mdCode(field.name),
        type: mdText(field.type),
        rules: fieldRules(field),
        meaning: mdText(field.description),
      })),
      notes: entity.actions.map((action) =>
        safe`${mdCode(action.name.kebab)} sets ${
          mdCode(assignments(action.set))
        }${
          isGuarded(action)
            ? safe<"md">`, only while ${mdCode(assignments(action.when))}`
            : safe``
        }`
      ),
    })),
  };
}

/** Draws the components and their channels. */
export function architectureDocView(system: SystemModel): ArchitectureDocView {
  return {
    components: system.components.map((component) => ({
      name: name(component.name),
      className: name(component.className),
      kind: mdText(component.type),
      description: mdText(component.description),
    })),
    edges: system.connections.map(({ from, to }) => ({
      from: name(from.component),
      to: name(to.component),
      label: mdText(from.port.replaceAll("_", " ")),
    })),
    channels: system.connections.map(({ from, to, type, bufferSize }) => ({
      from: name(`${from.component}.${from.port}`),
      to: name(`${to.component}.${to.port}`),
      kind: mdText(type.replaceAll("_", " ")),
      bufferSize,
    })),
  };
}

/** Renders the shell command that creates an entity. */
export function createCommand(entity: EntityModel, port: number): Md {
  return mdCommand(
    safe`curl -i http://127.0.0.1:${port}${
      pathOf(entity)
    } -H 'content-type: application/json' -d ${shJson(exampleBody(entity))}`,
  );
}

function endpointsOf(
  entity: EntityModel,
): ApiDocView["entities"][number]["endpoints"] {
  const one = mdText(entity.name.words);
  const many = mdText(entity.plural.words);
  const path = pathOf(entity);
  const item: Md = safe`${path}/{id}`;
  const rows = {
    list: ["GET", path, safe`list ${many}`, "200, 400, 422"],
    get: ["GET", item, safe`read one ${one}`, "200, 404"],
    create: [
      "POST",
      path,
      safe`create ${mdText(withArticle(entity.name.words))}`,
      "201, 400, 409, 413, 415, 422",
    ],
    replace: [
      "PUT",
      item,
      safe`replace one ${one}`,
      "200, 400, 404, 409, 413, 415, 422",
    ],
    patch: [
      "PATCH",
      item,
      safe`change some fields of one ${one}`,
      "200, 400, 404, 409, 413, 415, 422",
    ],
    delete: ["DELETE", item, safe`delete one ${one}`, "204, 404, 409"],
  } as const satisfies Record<string, readonly [string, Md, Md, string]>;
  return [
    ...entity.operations.map((operation) => rows[operation]),
    ...entity.actions.map((action) => {
      const answers = isGuarded(action) ? "200, 404, 409" : "200, 404";
      return [
        "POST",
        safe<"md">`${item}/${name(action.name.kebab)}`,
        mdText(action.description),
        answers,
      ] as const;
    }),
  ].map(([method, path, summary, answers]) => ({
    method: name(method),
    path,
    summary,
    answers: mdText(answers),
  }));
}

function isGuarded(action: ActionModel): boolean {
  return Object.keys(action.when).length > 0;
}

function fieldRules(field: FieldModel): Md {
  const rules: Md[] = [];
  const say = (text: string) => rules.push(mdText(text));
  if (field.required) say("required");
  if (field.nullable) say("may be null");
  if (field.unique) {
    say(field.type === "email" ? "unique, whatever its case" : "unique");
  }
  if (field.immutable) say("cannot be changed");
  if (field.default !== undefined) {
    rules.push(
      safe`default ${
        mdCode(field.default === "$now" ? "now" : JSON.stringify(field.default))
      }`,
    );
  }
  if (field.values) {
    rules.push(safe`one of ${joined(field.values.map(mdCode), safe`, `)}`);
  }
  if (field.min !== undefined) say(`at least ${field.min}`);
  if (field.max !== undefined) say(`at most ${field.max}`);
  if (field.minLength !== undefined) {
    say(`at least ${field.minLength} characters`);
  }
  if (field.maxLength !== undefined) {
    say(`at most ${field.maxLength} characters`);
  }
  if (field.scale !== undefined) say(`${field.scale} decimal places`);
  if (field.pattern !== undefined) {
    rules.push(safe`matches ${mdCode(field.pattern)}`);
  }
  if (field.relation) {
    rules.push(
      safe`id of ${
        mdText(withArticle(field.relation.entity.replaceAll("_", " ")))
      }`,
    );
  }
  return joined(rules, safe`; `);
}

function assignments(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values).map(([field, value]) =>
    `${field} = ${shown(value)}`
  ).join(", ");
}

function shown(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((item) => JSON.stringify(item)).join(" or ");
  }
  return value === "$now" ? "now" : JSON.stringify(value);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
