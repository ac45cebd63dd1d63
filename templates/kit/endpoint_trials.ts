/**
 * Trials of a system's own endpoint: who may call it, what it takes, what it answers, and what attackers get.
 *
 * @module
 */
import assert from "node:assert/strict";
import type {
  CustomEndpoint,
  EndpointCall,
  EndpointParts,
} from "./custom_endpoint.ts";
import { HOSTILE_BODIES, HOSTILE_TEXTS } from "./endpoint_attacks.ts";
import { initOf, pathOf, sendTo } from "./endpoint_sending.ts";
import type {
  BadValues,
  EndpointExample,
  EndpointStage,
  EndpointSubject,
  EndpointTrial,
  StartStage,
} from "./endpoint_subject.ts";
import type { JsonObject } from "./entity_request.ts";
import { expectError } from "./expect_error.ts";
import type { Method } from "./http_api.ts";
import {
  type ApiClient,
  type ApiResponse,
  expectContains,
  textInit,
} from "./testing.ts";

/** Lists what must hold of an endpoint. In all but its examples it answers what the subject says, whatever its function does. */
export function endpointTrials<Client>(
  subject: EndpointSubject<Client>,
): readonly EndpointTrial<Client>[] {
  const { endpoint, examples = [], roles, bad, access } = subject;
  const some = (values: BadValues = {}) => Object.keys(values).length > 0;
  const ofAll: readonly Trial<Client>[] = [
    { title: "answers whoever may call it, and nobody else", run: letIn },
    ...(roles ? [{ title: "takes no false token", run: refuseFalse }] : []),
    { title: "is not there for other methods", run: refuseMethods },
  ];
  // Where nobody may call it, nobody gets so far that anything else could be seen.
  const ofCallers: readonly Trial<Client>[] = access?.length === 0 ? [] : [
    { title: "takes what it needs alone", run: asSomeone(takeLeast) },
    {
      title: "refuses a query that it cannot mean",
      run: asSomeone(refuseQuery),
    },
    ...(some(bad.params)
      ? [{
        title: "is not there for other parameters",
        run: asSomeone(refuseParams),
      }]
      : []),
    ...(endpoint.body
      ? [{
        title: "refuses bodies that are none of its own",
        run: asSomeone(refuseBody),
      }]
      : []),
    { title: "never sends an answer that it may not give", run: keepAnswer },
    { title: "withstands what attackers send", run: asSomeone(withstand) },
    ...(subject.play
      ? [
        { title: "is a 502 while a host does not answer", run: missHost },
        { title: "fetches from no other host", run: keepHosts },
      ]
      : []),
    ...examples.map((example, index): Trial<Client> => ({
      title: `does what its example ${index + 1} says`,
      run: (_, start) => tryExample(subject, start, example),
    })),
  ];
  return [...ofAll, ...ofCallers].map(({ title, run }) => ({
    title,
    run: (start) => run(subject, start),
  }));
}

/** What a function is given that may fetch. */
interface FetchingCall<C> extends EndpointCall<C> {
  readonly fetch?: (url: string) => Promise<unknown>;
}

interface Trial<C> {
  readonly title: string;
  readonly run: (
    subject: EndpointSubject<C>,
    start: StartStage<C>,
  ) => Promise<void>;
}

/** A trial by somebody who may call it. */
function asSomeone<C>(
  run: (subject: EndpointSubject<C>, client: ApiClient) => Promise<void>,
): Trial<C>["run"] {
  return async (subject, start) => {
    await using stage = await start(stubbed(subject));
    await run(subject, await someoneIn(stage, subject));
  };
}

async function letIn<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  const { access: rule = ["everyone"], roles } = subject;
  const isOpen = rule.includes("everyone");
  await using stage = await start(stubbed(subject));
  const send = (client: ApiClient) => sendTo(client, subject, subject.sample);
  const anonymous = await send(stage.nobody);
  if (isOpen) expectAnswer(subject, anonymous);
  else expectError(subject.errors ?? "problem", anonymous, 401);
  if (stage.as === undefined || roles === undefined) return;
  for (const role of roles.length > 0 ? roles : [undefined]) {
    const may = isOpen || rule.includes("users") ||
      role !== undefined && rule.includes(role);
    const answer = await send(await stage.as(role));
    if (may) expectAnswer(subject, answer);
    else expectError(subject.errors ?? "problem", answer, 403);
  }
}

