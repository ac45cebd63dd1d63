/**
 * Records of measurements: `results.json` for programs and `results.md` for people, in one folder.
 *
 * @module
 */

/** Where and when something was measured. */
export interface Circumstances {
  /** The command that measures it again, from the root of the repository. */
  readonly command: string;
  /** RFC 3339. */
  readonly date: string;
  /** Versions of what took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** The processors, the memory, and how busy others kept them in the minute before. */
  readonly machine: string;
}

/** Describes this process and machine; `versions` are added. */
export async function circumstances(
  command: string,
  versions: Readonly<Record<string, string>> = {},
): Promise<Circumstances> {
  const { deno, v8, typescript } = Deno.version;
  return {
    command,
    date: new Date().toISOString(),
    versions: { deno, v8, typescript, ...versions },
    machine: `${navigator.hardwareConcurrency} × ${await processor()}, ${
      Math.round(Deno.systemMemoryInfo().total / 2 ** 30)
    } GiB, ${Deno.build.target}, load ${Deno.loadavg()[0]?.toFixed(1)}`,
  };
}

/** Writes both records and prints the one for people. */
export async function record(
  folder: URL,
  results: { readonly circumstances: Circumstances },
  markdown: string,
): Promise<void> {
  const { command, date, versions, machine } = results.circumstances;
  const names = Object.entries(versions).map(([name, version]) =>
    `${name} ${version}`
  );
  const text = `${markdown}
\`${command}\` · ${date} · ${machine} · ${names.join(", ")}
`;
  const json = JSON.stringify(results, null, 2) + "\n";
  await Deno.writeTextFile(new URL("results.json", folder), json);
  await Deno.writeTextFile(new URL("results.md", folder), text);
  print(text);
}

/** Writes to standard output. */
export function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

/** Renders a Markdown table; all columns but the first are numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const rule = head.map((_, i) => i === 0 ? "---" : "---:");
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |\n`)
    .join("");
}

/** Returns the middle of some numbers, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const below = sorted[Math.ceil(middle) - 1] ?? NaN;
  return (below + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

async function processor(): Promise<string> {
  const info = await Deno.readTextFile("/proc/cpuinfo").catch(() => "");
  return /model name\s*: (.*)/.exec(info)?.[1] ?? Deno.build.arch;
}
