/**
 * What attackers send, whatever a system is about, and what must come of it: a clear refusal or a value, never anything else.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { JsonObject } from "./entity_request.ts";
import type { FieldKind } from "./entity_spec.ts";
import { type ErrorForm, expectError } from "./expect_error.ts";
import {
  HOSTILE_QUERIES,
  INJECTIONS,
  nearMisses,
  NOT_THEIRS,
  PROTOTYPES,
  SEGMENTS,
  TEXTUAL,
} from "./hostile_values.ts";
import type { ApiResponse } from "./testing.ts";

/** A body as it travels: well-formed or not. */
export type RawBody = string | Uint8Array<ArrayBuffer>;

/** What is attacked: the operations of entities of one kind, as somebody who may carry them out. */
export interface HostileTarget {
  /** Sends a body that shall create one. @default none can be created */
  readonly create?: (body: RawBody) => Promise<ApiResponse<unknown>>;
  /** Sends a body that shall change the one that is there. @default none can be changed */
  readonly change?: (body: RawBody) => Promise<ApiResponse<unknown>>;
  /** Sends parameters that a list shall keep to. @default there is no list */
  readonly list?: (query: string) => Promise<ApiResponse<unknown>>;
  /** Asks for one by a segment of a path, as it travels. @default none can be read alone */
  readonly get?: (segment: string) => Promise<ApiResponse<unknown>>;
  /** Asks for an action of the one that is there. */
  readonly act: (action: string) => Promise<ApiResponse<unknown>>;
  /** The actions that change its state. */
  readonly actions: readonly string[];
  /** Makes a valid body, in the names that clients use. */
  readonly body: () => Promise<JsonObject>;
  /** Puts a body into what the API wants around it. */
  readonly wrap: (body: JsonObject) => unknown;
  /** What the fields are that clients set, by the names that they use. */
  readonly fields: Readonly<Record<string, FieldKind>>;
  /** Reads the one that is there, past all rules. */
  readonly read: () => Promise<unknown>;
  /** How the API tells errors. */
  readonly errors: ErrorForm;
}

/** One kind of attack. */
export interface Attack {
  /** What must hold, with the path of what is attacked before it. */
  readonly title: string;
  /** Whether there is something to attack. */
  readonly applies: (target: AttackedParts) => boolean;
  /** Tries it. */
  readonly run: (target: HostileTarget) => Promise<void>;
}

/** What there is to attack. */
export interface AttackedParts {
  /** Whether clients send bodies. */
  readonly writes: boolean;
  /** Whether there is a list. */
  readonly lists: boolean;
  /** Whether one can be read alone. */
  readonly reads: boolean;
  /** Whether it has actions that change its state. */
  readonly acts: boolean;
}

/** All attacks. */
export const ATTACKS: readonly Attack[] = [
  {
    title: "never sets what is not the client's to set",
    applies: ({ writes }) => writes,
    run: assignNothing,
  },
  {
    title: "never lets a body reach the prototypes of objects",
    applies: ({ writes }) => writes,
    run: pollute,
  },
  {
    title: "takes SQL, markup and formulas for text",
    applies: ({ writes }) => writes,
    run: inject,
  },
  {
    title: "takes SQL in parameters for values, and finds nothing by it",
    applies: ({ lists }) => lists,
    run: injectParameters,
  },
  {
    title: "refuses bodies that are no text",
    applies: ({ writes }) => writes,
    run: sendBrokenText,
  },
  {
    title: "finds nothing at paths made to lead elsewhere",
    applies: ({ reads }) => reads,
    run: leadElsewhere,
  },
  {
    title: "refuses what is too deep, too large or too long",
    applies: ({ writes }) => writes,
    run: exhaust,
  },
  {
    title: "carries out an action once, however many ask at once",
    applies: ({ acts }) => acts,
    run: spendTwice,
  },
];

