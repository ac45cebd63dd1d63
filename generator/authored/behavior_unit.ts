/**
 * A behaviour as a unit of work for a language model: what it is to write, and all that this depends on.
 *
 * @module
 */
import { generateFiles } from "../generate.ts";
import type { FieldModel, SystemModel } from "../model/system_model.ts";
import { sha256 } from "../output/manifest.ts";
import { endpointPath } from "../plan/endpoint_names.ts";
import { parameterName, typeNameOf } from "../plan/entity_view.ts";
import { sampleEntity } from "../plan/logic_examples_view.ts";
import { functionName } from "../plan/logic_names.ts";
import { pathOf } from "../plan/logic_path.ts";
import {
  type Behavior,
  type BehaviorKind,
  behaviorsOf,
  withBodies,
} from "./behaviors.ts";
import { dependenciesOf } from "./behavior_dependencies.ts";

/** What a model is to write, and may use. */
export interface BehaviorUnit {
  /** Its path in the blueprint, such as `entities.order.actions.ship.guard`. */
  readonly id: string;
  /** What kind of logic it is. */
  readonly kind: BehaviorKind;
  /** What it does, in the user's words. */
  readonly behavior: string;
  /** The name of the function. */
  readonly name: string;
  /** The function's head, without its body. */
  readonly signature: string;
  /** The file of the output that the function stands in. */
  readonly file: string;
  /** The file of its tests. */
  readonly testFile: string;
  /** What its tests may import. */
  readonly testImports: readonly string[];
  /** An entity that its tests may begin from: a declaration. @default it is about none */
  readonly sample?: string;
  /** The files of the output that it builds on, with their texts: types, and the client. */
  readonly uses: readonly { readonly path: string; readonly text: string }[];
  /** The heads of the other functions that a model writes in the same file. */
  readonly neighbours: readonly string[];
  /** The units whose results it builds on. */
  readonly dependsOn: readonly string[];
  /** The origins that it may fetch from. @default none */
  readonly fetches?: readonly string[];
  /** What the blueprint says that it does in some cases. */
  readonly examples: readonly unknown[];
  /** SHA-256 of all that its answer depends on, hexadecimal. */
  readonly key: string;
}

/** Describes the behaviours of a system as units, in its order; the same system gives the same units. */
export async function behaviorUnits(
  system: SystemModel,
): Promise<readonly BehaviorUnit[]> {
  const behaviors = behaviorsOf(system);
  if (behaviors.length === 0) return [];
  const bodies = new Map(
    behaviors.map((one) => [one.logic.path, allNamed(one)]),
  );
  const { files } = await generateFiles(withBodies(system, bodies), "");
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const heads = new Map(
    behaviors.map((one) => [
      one.logic.path,
      headOf(functionName(one.logic.path), texts.get(fileOf(one)) ?? ""),
    ]),
  );
  return await Promise.all(
    behaviors.map((one) => unitOf(one, { behaviors, heads, texts })),
  );
}

interface Surroundings {
  readonly behaviors: readonly Behavior[];
  readonly heads: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}

async function unitOf(
  behavior: Behavior,
  { behaviors, heads, texts }: Surroundings,
): Promise<BehaviorUnit> {
  const { kind, logic, endpoint, entity } = behavior;
  const id = logic.path;
  const file = fileOf(behavior);
  const own = {
    id,
    kind,
    behavior: logic.behavior,
    name: functionName(id),
    signature: heads.get(id) ?? "",
    file,
    testFile: `tests/authored/${slugOf(id)}_test.ts`,
    testImports: [
      "node:assert/strict",
      `../../${file}`,
      ...(entity ? [`../../models/${entity.name.snake}.ts`] : []),
      // Of it there are types alone.
      ...(entity && kind !== "computed" ? ["../../kit/entity_logic.ts"] : []),
      ...(endpoint
        ? [
          "../test_system.ts",
          "../samples.ts",
          "../../kit/endpoint_time.ts",
        ]
        : []),
      ...(endpoint?.fetches ? ["../../kit/scripted_fetch.ts"] : []),
    ],
    ...(entity
      ? {
        sample: `const ${entity.name.constant}: ${typeNameOf(entity)} = ${
          sampleEntity(entity)
        };`,
      }
      : {}),
    uses: [...usedFiles(behavior), ...usedClients(behavior, texts)]
      .flatMap((path) => {
        const text = texts.get(path);
        return text === undefined ? [] : [{ path, text }];
      }),
    neighbours: behaviors
      .filter((other) => other !== behavior && fileOf(other) === file)
      .map((other) => heads.get(other.logic.path) ?? ""),
    dependsOn: dependenciesOf(behavior, behaviors),
    ...(endpoint?.fetches ? { fetches: endpoint.fetches } : {}),
    examples: endpoint?.examples ?? logic.examples ?? [],
  };
  return { ...own, key: await keyOf(behavior, own, heads) };
}

