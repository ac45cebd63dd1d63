/**
 * Configuration: a wrong setting is refused at the start, with a message that says which and what is wanted.
 *
 * @module
 */
import { listeningUrl } from "../run_system.ts";
import type { DeepContext } from "../deep_part.ts";
import { CANARY } from "../check_endpoints.ts";
import { settleAll } from "../settle_all.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type BadValue, badValues } from "./bad_values.ts";
import { readSettings } from "./read_settings.ts";
import { logName } from "./rehearsal.ts";
import { onStage, type Stage } from "./stage.ts";

/** Starts the system with every wrong value, one at a time. */
export function checkConfiguration(
  context: DeepContext,
): Promise<CheckOutcome> {
  return onStage(context, "configuration", async (stage) => {
    const settings = await readSettings(stage.dir);
    const named = await settingsOfTask(stage.dir);
    const findings: FindingDraft[] = named
      .filter((name) => !settings.some((setting) => setting.name === name))
      .filter((name) => !NOT_OURS.includes(name))
      .map((name) =>
        notRefused(name, "it is granted and not read where settings are read")
      );
    if (settings.length === 0) {
      findings.push(notRefused("readSystemConfig", "found no settings"));
    }
    const tries: BadValue[] = [];
    for (const setting of settings) {
      const bad = badValues(setting, settings);
      if (bad) tries.push(...bad);
      else {
        findings.push(
          notRefused(setting.name, `found the unknown kind "${setting.kind}"`),
        );
      }
    }
    const lines: string[] = [];
    let next = 0;
    const tryNext = async () => {
      for (;;) {
        const bad = tries[next++];
        if (!bad) return;
        context.signal.throwIfAborted();
        context.tell("production.configuration", `${next} of ${tries.length}`);
        const { problem, said } = await tryValue(context, stage, bad);
        lines.push(
          `${bad.name} (${bad.why}): ${problem ?? "refused"}: ${said}`,
        );
        if (problem !== undefined) {
          findings.push(notRefused(`${bad.name} (${bad.why})`, problem));
        }
      }
    };
    await settleAll(Array.from({ length: AT_ONCE }, tryNext));
    context.bench.log(logName("configuration"), lines.join("\n"));
    const note = `${tries.length} wrong values of ${settings.length} settings`;
    return { findings, note, log: logName("configuration") };
  });
}

async function tryValue(
  { bench, signal }: DeepContext,
  { dir, env }: Stage,
  bad: BadValue,
): Promise<{ problem?: string; said: string }> {
  const listening = Promise.withResolvers<"listening">();
  await using child = await bench.start(["task", "start"], {
    cwd: dir,
    env: {
      ...env,
      PORT: "0",
      HOST: "127.0.0.1",
      ...bad.besides,
      [bad.name]: bad.value,
    },
    onLine: (line) => {
      if (listeningUrl(line)) listening.resolve("listening");
    },
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), LIMIT_MS);
  });
  const end = await Promise.race([child.exited, listening.promise, late]);
  clearTimeout(timer);
  signal.throwIfAborted();
  const stderr = child.output.stderr.split("\n")
    .filter((line) => !line.startsWith("Task start")).join("\n").trim();
  const said = stderr.replaceAll(CANARY, "[secret]").slice(0, 300);
  if (end === "listening") return { problem: "found it started", said };
  if (end === "late") {
    return { problem: "found it neither ended nor started", said };
  }
  return { ...problemOf(bad, end.code, stderr), said };
}

function problemOf(
  bad: BadValue,
  code: number | null,
  stderr: string,
): { problem?: string } {
  if (code === 0) return { problem: "found exit code 0" };
  const names = stderr.includes(bad.name) ||
    !bad.secret && bad.value !== "" && stderr.includes(bad.value);
  // Where a database is, is told by host and port: its URL may hold a password.
  const place = bad.secret && /\/\/[^@]*@([^/]+)/.exec(bad.value)?.[1];
  if (!names && !(place && stderr.includes(place))) {
    return {
      problem: `found a message without its name: "${stderr.slice(0, 200)}"`,
    };
  }
  if (bad.secret && stderr.includes(CANARY)) {
    return { problem: "found the secret in the message" };
  }
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) {
    return { problem: `found a stack trace: "${stderr.slice(0, 200)}"` };
  }
  return bad.says === undefined || stderr.includes(bad.says) ? {} : {
    problem: `found a message without "${bad.says}": "${stderr.slice(0, 200)}"`,
  };
}

/** The variables that the task may read. */
async function settingsOfTask(dir: string): Promise<readonly string[]> {
  const { tasks } = JSON.parse(await Deno.readTextFile(`${dir}/deno.json`));
  const list = /--allow-env=(\S+)/.exec(String(tasks?.start))?.[1] ?? "";
  return list.split(",").filter((name) => name !== "");
}

function notRefused(place: string, cause: string): FindingDraft {
  return {
    code: "V809",
    place: `config/system_config.ts: ${place}`,
    cause: `${cause}, wanted it refused with its name and what is wanted`,
    nextStep: "check the setting where it is read",
  };
}

/** Read by the database's driver, before we could. */
const NOT_OURS: readonly string[] = ["PGAPPNAME", "PGTARGETSESSIONATTRS"];
const AT_ONCE = 2;
const LIMIT_MS = 20_000;
