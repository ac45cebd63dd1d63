/**
 * Reads the permissions that `deno task start` grants.
 *
 * @module
 */
import type { SystemFile } from "./check_files.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";

/**
 * Finds permissions that are wider than a generated system and its tests need; `hosts` are those that its blueprint names.
 * Verifying runs both tasks: what stands in them may be nothing but Deno on the system's own program and tests.
 */
export function checkPermissions(
  files: readonly SystemFile[],
  hosts: readonly string[] = [],
): CheckOutcome {
  const text = files.find((file) => file.path === "deno.json")?.text ?? "";
  const start = taskCommand(text, "start");
  const problems = start === undefined
    ? ["found no task start, wanted one with permissions"]
    : problemsOfStart(start, hosts);
  const test = taskCommand(text, "test");
  const flags = wordsOf(start ?? "").filter((word) => word.startsWith("-"));
  return {
    findings: [
      ...problems.map((cause) => finding("start", cause)),
      ...problemsOfTest(test ?? "").map((cause) => finding("test", cause)),
    ],
    note: flags.join(" "),
  };
}

function problemsOfStart(command: string, hosts: readonly string[]): string[] {
  const words = wordsOf(command);
  const flags = words.filter((word) => word.startsWith("-"));
  const problems = flags.flatMap((flag) => problemsOfFlag(flag, hosts));
  if (words[0] !== "deno" || words[1] !== "run" || SHELL.test(command)) {
    problems.push(`found "${command}", wanted one "deno run"`);
  }
  if (words.at(-1) !== "main.ts") {
    problems.push(`found "${words.at(-1)}" as its program, wanted "main.ts"`);
  }
  return problems;
}

function problemsOfTest(command: string): string[] {
  const own = command.startsWith(WITH_POSTGRES)
    ? command.slice(WITH_POSTGRES.length)
    : command;
  const words = wordsOf(own);
  if (words[0] !== "deno" || words[1] !== "test" || SHELL.test(command)) {
    return [`found "${command}", wanted one "deno test"`];
  }
  return words.slice(2).flatMap((word) => {
    if (word === "--parallel") return [];
    return word.startsWith("-")
      ? problemsOfFlag(word, [])
      : [`found "${word}", wanted no more than permissions`];
  });
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

function finding(task: "start" | "test", cause: string): FindingDraft {
  return {
    code: "V105",
    place: `deno.json: tasks.${task}`,
    cause,
    nextStep: "restore deno.json, or narrow the permission by hand",
  };
}

function taskCommand(config: string, name: string): string | undefined {
  try {
    const { tasks } = JSON.parse(config) as {
      tasks?: Record<string, string | { command?: string }>;
    };
    const task = tasks?.[name];
    return typeof task === "object" ? task.command : task;
  } catch {
    return undefined;
  }
}

function wordsOf(command: string): string[] {
  return command.trim().split(/\s+/);
}

/** What a shell does more with than hand it on. */
const SHELL = /[^\w\s.,:/=@[\]+-]|\n/;

/** How the tests of a system on PostgreSQL get a database. */
const WITH_POSTGRES =
  "deno run --allow-run --allow-env --allow-net=127.0.0.1 --allow-read=tests kit/with_postgres.ts ";

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
