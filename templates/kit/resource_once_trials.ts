/**
 * Trials of idempotency keys of a resource: what creates or acts is carried out once for each.
 *
 * @module
 */
import { type KeyedCall, keyTrials } from "./once_trials.ts";
import {
  bodyOf,
  type Caller,
  callerFor,
  collection,
  makeOne,
  makeSibling,
  operationOf,
  pathTo,
  sent,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  type TrialAction,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of the keys of a resource. */
export function resourceOnceTrials(subject: ResourceSubject): readonly Trial[] {
  const { path, param } = subject.resource;
  const create = operationOf(subject, "create");
  const of = (
    name: string,
    hasAnother: boolean,
    begin: (stage: Stage) => Promise<Begun>,
  ) =>
    keyTrials(hasAnother).map(({ title, attempt }) =>
      trialOf(subject, `${name} ${title}`, async (stage) => {
        const { caller, prepare, another } = await begin(stage);
        await attempt({ client: caller.client, prepare, another });
      })
    );
  return [
    ...(create
      ? of(
        `${create.method} ${path}`,
        otherOf(subject) !== undefined,
        (stage) => creating(stage, create),
      )
      : []),
    ...(subject.actions ?? []).flatMap((action) =>
      of(
        `POST ${path}/{${param}}/${action.name}`,
        true,
        (stage) => acting(stage, action),
      )
    ),
  ];
}

interface Begun {
  readonly caller: Caller;
  readonly prepare: () => Promise<KeyedCall>;
  readonly another: () => Promise<KeyedCall>;
}

async function creating(
  stage: Stage,
  { role, method }: TrialOperation,
): Promise<Begun> {
  const first = await makeOne(stage);
  const path = await collection(stage, first);
  const prepare = async (): Promise<KeyedCall> => ({
    method,
    path,
    body: sent(stage.subject, await bodyOf(stage)),
  });
  return {
    caller: await callerFor(stage, { role }),
    prepare,
    another: async () => ({
      ...await prepare(),
      body: sent(stage.subject, await bodyOf(stage, otherOf(stage.subject))),
    }),
  };
}

/** A field of a body and another value of it than the sample's. */
function otherOf(
  { others, resource, owner }: ResourceSubject,
): Record<string, unknown> | undefined {
  const found = Object.entries(others).find(([field]) =>
    !resource.entity.fields[field]?.readOnly && field !== owner &&
    field !== resource.parent?.field
  );
  return found && Object.fromEntries([found]);
}

async function acting(stage: Stage, action: TrialAction): Promise<Begun> {
  const first = await makeOne(stage, action.before);
  const on = async (entity: typeof first): Promise<KeyedCall> => ({
    path: `${await pathTo(stage, entity)}/${action.name}`,
  });
  return {
    caller: await callerFor(stage, action, first),
    prepare: () => on(first),
    another: async () =>
      await on(await makeSibling(stage, first, action.before)),
  };
}
