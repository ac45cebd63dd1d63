/**
 * Permissions: without any one of those that `deno task start` grants the system does less.
 *
 * @module
 */
import { join } from "node:path";
import { fetchHosts } from "../../generator/plan/fetch_views.ts";
import type { DeepContext } from "../deep_part.ts";
import { GeneratedSystemError } from "../errors.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { WEBHOOK_SECRET } from "./bad_values.ts";
import { exerciseSystem } from "./exercise_system.ts";
import { hostsIn, type ReadSetting, readSettings } from "./read_settings.ts";
import { logName } from "./rehearsal.ts";
import { onStage, type Stage } from "./stage.ts";

/** Starts the system with one permission fewer, for each, and looks whether anything is missed. */
export function checkPermissionsNeeded(
  context: DeepContext,
): Promise<CheckOutcome> {
  return onStage(context, "permissions", async (stage) => {
    const path = join(stage.dir, "deno.json");
    const config = await Deno.readTextFile(path);
    const start = String(JSON.parse(config).tasks.start);
    // What only an endpoint's own code asks for is missed by no start; the blueprint says who needs it.
    const listed = fetchHosts(context.model).map((host) =>
      `--allow-net=${host}`
    );
    const grants = grantsOf(start).filter(({ name }) => !listed.includes(name));
    const ways = await waysToRun(stage);
    const whole = new Map<Way, string>();
    const findings: FindingDraft[] = grants.length > 0 ? [] : [{
      code: "V815",
      place: "deno.json: tasks.start",
      cause: `found "${start}", wanted each permission by name`,
      nextStep: "grant what is needed, and nothing else",
    }];
    const lines: string[] = [];
    for (const [n, grant] of grants.entries()) {
      context.signal.throwIfAborted();
      context.tell("production.permissions", `${n + 1} of ${grants.length}`);
      await Deno.writeTextFile(path, withTask(config, grant.without));
      const missed = await missedBy(ways, async (way) => {
        const fewer = await outcomeOf(context, stage, way);
        if (!whole.has(way)) {
          await Deno.writeTextFile(path, config);
          whole.set(way, await outcomeOf(context, stage, way));
          await Deno.writeTextFile(path, withTask(config, grant.without));
        }
        return fewer === whole.get(way) ? undefined : fewer;
      });
      lines.push(`${grant.name}: ${missed ?? "not missed"}`);
      if (missed === undefined) {
        findings.push({
          code: "V815",
          place: `deno.json: tasks.start: ${grant.name}`,
          cause: "found everything the same without it, wanted it needed",
          nextStep: "take it out of the task and of the deployment files",
        });
      }
    }
    context.bench.log(logName("permissions"), lines.join("\n"));
    const note = `${
      grants.length - findings.length
    } of ${grants.length} permissions are needed`;
    return { findings, note, log: logName("permissions") };
  });
}

interface Grant {
  /** Such as `--allow-env=PORT`. */
  readonly name: string;
  /** The task without it. */
  readonly without: string;
}

/** Each item of each list; a flag without a list is one. */
function grantsOf(task: string): readonly Grant[] {
  return task.split(" ").filter((word) => word.startsWith("--allow-"))
    .flatMap((flag) => {
      const [name = "", list] = flag.split("=", 2);
      const items = list?.split(",") ?? [];
      return (items.length > 0 ? items : [undefined]).map((item) => {
        const rest = items.filter((other) => other !== item);
        const fewer = rest.length === 0 ? "" : `${name}=${rest.join(",")}`;
        return {
          name: item === undefined ? name : `${name}=${item}`,
          without: task.replace(flag, fewer).replace(/ +/g, " "),
        };
      });
    });
}

function withTask(config: string, start: string): string {
  const parsed = JSON.parse(config);
  return JSON.stringify({ ...parsed, tasks: { ...parsed.tasks, start } });
}

/** Settings with which a system does something that it else does not. */
interface Way {
  readonly settings: Readonly<Record<string, string>>;
}

/** On the loopback address, as the shipped settings say, and with each host that webhooks may go to. */
async function waysToRun({ dir }: Stage): Promise<readonly Way[]> {
  const settings = await readSettings(dir);
  const of = (kind: string) => settings.filter((one) => one.kind === kind);
  const secret = of("webhookSecret")[0];
  const webhooks = of("webhookUrl").flatMap((setting: ReadSetting) =>
    hostsIn(setting).map((host) => ({
      settings: {
        [setting.name]: `https://${host}/hook`,
        ...(secret ? { [secret.name]: WEBHOOK_SECRET } : {}),
      },
    }))
  );
  const workers = of("integer").filter(({ name }) => name === "WORKERS")
    .map(({ name }) => ({ settings: { [name]: "2" } }));
  return [
    { settings: {} },
    { settings: { HOST: "0.0.0.0" } },
    ...workers,
    ...webhooks,
  ];
}

async function missedBy(
  ways: readonly Way[],
  look: (way: Way) => Promise<string | undefined>,
): Promise<string | undefined> {
  for (const way of ways) {
    const missed = await look(way);
    if (missed !== undefined) return missed;
  }
  return undefined;
}

async function outcomeOf(
  context: DeepContext,
  stage: Stage,
  { settings }: Way,
): Promise<string> {
  try {
    await using system = await stage.start(settings);
    const url = system.url.replace("0.0.0.0", "127.0.0.1");
    return await exerciseSystem(context, stage, url);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof GeneratedSystemError) return error.message;
    throw error;
  }
}
