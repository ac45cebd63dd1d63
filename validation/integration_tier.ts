/**
 * Tier 3: the system as a whole, started for real and called over HTTP.
 *
 * @module
 */
import { checkLog } from "./check_log.ts";
import { counted } from "./counted.ts";
import { type LiveSession, liveSession, SESSION_LOG } from "./live_session.ts";
import { GeneratedSystemError } from "./errors.ts";
import { portInUse } from "./port_in_use.ts";
import { stackFrames } from "./stack_frames.ts";
import {
  judgeTests,
  NO_RUN,
  runTests,
  type TestRules,
  type TestRun,
} from "./test_run.ts";
import type {
  CheckOutcome,
  CheckPlan,
  FindingDraft,
  Tier,
  TierContext,
} from "./tier.ts";

/** Tier 3. */
export const INTEGRATION_TIER: Tier = {
  tier: 3,
  name: "integration",
  title: "boot, contract, restart, shutdown",
  plan,
};

/** Milliseconds a system may take from SIGTERM to its end. */
export const STOP_LIMIT_MS = 1000;

function plan(context: TierContext): CheckPlan[] {
  let session: Promise<LiveSession> | undefined;
  const live = () => session ??= liveSession(context);
  const seen = (
    id: string,
    title: string,
    read: (session: LiveSession) => CheckOutcome,
  ): CheckPlan => ({
    id: `integration.${id}`,
    title,
    run: async () => {
      const seen = await live().catch(() => undefined);
      context.signal.throwIfAborted();
      if (!seen) return { notRun: "the system did not start" };
      return { log: SESSION_LOG, ...read(seen) };
    },
  });
  return [
    {
      id: "integration.boot",
      title: "it starts with its shipped permissions and listens",
      run: () => checkBoot(context, live),
    },
    seen("ready", "it says that it is ready", ({ ready }) => ready),
    seen(
      "endpoints",
      "the paths of every system and its lists answer",
      ({ endpoints }) => endpoints,
    ),
    seen("restart", "data survives a restart", ({ restart }) => restart),
    seen("shutdown", "SIGTERM ends it in time with exit code 0", checkStops),
    seen("leftover", "no process is left behind", checkLeftover),
    seen("log", "its log is structured and keeps secrets", checkLog),
    ...testChecks(context),
  ];
}

async function checkBoot(
  context: TierContext,
  live: () => Promise<LiveSession>,
): Promise<CheckOutcome> {
  try {
    const { starts } = await live();
    const [ms = 0] = starts;
    return { findings: [], log: SESSION_LOG, ms, note: `${ms.toFixed()} ms` };
  } catch (error) {
    context.signal.throwIfAborted();
    const cause = error instanceof Error ? error.message : String(error);
    const { bench } = context;
    const output = error instanceof GeneratedSystemError ? error.output : "";
    if (output) bench.log(SESSION_LOG, output);
    return {
      log: bench.logs.has(SESSION_LOG) ? SESSION_LOG : undefined,
      findings: [{
        code: "V301",
        place: "main.ts",
        cause,
        nextStep: portInUse(`${cause}\n${output}`, context.subject.model) ??
          "run PORT=0 deno task start in the system's folder",
        frames: stackFrames(output ?? "", await bench.copy()),
      }],
    };
  }
}

function checkStops({ stops }: LiveSession): CheckOutcome {
  const findings = stops.filter(({ code, ms }) =>
    code !== 0 || ms > STOP_LIMIT_MS
  ).map(({ code, signal, ms, killed }): FindingDraft => ({
    code: "V309",
    place: "main.ts",
    cause: killed
      ? `found it still running ${ms.toFixed()} ms after SIGTERM, wanted exit code 0 within ${STOP_LIMIT_MS} ms`
      : `found ${
        signal ?? `exit code ${code}`
      } after ${ms.toFixed()} ms, wanted exit code 0 within ${STOP_LIMIT_MS} ms`,
    nextStep: "look for a component that ignores its signal",
  }));
  const longest = Math.max(...stops.map(({ ms }) => ms));
  return {
    findings,
    ms: longest,
    note: `${
      counted(stops.length, "stop")
    }, the longest ${longest.toFixed()} ms`,
  };
}

function checkLeftover({ stops }: LiveSession): CheckOutcome {
  const left = stops.flatMap(({ leftover }) => leftover);
  return {
    findings: left.map((process) => ({
      code: "V312",
      place: "main.ts",
      cause: `found process ${process} after the system's end, wanted none`,
      nextStep: "end child processes where the component is cleaned up",
    })),
  };
}

function testChecks(context: TierContext): CheckPlan[] {
  const { subject } = context;
  const paths = [
    "tests/contract",
    "tests/property",
    "tests/boot_test.ts",
    "tests/access",
    "tests/security",
    "tests/client",
  ];
  const there = paths.filter((path) =>
    subject.manifest?.files.some((file) => isAt(path, file.path))
  );
  let run: Promise<TestRun> | undefined;
  // One process for all: starting it costs more than most tests.
  const tests = () => run ??= runTests(context, "integration", there);
  const check = (id: string, title: string, rules: TestRules): CheckPlan => ({
    id: `integration.${id}`,
    title,
    run: async () => {
      if (!there.includes(rules.place)) {
        return judgeTests(NO_RUN, rules);
      }
      const run = await tests();
      const own = run.tests.filter(({ file }) => isAt(rules.place, file));
      return judgeTests(run, rules, own);
    },
  });
  return [
    check("contract", "its endpoints keep their contracts", {
      failed: "V303",
      none: "V306",
      place: "tests/contract",
    }),
    check("property", "its properties hold for generated input", {
      failed: "V304",
      none: "V306",
      place: "tests/property",
    }),
    check("boot_tests", "its boot tests pass", {
      failed: "V305",
      none: "V306",
      place: "tests/boot_test.ts",
    }),
    ...(subject.model?.users
      ? [
        check("access", "nobody does what no rule allows", {
          failed: "V303",
          none: "V306",
          place: "tests/access",
        }),
      ]
      : []),
    ...(there.includes("tests/security")
      ? [
        check("security", "nothing comes of what attackers send", {
          failed: "V303",
          none: "V306",
          place: "tests/security",
        }),
      ]
      : []),
    ...(there.includes("tests/client")
      ? [
        check("client", "its client calls it", {
          failed: "V303",
          none: "V306",
          place: "tests/client",
        }),
      ]
      : []),
  ];
}

/** Tells whether a file, or a line of one, is a path or below it. */
function isAt(path: string, place: string): boolean {
  return place === path || place.startsWith(`${path}/`) ||
    place.startsWith(`${path}:`);
}
