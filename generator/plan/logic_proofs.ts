/**
 * How the logic that a requirement leads to is proved: its examples are played over HTTP, else the tests that try it are named.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { LogicModel } from "../model/logic_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import type { Proof, TestPlace } from "./acceptance_proof.ts";
import { endpointTestFile } from "./endpoint_names.ts";
import { examplesFile, exampleTitle } from "./logic_examples_view.ts";
import { functionName } from "./logic_names.ts";
import { type LogicOwner, playedExample } from "./played_example.ts";

/** Proves the logic that a reference leads to; nothing where it leads to none. */
export function logicProofs(
  reference: string,
  entity: EntityModel,
  system: SystemModel,
): readonly Proof[] {
  return logicBehind(reference, entity, system).flatMap((logic) =>
    proofsOf(logic, { entity, system })
  );
}

/** Proves an endpoint: its own tests play its examples, and a model's tests call its function. */
export function endpointProof(
  endpoint: EndpointModel,
  system: SystemModel,
): Proof {
  const { name, logic, examples } = endpoint;
  const played = examples.length > 0
    ? [{ file: endpointTestFile(endpoint) }]
    : [];
  const elsewhere = [...played, ...writtenTests(logic, system)];
  return elsewhere.length > 0
    ? { reason: "other tests call the endpoint", elsewhere }
    : {
      reason:
        `the endpoint ${name.snake} has no examples, so that nothing shows what it does`,
    };
}

/** Lists the logic that a requirement means by a reference to an entity or a part of it. */
function logicBehind(
  reference: string,
  entity: EntityModel,
  system: SystemModel,
): readonly LogicModel[] {
  const [, member, aspect] = reference.split(".");
  if (aspect !== undefined || reference.startsWith("not ")) return [];
  if (member === undefined) return hooksAtLarge(entity, system);
  const hooks = hooksOf(member, entity);
  const fields = entity.fields.flatMap(({ name, logic }) =>
    name === member && logic ? [logic] : []
  );
  const actions = entity.actions.flatMap(({ name, guard, logic }) =>
    [name.snake, name.camel].includes(member)
      ? [guard, logic].filter((one) => one !== undefined)
      : []
  );
  return [...hooks, ...fields, ...actions];
}

/** A hook has no reference of its own: what is said of the operation, or of the entity as such, is said of it. */
function hooksOf(operation: string, { hooks = [] }: EntityModel): LogicModel[] {
  return hooks.filter(({ hook }) => HOOKED[hook]?.includes(operation));
}

/** What is said of an entity as such may be about any hook that is asked around an operation of which nothing is said. */
function hooksAtLarge(
  { name, hooks = [] }: EntityModel,
  { requirements }: SystemModel,
): LogicModel[] {
  const named = new Set(requirements.flatMap(({ covers }) => covers));
  return hooks.filter(({ hook }) =>
    HOOKED[hook]?.every((operation) => !named.has(`${name.snake}.${operation}`))
  );
}

function proofsOf(logic: LogicModel, owner: LogicOwner): readonly Proof[] {
  const { examples = [], path } = logic;
  if (examples.length === 0) {
    const elsewhere = writtenTests(logic, owner.system);
    const called = functionName(path);
    return [
      elsewhere.length > 0
        ? { reason: `${called} has no examples`, elsewhere }
        : {
          reason:
            `${called} has no examples, so that nothing shows what it does`,
        },
    ];
  }
  return examples.map((given): Proof => {
    const example = exampleTitle(path, given, owner.entity);
    const played = playedExample(logic, given, owner);
    const { now } = given;
    if ("statement" in played) {
      return { ...played, example, ...(now === undefined ? {} : { now }) };
    }
    return {
      reason: played.reason,
      example,
      elsewhere: [{ file: examplesFile(owner.entity), name: example }],
    };
  });
}

/** Lists the files of the tests that a language model has written with a function. */
function writtenTests(
  { path, behavior }: LogicModel,
  { answers = [] }: SystemModel,
): readonly TestPlace[] {
  const answer = behavior === undefined
    ? undefined
    : answers.find(({ unit }) => unit === path);
  return Object.keys(answer?.files ?? {}).map((file) => ({ file }));
}

/** The operations around which hooks are asked that can refuse. */
const HOOKED: Readonly<Record<string, readonly string[]>> = {
  beforeCreate: ["create"],
  beforeUpdate: ["replace", "patch"],
  beforeDelete: ["delete"],
};
