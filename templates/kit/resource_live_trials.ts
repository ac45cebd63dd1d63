/**
 * Trials of live updates of a resource: everybody is told what they could read at that moment, and nothing else.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName, fieldsByName } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, fieldOf, valueOf } from "./entity_spec.ts";
import { readEvents } from "./event_reader.ts";
import { expectError } from "./expect_error.ts";
import { traits } from "./live_change.ts";
import { openSocket } from "./live_trial.ts";
import {
  type AddTrial,
  type Ear,
  earOf,
  expectTold,
  heardSince,
  listenerOf,
  liveOf,
  markOf,
  openStream,
  refusalOf,
} from "./resource_ear.ts";
import { nestedTrials } from "./resource_live_nested_trials.ts";
import {
  idOf,
  type Intruder,
  makeOne,
  makerOf,
  makeSibling,
  operationOf,
  putState,
  stored,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
} from "./resource_subject.ts";

/** Somebody who listens, and what must come of it. */
export interface LiveListener {
  /** Who, for a title. */
  readonly title: string;
  /** Who. */
  readonly who: Intruder;
  /** Whether they are told of all, or of their own at most, or are refused. */
  readonly answer: "allowed" | "own" | 401 | 403 | 404;
}

/** What live updates are tried with. */
export interface LiveTrialOptions {
  /** Who listens. */
  readonly listeners: readonly LiveListener[];
  /** What makes an entity one that not everybody sees. @default everybody sees all */
  readonly unseen?: JsonObject;
  /** Whether what it is part of may be out of the sight of a user. @default false */
  readonly underUnseen?: boolean;
  /** Whether pages of all origins may listen. @default false */
  readonly anyOrigin?: boolean;
}

/** What must hold of the live updates of a resource. */
export function liveTrials(
  subject: ResourceSubject,
  { listeners, unseen, underUnseen, anyOrigin }: LiveTrialOptions,
): readonly Trial[] {
  const at = `GET ${subject.resource.path}/live`;
  const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
    trialOf(subject, `${at} ${title}`, run);
  const admitted = listeners.filter(({ answer }) => isAdmitted(answer));
  return [
    ...listeners.map((listener) =>
      isAdmitted(listener.answer)
        ? trial(
          `tells ${listener.title} what they could read`,
          (stage) => tryHearing(stage, listener),
        )
        : trial(
          `is refused to ${listener.title}: ${listener.answer}`,
          (stage) => tryRefused(stage, listener),
        )
    ),
    ...(unseen === undefined ? [] : admitted.map((listener) =>
      trial(
        `tells ${listener.title} of what comes into their sight and leaves it`,
        (stage) => tryUnseen(stage, listener, unseen),
      )
    )),
    ...(operationOf(subject, "list") === undefined ? [] : [
      ...keyTrials(subject, trial),
      ...filterTrials(subject, trial),
      trial("knows the parameters of the list, and no page", tryParameters),
      ...(anyOrigin ? [] : [
        trial("opens no WebSocket to a page of another site", tryElsewhere),
      ]),
      ...(subject.users === undefined ? [] : [
        trial(
          "ends when whoever listens is nobody any more",
          (stage) => tryNobody(stage, strangerAmong(listeners)),
        ),
      ]),
      ...nestedTrials(subject, trial, underUnseen),
    ]),
  ];
}

function isAdmitted(answer: LiveListener["answer"]): boolean {
  return typeof answer === "string";
}

