/**
 * What the documents of a system say: API, entities, architecture.
 *
 * @module
 */
import { bulkNote, bulkRows } from "./bulk_view.ts";
import { keyHeader, keysNote } from "./idempotency_view.ts";
import type { Operation } from "../blueprint/blueprint.ts";
import { endpointDocs } from "./endpoint_docs.ts";
import { logicNotes } from "./logic_docs.ts";
import { withWords, wordsOfLogic } from "./logic_words.ts";
import { answersOf, hasItem } from "./answers.ts";
import { sortText } from "./entity_view.ts";
import { fetchArchitecture } from "./fetch_views.ts";
import { includesOf } from "../model/includes.ts";
import { sizeText } from "../blueprint/check_files.ts";
import { withArticle } from "../blueprint/with_article.ts";
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
  type Name,
  name,
  type Safe,
  safe,
  shJsonObject,
} from "../../templates/safe_text.ts";
import type {
  ApiDocView,
  ArchitectureDocView,
  EntitiesDocView,
} from "../../templates/views.ts";
import { accessNotes, authDocView, whoMay } from "./access_docs.ts";
import { pathOf } from "./contract_paths.ts";
import {
  adjustmentNote,
  adjustmentRules,
  adjustmentSentence,
} from "./adjustment_view.ts";
import { includeNotes } from "./include_views.ts";
import { liveNotes } from "./openapi_live.ts";
import { filesOf } from "./file_view.ts";
import { cacheArchitecture, cacheNotes } from "./cache_views.ts";
import { limitNote } from "./rate_limit_views.ts";
import { restorationNotes } from "./restoration_view.ts";
import { aggregateNotes, hasAggregates } from "./aggregate_view.ts";
import { searchesWords, searchNotes } from "./search_view.ts";
import { stateNotes } from "./state_rules_view.ts";
import { overlapNotes } from "./overlap_view.ts";
import { exampleBody } from "./sample_values.ts";

type Md = Safe<"md">;

/** Lists the endpoints of every entity. */
export function apiDocView(system: SystemModel): ApiDocView {
  const keys = keysNote(system);
  const bulk = bulkNote(system);
  return {
    entities: system.entities.map((entity) => ({
      title: mdText(capitalised(entity.plural.words)),
      endpoints: endpointsOf(entity, system),
      ...(entity.operations.includes("create")
        ? { example: createCommands(entity, system) }
        : {}),
    })),
    includes: system.entities.some((entity) =>
      includesOf(entity, system).length > 0
    ),
    live: liveNotes(system),
    ...limitNote(system),
    ...endpointDocs(system),
    conditional: system.entities.some(hasItem),
    guarded: system.entities.some(({ actions }) => actions.some(isGuarded)),
    words: system.entities.some(searchesWords),
    aggregates: system.entities.some(hasAggregates),
    ...(keys ? { keys } : {}),
    ...(bulk ? { bulk } : {}),
    ...(system.users ? { auth: authDocView(system, system.users) } : {}),
  };
}

/** Lists the fields of every entity. */
export function entitiesDocView(system: SystemModel): EntitiesDocView {
  return {
    entities: system.entities.map((entity) => ({
      title: mdText(capitalised(entity.name.words)),
      ...(entity.access ? { access: accessNotes(entity, entity.access) } : {}),
      description: mdText(entity.description),
      fields: entity.fields.flatMap((field) => rowsOf(field)).map((
        { path, field },
      ) => ({
        name: mdCode(path),
        type: mdText(
          field.items === undefined ? field.type : `list of ${field.items}`,
        ),
        rules: fieldRules(field),
        meaning: mdText(
          withWords(field.description, wordsOfLogic(field.logic)),
        ),
      })),
      notes: [
        ...keyNotes(entity),
        ...orderNotes(entity),
        ...searchNotes(entity),
        ...aggregateNotes(entity, system),
        ...uniqueNotes(entity),
        ...overlapNotes(entity),
        ...restorationNotes(entity, system),
        ...cacheNotes(entity, system),
        ...stateNotes(entity),
        ...includeNotes(entity, system),
        ...entity.actions.map((action) =>
          safe`${mdCode(action.name.kebab)} sets ${
            mdCode(assignments(action.set))
          }${
            isGuarded(action)
              ? safe<"md">`, only while ${mdCode(assignments(action.when))}`
              : safe``
          }${needsNote(action)}${adjustmentNote(action)}${
            againNote(action, entity)
          }`
        ),
        ...adjustmentRules(entity),
        ...logicNotes(entity),
      ],
    })),
  };
}

