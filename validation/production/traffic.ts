/**
 * What clients do with a system: the reads and writes that it takes again and again, found out by trying them.
 *
 * @module
 */
import type { ApiModel } from "../../generator/model/api_model.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import type { SignedIn } from "../live_account.ts";
import {
  itemsIn,
  type LiveCreation,
  liveCreations,
  type LiveMade,
} from "../live_creations.ts";
import { roomFor } from "../numbered_values.ts";
import { sampled } from "../sample_bodies.ts";
import { type Exchange, isRecord, misfitOf, shown } from "./exchange.ts";
import { patchOf } from "./patch_exchange.ts";
import type { WireAnswer, WireRequest } from "./wire_connection.ts";

/** The exchanges of a system. */
export interface Traffic {
  readonly reads: readonly Exchange[];
  readonly writes: readonly Exchange[];
  /** What it does not take again and again, with the reason. */
  readonly leftOut: readonly string[];
  /** What it should have taken, and answered with a failure of its own. */
  readonly failures: readonly string[];
}

/** Sends a request and waits for its answer. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** Creates one of each entity, tries every write twice, and looks at what each read shows before and after. */
export async function findTraffic(
  given: SystemModel,
  send: Send,
  signedIn?: SignedIn,
): Promise<Traffic> {
  const model = await sampled(given);
  const found: Finding = { leftOut: [], failures: [] };
  const call: Send = async (request) => {
    const headers = headersFor(model, signedIn, request.headers);
    const answer = await send({ ...request, headers });
    if (answer.status >= 500) {
      found.failures.push(
        `${request.method} ${request.path} is answered ${answer.status}`,
      );
    }
    return answer;
  };
  const made: LiveMade = { ids: new Map(signedIn?.ids), paths: new Map() };
  const subjects: Subject[] = [];
  for (const creation of await liveCreations(model, signedIn?.may)) {
    const subject = await createSubject(creation, made, call);
    if (typeof subject === "string") found.leftOut.push(subject);
    else subjects.push(subject);
  }
  const before = await lookAt(subjects, model.api, call);
  const writes: Exchange[] = [];
  for (const subject of subjects) {
    const tried = [
      await tryCreation(subject, model, call),
      await patchOf(subject, made, model, { call, may: signedIn?.may }),
    ];
    for (const write of tried) {
      if (typeof write === "string") found.leftOut.push(write);
      else if (write) writes.push(write);
    }
  }
  const after = await lookAt(subjects, model.api, call);
  const reads = before.flatMap((look, n) => readOf(look, after[n], model.api));
  const ready = (exchange: Exchange): Exchange => ({
    ...exchange,
    request: (n) => {
      const request = exchange.request(n);
      return {
        ...request,
        headers: headersFor(model, signedIn, request.headers),
      };
    },
  });
  return {
    reads: reads.map(ready),
    writes: writes.map(ready),
    ...found,
  };
}

interface Finding {
  readonly leftOut: string[];
  readonly failures: string[];
}

/** Something that was created, by which the others are tried. */
export interface Subject {
  readonly creation: LiveCreation;
  /** What was there when it was created, and it. */
  readonly made: LiveMade;
  /** Where it can be read. */
  readonly path: string;
  readonly find: (json: unknown) => unknown;
  /** What was shown of it. */
  readonly value: unknown;
  /** Where the collection is. */
  readonly collection: string;
}

async function createSubject(
  creation: LiveCreation,
  made: LiveMade,
  call: Send,
): Promise<Subject | string> {
  const { path, body } = creation.request(made, 0);
  const { method } = creation;
  const answer = await call({ method, path, body });
  const name = `${method} ${creation.entity.path}`;
  if (answer.status !== creation.status) {
    return `${name} (${answer.status}: ${answer.text.slice(0, 120)})`;
  }
  const record = creation.note(made, answer);
  if (!record) return `${name} (its answer does not show what was created)`;
  return {
    creation,
    made: { ids: new Map(made.ids), paths: new Map(made.paths) },
    path: record.path,
    find: record.find,
    value: record.value,
    collection: path,
  };
}

