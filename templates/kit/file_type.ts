/**
 * What a client says about a file it sends: its media type and name, which are data and never a path.
 *
 * @module
 */
import { failed, ok, type Outcome, problem } from "./problem.ts";

/** Reads the media type, without parameters; 415 where it is none or not accepted. */
export function mediaTypeOf(
  headers: Headers,
  accept: readonly string[] | undefined,
): Outcome<string> {
  const [given = ""] = (headers.get("content-type") ?? "").split(";");
  const type = given.trim().toLowerCase();
  const isAccepted = MEDIA_TYPE.test(type) && !type.startsWith("multipart/") &&
    (accept?.includes(type) ?? true);
  if (isAccepted) return ok(type);
  const wanted = accept?.join(", ") ?? "the type of the file";
  return failed(problem(415, `The Content-Type must be ${wanted}.`));
}

/** Says whether a file begins as those of a type do; of types that are not known here, any file may. */
export function beginsAs(type: string, head: Uint8Array): boolean {
  const beginnings = BEGINNINGS[type];
  return beginnings === undefined ||
    beginnings.some((bytes) =>
      bytes.every((byte, at) => byte < 0 || head[at] === byte)
    );
}

/** Reads the name that a client gives a file, by `Content-Disposition`; without folders, and a text that can be kept. */
export function clientFileName(headers: Headers, fallback: string): string {
  const header = headers.get("content-disposition") ?? "";
  const given = extendedName(header) ??
    /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(header)?.[1]
      ?.replace(/\\(.)/g, "$1") ??
    /;\s*filename=([^\s;"]+)/i.exec(header)?.[1] ?? "";
  const last = given.toWellFormed().split(/[\/\\]/).at(-1) ?? "";
  const name = [...last.replace(UNSHOWN, "").trim()].slice(0, MAX_NAME)
    .join("");
  return name === "" || /^\.+$/.test(name) ? fallback : name;
}

/** Writes the header by which a file is saved under its name, whatever signs are in it (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const exact = encodeURIComponent(name)
    .replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function extendedName(header: string): string | undefined {
  const text = /;\s*filename\*=UTF-8''([^\s;]+)/i.exec(header)?.[1];
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/;
/** Control characters, and those that turn the direction of what follows. */
const UNSHOWN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const MAX_NAME = 200;

/** The first bytes of files by their type; -1 stands for any. */
const BEGINNINGS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "image/png": [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  "image/jpeg": [[0xff, 0xd8, 0xff]],
  "image/gif": [[0x47, 0x49, 0x46, 0x38]],
  "image/webp": [
    [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50],
  ],
  "application/pdf": [[0x25, 0x50, 0x44, 0x46, 0x2d]],
};