/** A field and, below it, the members of its objects. */
function rowsOf(
  field: FieldModel,
  within = "",
): readonly { readonly path: string; readonly field: FieldModel }[] {
  const path = `${within}${field.name}`;
  const inside = field.type === "list" ? `${path}[].` : `${path}.`;
  return [
    { path, field },
    ...(field.members ?? []).flatMap((member) => rowsOf(member, inside)),
  ];
}

function keyNotes({ key, path }: EntityModel): Md[] {
  return key === undefined ? [] : [
    safe`its ${mdCode(key)} stands for its id in paths, too: ${
      mdCode(`GET ${path}/{${key}}`)
    }`,
  ];
}

function orderNotes({ order }: EntityModel): Md[] {
  return order === undefined || order.length === 0
    ? []
    : [safe`lists are sorted by ${mdCode(sortText(order))} by default`];
}

function uniqueNotes({ unique }: EntityModel): Md[] {
  return unique.map((fields) => {
    const names = joined(fields.map(({ name }) => mdCode(name)), safe` and `);
    const isPartial = fields.some(({ nullable }) => nullable);
    return safe`no two have the same ${names}${
      isPartial ? safe<"md">` (null is like no other)` : safe``
    }`;
  });
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
    notes: [...cacheArchitecture(system), ...fetchArchitecture(system)],
  };
}

/** Renders the shell commands that create an entity, after those that it needs; they can be pasted as they are. */
export function createCommands(
  entity: EntityModel,
  system: SystemModel,
): readonly Md[] {
  const needed = [...neededBy(entity, system)];
  return [
    ...needed.map((target) => mdCommand(idCommand(target, system))),
    mdCommand(safe`curl -i ${createArguments(entity, system)}`),
  ];
}

/** Puts the id of one into a shell variable. */
function idCommand(entity: EntityModel, system: SystemModel): Safe<"sh"> {
  const variable = idVariable(entity);
  if (!entity.operations.includes("create")) {
    const placeholder = `ID-OF-${withArticle(entity.name.kebab).toUpperCase()}`;
    return safe`${variable}=${
      name(placeholder.replaceAll(" ", "-"))
    } # put one here: this API creates none`;
  }
  const create = createArguments(entity, system, { another: true });
  return safe`${variable}=$(curl -s ${create} | sed 's/^{"id":"\\([^"]*\\)".*/\\1/')`;
}

/** The entities that must be there before one of this can be created, each after those that it needs itself. */
function neededBy(
  entity: EntityModel,
  system: SystemModel,
): ReadonlySet<EntityModel> {
  const needed = new Set<EntityModel>();
  for (const target of targetsOf(entity, system).values()) {
    const canCreate = target.operations.includes("create");
    const before = canCreate ? neededBy(target, system) : [];
    for (const other of before) needed.add(other);
    needed.add(target);
  }
  return needed;
}

/** The entities that its required relations lead to, by field. */
function targetsOf(
  entity: EntityModel,
  system: SystemModel,
): ReadonlyMap<string, EntityModel> {
  return new Map(entity.fields.flatMap(({ name, required, relation }) => {
    const target = system.entities.find((other) =>
      other.name.snake === relation?.entity
    );
    return target && required ? [[name, target] as const] : [];
  }));
}

function createArguments(
  entity: EntityModel,
  system: SystemModel,
  options: { readonly another?: boolean } = {},
): Safe<"sh"> {
  const ids = [...targetsOf(entity, system)].map(([field, target]) =>
    [field, idVariable(target)] as const
  );
  return safe`http://127.0.0.1:${system.port}${
    pathOf(entity)
  } -H 'content-type: application/json'${tokenHeader(entity)}${
    keyHeader(system)
  } -d ${shJsonObject(exampleBody(entity, options), new Map(ids))}`;
}

/** The header that carries the shell variable of a token, where creating needs one. */
function tokenHeader({ access }: EntityModel): Safe<"sh"> {
  return access === undefined ||
      (access.rules["create"] ?? []).includes("everyone")
    ? safe``
    : safe` -H "authorization: Bearer $token"`;
}

function idVariable(entity: EntityModel): Name {
  return name(`${entity.name.camel}Id`);
}