async function tryCreation(
  { creation, made }: Subject,
  model: SystemModel,
  call: Send,
): Promise<Exchange | string> {
  const { method, entity } = creation;
  const name = `${method} ${creation.resource?.path ?? entity.path}`;
  const noted = (answer: Parameters<LiveCreation["note"]>[1]) =>
    creation.note(
      { ids: new Map(made.ids), paths: new Map(made.paths) },
      answer,
    );
  const seen: { value: unknown; sent: Record<string, unknown> }[] = [];
  for (const n of [1, 2]) {
    const { path, body } = creation.request(made, n);
    const answer = await call({ method, path, body });
    const record = answer.status === creation.status
      ? noted(answer)
      : undefined;
    if (!record) {
      return `${name} again (${answer.status}: ${answer.text.slice(0, 120)})`;
    }
    seen.push({ value: valueIn(record, answer), sent: inner(model, body) });
  }
  const [one, two] = seen;
  if (!one || !two) return name;
  const echoed = Object.keys(one.sent).filter((name) =>
    seen.every(({ value, sent }) =>
      isRecord(value) && shown(value[name]) === shown(sent[name])
    )
  );
  return {
    name,
    writes: true,
    creates: entity,
    // The first three numbers are taken.
    most: Math.min(...entity.fields.map(roomFor)) - 3,
    request: (n) => ({ method, ...creation.request(made, n + 3) }),
    judge(answer, n) {
      if (answer.status !== creation.status) return statusOf(answer);
      const record = noted(answer);
      if (!record) return "what was created is not shown";
      const value = valueIn(record, answer);
      const sent = inner(model, creation.request(made, n + 3).body);
      const lost = echoed.find((name) =>
        !isRecord(value) || shown(value[name]) !== shown(sent[name])
      );
      return lost === undefined
        ? misfitOf(value, [one.value, two.value])
        : `"${lost}" is not what was sent: ${shown(sent[lost])}`;
    },
    record: noted,
  };
}

function valueIn(
  record: { readonly value: unknown },
  { json }: WireAnswer | { json: unknown },
): unknown {
  return record.value ?? json;
}

/** What a body says, without its envelope. */
function inner(model: SystemModel, body: unknown): Record<string, unknown> {
  const value = model.api?.envelope && isRecord(body)
    ? Object.values(body)[0]
    : body;
  return isRecord(value) ? value : {};
}

/** What a read has shown. */
interface Look {
  readonly subject: Subject;
  readonly one: WireAnswer;
  readonly list: WireAnswer;
}

async function lookAt(
  subjects: readonly Subject[],
  _api: ApiModel | undefined,
  call: Send,
): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (const subject of subjects) {
    const one = await call({ method: "GET", path: subject.path });
    const list = await call({ method: "GET", path: subject.collection });
    looks.push({ subject, one, list });
  }
  return looks;
}

function readOf(
  { subject, one, list }: Look,
  later: Look | undefined,
  api: ApiModel | undefined,
): readonly Exchange[] {
  const { path, find, collection, creation: { entity, resource } } = subject;
  const reads: Exchange[] = [];
  const isFound = one.status === 200 && later?.one.status === 200;
  if (isFound && path !== collection) {
    const seen = [find(one.json), find(later.one.json)] as const;
    reads.push({
      name: `GET ${entity.path}/{id}`,
      writes: false,
      most: Infinity,
      request: () => ({ method: "GET", path }),
      judge: (answer) =>
        answer.status === 200
          ? misfitOf(find(answer.json), seen)
          : statusOf(answer),
    });
  }
  const itemsOf = (json: unknown) =>
    api && resource
      ? itemsIn(api, resource.plural, json)
      : isRecord(json) && Array.isArray(json.items)
      ? json.items
      : undefined;
  const [sample] = itemsOf(list.json) ?? [];
  if (list.status === 200 && isRecord(sample)) {
    const names = Object.keys(sample).sort().join();
    reads.push({
      name: `GET ${entity.path}`,
      writes: false,
      most: Infinity,
      request: () => ({ method: "GET", path: collection }),
      judge: (answer) => {
        if (answer.status !== 200) return statusOf(answer);
        const items = itemsOf(answer.json);
        if (!items?.length) return "the list is empty or none";
        const strange = items.find((item) =>
          !isRecord(item) || Object.keys(item).sort().join() !== names
        );
        return strange === undefined
          ? undefined
          : `the list has ${shown(strange)}, wanted members ${names}`;
      },
    });
  }
  return reads;
}

function statusOf({ status, text }: { status: number; text: string }): string {
  return `the status is ${status}: ${text.slice(0, 160)}`;
}

function headersFor(
  model: SystemModel,
  signedIn: SignedIn | undefined,
  headers: WireRequest["headers"],
): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...(signedIn
      ? { authorization: `${signedIn.scheme} ${signedIn.token}` }
      : {}),
    ...(model.idempotency ? { "idempotency-key": crypto.randomUUID() } : {}),
  };
}
