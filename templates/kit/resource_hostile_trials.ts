/**
 * Attacks on a resource of an API of its own shape, each in a system of its own.
 *
 * @module
 */
import type { FieldKind } from "./entity_spec.ts";
import { ATTACKS, type HostileTarget } from "./hostile_input.ts";
import {
  bodyOf,
  call,
  callerFor,
  collection,
  makeOne,
  operationOf,
  pathTo,
  sent,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
} from "./resource_subject.ts";
import { textInit } from "./testing.ts";

/** Lists the attacks for which a resource has something to attack. */
export function hostileResourceTrials(
  subject: ResourceSubject,
): readonly Trial[] {
  const has = (operation: "create" | "patch" | "list" | "get") =>
    operationOf(subject, operation) !== undefined;
  const parts = {
    writes: has("create") || has("patch"),
    lists: has("list"),
    reads: has("get"),
    acts: actionsOf(subject).length > 0,
  };
  return ATTACKS.filter(({ applies }) => applies(parts)).map((attack) =>
    trialOf(
      subject,
      `${subject.resource.path} ${attack.title}`,
      async (stage) => attack.run(await targetOn(stage)),
    )
  );
}

async function targetOn(stage: Stage): Promise<HostileTarget> {
  const { subject } = stage;
  const entity = await makeOne(stage, actionsOf(subject)[0]?.before);
  const [above, item] = [
    await collection(stage, entity),
    await pathTo(stage, entity),
  ];
  const create = operationOf(subject, "create");
  const patch = operationOf(subject, "patch");
  const list = operationOf(subject, "list");
  const get = operationOf(subject, "get");
  const clientOf = async (operation: { readonly role?: string }) =>
    (await callerFor(stage, operation, entity)).client;
  return {
    ...(create
      ? {
        create: async (body) =>
          (await clientOf(create)).send(above, {
            ...textInit(create.method, ""),
            body,
          }),
      }
      : {}),
    ...(patch
      ? {
        change: async (body) =>
          (await clientOf(patch)).send(item, {
            ...textInit(patch.method, ""),
            body,
          }),
      }
      : {}),
    ...(list
      ? {
        list: async (query) => (await clientOf(list)).get(`${above}?${query}`),
      }
      : {}),
    ...(get
      ? {
        get: async (segment) =>
          (await clientOf(get)).get(`${above}/${segment}`),
      }
      : {}),
    act: async (name) => {
      const action = actionsOf(subject).find((one) => one.name === name);
      return call(await clientOf(action ?? {}), "POST", `${item}/${name}`);
    },
    actions: actionsOf(subject).slice(0, 1).map(({ name }) => name),
    body: () => bodyOf(stage),
    wrap: (body) => sent(subject, body),
    fields: settable(subject),
    read: () => stored(stage, entity.id),
    errors: subject.errors,
  };
}

/** Those that change the state in a way that is seen a second time. */
function actionsOf({ actions = [] }: ResourceSubject) {
  return actions.filter(({ effect }) => Object.keys(effect).length > 0);
}

/** The fields that clients set, by the names that they see. */
function settable(
  { resource }: ResourceSubject,
): Readonly<Record<string, FieldKind>> {
  const { fields } = resource.entity;
  return Object.fromEntries(
    Object.entries(resource.shows).flatMap(([name, shown]) => {
      const field = typeof shown === "string" ? fields[shown] : undefined;
      return field === undefined || field.readOnly || field.serial ||
          shown === resource.parent?.field
        ? []
        : [[name, field.kind] as const];
    }),
  );
}
