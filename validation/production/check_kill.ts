/**
 * Kill: what was acknowledged is there after kill -9, whole, and nothing else is there by half.
 *
 * @module
 */
import { isDeepStrictEqual } from "node:util";
import type { DeepContext } from "../deep_part.ts";
import type { LiveRecord } from "../live_creations.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { drive, Turns } from "./drive.ts";
import { shown } from "./exchange.ts";
import { logName, trafficOf } from "./rehearsal.ts";
import { killSystem, onStage, type Stage } from "./stage.ts";
import { countRows, openSight } from "./store_sight.ts";
import type { Traffic } from "./traffic.ts";
import { WireConnection } from "./wire_connection.ts";

/** How often the system is killed. */
export const KILLS = 3;

/** Kills the system under writes, several times, and reads back after each restart. */
export function checkKill(context: DeepContext): Promise<CheckOutcome> {
  const { model } = context;
  if (model.engine === "memory") {
    return Promise.resolve({
      notApplicable: "what is kept in memory is meant to be gone",
    });
  }
  return onStage(context, "kill", async (stage) => {
    const run: KillRun = {
      context,
      stage,
      turns: new Turns(),
      counted: new Map(),
      acknowledged: 0,
      records: [],
      findings: [],
    };
    const none = await killAgain(run);
    if (none) return none;
    await using system = await stage.start();
    await system.stop();
    run.findings.push(...await damageOf(run));
    const note =
      `${KILLS} kills, ${run.acknowledged} acknowledged writes read back`;
    context.bench.log(logName("kill"), note);
    return { findings: run.findings, note, log: logName("kill") };
  });
}

interface KillRun {
  readonly context: DeepContext;
  readonly stage: Stage;
  readonly turns: Turns;
  /** At least and at most so many rows, by table. */
  readonly counted: Map<string, { least: number; most: number }>;
  acknowledged: number;
  /** What the last drive was told that it created, and where it can be read. */
  records: LiveRecord[];
  readonly findings: FindingDraft[];
}

async function killAgain(run: KillRun): Promise<CheckOutcome | undefined> {
  const { context, stage } = run;
  let traffic: Traffic | undefined;
  for (let kill = 1; kill <= KILLS; kill++) {
    context.signal.throwIfAborted();
    context.tell("production.kill", `${kill} of ${KILLS}`);
    const system = await stage.start();
    // A token outlives the process, so that the traffic of the first start holds for all.
    traffic ??= await trafficOf(context, stage, system);
    const writes = traffic.writes.filter(({ creates, most }) =>
      creates && most > WRITES_A_KILL
    );
    if (writes.length === 0) {
      await system.stop();
      return { notApplicable: "nothing can be created again and again" };
    }
    if (kill === 1) {
      for (const { creates } of writes) {
        const table = creates?.table ?? "";
        const n = await countRows(context, stage, table) ?? 0;
        run.counted.set(table, { least: n, most: n });
      }
    }
    await writeUntilKilled(run, writes, system);
    const again = await stage.start();
    try {
      await readBack(run, again.url);
    } finally {
      await again.stop();
    }
  }
  return undefined;
}

async function writeUntilKilled(
  run: KillRun,
  writes: Traffic["writes"],
  system: Awaited<ReturnType<Stage["start"]>>,
): Promise<void> {
  run.records = [];
  const enough = Promise.withResolvers<void>();
  let answers = 0;
  const driving = drive({
    url: system.url,
    mix: writes,
    connections: CONNECTIONS,
    until: run.context.signal,
    stopAtCut: true,
    onAnswer: ({ exchange, n }, answer) => {
      if (++answers === WRITES_A_KILL) enough.resolve();
      const record = exchange.record?.(answer);
      // A list shows only its first page: what has no path of its own is counted.
      const isAlone = record && record.path !== exchange.request(n).path;
      if (isAlone) run.records.push(record);
    },
  }, run.turns);
  await Promise.race([enough.promise, driving]);
  await killSystem(system);
  const { created, cut, wrong } = await driving;
  for (const [cause, count] of wrong) {
    run.findings.push(lost("a write", `${count} times: ${cause}`));
  }
  for (const [table, counted] of run.counted) {
    const acknowledged = created.get(table) ?? 0;
    counted.least += acknowledged;
    counted.most += acknowledged +
      cut.filter(({ exchange }) => exchange.creates?.table === table).length;
  }
}

async function readBack(run: KillRun, url: string): Promise<void> {
  const signedIn = await run.stage.signIn(url);
  const headers: Readonly<Record<string, string>> = signedIn
    ? { authorization: `${signedIn.scheme} ${signedIn.token}` }
    : {};
  using connection = await WireConnection.open(url);
  let missing = 0;
  for (const { path, find, value } of run.records) {
    const answer = await connection.send({ method: "GET", path, headers });
    const found = answer.status === 200 ? find(answer.json) : undefined;
    if (isDeepStrictEqual(found, value)) run.acknowledged++;
    else if (missing++ === 0) {
      run.findings.push(lost(
        `GET ${path}`,
        `found ${answer.status} ${shown(found)} after kill -9, wanted ${
          shown(value)
        }`,
      ));
    }
  }
  if (missing > 1) {
    run.findings.push(
      lost("the store", `${missing} of ${run.records.length} writes are lost`),
    );
  }
}

/** What a store tells of itself when nobody works with it. */
async function damageOf(
  { context, stage, counted }: KillRun,
): Promise<FindingDraft[]> {
  const findings: FindingDraft[] = [];
  for (const [table, { least, most }] of counted) {
    const n = await countRows(context, stage, table) ?? 0;
    if (n >= least && n <= most) continue;
    findings.push({
      code: n < least ? "V805" : "V806",
      place: `table ${table}`,
      cause:
        `found ${n} rows, wanted ${least} that were acknowledged and at most ${most} that were sent`,
      nextStep: NEXT,
    });
  }
  if (context.model.engine !== "sqlite") return findings;
  await using sight = await openSight(context, stage);
  const whole = await sight?.rows("PRAGMA integrity_check") ?? [];
  const keys = await sight?.rows("PRAGMA foreign_key_check") ?? [];
  if (shown(whole) !== shown([{ integrity_check: "ok" }]) || keys.length > 0) {
    findings.push({
      code: "V806",
      place: "the database",
      cause: `found ${shown([...whole, ...keys])}, wanted it whole`,
      nextStep: NEXT,
    });
  }
  return findings;
}

function lost(place: string, cause: string): FindingDraft {
  return { code: "V805", place, cause, nextStep: NEXT };
}

const CONNECTIONS = 8;
const WRITES_A_KILL = 150;
const NEXT = "acknowledge a write only after its transaction is on the disk";
