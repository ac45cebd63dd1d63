/**
 * Tries everything that can be done with a file of an entity, for tests.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { FileRule, StoredFile } from "./stored_file.ts";

/** A test that has steps, such as Deno's. */
export interface FileTrialSteps {
  /** Runs a step. */
  step(name: string, run: () => Promise<void>): Promise<unknown>;
}

/** A system with an entity that has no file yet. */
export interface FileStage extends AsyncDisposable {
  /** Sends a request as somebody who may. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Sends a request as nobody. @default there are no users */
  readonly strangers?: (request: Request) => Response | Promise<Response>;
  /** The folder of the files. */
  readonly folder: string;
  /** The path of the entity. */
  readonly path: string;
}

/** What is tried. */
export interface FileTrial {
  /** The field that is a file. */
  readonly field: string;
  /** What it may be. */
  readonly rule: FileRule;
  /** Starts a system. */
  readonly start: () => Promise<FileStage>;
  /** Whether a deleted entity can be restored, and keeps its files. @default false */
  readonly softDelete?: boolean;
  /** Whether entities can be deleted. @default true */
  readonly deletes?: boolean;
  /** The last segment of its path. @default the field */
  readonly segment?: string;
  /** What the file's URL begins with, before its path. @default nothing */
  readonly origin?: string;
  /** Finds what is told of a file in an answer. @default the answer itself */
  readonly fileIn?: (body: unknown) => StoredFile;
  /** Finds what is told of the file in an answer about its entity. @default what its field holds */
  readonly entityIn?: (body: unknown) => unknown;
}

/** Tries a file, step by step. */
export async function checkFile(
  steps: FileTrialSteps,
  trial: FileTrial,
): Promise<void> {
  for (const [name, run] of TRIALS) {
    await steps.step(name, async () => {
      await using stage = await trial.start();
      await run({
        ...trial,
        stage,
        url: `${stage.path}/${trial.segment ?? trial.field}`,
      });
    });
  }
}

interface Trying extends FileTrial {
  readonly stage: FileStage;
  readonly url: string;
}

async function comesBack(trying: Trying): Promise<void> {
  const { stage, field } = trying;
  const type = typeOf(trying.rule);
  const bytes = bytesOf(type, 40_000);
  const sent = await send(trying, "PUT", { body: bytes, name: "a b.png" });
  assert.equal(sent.status, 200);
  const file = told(trying, await sent.json());
  const sha256 = await digest(bytes);
  const { id, name, size, url } = file;
  assert.deepEqual({ name, size, url, type: file.type, sha256: file.sha256 }, {
    name: "a b.png",
    size: bytes.byteLength,
    url: (trying.origin ?? "") + trying.url,
    type,
    sha256,
  });
  assert.match(id, /^[0-9a-f-]{36}$/);
  const entity = await (await send(trying, "GET", { path: stage.path })).json();
  assert.deepEqual(trying.entityIn?.(entity) ?? entity[field], file);

  const got = await send(trying, "GET");
  assert.deepEqual(new Uint8Array(await got.arrayBuffer()), bytes);
  assert.equal(got.headers.get("content-type"), type);
  assert.equal(got.headers.get("content-length"), String(bytes.byteLength));
  assert.equal(got.headers.get("x-content-type-options"), "nosniff");
  assert.equal(
    got.headers.get("content-disposition"),
    "attachment; filename=\"a b.png\"; filename*=UTF-8''a%20b.png",
  );
  const etag = got.headers.get("etag") ?? "";
  assert.equal(etag, `"${sha256}"`);
  const head = await send(trying, "HEAD");
  assert.equal(head.headers.get("content-length"), String(bytes.byteLength));
  assert.equal((await head.arrayBuffer()).byteLength, 0);
  const known = await send(trying, "GET", {
    headers: { "if-none-match": etag },
  });
  assert.equal(known.status, 304);
}

async function partly(trying: Trying): Promise<void> {
  const bytes = bytesOf(typeOf(trying.rule), 1000);
  await taken(trying, bytes);
  for (
    const [range, start, end] of [
      ["bytes=10-19", 10, 20],
      ["bytes=990-", 990, 1000],
      ["bytes=-10", 990, 1000],
      ["bytes=0-9999", 0, 1000],
    ] as const
  ) {
    const got = await send(trying, "GET", { headers: { range } });
    assert.equal(got.status, 206, range);
    assert.equal(
      got.headers.get("content-range"),
      `bytes ${start}-${end - 1}/1000`,
    );
    assert.deepEqual(
      new Uint8Array(await got.arrayBuffer()),
      bytes.subarray(start, end),
    );
  }
  const past = await send(trying, "GET", { headers: { range: "bytes=1000-" } });
  await past.body?.cancel();
  assert.equal(past.status, 416);
  assert.equal(past.headers.get("content-range"), "bytes */1000");
}