function endpointsOf(
  entity: EntityModel,
  system: SystemModel,
): ApiDocView["entities"][number]["endpoints"] {
  const one = mdText(entity.name.words);
  const many = mdText(entity.plural.words);
  const path = pathOf(entity);
  const item: Md = safe`${path}/{id}`;
  const rows = {
    list: ["GET", path, safe`list ${many}`],
    get: ["GET", item, safe`read one ${one}`],
    create: [
      "POST",
      path,
      safe`create ${mdText(withArticle(entity.name.words))}`,
    ],
    replace: [
      "PUT",
      item,
      safe`replace one ${one}`,
    ],
    patch: [
      "PATCH",
      item,
      safe`change some fields of one ${one}`,
    ],
    delete: ["DELETE", item, safe`delete one ${one}`],
  } as const satisfies Record<string, readonly [string, Md, Md]>;
  const row = (
    operation: Operation | "action",
    [method, path, summary]: readonly [string, Md, Md],
    action?: string,
  ) => ({
    method: name(method),
    path,
    summary,
    answers: mdText(answersOf(operation, entity, system, action).join(", ")),
    ...(entity.access
      ? { who: whoMay(action ?? operation, entity.access) }
      : {}),
  });
  return [
    ...entity.operations.map((operation) => row(operation, rows[operation])),
    ...bulkRows(entity, system).map(({ operation, answers, ...place }) => ({
      ...place,
      answers,
      ...(entity.access ? { who: whoMay(operation, entity.access) } : {}),
    })),
    ...entity.actions.map((action) =>
      row("action", [
        "POST",
        safe<"md">`${item}/${name(action.name.kebab)}`,
        mdText(action.description + adjustmentSentence(action)),
      ], action.name.kebab)
    ),
    ...(entity.aggregates ?? []).map((aggregate) =>
      row("list", [
        "GET",
        safe<"md">`${path}/${name(aggregate.name.kebab)}`,
        mdText(aggregate.description),
      ])
    ),
    ...(entity.live
      ? [
        row("list", [
          "GET",
          safe<"md">`${path}/live`,
          safe<"md">`listen to what becomes of ${many}`,
        ]),
      ]
      : []),
    ...filesOf(entity).flatMap((field) => {
      const file = safe<"md">`${item}/${name(field.name)}`;
      const of = mdText(field.name);
      return [
        row("get", ["GET", file, safe`read the ${of} of one ${one}`]),
        row("patch", ["PUT", file, safe`send the ${of} of one ${one}`]),
        row("patch", ["DELETE", file, safe`delete the ${of} of one ${one}`]),
      ];
    }),
    ...(entity.softDelete
      ? [
        row("action", [
          "POST",
          safe<"md">`${item}/restore`,
          safe<"md">`restore one ${one} that was deleted`,
        ], "restore"),
      ]
      : []),
  ];
}

function needsNote({ needs }: ActionModel): Md {
  return needs.length === 0
    ? safe``
    : safe`, only with ${mdCode(needs.join(", "))}`;
}

/** Says of what can be refused that it is not once it is done; a time that is never null does not tell. */
function againNote(action: ActionModel, { fields }: EntityModel): Md {
  const tells = Object.entries(action.set).some(([field, value]) =>
    value !== "$now" || fields.find(({ name }) => name === field)?.nullable
  );
  return tells && (isGuarded(action) || action.needs.length > 0)
    ? safe`; asked again once it is so, it changes nothing and is not refused`
    : safe``;
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
  if (field.logic) rules.push(safe`worked out by logic`);
  if (field.computation) {
    rules.push(safe`computed: ${mdCode(field.computation.text)}`);
  } else if (field.type === "serial") {
    say("counted by the server: 1, 2, 3, …");
  } else if (field.type === "file") {
    say("sent by a request of its own");
    say(`at most ${sizeText(field.maxSize ?? 0)}`);
    if (field.accept) say(`of the type ${field.accept.join(" or ")}`);
  } else if (field.readOnly) say("set by the server");
  if (field.writeOnly) say("never shown");
  if (field.from !== undefined) {
    rules.push(
      safe`made of ${mdCode(field.from)} at creation${
        field.follows ? safe<"md">` and when that changes` : safe<"md">``
      }`,
    );
  }
  if (field.ofTenant) say("set to that of whoever creates it");
  else if (field.assigned) say("set to whoever creates it");
  if (field.immutable) say("cannot be changed");
  if (field.default !== undefined) {
    rules.push(
      safe`default ${
        mdCode(field.default === "$now" ? "now" : JSON.stringify(field.default))
      }`,
    );
  }
  if (field.maxItems !== undefined) {
    say(`at most ${field.maxItems} elements`);
  }
  if (field.sorted) say("in order, each once");
  if (field.values) {
    rules.push(safe`one of ${joined(field.values.map(mdCode), safe`, `)}`);
  }
  if (field.min !== undefined) say(`at least ${field.min}`);
  if (field.max !== undefined) say(`at most ${field.max}`);
  if (field.shortest !== undefined) say(`at least ${field.shortest}`);
  if (field.longest !== undefined) say(`at most ${field.longest}`);
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
  if (field.relation?.acyclic) say("never leads back to itself");
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