async function refuseFalse<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  await using stage = await start(stubbed(subject));
  const { scheme = "Bearer" } = subject;
  for (const token of [`${scheme} no.such.token`, "Other abc", `${scheme} `]) {
    const answer = await sendTo(stage.nobody, subject, subject.sample, {
      authorization: token,
    });
    expectError(subject.errors ?? "problem", answer, 401);
  }
}

async function takeLeast<C>(
  subject: EndpointSubject<C>,
  client: ApiClient,
): Promise<void> {
  expectAnswer(subject, await sendTo(client, subject, subject.needed));
}

async function refuseQuery<C>(
  subject: EndpointSubject<C>,
  client: ApiClient,
): Promise<void> {
  const { sample, bad, endpoint, errors = "problem" } = subject;
  const ask = (query: JsonObject) =>
    sendTo(client, subject, { ...sample, query });
  expectError(errors, await ask({ ...sample.query, [UNKNOWN]: "1" }), 422);
  for (const [name, values] of Object.entries(bad.query ?? {})) {
    for (const value of values) {
      const answer = await ask({ ...sample.query, [name]: value });
      expectError(errors, answer, 422, name);
    }
  }
  for (const [name, value] of Object.entries(sample.query ?? {})) {
    const path = pathOf(subject, sample);
    const twice = `${path}&${new URLSearchParams({ [name]: String(value) })}`;
    const init = initOf(endpoint.method, sample.body);
    expectError(errors, await client.send(twice, init), 422, name);
  }
  for (const name of missing(endpoint.query)) {
    const { [name]: _, ...query } = sample.query ?? {};
    expectError(errors, await ask(query), 422, name);
  }
}

async function refuseParams<C>(
  subject: EndpointSubject<C>,
  client: ApiClient,
): Promise<void> {
  const { sample, bad, errors = "problem" } = subject;
  for (const [name, values] of Object.entries(bad.params ?? {})) {
    for (const value of values) {
      const params = { ...sample.params, [name]: value };
      const answer = await sendTo(client, subject, { ...sample, params });
      expectError(errors, answer, 404);
    }
  }
}

async function refuseBody<C>(
  subject: EndpointSubject<C>,
  client: ApiClient,
): Promise<void> {
  const { sample, bad, endpoint, errors = "problem" } = subject;
  const send = (body: JsonObject) =>
    sendTo(client, subject, { ...sample, body });
  expectError(errors, await send({ ...sample.body, [UNKNOWN]: 1 }), 422);
  for (const name of missing(endpoint.body)) {
    const { [name]: _, ...body } = sample.body ?? {};
    expectError(errors, await send(body), 422, name);
  }
  for (const [name, values] of Object.entries(bad.body ?? {})) {
    for (const value of values) {
      const answer = await send({ ...sample.body, [name]: value });
      expectError(errors, answer, 422, name);
    }
  }
  const path = pathOf(subject, sample);
  const text = JSON.stringify(sample.body);
  for (
    const [init, status] of [
      [textInit(endpoint.method, "{"), 400],
      [textInit(endpoint.method, "[]"), 422],
      [textInit(endpoint.method, text, "text/plain"), 415],
      [textInit(endpoint.method, " ".repeat(2 ** 20 + 1)), 413],
    ] as const
  ) expectError(errors, await client.send(path, init), status);
}

async function refuseMethods<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  await using stage = await start(stubbed(subject));
  const path = pathOf(subject, subject.sample);
  const { headers } = await stage.nobody.send(path, { method: "OPTIONS" });
  const allowed = (headers.get("allow") ?? "").split(", ");
  assert.ok(allowed.includes(subject.endpoint.method), `found ${allowed}`);
  for (const method of METHODS.filter((one) => !allowed.includes(one))) {
    const answer = await stage.nobody.send(path, { method });
    expectError(subject.errors ?? "problem", answer, 405);
    assert.equal(answer.headers.get("allow"), allowed.join(", "));
  }
}

async function keepAnswer<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  const { endpoint, answer, errors = "problem" } = subject;
  const wrong = { ...answer, [UNKNOWN]: SECRET };
  const fails: CustomEndpoint<C>["run"][] = [
    () => {
      throw new Error(SECRET);
    },
    () => Promise.reject(SECRET),
    ...(answer ? [() => wrong, () => SECRET] : []),
  ];
  for (const run of fails) {
    await using stage = await start({ ...endpoint, run });
    const client = await someoneIn(stage, subject);
    const told = await sendTo(client, subject, subject.sample);
    expectError(errors, told, 500);
    assert.ok(!JSON.stringify(told.body).includes(SECRET));
  }
}