/** Names are data: whatever they are, files stand in the folder under names of the server's. */
async function namesAreData(trying: Trying): Promise<void> {
  const bytes = bytesOf(typeOf(trying.rule), 100);
  for (
    const [name, kept] of [
      ["../../etc/passwd", "passwd"],
      ["..\\..\\windows\\win.ini", "win.ini"],
      ["/absolute", "absolute"],
      ["..", trying.field],
      ["", trying.field],
      ["a\u0000b\r\nset-cookie: x=1", "abset-cookie: x=1"],
      ["\u202egnp.exe", "gnp.exe"],
      ["Ärger 'n\" <b>.png", "Ärger 'n\" <b>.png"],
      ["x".repeat(500), "x".repeat(200)],
    ] as const
  ) {
    const sent = await send(trying, "PUT", { body: bytes, name });
    const file = told(trying, await sent.json());
    assert.equal(file.name, kept, JSON.stringify(name));
    const got = await send(trying, "GET");
    await got.body?.cancel();
    assert.equal(got.headers.get("set-cookie"), null);
    assert.match(
      got.headers.get("content-disposition") ?? "",
      /^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%!$&+^`|-]*$/,
    );
    const [only, ...others] = await filesIn(trying);
    assert.match(only ?? "", /^[a-z0-9_]+\.[0-9a-f-]{36}\.\w+\.[0-9a-f-]{36}$/);
    assert.deepEqual(others, [], "the file before is removed");
  }
}

async function refuses(trying: Trying): Promise<void> {
  const { rule } = trying;
  const type = typeOf(rule);
  const bytes = bytesOf(type, 100);
  const statuses = [
    ["of no type", { body: bytes, type: "nonsense" }, 415],
    ["in parts", { body: bytes, type: "multipart/form-data; boundary=x" }, 415],
    ...(rule.accept
      ? [
        [
          "of another type",
          { body: bytes, type: "text/x-other" },
          415,
        ] as const,
      ]
      : []),
    ...(BEGINNINGS[type]
      ? [
        [
          "that is not what its type says",
          { body: new TextEncoder().encode("<script>alert(1)</script>") },
          415,
        ] as const,
      ]
      : []),
    [
      "that says it is too large",
      { body: bytes, headers: { "content-length": String(rule.maxBytes + 1) } },
      413,
    ],
    ["that is too large", { body: endless(type, rule.maxBytes + 1) }, 413],
    ["that breaks off", { body: broken(type) }, 400],
  ] as const;
  for (const [what, sending, status] of statuses) {
    const refused = await send(trying, "PUT", sending);
    await refused.body?.cancel();
    assert.equal(refused.status, status, what);
    assert.deepEqual(await filesIn(trying), [], `${what} leaves something`);
  }
  const missing = await send(trying, "GET");
  await missing.body?.cancel();
  assert.equal(missing.status, 404);
}

async function takesTheLargest(trying: Trying): Promise<void> {
  const { maxBytes } = trying.rule;
  const size = Math.min(maxBytes, 3 * 1024 * 1024);
  const sent = await send(trying, "PUT", {
    body: endless(typeOf(trying.rule), size),
  });
  assert.equal(sent.status, 200);
  assert.equal(told(trying, await sent.json()).size, size);
}

async function keepsConditions(trying: Trying): Promise<void> {
  const { stage } = trying;
  const bytes = bytesOf(typeOf(trying.rule), 100);
  const before = await send(trying, "GET", { path: stage.path });
  await before.body?.cancel();
  const etag = before.headers.get("etag") ?? await tagOf(trying, bytes);
  await taken(trying, bytes, { "if-match": etag });
  for (const method of ["PUT", "DELETE"] as const) {
    const late = await send(trying, method, {
      ...(method === "PUT" ? { body: bytes } : {}),
      headers: { "if-match": etag },
    });
    await late.body?.cancel();
    assert.equal(late.status, 412, method);
    assert.match(late.headers.get("etag") ?? "", /^"\d+"$/, method);
  }
  assert.equal((await filesIn(trying)).length, 1);
}

/** Whoever comes last is kept, and only that. */
async function atOnce(trying: Trying): Promise<void> {
  const type = typeOf(trying.rule);
  const all = Array.from({ length: 8 }, (_, n) => bytesOf(type, 100 + n));
  await Promise.all(all.map((bytes) => taken(trying, bytes)));
  const { body } = await send(trying, "GET");
  const kept = new Uint8Array(await new Response(body).arrayBuffer());
  assert.ok(all.some((bytes) => bytes.byteLength === kept.byteLength));
  assert.equal((await filesIn(trying)).length, 1);
}

async function goes(trying: Trying): Promise<void> {
  const { stage } = trying;
  const bytes = bytesOf(typeOf(trying.rule), 100);
  await taken(trying, bytes);
  assert.equal((await send(trying, "DELETE")).status, 204);
  assert.deepEqual(await filesIn(trying), []);
  const again = await send(trying, "DELETE");
  await again.body?.cancel();
  assert.equal(again.status, 404);
  if (trying.deletes === false) return;
  await taken(trying, bytes);
  const gone = await send(trying, "DELETE", { path: stage.path });
  assert.equal(gone.status, 204);
  assert.equal((await filesIn(trying)).length, trying.softDelete ? 1 : 0);
  const missing = await send(trying, "GET");
  await missing.body?.cancel();
  assert.equal(missing.status, 404);
  const late = await send(trying, "PUT", { body: bytes });
  await late.body?.cancel();
  assert.equal(late.status, 404);
}

async function strangersMayNot(trying: Trying): Promise<void> {
  const { strangers } = trying.stage;
  if (!strangers) return;
  const bytes = bytesOf(typeOf(trying.rule), 100);
  await taken(trying, bytes);
  const before = await filesIn(trying);
  for (const method of ["PUT", "DELETE"] as const) {
    const refused = await send(
      { ...trying, stage: { ...trying.stage, fetch: strangers } },
      method,
      method === "PUT" ? { body: bytes } : {},
    );
    await refused.body?.cancel();
    assert.ok([401, 403, 404].includes(refused.status), method);
    assert.deepEqual(await filesIn(trying), before);
  }
}

/** What is not all an entity's own has no tag; a refusal for another's tells of it. */
async function tagOf(
  trying: Trying,
  body: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const headers = { "if-match": '"999999"' };
  const refused = await send(trying, "PUT", { body, headers });
  await refused.body?.cancel();
  assert.equal(refused.status, 412);
  return refused.headers.get("etag") ?? "";
}

function told({ fileIn }: Trying, body: unknown): StoredFile {
  return fileIn?.(body) ?? body as StoredFile;
}

async function taken(
  trying: Trying,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const sent = await send(trying, "PUT", { body, headers });
  await sent.body?.cancel();
  assert.equal(sent.status, 200);
}

interface Sending {
  readonly body?: BodyInit;
  readonly type?: string;
  readonly name?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(
  { stage, url, rule }: Trying,
  method: string,
  { body, type, name, path = url, headers }: Sending = {},
): Promise<Response> {
  const disposition: Record<string, string> = name === undefined ? {} : {
    "content-disposition": `attachment; filename*=UTF-8''${
      encodeURIComponent(name)
    }`,
  };
  return await stage.fetch(
    new Request(`http://test.invalid${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
      headers: {
        ...(body === undefined ? {} : { "content-type": type ?? typeOf(rule) }),
        ...disposition,
        ...headers,
      },
    }),
  );
}

