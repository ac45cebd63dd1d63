/**
 * Trials of idempotency keys: what has one is carried out once, and answered again as it was.
 *
 * @module
 */
import assert from "node:assert/strict";
import { type ApiClient, apiClient, type ApiResponse } from "./testing.ts";

/** Something that creates or acts. */
export interface KeyedOperation<S> {
  /** What it is, such as `POST /tasks`. */
  readonly name: string;
  /** Prepares a request of it that has not been carried out. */
  readonly prepare: (stage: S) => Promise<KeyedCall>;
  /** Prepares another request of it than that. @default none is tried */
  readonly another?: (stage: S) => Promise<KeyedCall>;
}

/** One request. */
export interface KeyedCall {
  /** Its method. @default "POST" */
  readonly method?: string;
  /** Its path. */
  readonly path: string;
  /** Its body. @default none */
  readonly body?: unknown;
}

/** A system, as trials need it. */
export interface OnceStage extends AsyncDisposable {
  /** Answers requests as somebody who may. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** What must hold of keys. */
export interface OnceTrial<S> {
  /** What must hold. */
  readonly title: string;
  /** Tries it on a system. */
  readonly run: (start: () => Promise<S>) => Promise<void>;
}

/** What must hold of every operation that takes keys. */
export function onceTrials<S extends OnceStage>(
  operations: readonly KeyedOperation<S>[],
): readonly OnceTrial<S>[] {
  return operations.flatMap(({ name, prepare, another }) =>
    keyTrials(another !== undefined).map(({ title, attempt }) => ({
      title: `${name} ${title}`,
      run: async (start) => {
        await using stage = await start();
        await attempt({
          client: apiClient(stage.fetch),
          prepare: () => prepare(stage),
          another: async () => await another?.(stage),
        });
      },
    }))
  );
}

/** Somebody who may, and what they send. */
export interface KeyedScene {
  /** The API as they see it. */
  readonly client: ApiClient;
  /** Prepares a request that has not been carried out. */
  readonly prepare: () => Promise<KeyedCall>;
  /** Prepares another request, if there is one. */
  readonly another: () => Promise<KeyedCall | undefined>;
}

/** What must hold of an operation that takes keys. */
export function keyTrials(hasAnother: boolean): readonly {
  readonly title: string;
  readonly attempt: (scene: KeyedScene) => Promise<void>;
}[] {
  return [
    {
      title: "with the same key is done once and answered as before",
      attempt: doneOnce,
    },
    ...(hasAnother
      ? [{
        title: "is refused with the key of another request",
        attempt: refusesAnother,
      }]
      : []),
    {
      title: "is done by one of twenty at once with one key",
      attempt: doneByOne,
    },
    { title: "refuses what is no key", attempt: refusesNoKeys },
  ];
}

/** Expects that a key is its sender's: others who send the same request with it do not get the answer. */
export async function expectOwnKeys(
  call: KeyedCall,
  senders: { readonly one: ApiClient; readonly other: ApiClient },
): Promise<void> {
  const key = crypto.randomUUID();
  const first = await post(senders.one, call, key);
  assert.ok(isDone(first), JSON.stringify(first.body));
  const others = await post(senders.other, call, key);
  assert.equal(others.headers.get("idempotency-replayed"), null);
  assert.notDeepEqual(others.body, first.body);
  expectReplay(await post(senders.one, call, key), first);
}

/** Expects that a request without a key is refused. */
export async function expectKeyNeeded(
  call: KeyedCall,
  client: ApiClient,
): Promise<void> {
  const answer = await client.post(call.path, call.body);
  assert.equal(answer.status, 400);
  assert.match(JSON.stringify(answer.body), /Idempotency-Key/);
}

async function doneOnce({ client, prepare }: KeyedScene): Promise<void> {
  const call = await prepare();
  const key = crypto.randomUUID();
  const first = await post(client, call, key);
  assert.ok(isDone(first), JSON.stringify(first.body));
  assert.equal(first.headers.get("idempotency-replayed"), null);
  expectReplay(await post(client, call, key), first);
  const turned = { ...call, body: inReverse(call.body) };
  expectReplay(await post(client, turned, key), first);
}

async function refusesAnother(
  { client, prepare, another }: KeyedScene,
): Promise<void> {
  const key = crypto.randomUUID();
  const first = await post(client, await prepare(), key);
  assert.ok(isDone(first), JSON.stringify(first.body));
  const call = await another();
  assert.ok(call);
  const other = await post(client, call, key);
  assert.equal(other.status, 422, JSON.stringify(other.body));
  assert.match(JSON.stringify(other.body), /Idempotency-Key/);
}

async function doneByOne({ client, prepare }: KeyedScene): Promise<void> {
  const call = await prepare();
  const key = crypto.randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(client, call, key)),
  );
  const done = answers.filter(isDone);
  const isFirst = ({ headers }: ApiResponse<unknown>) =>
    !headers.has("idempotency-replayed");
  assert.equal(done.filter(isFirst).length, 1);
  for (const answer of answers.filter((answer) => !isDone(answer))) {
    assert.equal(answer.status, 409, JSON.stringify(answer.body));
    assert.ok(answer.headers.has("retry-after"));
  }
  expectReplay(await post(client, call, key), done.find(isFirst)!);
}

async function refusesNoKeys({ client, prepare }: KeyedScene): Promise<void> {
  const call = await prepare();
  for (const key of ["", "two words", "x".repeat(256), "caf\u00e9"]) {
    const answer = await post(client, call, key);
    assert.equal(answer.status, 400, key);
  }
  const longest = await post(client, call, "x".repeat(255));
  assert.ok(isDone(longest), JSON.stringify(longest.body));
}

async function post(
  client: ApiClient,
  { method = "POST", path, body }: KeyedCall,
  key: string,
): Promise<ApiResponse<unknown>> {
  return await client.send(path, {
    method,
    headers: {
      "idempotency-key": key,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The same to whoever reads it. */
function inReverse(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return body;
  }
  const members = Object.entries(body)
    .map(([name, value]) => [name, inReverse(value)] as const);
  return Object.fromEntries(members.toReversed());
}

function isDone({ status }: ApiResponse<unknown>): boolean {
  return status === 200 || status === 201;
}

function expectReplay(
  again: ApiResponse<unknown>,
  first: ApiResponse<unknown>,
): void {
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  assert.equal(again.status, first.status);
  assert.deepEqual(again.body, first.body);
  for (const name of ["location", "etag", "content-type"]) {
    assert.equal(again.headers.get(name), first.headers.get(name), name);
  }
}