/** Makes, changes and deletes one; hears of it by both wires, and comes back for what was missed. */
async function tryHearing(
  stage: Stage,
  { who, answer }: LiveListener,
): Promise<void> {
  const { resource: { entity: { name } }, owner, users } = stage.subject;
  const first = await makeOne(stage);
  const ear = await earOf(stage, first, await idOf(stage, who, first));
  const socket = await openSocket(ear);
  let made: Entity | undefined;
  const make = async () => (made = await makeSibling(stage, first));
  const created = await expectTold(stage, ear, { change: make });
  assert.ok(made);
  const { id } = made;
  // Another one may belong to somebody else, and another user is no more oneself.
  const isLike = owner === undefined
    ? name !== users || who.kind !== "owner"
    : valueOf(made, owner) === valueOf(first, owner);
  if (isLike) assert.equal(created.isThere, answer === "allowed");
  const touch = () => putState(stage, name, id, {});
  const updated = await expectTold(stage, ear, { id, change: touch });
  const remove = async () => {
    await stage.system.sources[name]?.({ operation: "delete", id });
  };
  const deleted = await expectTold(stage, ear, { id, change: remove });
  const all = [created, updated, deleted].flatMap(({ events }) => events);
  const again = await heardSince(ear, created.mark);
  // Of what was missed of it only its end is left to be told: after it was made, at its change and at its deletion.
  const end = deleted.events.map(({ event, data }) => ({ event, data }));
  assert.deepEqual(
    again.slice(0, -1).map(({ event, data }) => ({ event, data })),
    [...end, ...end],
    "what was told of what was missed",
  );
  const [lost] = await heardSince(ear, crypto.randomUUID());
  assert.equal(lost?.event, "reset", "what an unknown id is answered with");
  const last = all.at(-1);
  if (last) {
    await socket.until(({ event, data }) =>
      event === last.event && JSON.stringify(data) === JSON.stringify(last.data)
    );
  }
  await expectStop(stage, ear, socket.closed);
  assert.deepEqual(
    socket.events.filter(({ event }) => event !== "ready")
      .map(({ event, data }) => ({ event, data })),
    all.map(({ event, data }) => ({ event, data })),
    "what came by the WebSocket",
  );
}

/** Whoever stops a system ends its streams; they say why. */
async function expectStop(
  stage: Stage,
  ear: Ear,
  closed: Promise<number>,
): Promise<void> {
  const events = readEvents(await openStream(ear));
  assert.equal((await events.next()).value?.event, "ready");
  const stopped = liveOf(stage).stop();
  const last = await Array.fromAsync(events);
  assert.deepEqual(last.at(-1)?.data, { reason: "stopping" });
  assert.equal(await closed, 1001);
  await stopped;
}

async function tryRefused(
  stage: Stage,
  { who, answer }: LiveListener,
): Promise<void> {
  const { subject } = stage;
  const first = await makeOne(stage);
  const ear = await earOf(stage, first, await idOf(stage, who, first));
  const refused = await refusalOf(await openStream(ear));
  expectError(subject.errors, refused, Number(answer));
  const challenge = refused.headers.get("www-authenticate") ?? "";
  assert.equal(challenge.startsWith(subject.shape.scheme), answer === 401);
  await assert.rejects(openSocket(ear));
}

/** One that is there for everybody becomes one that is not, changes, and is there again. */
async function tryUnseen(
  stage: Stage,
  { who }: LiveListener,
  unseen: JsonObject,
): Promise<void> {
  const { resource: { entity: { name } } } = stage.subject;
  const first = await makeOne(stage);
  const ear = await earOf(stage, first, await idOf(stage, who, first));
  const { id } = first;
  const before = Object.fromEntries(
    Object.keys(unseen).map((field) => [field, valueOf(first, field)]),
  );
  for (const state of [unseen, {}, before, unseen]) {
    const change = () => putState(stage, name, id, state);
    await expectTold(stage, ear, { id, change });
  }
  const hidden = () => makeSibling(stage, first, unseen);
  await expectTold(stage, ear, { change: hidden });
  const remove = async () => {
    await stage.system.sources[name]?.({ operation: "delete", id });
  };
  await expectTold(stage, ear, { id, change: remove });
}

/** What clients know by its key is told by it. */
function keyTrials(
  subject: ResourceSubject,
  trial: AddTrial,
): readonly Trial[] {
  const { resource: { entity, key, shows }, shape, others } = subject;
  const name = clientName(shows, key, shape.naming);
  const field = fieldOf(entity, key);
  const other = others[key];
  const isFixed = key === "id" || field?.serial || field?.immutable;
  return [
    trial(`tells of one, with its "${name}" in the query`, async (stage) => {
      const first = await makeOne(stage);
      const query = new URLSearchParams({
        [name]: String(valueOf(first, key)),
      });
      const all = await listenerOf(stage, first);
      const ear = await listenerOf(stage, first, `?${query}`);
      const mark = await markOf(ear);
      await expectTold(stage, all, { change: () => makeSibling(stage, first) });
      await putState(stage, entity.name, first.id, {});
      await all.witnessed(first.id);
      const told = await heardSince(ear, mark);
      assert.deepEqual(told.map(({ event }) => event), ["updated", "ready"]);
      if (key !== "id") return;
      const wrong = await openStream({ ...ear, query: `?${name}=x` });
      expectError(subject.errors, await refusalOf(wrong), 422, name);
    }),
    ...(isFixed || other === undefined ? [] : [
      trial("tells of another key as of another one", async (stage) => {
        const first = await makeOne(stage);
        const ear = await listenerOf(stage, first);
        const { id } = first;
        const change = () => putState(stage, entity.name, id, { [key]: other });
        const { events, mark } = await expectTold(stage, ear, { id, change });
        assert.equal(events.length, 2);
        // Whoever is cut off between the two comes back with what they had before, and is told both again.
        assert.equal(events[0]?.id, undefined);
        assert.equal((await heardSince(ear, mark)).length, 3);
        assert.equal((await heardSince(ear, events[1]?.id)).length, 1);
      }),
    ]),
  ];
}

