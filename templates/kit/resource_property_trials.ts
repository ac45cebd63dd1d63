/**
 * What must hold of a resource whatever is sent to it.
 *
 * @module
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import type { Arbitrary } from "./arbitraries.ts";
import type { JsonObject } from "./entity_request.ts";
import { expectError } from "./expect_error.ts";
import {
  bodyOf,
  call,
  callerFor,
  clientBody,
  collection,
  makeOne,
  operationOf,
  pathTo,
  sent,
  shownIn,
} from "./resource_stage.ts";
import {
  type ResourceSubject,
  type Stage,
  type Trial,
  trialOf,
  type TrialOperation,
} from "./resource_subject.ts";
import { textInit } from "./testing.ts";

/** What must hold of arbitrary bodies and parameters; `bodies` are valid ones, without references. */
export function propertyTrials(
  subject: ResourceSubject,
  bodies?: Arbitrary<JsonObject>,
): readonly Trial[] {
  const { path, param } = subject.resource;
  const create = operationOf(subject, "create");
  const list = operationOf(subject, "list");
  const writes = (["create", "replace", "patch"] as const)
    .flatMap((operation) => operationOf(subject, operation) ?? []);
  return [
    ...(create && bodies
      ? [trialOf(
        subject,
        `${create.method} ${path} keeps whatever is valid`,
        (stage) => keepsValid(stage, create, bodies),
      )]
      : []),
    ...writes.map((write) => {
      const at = write.operation === "create" ? path : `${path}/{${param}}`;
      return trialOf(
        subject,
        `${write.method} ${at} survives any JSON`,
        (stage) => survives(stage, write),
      );
    }),
    ...(list
      ? [trialOf(
        subject,
        `GET ${path} survives any parameters`,
        (stage) => survivesParameters(stage, list),
      )]
      : []),
  ];
}

async function keepsValid(
  stage: Stage,
  create: TrialOperation,
  bodies: Arbitrary<JsonObject>,
): Promise<void> {
  const { subject } = stage;
  const { client } = await callerFor(stage, create);
  await fc.assert(
    fc.asyncProperty(bodies, async (fields) => {
      const { [subject.resource.key]: key } = fields;
      if (key === "." || key === "..") return; // they cannot stand in a path
      const path = await collection(stage, await makeOne(stage));
      const valid = clientBody(subject, fields);
      const body = sent(subject, { ...await bodyOf(stage), ...valid });
      const answer = await call(client, create.method, path, body);
      if (answer.status === 409) return; // there is one like it already
      assert.equal(answer.status, create.status, JSON.stringify(answer.body));
      const shown = shownIn(subject, answer);
      for (const [name, value] of Object.entries(valid)) {
        if (Object.hasOwn(shown, name)) {
          assert.deepEqual(shown[name], JSON.parse(JSON.stringify(value)));
        }
      }
      if (!operationOf(subject, "get")) return;
      const found = await client.get(answer.headers.get("location") ?? "");
      assert.deepEqual(found.body, answer.body);
    }),
    { numRuns: RUNS },
  );
}

async function survives(stage: Stage, write: TrialOperation): Promise<void> {
  const { subject } = stage;
  const entity = await makeOne(stage);
  const { client } = await callerFor(stage, write, entity);
  const path = write.operation === "create"
    ? await collection(stage, entity)
    : await pathTo(stage, entity);
  const names = Object.keys(subject.resource.shows);
  const bodies = fc.oneof(
    fc.json(),
    fc.dictionary(fc.constantFrom(...names), fc.jsonValue())
      .map((body) => JSON.stringify(sent(subject, body))),
  );
  await fc.assert(
    fc.asyncProperty(bodies, async (text) => {
      const answer = await client.send(path, textInit(write.method, text));
      assert.ok(answer.status < 500, `answered ${answer.status}`);
      if (answer.status >= 400) {
        expectError(subject.errors, answer, answer.status);
      }
    }),
    { numRuns: RUNS },
  );
}

async function survivesParameters(
  stage: Stage,
  list: TrialOperation,
): Promise<void> {
  const { subject: { resource, errors } } = stage;
  const entity = await makeOne(stage);
  const { client } = await callerFor(stage, list, entity);
  const path = await collection(stage, entity);
  const names = fc.constantFrom(
    "limit",
    "offset",
    "cursor",
    "sort",
    "q",
    ...Object.keys(resource.filters ?? resource.shows),
  );
  const pairs = fc.array(fc.tuple(names, fc.string()), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pairs, async (pairs) => {
      const answer = await client.get(`${path}?${new URLSearchParams(pairs)}`);
      assert.ok(answer.status < 500, `answered ${answer.status}`);
      if (answer.status >= 400) expectError(errors, answer, answer.status);
    }),
    { numRuns: RUNS },
  );
}

const RUNS = 50;
