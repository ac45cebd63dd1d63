/**
 * The routes of files that belong to entities of a resource: `PUT`, `GET` and `DELETE` behind the path of one.
 *
 * @module
 */
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import type { FileStore } from "./file_store.ts";
import {
  dropFile,
  type FileAnswer,
  type FilePlace,
  putFile,
  readFile,
} from "./file_routes.ts";
import type { Api, Handler } from "./http_api.ts";
import { errorResponse, jsonResponse } from "./http_response.ts";
import { readPrecondition } from "./precondition.ts";
import { present } from "./present.ts";
import { enveloped } from "./resource_answer.ts";
import type { Permit } from "./resource_guard.ts";
import { type Found, labelOf } from "./resource_lookup.ts";
import { itemPath, located, type ResourceOptions } from "./resource_request.ts";
import { unseen } from "./resource_sight.ts";
import type { Shown } from "./resource_spec.ts";
import type { FileRule, StoredFile } from "./stored_file.ts";

/** What {@link mountResourceFiles} needs beside the resource. */
export interface ResourceFileOptions {
  /** Where files are kept. */
  readonly files: FileStore;
  /** What the fields may be that are files. */
  readonly fields: Readonly<Record<string, FileRule>>;
  /** Whether they can be sent and deleted, by whoever may patch the entity; else only read, by whoever may get it. */
  readonly changes: boolean;
}

/** Adds the routes of the files that a resource shows to an API. */
export function mountResourceFiles(
  api: Api,
  options: ResourceOptions,
  { files, fields, changes }: ResourceFileOptions,
): void {
  for (const [name, shown] of Object.entries(options.resource.shows)) {
    if (typeof shown === "string" || shown.kind !== "file") continue;
    const rule = fields[shown.field];
    if (rule === undefined) {
      throw new TypeError(
        `Cannot mount "${name}": found nothing about the file "${shown.field}"`,
      );
    }
    const path = `${itemPath(options.resource)}/${shown.path}`;
    const at = { options, name, shown, files, fields };
    api.route("GET", path, answering(at, "get", readFile));
    if (!changes) continue;
    api.route("PUT", path, answering(at, "patch", putFile(rule)));
    api.route("DELETE", path, answering(at, "patch", dropFile));
  }
}

interface ShownFile {
  readonly options: ResourceOptions;
  readonly name: string;
  readonly shown: Extract<Shown, { kind: "file" }>;
  readonly files: FileStore;
  readonly fields: Readonly<Record<string, FileRule>>;
}

function answering(
  file: ShownFile,
  operation: "get" | "patch",
  answer: FileAnswer,
): Handler {
  const { options } = file;
  return located(options, operation, async (request, { permit, found }) => {
    const absent = unseen(options, permit, found);
    if (absent) return errorResponse(absent);
    const precondition = readPrecondition(request.raw.headers);
    if (!precondition.ok) return errorResponse(precondition.problem);
    return await answer(placeOf(file, permit, found), {
      request,
      id: found.entity.id,
      ...(precondition.value ? { precondition: precondition.value } : {}),
      ...(permit.grant ? { grant: permit.grant } : {}),
    });
  });
}

/** Where the file is, and how it is told of: as the resource shows it. */
function placeOf(
  { options, name, shown, files, fields }: ShownFile,
  { viewer }: Permit,
  { entity }: Found,
): FilePlace {
  const { resource, shape, sources, guards } = options;
  const ask = sources[resource.entity.name];
  return {
    spec: { ...resource.entity, label: labelOf(resource) },
    fields,
    files,
    field: shown.field,
    called: name,
    send: (request: EntityRequest): Promise<EntityReply<unknown>> => {
      if (ask === undefined) {
        throw new Error(`Cannot reach "${resource.entity.name}": no source`);
      }
      return ask(request);
    },
    answer: async (stored: StoredFile) => {
      const now = { ...entity, [shown.field]: stored };
      const showing = { sources, guards, viewer };
      const [seen] = await present({ [name]: shown }, [now], showing);
      return jsonResponse(enveloped(shape, name, seen?.[name]));
    },
  };
}
