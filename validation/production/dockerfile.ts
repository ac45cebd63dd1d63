/**
 * Reads a Dockerfile.
 *
 * @module
 */

/** One instruction; those that go over several lines are one. */
export interface Instruction {
  /** In upper case. */
  readonly name: string;
  /** The rest. */
  readonly value: string;
}

/** Lists the instructions, without comments. */
export function readDockerfile(text: string): readonly Instruction[] {
  const lines = text.split("\n").filter((line) => !/^\s*#/.test(line))
    .join("\n").replace(/\\\n/g, " ").split("\n");
  return lines.flatMap((line) => {
    const [, name, value] = /^\s*([A-Za-z]+)\s+(.+?)\s*$/.exec(line) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name: name.toUpperCase(), value }];
  });
}

/** Says whether an image is named so that it is the same tomorrow: by a digest, or by a version to its last place. */
export function isPinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return true;
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? "";
  // PostgreSQL has versions of two places since 10.
  return /(^|[^\d])\d+\.\d+\.\d+([^\d]|$)/.test(tag) ||
    /^postgres:\d+\.\d+(-|$)/.test(image);
}
