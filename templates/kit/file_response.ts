/**
 * Answers with a file: whole or a part of it, streamed.
 *
 * @module
 */
import { attachment } from "./file_type.ts";
import {
  errorResponse,
  notModifiedResponse,
  SECURITY_HEADERS,
} from "./http_response.ts";
import { problem } from "./problem.ts";
import type { StoredFile } from "./stored_file.ts";

/** Answers a GET or HEAD with a file, or with the part of it that a `Range` asks for; closes it at the end. */
export async function fileResponse(
  request: Request,
  stored: StoredFile,
  file: Deno.FsFile,
): Promise<Response> {
  const { headers, method } = request;
  const etag = `"${stored.sha256}"`;
  if (knows(headers.get("if-none-match"), etag)) {
    file.close();
    return notModifiedResponse({ etag });
  }
  const given = headers.get("if-range");
  const range = given === null || given === etag
    ? rangeOf(headers.get("range"), stored.size)
    : undefined;
  if (range === "unsatisfiable") {
    file.close();
    return errorResponse(problem(416, "The file has no such part."), {
      "content-range": `bytes */${stored.size}`,
    });
  }
  const [start, end] = range ?? [0, stored.size];
  const answer = {
    status: range ? 206 : 200,
    headers: {
      ...SECURITY_HEADERS,
      "content-type": stored.type,
      "content-length": String(end - start),
      "content-disposition": attachment(stored.name),
      "accept-ranges": "bytes",
      etag,
      ...(range
        ? { "content-range": `bytes ${start}-${end - 1}/${stored.size}` }
        : {}),
    },
  };
  if (method === "HEAD") {
    file.close();
    return new Response(null, answer);
  }
  await file.seek(start, Deno.SeekMode.Start);
  return new Response(part(file, end - start), answer);
}

/** Reads so many bytes as they are asked for, never more than a buffer of them ahead. */
function part(file: Deno.FsFile, length: number): ReadableStream<Uint8Array> {
  let left = length;
  return new ReadableStream({
    async pull(controller) {
      const buffer = new Uint8Array(Math.min(left, BUFFER));
      const count = left === 0 ? null : await file.read(buffer);
      if (count !== null) {
        left -= count;
        controller.enqueue(buffer.subarray(0, count));
      }
      if (count === null || left === 0) {
        file.close();
        controller.close();
      }
    },
    cancel: () => file.close(),
  }, { highWaterMark: 0 });
}

/** Reads one range of bytes; undefined for none, for several, and for other units: then all of it is sent. */
function rangeOf(
  header: string | null,
  size: number,
): readonly [start: number, end: number] | "unsatisfiable" | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, first = "", last = ""] = match ?? [];
  if (first === "" && last === "") return undefined;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "unsatisfiable" : [size - length, size];
  }
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  if (last !== "" && Number(last) < start) return undefined;
  return start < size ? [start, end] : "unsatisfiable";
}

function knows(header: string | null, etag: string): boolean {
  return header !== null &&
    header.split(",").map((tag) => tag.trim().replace(/^W\//, ""))
      .some((tag) => tag === "*" || tag === etag);
}

const BUFFER = 64 * 1024;
