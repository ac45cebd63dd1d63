/**
 * Trials of reading one: by its key, and by what is no key.
 *
 * @module
 */
import assert from "node:assert/strict";
import { valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { expectShown } from "./expect_shown.ts";
import {
  call,
  callerFor,
  collection,
  makeOne,
  makeSibling,
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
  type TrialOperation,
} from "./resource_subject.ts";

/** What must hold of one entity's path. */
export function readTrials(subject: ResourceSubject): readonly Trial[] {
  const { path, param, parent } = subject.resource;
  const item = `${path}/{${param}}`;
  const get = operationOf(subject, "get");
  const remove = operationOf(subject, "delete");
  const operations = subject.operations.filter(({ closed }) => !closed);
  const onOne = operations.filter(({ operation }) =>
    operation !== "list" && operation !== "create"
  );
  const trial = (title: string, run: (stage: Stage) => Promise<void>) =>
    trialOf(subject, title, run);
  return [
    ...(get
      ? [trial(`GET ${item} shows one`, (stage) => readOne(stage, get))]
      : []),
    ...onOne.map((operation) =>
      trial(
        `${operation.method} ${item} finds nothing by what is no key`,
        (stage) => hostileKeys(stage, operation),
      )
    ),
    ...(parent
      ? onOne.map((operation) =>
        trial(
          `${operation.method} ${item} finds nothing that is part of another ${parent.resource.entity.label}`,
          (stage) => strangeParent(stage, operation),
        )
      )
      : []),
    ...(parent
      ? operations.filter((one) => !onOne.includes(one)).map((one) =>
        trial(
          `${one.method} ${path} finds no ${parent.resource.entity.label} that is not there`,
          (stage) => missingParent(stage, one),
        )
      )
      : []),
    ...(remove
      ? [
        trial(`${remove.method} ${item} deletes one, and only that`, (stage) =>
          deleteOne(stage, remove)),
      ]
      : []),
  ];
}

async function readOne(stage: Stage, get: TrialOperation): Promise<void> {
  const entity = await makeOne(stage);
  await makeSibling(stage, entity);
  const { client, id } = await callerFor(stage, get, entity);
  const path = await pathTo(stage, entity);
  const answer = await client.get(path);
  assert.equal(answer.status, get.status, JSON.stringify(answer.body));
  await expectShown(stage, answer, { entity, viewerId: id });
  const head = await client.send(path, { method: "HEAD" });
  assert.equal(head.status, get.status);
}

async function hostileKeys(
  stage: Stage,
  operation: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const entity = await makeOne(stage);
  const { client } = await callerFor(stage, operation, entity);
  const path = await collection(stage, entity);
  for (const key of HOSTILE_KEYS) {
    const answer = await call(
      client,
      operation.method,
      `${path}/${key}`,
      bodyFor(subject, operation),
    );
    assert.equal(answer.status, 404, `${key.slice(0, 80)}: ${answer.status}`);
    expectError(subject.errors, answer, 404);
  }
  assert.deepEqual(await stored(stage, entity.id), entity);
}

async function strangeParent(
  stage: Stage,
  operation: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const entity = await makeOne(stage);
  const elsewhere = await makeOne(stage);
  const { client } = await callerFor(stage, operation, entity);
  const key = String(valueOf(entity, subject.resource.key));
  const path = `${await collection(stage, elsewhere)}/${
    encodeURIComponent(key)
  }`;
  const body = bodyFor(subject, operation);
  const answer = await call(client, operation.method, path, body);
  expectError(subject.errors, answer, 404);
  assert.deepEqual(await stored(stage, entity.id), entity);
}

async function missingParent(
  stage: Stage,
  operation: TrialOperation,
): Promise<void> {
  const { subject } = stage;
  const { client } = await callerFor(stage, operation);
  for (const key of [crypto.randomUUID(), "no-such-parent", "0"]) {
    const path = subject.resource.path.replaceAll(/\{\w+\}/g, key);
    const body = bodyFor(subject, operation);
    const answer = await call(client, operation.method, path, body);
    expectError(subject.errors, answer, 404);
  }
}

async function deleteOne(stage: Stage, remove: TrialOperation): Promise<void> {
  const { subject } = stage;
  const entity = await makeOne(stage);
  const other = await makeSibling(stage, entity);
  const { client, id } = await callerFor(stage, remove, entity);
  const path = await pathTo(stage, entity);
  const gone = await call(client, remove.method, path);
  assert.equal(gone.status, 204, JSON.stringify(gone.body));
  assert.equal(gone.body, null);
  assert.equal(await stored(stage, entity.id), undefined);
  assert.deepEqual(await stored(stage, other.id), other);
  // Who has deleted themselves is nobody.
  const again = await call(client, remove.method, path);
  expectError(subject.errors, again, id === entity.id ? 401 : 404);
}

/** What a request needs so that only its path can be wrong. */
function bodyFor(
  subject: ResourceSubject,
  { operation }: TrialOperation,
): unknown {
  return ["create", "replace", "patch"].includes(operation)
    ? sent(subject, {})
    : undefined;
}

const HOSTILE_KEYS = [
  "0199f3a0-0000-7000-8000-000000000000",
  "00000000-0000-0000-0000-000000000000",
  "no-such-key",
  "x".repeat(5000),
  "%2Fetc%2Fpasswd",
  "..%2F..%2Fetc",
  "a%00b",
  "'%20OR%201=1%20--",
  "__proto__",
  "constructor",
  "%F0%9F%98%80",
  "%25",
  "-1",
  "1e400",
];