async function assignNothing(target: HostileTarget): Promise<void> {
  for (const [name, value] of Object.entries(NOT_THEIRS)) {
    if (Object.hasOwn(target.fields, name)) continue;
    const before = await target.read();
    for (const send of [target.create, target.change]) {
      if (send === undefined) continue;
      const body = send === target.create ? await target.body() : {};
      const answer = await send(textOf(target, { ...body, [name]: value }));
      expectHandled(target, answer, name);
      const shown = JSON.stringify(answer.body);
      const isSet = answer.status < 300 && shown.includes(String(value));
      assert.ok(!isSet, `set ${name}: ${shown}`);
    }
    assert.deepEqual(await target.read(), before);
  }
}

async function pollute(target: HostileTarget): Promise<void> {
  const inner = `{"polluted":true,"prototype":{"polluted":true}}`;
  for (const name of PROTOTYPES) {
    for (const send of [target.create, target.change]) {
      if (send === undefined) continue;
      const body = send === target.create ? await target.body() : {};
      const marked = textOf(target, { ...body, [MARKER]: 0 });
      const texts = [
        marked.replace(`"${MARKER}":0`, `"${name}":${inner}`),
        `{"${name}":${inner}}`,
        ...fieldsOf(target, ["json"]).map((field) =>
          replaced(target, body, field, `{"${name}":${inner}}`)
        ),
      ];
      for (const text of texts) {
        expectHandled(target, await send(text), text);
        assert.equal(Object.hasOwn(Object.prototype, "polluted"), false);
      }
    }
  }
}

async function inject(target: HostileTarget): Promise<void> {
  for (const field of fieldsOf(target, ["string", "text"])) {
    for (const text of INJECTIONS) {
      for (const send of [target.create, target.change]) {
        if (send === undefined) continue;
        const body = send === target.create ? await target.body() : {};
        const answer = await send(textOf(target, { ...body, [field]: text }));
        expectHandled(target, answer, text);
        const shown = memberIn(answer.body, field);
        if (answer.status < 300 && shown !== undefined) {
          assert.equal(shown, text);
        }
      }
    }
  }
  // Whatever was tried, everything is still there.
  assert.ok(await target.read());
  const list = await target.list?.("");
  if (list !== undefined) assert.equal(list.status, 200);
}

async function injectParameters(target: HostileTarget): Promise<void> {
  const { list } = target;
  if (list === undefined) return;
  const names = fieldsOf(target, ["string", "text", "email", "enum", "uuid"]);
  for (const name of [...names, "q"]) {
    for (const text of [`' OR '1'='1`, `") OR 1=1 --`]) {
      const answer = await list(`${name}=${encodeURIComponent(text)}`);
      expectHandled(target, answer, text);
      if (answer.status < 300) assert.equal(itemsIn(answer.body).length, 0);
    }
  }
  for (const query of HOSTILE_QUERIES) {
    const answer = await list(query);
    expectHandled(target, answer, query.slice(0, 80));
    if (answer.status < 300) assert.ok(itemsIn(answer.body).length <= 200);
  }
}

async function sendBrokenText(target: HostileTarget): Promise<void> {
  for (const send of [target.create, target.change]) {
    if (send === undefined) continue;
    const body = send === target.create ? await target.body() : {};
    for (const broken of [new Uint8Array([0xff, 0xfe, 0x7b]), "", "{"]) {
      expectRefused(target, await send(broken), "bytes that are no JSON");
    }
    for (const field of fieldsOf(target, ["string", "text"])) {
      for (const text of [`"\\ud800"`, `"a\\u0000b"`]) {
        const answer = await send(replaced(target, body, field, text));
        expectRefused(target, answer, `${field}: ${text}`);
      }
      const whole = replaced(target, body, field, `"${MARKER}"`);
      const answer = await send(withBadByte(whole));
      expectRefused(target, answer, `${field}: a byte that is no UTF-8`);
    }
  }
}

async function leadElsewhere(target: HostileTarget): Promise<void> {
  for (const segment of SEGMENTS) {
    const answer = await target.get?.(segment);
    if (answer === undefined) return;
    expectRefused(target, answer, segment);
    assert.equal(answer.headers.get("set-cookie"), null);
  }
  for (const action of PROTOTYPES) {
    expectRefused(target, await target.act(action), action);
  }
}