async function withstand<C>(
  subject: EndpointSubject<C>,
  client: ApiClient,
): Promise<void> {
  const { sample, endpoint } = subject;
  const expectHandled = ({ status, body }: ApiResponse<unknown>) =>
    assert.ok(status < 500, `${status}: ${JSON.stringify(body)}`);
  for (const text of HOSTILE_TEXTS) {
    for (const part of ["params", "query", "body"] as const) {
      for (const name of Object.keys(sample[part] ?? {})) {
        const request = {
          ...sample,
          [part]: { ...sample[part], [name]: text },
        };
        expectHandled(await sendTo(client, subject, request));
      }
    }
    expectHandled(
      await sendTo(client, subject, { ...sample, query: { [text]: text } }),
    );
  }
  if (endpoint.body === undefined) return;
  for (const body of HOSTILE_BODIES) {
    const init = textInit(endpoint.method, body);
    const answer = await client.send(pathOf(subject, sample), init);
    expectHandled(answer);
    assert.ok(answer.status >= 400, `took ${body.slice(0, 50)}`);
  }
}

async function missHost<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  const { endpoint, play, errors = "problem" } = subject;
  for (const origin of endpoint.fetches ?? []) {
    const run = (call: FetchingCall<C>) => call.fetch?.(origin);
    const asks = { ...endpoint, run };
    await using stage = await start(play?.(asks, []) ?? asks);
    const client = await someoneIn(stage, subject);
    const told = await sendTo(client, subject, subject.sample);
    expectError(errors, told, 502);
    assert.ok(!JSON.stringify(told.body).includes(origin));
  }
}

async function keepHosts<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
): Promise<void> {
  const { endpoint, errors = "problem" } = subject;
  const found: unknown[] = [];
  const run = async (call: FetchingCall<C>) => {
    await call.fetch?.(ELSEWHERE).catch((error: Error) => found.push(error));
    throw new Error("nothing to answer");
  };
  await using stage = await start({ ...endpoint, run });
  const client = await someoneIn(stage, subject);
  expectError(errors, await sendTo(client, subject, subject.sample), 500);
  assert.match(String(found), /^TypeError: Cannot fetch: found the origin/);
}

async function tryExample<C>(
  subject: EndpointSubject<C>,
  start: StartStage<C>,
  { given = {}, fetched = [], answers, refuses }: EndpointExample,
): Promise<void> {
  const played = subject.play?.(subject.endpoint, fetched);
  await using stage = await start(played ?? subject.endpoint);
  const client = await someoneIn(stage, subject);
  const { needed, endpoint } = subject;
  const answer = await sendTo(client, subject, {
    params: { ...needed.params, ...given.params },
    query: { ...needed.query, ...given.query },
    ...(endpoint.body ? { body: { ...needed.body, ...given.body } } : {}),
  });
  if (refuses !== undefined) {
    return expectError(subject.errors ?? "problem", answer, refuses);
  }
  assert.equal(answer.status, endpoint.status, JSON.stringify(answer.body));
  expectContains(answer.body ?? {}, answers ?? {});
}

/** The endpoint with a function that answers what it may. */
function stubbed<C>(
  { endpoint, answer }: EndpointSubject<C>,
): CustomEndpoint<C> {
  return { ...endpoint, run: () => answer };
}

/** Somebody who may call it. */
async function someoneIn<C>(
  stage: EndpointStage,
  { access: rule = ["everyone"] }: EndpointSubject<C>,
): Promise<ApiClient> {
  if (rule.includes("everyone")) return stage.nobody;
  const client = await stage.as?.(
    rule.includes("users") ? undefined : rule[0],
  );
  assert.ok(client, "nobody may call it");
  return client;
}

function expectAnswer<C>(
  { endpoint, answer }: EndpointSubject<C>,
  { status, body }: ApiResponse<unknown>,
): void {
  assert.equal(status, endpoint.status, JSON.stringify(body));
  if (answer === undefined) assert.equal(body, null);
  else expectContains(body, answer);
}

/** The names of what must be given. */
function missing(parts: EndpointParts = {}): string[] {
  return Object.keys(parts).filter((name) =>
    parts[name]?.otherwise === undefined
  );
}

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const UNKNOWN = "noSuchName";
/** A name that no host can have (RFC 6761). */
const ELSEWHERE = "https://elsewhere.invalid/";
const SECRET = "what nobody is told";
