/**
 * Trials of the files of a resource: by who may, who may not, and with what they may not be.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { expectError } from "./expect_error.ts";
import { bytesOf, type FileTrial } from "./file_trials.ts";
import type { Shown } from "./resource_spec.ts";
import {
  call,
  callerFor,
  collection,
  makeOne,
  makerOf,
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
  type TrialSystem,
} from "./resource_subject.ts";
import type { FileRule, StoredFile } from "./stored_file.ts";
import type { ApiResponse } from "./testing.ts";

/** A file that a resource shows. */
export interface ResourceFileSubject {
  /** The resource and all that is declared of it. */
  readonly subject: ResourceSubject;
  /** The name under which it is shown. */
  readonly name: string;
  /** What it may be. */
  readonly rule: FileRule;
}

/** Makes the trial of a file as somebody who may do everything with it, for `checkFile`. */
export function resourceFileTrial(
  file: ResourceFileSubject,
  start: () => Promise<TrialSystem>,
  { softDelete }: { readonly softDelete: boolean },
): FileTrial {
  const { subject, name, rule } = file;
  const shown = shownFile(file);
  return {
    field: shown.field,
    segment: shown.path,
    rule,
    softDelete,
    origin: shown.origin ?? "",
    deletes: operationOf(subject, "delete") !== undefined,
    fileIn: (body) => {
      const { shape } = subject;
      const members = body as Readonly<Record<string, StoredFile>>; // the trial is the check
      if (shape.envelope) assert.deepEqual(Object.keys(members), [name]);
      return shape.envelope ? members[name]! : body as StoredFile;
    },
    entityIn: (body) =>
      shownIn(subject, { body } as unknown as ApiResponse<unknown>)[name],
    start: async () => {
      const system = await start();
      const stage = { subject, system };
      const made = await makeOne(stage);
      const send = (userId: string | undefined) => fetchAs(stage, userId);
      const callers = await callersOf(stage, made);
      return {
        fetch: async (request) => {
          const { pathname } = new URL(request.url);
          const isEntity = !pathname.endsWith(`/${shown.path}`);
          const operation = request.method === "DELETE" && isEntity
            ? "delete"
            : request.method === "GET" || request.method === "HEAD"
            ? "get"
            : "patch";
          return await send(callers[operation])(request);
        },
        ...(subject.users && !subject.open?.includes("patch")
          ? { strangers: send(undefined) }
          : {}),
        folder: system.folder ?? "",
        path: await pathTo(stage, made),
        [Symbol.asyncDispose]: () => system[Symbol.asyncDispose](),
      };
    },
  };
}

/** What must hold of a file beside what it is: who reaches it is who reaches its entity, and refusals look like all others. */
export function resourceFileTrials(
  file: ResourceFileSubject,
): readonly Trial[] {
  const { subject } = file;
  const { path } = shownFile(file);
  const { resource } = subject;
  const at = `${resource.path}/{${resource.param}}/${path}`;
  return [
    trialOf(
      subject,
      `${at} is there for whom its entity is, and no one else`,
      (stage) => sameAccess(stage, file),
    ),
    trialOf(
      subject,
      `${at} tells its errors as all of the API does`,
      (stage) => sameErrors(stage, file),
    ),
    ...(subject.bulk?.includes("delete")
      ? [
        trialOf(
          subject,
          `${at} goes with its entity, also among several`,
          (stage) => goesAmongSeveral(stage, file),
        ),
      ]
      : []),
    trialOf(
      subject,
      `${at} is set by no body`,
      (stage) => notInBodies(stage, file),
    ),
  ];
}

/** Everybody gets of the file, and may do with it, what they may with the entity. */
async function sameAccess(
  stage: Stage,
  file: ResourceFileSubject,
): Promise<void> {
  const { subject, system } = stage;
  const { path } = shownFile(file);
  const patch = operationOf(subject, "patch");
  const callers = await everybody(stage);
  for (const id of callers) {
    const made = await makeOne(stage);
    const one = await pathTo(stage, made);
    const client = system.as(id);
    const read = await client.get<unknown>(one);
    const before = await fileOn(stage, one, path, "GET", id);
    // There is none yet.
    const wanted = read.status === 200 ? 404 : read.status;
    assert.equal(before.status, wanted, `GET as ${id}`);
    const changed = patch &&
      await call(client, patch.method, one, sent(subject, {}));
    for (const method of ["PUT", "DELETE"] as const) {
      const answer = await fileOn(stage, one, path, method, id, file.rule);
      const isRefused = !changed || [401, 403, 404].includes(changed.status);
      if (isRefused) {
        const status = changed?.status ?? 403;
        expectError(subject.errors, answer, status);
        continue;
      }
      assert.equal(answer.status, method === "PUT" ? 200 : 204, method);
    }
  }
}