/** The parameters of the list, by their own names, filter what is told. */
function filterTrials(
  subject: ResourceSubject,
  trial: AddTrial,
): readonly Trial[] {
  const { resource: { entity, key, shows, filters, parent }, others, owner } =
    subject;
  const known = new Set(traits(entity).map(([name]) => name));
  const named: readonly (readonly [string, string])[] = filters === undefined
    ? [...fieldsByName(shows)]
    : Object.entries(filters).flatMap(([name, filter]) =>
      filter.kind === "field" ? [[name, filter.field] as const] : []
    );
  return named.filter(([, field]) =>
    known.has(field) && others[field] !== undefined &&
    ![key, owner, parent?.field].includes(field)
  ).map(([name, field]) =>
    trial(`tells what "${name}" in the query finds`, async (stage) => {
      const values = { [field]: others[field] };
      const first = await makeOne(stage, values);
      const text = String(others[field]);
      const query = new URLSearchParams({ [name]: text });
      const ear = await listenerOf(stage, first, `?${query}`);
      let id = "";
      await expectTold(stage, ear, {
        change: async () => {
          const made = await makeSibling(stage, first);
          id = made.id;
          return made;
        },
      });
      const before = valueOf(await stored(stage, id) ?? first, field);
      const unique = fieldOf(entity, field)?.unique;
      for (const value of unique ? [] : [others[field], before]) {
        const change = () =>
          putState(stage, entity.name, id, { [field]: value });
        await expectTold(stage, ear, { id, change });
      }
    })
  );
}

async function tryParameters(stage: Stage): Promise<void> {
  const { errors, shape: { paging } } = stage.subject;
  const ear = await listenerOf(stage, await makeOne(stage));
  for (
    const query of [
      "limit=1",
      "sort=id",
      paging.style === "offset" ? "offset=1" : "cursor=x",
      "noSuchParameter=1",
    ]
  ) {
    const response = await openStream({ ...ear, query: `?${query}` });
    const refused = await refusalOf(response);
    expectError(errors, refused, 422, query.split("=")[0]);
  }
  const head = await openStream(ear, { method: "HEAD" });
  assert.equal(head.headers.get("content-type"), "text/event-stream");
}

async function tryElsewhere(stage: Stage): Promise<void> {
  const { subject, system } = stage;
  const { path, id } = await listenerOf(stage, await makeOne(stage));
  for (const origin of ["https://elsewhere.invalid", "null"]) {
    const headers = { upgrade: "websocket", origin };
    const answer = await system.as(id).send(`${path}/live`, { headers });
    expectError(subject.errors, answer, 403);
  }
}

/** Somebody to whom nothing belongs; who is told of all, if anybody is. */
function strangerAmong(listeners: readonly LiveListener[]): Intruder {
  const others = listeners.filter(({ who, answer }) =>
    who.kind === "other" && isAdmitted(answer)
  );
  const all = others.find(({ answer }) => answer === "allowed") ?? others[0];
  return all?.who ?? { kind: "other" };
}

/** A token of somebody who is gone counts for nothing, also where everybody may listen. */
async function tryNobody(stage: Stage, { role }: Intruder): Promise<void> {
  const { subject, system } = stage;
  const users = subject.users ?? "";
  const first = await makeOne(stage);
  const user = await makerOf(system, users)(role === undefined ? {} : { role });
  const ear = await earOf(stage, first, user.id);
  const events = readEvents(await openStream(ear));
  assert.equal((await events.next()).value?.event, "ready");
  const gone = await system.sources[users]?.({
    operation: "delete",
    id: user.id,
  });
  assert.ok(gone?.ok, "found a user who cannot be deleted");
  const refused = await refusalOf(await openStream(ear));
  expectError(subject.errors, refused, 401);
  await makeSibling(stage, first);
  const { value } = await events.next();
  assert.deepEqual([value?.event, value?.data], [
    "closed",
    { reason: "unauthorized" },
  ]);
  assert.ok((await events.next()).done);
}
