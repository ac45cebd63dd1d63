/**
 * Start: `deno task start` is what production runs, in the container too.
 *
 * @module
 */
import type { SystemModel } from "../../generator/model/system_model.ts";
import {
  mayHaveWorkers,
  processBounds,
} from "../../generator/plan/worker_views.ts";
import { join } from "node:path";
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { ask } from "./ask.ts";
import { logName } from "./rehearsal.ts";
import { onStage } from "./stage.ts";

/** Starts the system, changes its sources under it, and looks whether it is still the same process that answers. */
export function checkStart(context: DeepContext): Promise<CheckOutcome> {
  return onStage(context, "start", async (stage) => {
    const config = JSON.parse(
      await Deno.readTextFile(join(stage.dir, "deno.json")),
    );
    const task = String(config.tasks?.start);
    const findings = NOT_PRODUCTION.filter(({ flag }) => flag.test(task))
      .map(({ why }) => unfit("deno.json: tasks.start", `found ${why}`));
    const lines: string[] = [];
    await using system = await stage.start({ LOG_LEVEL: "error" }, {
      onLine: (line) => void lines.push(line),
    });
    const main = join(stage.dir, "main.ts");
    await Deno.writeTextFile(main, "\n", { append: true });
    // One that watches its sources begins anew and says again that it listens.
    await Promise.all(
      Array.from({ length: ROUNDS }, (_, n) => n).map(async (n) => {
        await new Promise((resolve) => setTimeout(resolve, n * ROUND_MS));
        await ask(`${system.url}/health`, { signal: context.signal })
          .catch(() => undefined);
      }),
    );
    const starts = lines.filter((line) => line.includes('"listening"')).length;
    if (starts !== 1) {
      findings.push(
        unfit("main.ts", `found ${starts} starts after a change of a source`),
      );
    }
    const spoken = lines.filter((line) => !line.includes('"listening"'));
    if (spoken.length > 0) {
      findings.push(
        unfit("LOG_LEVEL=error", `found "${spoken[0]?.slice(0, 200)}"`),
      );
    }
    const image = await imageCommand(stage.dir);
    if (image !== undefined && image !== '["deno", "task", "start"]') {
      findings.push(unfit("deploy/Dockerfile: CMD", `found ${image}`));
    }
    const note = processesOf(context.model);
    context.bench.log(logName("start"), `${task}\n${note}`);
    return { findings, note, log: logName("start") };
  });
}

function processesOf(model: SystemModel): string {
  if (model.engine !== "postgres") {
    return "one process, which owns its data; no workers";
  }
  const workers = mayHaveWorkers(model)
    ? "as many workers as WORKERS says"
    : `no workers: ${processBounds(model).join("; ")}`;
  return `one process, as many instances as wanted share the database; ${workers}`;
}

async function imageCommand(dir: string): Promise<string | undefined> {
  const text = await Deno.readTextFile(join(dir, "deploy", "Dockerfile"))
    .catch(() => "");
  return /^CMD (.+)$/m.exec(text)?.[1];
}

function unfit(place: string, cause: string): FindingDraft {
  return {
    code: "V816",
    place,
    cause: `${cause}, wanted what production runs`,
    nextStep: "keep what helps development in the task dev",
  };
}

const NOT_PRODUCTION: readonly { flag: RegExp; why: string }[] = [
  { flag: /\s--watch\b/, why: "--watch, which begins anew with each change" },
  {
    flag: /\s--inspect\b/,
    why: "--inspect, which lets others into the process",
  },
  { flag: /\s(-A|--allow-all)\b/, why: "every permission" },
  {
    flag: /\s--unstable\b/,
    why: "--unstable, which means other things tomorrow",
  },
  {
    flag: /\s--no-lock\b/,
    why: "--no-lock, which takes whatever packages there are",
  },
];
const ROUNDS = 10;
const ROUND_MS = 100;