async function sameErrors(
  stage: Stage,
  file: ResourceFileSubject,
): Promise<void> {
  const { subject } = stage;
  const { errors } = subject;
  const { path } = shownFile(file);
  const made = await makeOne(stage);
  const { patch, get } = await callersOf(stage, made);
  const one = await pathTo(stage, made);
  const { maxBytes } = file.rule;
  expectError(errors, await fileOn(stage, one, path, "GET", get), 404);
  expectError(errors, await fileOn(stage, one, path, "DELETE", patch), 404);
  const put = (headers: Readonly<Record<string, string>>) =>
    fileOn(stage, one, path, "PUT", patch, file.rule, headers);
  expectError(errors, await put({ "content-type": "nonsense" }), 415);
  const large = { "content-length": String(maxBytes + 1) };
  expectError(errors, await put(large), 413);
  expectError(errors, await put({ "if-match": '"999999"' }), 412);
  expectError(errors, await put({ "if-match": "nonsense" }), 400);
  for (
    const odd of ["..", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", path]
  ) {
    const at = `${one.slice(0, one.lastIndexOf("/"))}/${odd}`;
    const answer = await fileOn(stage, at, path, "GET", get);
    assert.ok([400, 401, 403, 404, 405].includes(answer.status), odd);
  }
}

async function goesAmongSeveral(
  stage: Stage,
  file: ResourceFileSubject,
): Promise<void> {
  const { subject, system } = stage;
  const { resource: { shows, key, plural }, shape } = subject;
  const made = await makeOne(stage);
  const callers = await callersOf(stage, made);
  const one = await pathTo(stage, made);
  const { path } = shownFile(file);
  const put = await fileOn(stage, one, path, "PUT", callers.patch, file.rule);
  assert.equal(put.status, 200, JSON.stringify(put.body));
  assert.equal((await filesIn(system)).length, 1);
  const item = { [clientName(shows, key, shape.naming)]: valueOf(made, key) };
  const body = { [shape.envelope ? plural : "items"]: [item] };
  const at = `${await collection(stage, made)}/bulk/delete`;
  const gone = await call(system.as(callers.delete), "POST", at, body);
  assert.equal(gone.status, 204, JSON.stringify(gone.body));
  const kept = subject.resource.entity.softDelete ? 1 : 0;
  assert.equal((await filesIn(system)).length, kept);
}

async function filesIn({ folder = "" }: TrialSystem): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder));
  return names.map(({ name }) => name);
}

/** It is sent by a request of its own alone: what a body says of it is refused, or passed over. */
async function notInBodies(
  stage: Stage,
  { name, subject }: ResourceFileSubject,
): Promise<void> {
  const patch = operationOf(subject, "patch");
  if (!patch) return;
  const made = await makeOne(stage);
  const { patch: id } = await callersOf(stage, made);
  const forged = {
    id: crypto.randomUUID(),
    name: "../../etc/passwd",
    type: "text/html",
    size: 1,
    sha256: "0".repeat(64),
    url: "https://example.com/",
  };
  const one = await pathTo(stage, made);
  const client = stage.system.as(id);
  for (const value of [forged, null, "/etc/passwd"]) {
    const body = sent(subject, { [name]: value });
    const answer = await call(client, patch.method, one, body);
    if (answer.status >= 400) expectError(subject.errors, answer, 422, name);
    else assert.equal(subject.shape.unknownFields, "ignore");
  }
  const get = operationOf(subject, "get");
  if (!get) return;
  const reader = await callerFor(stage, get, made);
  const shown = shownIn(subject, await reader.client.get<unknown>(one));
  assert.equal(shown[name], null);
}

/** Nobody, somebody in each role, and somebody new. */
async function everybody(
  { subject, system }: Stage,
): Promise<readonly (string | undefined)[]> {
  if (subject.users === undefined) return [undefined];
  const roles = system.sight?.tenants?.roles ?? [];
  const known = await Promise.all(
    [undefined, ...roles].map((role) => system.actor?.(role)),
  );
  const fresh = await makerOf(system, subject.users)();
  return [undefined, fresh.id, ...known.map((one) => one?.id)];
}

/** Who may do what with an entity, by their ids. */
async function callersOf(
  stage: Stage,
  made: Entity,
): Promise<Readonly<Record<"get" | "patch" | "delete", string | undefined>>> {
  const idOf = async (operation: "get" | "patch" | "delete") => {
    const declared = operationOf(stage.subject, operation);
    return declared && (await callerFor(stage, declared, made)).id;
  };
  return {
    get: await idOf("get"),
    patch: await idOf("patch"),
    delete: await idOf("delete"),
  };
}

/** Sends a request about a file, with a body that it may be. */
async function fileOn(
  stage: Stage,
  entity: string,
  path: string,
  method: "GET" | "PUT" | "DELETE",
  userId: string | undefined,
  rule?: FileRule,
  headers: Readonly<Record<string, string>> = {},
): Promise<ApiResponse<unknown>> {
  const type = rule?.accept?.[0] ?? "application/octet-stream";
  const init = method === "PUT"
    ? {
      method,
      body: bytesOf(type, 100),
      headers: { "content-type": type, ...headers },
    }
    : { method, headers };
  return await stage.system.as(userId).send(`${entity}/${path}`, init);
}

function fetchAs(
  { subject, system }: Stage,
  userId: string | undefined,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (userId !== undefined) {
      const token = await system.tokenOf?.(userId);
      request.headers.set("authorization", `${subject.shape.scheme} ${token}`);
    }
    assert.ok(system.fetch, "found nothing that answers requests as they are");
    return await system.fetch(request);
  };
}

function shownFile(
  { subject, name }: ResourceFileSubject,
): Extract<Shown, { kind: "file" }> {
  const shown = subject.resource.shows[name];
  assert.ok(
    typeof shown === "object" && shown.kind === "file",
    `found no file "${name}"`,
  );
  return shown;
}