async function exhaust(target: HostileTarget): Promise<void> {
  const numbers = fieldsOf(target, ["integer", "decimal", "number"]);
  const texts = fieldsOf(target, TEXTUAL);
  for (const send of [target.create, target.change]) {
    if (send === undefined) continue;
    const body = send === target.create ? await target.body() : {};
    expectRefused(target, await send("[".repeat(100_000)), "deep, and open");
    const deep = "[".repeat(50_000) + "]".repeat(50_000);
    expectRefused(target, await send(deep), "deep");
    expectRefused(target, await send(`"${"a".repeat(4_000_000)}"`), "large");
    for (const field of fieldsOf(target, ["json"])) {
      const answer = await send(replaced(target, body, field, deep));
      expectHandled(target, answer, `${field}: deep`);
    }
    for (const field of numbers) {
      for (const number of ["1e400", "-1e400"]) {
        const answer = await send(replaced(target, body, field, number));
        expectRefused(target, answer, `${field}: ${number}`);
      }
    }
    for (const field of texts) {
      for (const text of nearMisses()) {
        const answer = await send(textOf(target, { ...body, [field]: text }));
        expectHandled(target, answer, `${field}: ${text.slice(0, 40)}`);
      }
    }
  }
}

async function spendTwice(target: HostileTarget): Promise<void> {
  for (const action of target.actions) {
    const all = Array.from({ length: 10 }, () => target.act(action));
    const answers = await Promise.all(all);
    const done = answers.filter(({ status }) => status < 300);
    for (const answer of answers) expectHandled(target, answer, action);
    const versions = done.map(({ headers }) => headers.get("etag"));
    assert.ok(
      new Set(versions).size <= 1,
      `carried out ${action} more than once: ${versions}`,
    );
    const bodies = done.map(({ body }) => JSON.stringify(body));
    assert.ok(new Set(bodies).size <= 1, `${action} gave ${bodies}`);
  }
}

/** A refusal in the form of the API, or a success: nothing that the system did not foresee. */
function expectHandled(
  { errors }: HostileTarget,
  answer: ApiResponse<unknown>,
  what: string,
): void {
  assert.ok(answer.status < 500, `${what}: answered ${answer.status}`);
  if (answer.status >= 400) expectError(errors, answer, answer.status);
}

function expectRefused(
  target: HostileTarget,
  answer: ApiResponse<unknown>,
  what: string,
): void {
  const { status } = answer;
  assert.ok(status >= 400 && status < 500, `${what}: answered ${status}`);
  expectHandled(target, answer, what);
}

function fieldsOf(
  { fields }: HostileTarget,
  kinds: readonly FieldKind[],
): readonly string[] {
  return Object.keys(fields).filter((name) => kinds.includes(fields[name]!));
}

function textOf({ wrap }: HostileTarget, body: JsonObject): string {
  return JSON.stringify(wrap(body));
}

/** A body with a piece of JSON, as it stands, in one of its fields. */
function replaced(
  target: HostileTarget,
  body: JsonObject,
  field: string,
  json: string,
): string {
  const text = textOf(target, { ...body, [field]: MARKER });
  return text.replace(`"${MARKER}"`, () => json);
}

/** A text in which one letter of the marker is a byte that never is UTF-8. */
function withBadByte(text: string): Uint8Array<ArrayBuffer> {
  const [before = ""] = text.split(MARKER);
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  bytes[new TextEncoder().encode(before).length] = 0xff;
  return bytes;
}

/** What an object, or the only object in it, has under a name. */
function memberIn(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  const members: Readonly<Record<string, unknown>> = { ...body };
  if (Object.hasOwn(members, name)) return members[name];
  const [only, ...others] = Object.values(members);
  return others.length === 0 ? memberIn(only, name) : undefined;
}

function itemsIn(body: unknown): readonly unknown[] {
  const members = typeof body === "object" && body !== null
    ? Object.values(body)
    : [];
  return members.find((member) => Array.isArray(member)) ?? [];
}

const MARKER = "markedbyatest";
