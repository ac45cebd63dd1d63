/**
 * Proves that the same input gives the same bytes: in another folder, time zone, language and umask, and under another
 * version of Deno.
 *
 * The other Deno is `--deno PATH` or `$DENO` or `$COMPILE_DENO`; without one, or with one of this version, that part is skipped.
 * The exit code is 0 if everything compared was the same, else 1.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Circumstances, circumstances, print, table } from "../record.ts";
import { BLUEPRINT_FILE, REQUEST_FILE } from "./inputs.ts";
import { compareSystems } from "./compare_systems.ts";

/** What one comparison found. */
interface Comparison {
  readonly input: string;
  readonly against: string;
  readonly files: number;
  /** Paths that differ or are missing. */
  readonly differences: readonly string[];
}

/** How one generation is run; what is not given is as in this process. */
interface Surroundings {
  readonly name: string;
  readonly deno?: string;
  readonly umask?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A folder below the temporary one, so that the output's path has another length and letters. */
  readonly folder?: string;
}

/** Generates both inputs in different surroundings and compares; returns whether all was the same. */
export async function checkIdentity(otherDeno?: string): Promise<boolean> {
  const temporary = await Deno.makeTempDir({ prefix: "identity-" });
  const comparisons: Comparison[] = [];
  const other = await otherVersion(otherDeno);
  const surroundings = [
    ...SURROUNDINGS,
    ...(other.deno ? [{ name: other.text, deno: other.deno }] : []),
  ];
  try {
    for (const [input, args] of await inputs()) {
      const reference = join(temporary, input);
      await generate(args, reference, { name: "reference" });
      for (const [i, around] of surroundings.entries()) {
        const out = join(temporary, around.folder ?? "", `${input}-${i}`);
        await generate(args, out, around);
        const { files, differences } = await compareSystems(reference, out);
        comparisons.push({ input, against: around.name, files, differences });
      }
    }
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  await recordIdentity(comparisons, other.deno ? undefined : other.text);
  return comparisons.every(({ differences }) => differences.length === 0);
}

async function inputs(): Promise<[string, string[]][]> {
  const request = await Deno.readTextFile(REQUEST_FILE);
  return [
    ["request", [request]],
    ["blueprint", ["--blueprint", fileURLToPath(BLUEPRINT_FILE)]],
  ];
}

/** Umask is the shell's to set: Deno has no call for it on every version. */
async function generate(
  args: readonly string[],
  out: string,
  { deno = Deno.execPath(), umask = "022", env = {} }: Surroundings,
): Promise<void> {
  const cli = fileURLToPath(new URL("../../cli.ts", import.meta.url));
  const run = [deno, "run", "-A", cli, "generate", ...args];
  const { code, stderr } = await new Deno.Command("sh", {
    args: [
      "-c",
      `umask ${umask} && exec "$@"`,
      "sh",
      ...run,
      "--no-verify",
      "--out",
      out,
    ],
    env: { NO_COLOR: "1", ...env },
    stdout: "null",
    stderr: "piped",
  }).output();
  if (code !== 0) {
    throw new Error(
      `Cannot generate "${out}": found exit code ${code}: ${
        new TextDecoder().decode(stderr)
      }`,
    );
  }
}

async function otherVersion(
  deno: string | undefined,
): Promise<{ readonly deno?: string; readonly text: string }> {
  if (!deno) return { text: "no other Deno was given (--deno PATH or $DENO)" };
  const { stdout } = await new Deno.Command(deno, { args: ["--version"] })
    .output();
  const version = /^deno ([\d.]+)/.exec(new TextDecoder().decode(stdout))?.[1];
  return version === Deno.version.deno
    ? { text: `the other Deno is ${version}, as this one` }
    : { deno, text: `Deno ${version}` };
}

async function recordIdentity(
  comparisons: readonly Comparison[],
  skipped: string | undefined,
): Promise<void> {
  const about: Circumstances = await circumstances(
    "deno run -A evidence/generation/identity.ts --deno PATH",
  );
  const rows = comparisons.map(({ input, against, files, differences }) => [
    `${input}, ${against}`,
    String(files),
    differences.length === 0 ? "same" : differences.join(", "),
  ]);
  const note = skipped === undefined
    ? ""
    : `\nNot compared with another version: ${skipped}.\n`;
  const text =
    `# Identity\n\nEvery file of the manifest, and the manifest, byte for byte, beside a generation with umask 022 under Deno ${Deno.version.deno}.\n\n${
      table(["", "files", "result"], rows)
    }${note}\n\`${about.command}\` · ${about.date}\n`;
  const folder = new URL("./", import.meta.url);
  await Deno.writeTextFile(new URL("identity.md", folder), text);
  await Deno.writeTextFile(
    new URL("identity.json", folder),
    JSON.stringify({ circumstances: about, comparisons, skipped }, null, 2) +
      "\n",
  );
  print(text);
}

const SURROUNDINGS: readonly Surroundings[] = [
  { name: "a second time" },
  { name: "another folder", folder: "Ünïcode and spaces/deeper" },
  { name: "TZ=Asia/Kathmandu", env: { TZ: "Asia/Kathmandu" } },
  {
    name: "LANG=tr_TR.UTF-8",
    env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr" },
  },
  { name: "umask 077", umask: "077" },
];

if (import.meta.main) {
  const { values } = parseArgs({ options: { deno: { type: "string" } } });
  const same = await checkIdentity(
    values.deno ?? Deno.env.get("DENO") ?? Deno.env.get("COMPILE_DENO"),
  );
  Deno.exit(same ? 0 : 1);
}