/** What other units say, and how types are written out, is left out: answers stay right when these change. */
async function keyOf(
  { entity, endpoint }: Behavior,
  unit: Omit<BehaviorUnit, "key">,
  heads: ReadonlyMap<string, string>,
): Promise<string> {
  const { id, kind, behavior, signature, examples, dependsOn, fetches } = unit;
  const { params, query, body, answer } = endpoint ?? {};
  const fields = [entity?.fields, params, query, body, answer]
    .map((all) => all?.map(shapeOf) ?? null);
  const built = dependsOn.map((one) => heads.get(one) ?? "");
  return await sha256(JSON.stringify([
    KEY_VERSION,
    { id, kind, behavior, signature, examples, fields, built, fetches },
  ]));
}

/** What a value of a field can be. */
function shapeOf(field: FieldModel): unknown {
  return SHAPE.map((setting) => field[setting] ?? null);
}

/** Gives the name of a unit as a part of file names: `entities.order.actions.ship.guard` → `order_ship_guard`, the action itself → `order_ship_action`. */
export function slugOf(id: string): string {
  const [kind, ...rest] = id.split(".");
  const parts = kind === "endpoints"
    ? [...rest, "endpoint"]
    : rest.length === 3 && rest[1] === "actions"
    ? [rest[0], rest[2], "action"]
    : rest.filter((part, index) => index !== 1 || part === "hooks");
  return parts.join("_").replace(
    /[A-Z]/g,
    (letter) => `_${letter.toLowerCase()}`,
  ).replaceAll("-", "_");
}

function fileOf({ entity, endpoint }: Behavior): string {
  return entity ? pathOf(entity) : endpoint ? endpointPath(endpoint) : "";
}

function usedFiles({ entity, endpoint }: Behavior): readonly string[] {
  return entity
    ? [
      `models/${entity.name.snake}.ts`,
      "kit/entity_spec.ts",
      "kit/entity_logic.ts",
    ]
    : endpoint
    ? [
      endpointPath(endpoint),
      "kit/custom_endpoint.ts",
      "kit/endpoint_time.ts",
      "client/client.ts",
      "kit/testing.ts",
      "tests/test_system.ts",
      "tests/samples.ts",
      ...(endpoint.fetches
        ? ["kit/listed_fetch.ts", "kit/scripted_fetch.ts"]
        : []),
    ]
    : [];
}

/** An endpoint calls the API through clients: those of what its words name, else all while they are short. */
function usedClients(
  { endpoint, logic }: Behavior,
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  if (!endpoint) return [];
  const all = [...texts.keys()].filter((path) => CLIENT.test(path));
  const words = logic.behavior.toLowerCase();
  const named = all.filter((path) =>
    words.includes((CLIENT.exec(path)?.[1] ?? "").replaceAll("_", " "))
  );
  const size = all.reduce(
    (sum, path) => sum + (texts.get(path)?.length ?? 0),
    0,
  );
  const own = all.filter((path) => path === "client/endpoints_client.ts");
  return named.length > 0
    ? [...new Set([...named, ...own])]
    : size > MOST_CLIENT_TEXT
    ? own
    : all;
}

/** Statements that name all that such a function can be given, so that its head is whole. */
function allNamed({ kind, entity, endpoint }: Behavior): string {
  const names = entity
    ? [
      parameterName(entity),
      ...kind === "computed"
        ? []
        : [parameterName(entity) === "context" ? "given" : "context"],
    ]
    : [
      ...endpoint?.params.length ? ["params"] : [],
      ...endpoint?.query.length ? ["query"] : [],
      ...endpoint?.body ? ["body"] : [],
      "viewer",
      "api",
      "now",
      ...endpoint?.fetches ? ["fetch"] : [],
      "refuse",
    ];
  const waits = endpoint ? "await null;\n" : "";
  return `${waits}void [${names.join(", ")}];\n${NOT_WRITTEN}`;
}

/** Finds the head of a function in a file: from `export` to before its body. */
function headOf(name: string, text: string): string {
  const start = new RegExp(`^export (?:async )?function ${name}\\(`, "m")
    .exec(text)?.index ?? -1;
  const end = text.indexOf(" {\n", text.indexOf("):", start));
  return start < 0 ? "" : text.slice(start, end);
}

const CLIENT = /^client\/(\w+)_client\.ts$/;
const MOST_CLIENT_TEXT = 40_000;

/** What stands in for a body that nobody has written yet. */
export const NOT_WRITTEN = 'throw new Error("This is not written yet.");';

const SHAPE = [
  "name",
  "type",
  "required",
  "nullable",
  "min",
  "max",
  "maxLength",
  "pattern",
  "values",
  "scale",
  "items",
] as const;

/** Changes with what units are made of, so that older answers are asked for anew. */
const KEY_VERSION = 1;
