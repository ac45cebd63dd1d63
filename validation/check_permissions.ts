/**
 * Reads the permissions that `deno task start` grants.
 *
 * @module
 */
import type { SystemFile } from "./check_files.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";

/** Finds permissions that are wider than a generated system needs; `hosts` are those that its blueprint names. */
export function checkPermissions(
  files: readonly SystemFile[],
  hosts: readonly string[] = [],
): CheckOutcome {
  const text = files.find((file) => file.path === "deno.json")?.text;
  const command = text === undefined ? undefined : startCommand(text);
  if (command === undefined) {
    return {
      findings: [finding("found no task start, wanted one with permissions")],
    };
  }
  const words = command.trim().split(/\s+/);
  const flags = words.filter((word) => word.startsWith("-"));
  const problems = flags.flatMap((flag) => problemsOfFlag(flag, hosts));
  if (words[0] !== "deno" || words[1] !== "run" || /[;&|]/.test(command)) {
    problems.push(`found "${command}", wanted one "deno run"`);
  }
  if (words.at(-1) !== "main.ts") {
    problems.push(`found "${words.at(-1)}" as its program, wanted "main.ts"`);
  }
  return { findings: problems.map(finding), note: flags.join(" ") };
}

function problemsOfFlag(flag: string, hosts: readonly string[]): string[] {
  const [name = "", list] = flag.split("=", 2);
  if (["-A", "--allow-all", "-P", "--permission-set"].includes(name)) {
    return [`found ${name}, wanted each permission by name`];
  }
  const kind = SHORT[name] ?? /^--allow-(.+)$/.exec(name)?.[1];
  if (kind === undefined) {
    // Anything else may change what the names mean: another config, an import map, unstable features.
    return HARMLESS.includes(name)
      ? []
      : [`found ${name}, wanted no such flag`];
  }
  const allowed = ALLOWED[kind];
  if (!allowed) return [`found ${name}, wanted no permission of that kind`];
  if (list === undefined || list === "") {
    return [`found ${name} for everything, wanted a list`];
  }
  return list.split(",")
    .filter((item) =>
      !allowed(item) && !(kind === "net" && hosts.includes(item))
    )
    .map((item) => `found ${name} for "${item}", wanted ${WANTED[kind]}`);
}

function finding(cause: string): FindingDraft {
  return {
    code: "V105",
    place: "deno.json: tasks.start",
    cause,
    nextStep: "restore deno.json, or narrow the permission by hand",
  };
}

function startCommand(config: string): string | undefined {
  try {
    const { tasks } = JSON.parse(config) as {
      tasks?: Record<string, string | { command?: string }>;
    };
    const start = tasks?.start;
    return typeof start === "object" ? start.command : start;
  } catch {
    return undefined;
  }
}

const SHORT: Readonly<Record<string, string>> = {
  "-E": "env",
  "-I": "import",
  "-N": "net",
  "-R": "read",
  "-S": "sys",
  "-W": "write",
};

const HARMLESS: readonly string[] = [
  "--cached-only",
  "--frozen",
  "--no-prompt",
  "-q",
  "--quiet",
];

const LOCAL = /^(?:0\.0\.0\.0|127\.0\.0\.1|localhost|\[::1?\])(?::\d+)?$/;

const ALLOWED: Readonly<Record<string, (item: string) => boolean>> = {
  env: (name) => /^[A-Z][A-Z0-9_]*$/.test(name),
  net: (host) => LOCAL.test(host),
  read: isBelow,
  write: isBelow,
};

const WANTED: Readonly<Record<string, string>> = {
  env: "names of settings",
  net: "addresses of this machine and hosts that the blueprint lists",
  read: "paths below the system",
  write: "paths below the system",
};

function isBelow(path: string): boolean {
  const parts = path.split("/");
  return !path.startsWith("/") && !parts.includes("..") &&
    !["", ".", "./"].includes(path);
}
