/**
 * The manifest of an output: what was generated, by whom, and each file's hash.
 *
 * @module
 */
import type { OutputFile } from "./render_plan.ts";
import type { Ownership } from "../plan/file_plan.ts";

/** Where the manifest stands in an output. */
export const MANIFEST_PATH = ".autocoder/manifest.json";

/** The manifest's own version. */
export const MANIFEST_SCHEMA = "autocoder/manifest/v1";

/** One file as it was generated. */
export interface ManifestEntry {
  readonly path: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** The unit that made it. */
  readonly unit: string;
  readonly ownership: Ownership;
  /** Its permission bits, octal. */
  readonly mode: string;
}

/** What a generation left behind. */
export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly tool: { readonly name: string; readonly version: string };
  readonly system: string;
  /** SHA-256 of blueprint.yaml. */
  readonly blueprint: string;
  /** Every generated file but this one, sorted by path. */
  readonly files: readonly ManifestEntry[];
}

/** Describes files; the same files give the same text. */
export async function manifestText(
  files: readonly OutputFile[],
  about: { readonly system: string; readonly version: string },
): Promise<string> {
  const entries = await Promise.all(
    files.map(async (file): Promise<ManifestEntry> => ({
      path: file.path,
      sha256: await sha256(file.text),
      unit: file.path,
      ownership: file.ownership,
      mode: "644",
    })),
  );
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    tool: { name: "autocoder", version: about.version },
    system: about.system,
    blueprint:
      entries.find((entry) => entry.path === "blueprint.yaml")?.sha256 ?? "",
    files: entries,
  };
  return JSON.stringify(manifest, null, 2) + "\n";
}

/** Hashes a text's UTF-8 bytes; hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(text),
  );
  return Array.from(
    new Uint8Array(digest),
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}
