/**
 * Where a check of production readiness tries the system: a copy with data of its own, started as its owner would.
 *
 * @module
 */
import { dirname } from "node:path";
import process from "node:process";
import { type BootOptions, bootSystem } from "../boot_system.ts";
import { copySystem } from "../copy_system.ts";
import type { DeepContext } from "../deep_part.ts";
import {
  type Account,
  accountFor,
  mayAs,
  type SignedIn,
} from "../live_account.ts";
import { liveCreations } from "../live_creations.ts";
import type { RunningSystem } from "../run_system.ts";
import { openTestDatabase, type TestDatabase } from "../test_database.ts";
import type { CheckOutcome } from "../tier.ts";

/** A copy of the system. Disposing of it removes it, its data and its database. */
export interface Stage extends AsyncDisposable {
  /** Its folder. */
  readonly dir: string;
  /** The settings it is started with. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts it. */
  start(
    settings?: Readonly<Record<string, string>>,
    options?: Pick<BootOptions, "onLine">,
  ): Promise<RunningSystem>;
  /** Signs in by the account that its settings make; undefined in a system without users. */
  signIn(url: string): Promise<SignedIn | undefined>;
}

/** What a stage is made of. */
export type StageContext = Pick<
  DeepContext,
  "bench" | "model" | "settings" | "signal" | "subject"
>;

/** Settings with which a system starts on a stage, and where it is. */
export interface StageOptions {
  /** The database, when the check brings its own. @default one of its own, empty */
  readonly database?: Pick<TestDatabase, "env">;
  /** The role of its account. @default the one that may create most */
  readonly role?: string | undefined;
}

/** Makes a stage, or says why there is none. */
export async function openStage(
  context: StageContext,
  name: string,
  options: StageOptions = {},
): Promise<Stage | Extract<CheckOutcome, { notRun: string }>> {
  const { model, subject, bench } = context;
  const own = options.database ? undefined : await openTestDatabase(model);
  if (own?.missing !== undefined) return { notRun: own.missing };
  const dir = await bench.temporary(`production-${name}`);
  await Deno.mkdir(dirname(dir), { recursive: true });
  await copySystem(subject.dir, dir);
  const account = await accountFor(
    model,
    options.role ?? await busiestRole(model),
  );
  const env = {
    ...(options.database ?? own)?.env,
    ...(model.engine === "sqlite" ? { DATABASE_PATH } : {}),
    ...(model.rateLimit ? { RATE_LIMIT_REQUESTS: "0" } : {}),
    ...account?.env,
    ...context.settings,
  };
  return stageAt(dir, { env, account, own }, context);
}

/** The role that may create most, the last of them where several may; undefined where there is none. */
async function busiestRole(
  model: DeepContext["model"],
): Promise<string | undefined> {
  let busiest: string | undefined;
  let most = -1;
  for (const role of model.users?.roles ?? []) {
    const { length } = await liveCreations(
      model,
      (entity, operation) => mayAs(role, entity, operation),
    );
    if (length < most) continue;
    busiest = role;
    most = length;
  }
  return busiest;
}

function stageAt(
  dir: string,
  { env, account, own }: {
    readonly env: Readonly<Record<string, string>>;
    readonly account: Account | undefined;
    readonly own: TestDatabase | undefined;
  },
  context: StageContext,
): Stage {
  return {
    dir,
    env,
    start: (settings = {}, options = {}) =>
      bootSystem(context, { ...env, ...settings }, {
        ...options,
        cwd: dir,
        stopTimeoutMs: STOP_GRACE_MS,
      }),
    signIn: async (url) => await account?.signIn(url, context.signal),
    async [Symbol.asyncDispose]() {
      await Deno.remove(dir, { recursive: true });
      await own?.[Symbol.asyncDispose]();
    },
  };
}

/** Does something on a stage that exists only meanwhile. */
export async function onStage(
  context: DeepContext,
  name: string,
  work: (stage: Stage) => Promise<CheckOutcome>,
  options: StageOptions = {},
): Promise<CheckOutcome> {
  const stage = await openStage(context, name, options);
  if ("notRun" in stage) return stage;
  try {
    return await work(stage);
  } finally {
    await stage[Symbol.asyncDispose]();
  }
}

/** Kills a system and all that it started, as `kill -9` does, and waits until it is gone. */
export async function killSystem(system: RunningSystem): Promise<void> {
  try {
    process.kill(-system.pid, "SIGKILL");
  } catch {
    // It has ended by itself; whoever calls sees that by what is missing.
  }
  await system.exited;
}

/** Where a system on a stage keeps its SQLite database, below its folder. */
export const DATABASE_PATH = "data/production.db";

/** What the deployment files of every system give it to stop: `terminationGracePeriodSeconds`, `stop_grace_period`. */
const STOP_GRACE_MS = 15_000;