async function filesIn({ stage }: Trying): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(stage.folder));
  return names.map(({ name }) => name);
}

function typeOf({ accept }: FileRule): string {
  return accept?.[0] ?? "application/octet-stream";
}

/** Makes so many bytes, which begin as those of a type do. */
export function bytesOf(type: string, size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).map((_, at) => at * 31 % 251);
  bytes.set((BEGINNINGS[type] ?? []).slice(0, size));
  return bytes;
}

/** So many bytes, made while they are read. */
function endless(type: string, size: number): ReadableStream<Uint8Array> {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      const part = bytesOf(type, Math.min(left, 64 * 1024));
      left -= part.byteLength;
      controller.enqueue(part);
      if (left === 0) controller.close();
    },
  });
}

function broken(type: string): ReadableStream<Uint8Array> {
  let parts = 0;
  return new ReadableStream({
    pull(controller) {
      if (parts++ === 0) controller.enqueue(bytesOf(type, 100));
      else controller.error(new Error("The client went away"));
    },
  });
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const TRIALS:
  readonly (readonly [string, (trying: Trying) => Promise<void>])[] = [
    ["it comes back as it was sent", comesBack],
    ["a part of it can be read", partly],
    ["its name is data", namesAreData],
    ["what it may not be leaves nothing", refuses],
    ["it may be as large as is said", takesTheLargest],
    ["the conditions of a request hold", keepsConditions],
    ["of several at once one is kept", atOnce],
    ["it goes with its entity", goes],
    ["nobody else may change it", strangersMayNot],
  ];

/** How files of some types begin. */
const BEGINNINGS: Readonly<Record<string, readonly number[]>> = {
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/gif": [0x47, 0x49, 0x46, 0x38],
  "image/webp": [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50],
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
};
