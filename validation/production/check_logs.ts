/**
 * Logs: under load every line is a JSON object, none tells a secret, and a failure can be found by its id.
 *
 * @module
 */
import { CANARY } from "../check_endpoints.ts";
import type { DeepContext } from "../deep_part.ts";
import { ask } from "./ask.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { drive, mixOf } from "./drive.ts";
import { forSeconds, logName, type Rehearsal, rehearse } from "./rehearsal.ts";
import { openSight } from "./store_sight.ts";

/** Drives the system with everything logged, then breaks a table and looks for the failure. */
export function checkLogs(context: DeepContext): Promise<CheckOutcome> {
  const lines: string[] = [];
  const options = {
    settings: { LOG_LEVEL: "debug" },
    onLine: (line: string) => void lines.push(line),
  };
  return rehearse(context, "logs", async (rehearsal) => {
    const { system, traffic, stage } = rehearsal;
    const mix = mixOf(traffic.reads, traffic.writes);
    if (mix.length > 0) {
      await drive({
        url: system.url,
        mix,
        connections: CONNECTIONS,
        until: forSeconds(SECONDS, context.signal),
      });
    }
    // A refused sign-in, a broken body and a path with a secret are what logs like to tell.
    for (const [path, body] of HOSTILE) {
      await ask(system.url + path, {
        method: "POST",
        body,
        headers: { authorization: `Bearer ${CANARY}` },
        signal: context.signal,
      });
    }
    const failure = await provokeFailure(context, rehearsal, lines);
    await system.stop();
    const secrets = [CANARY, stage.env.AUTH_SECRET ?? CANARY];
    const findings = [
      ...shapeOf(lines),
      ...toldSecrets([...lines, system.output.stderr], secrets),
      ...failure.findings,
    ];
    const note = `${lines.length} lines, ${failure.note}`;
    context.bench.log(logName("logs"), note);
    return { findings, note, log: logName("logs") };
  }, options);
}

function shapeOf(lines: readonly string[]): FindingDraft[] {
  const broken = lines.find((line) => {
    const { time, level, event } = objectIn(line);
    return typeof event !== "string" || typeof level !== "string" ||
      Number.isNaN(Date.parse(String(time)));
  });
  return broken === undefined ? [] : [
    unfit(
      "standard output",
      `found "${
        broken.slice(0, 200)
      }", wanted a JSON object with time, level and event`,
    ),
  ];
}

function toldSecrets(
  texts: readonly string[],
  secrets: readonly string[],
): FindingDraft[] {
  const told = texts.find((text) =>
    secrets.some((secret) => text.includes(secret))
  );
  return told === undefined ? [] : [
    unfit(
      "the system's log",
      "found a secret that a request or a setting held",
    ),
  ];
}

/** Takes a table away from under the system: what it then answers must be found in its log. */
async function provokeFailure(
  context: DeepContext,
  { stage, system, traffic }: Rehearsal,
  lines: readonly string[],
): Promise<{ findings: readonly FindingDraft[]; note: string }> {
  await using sight = await openSight(context, stage);
  const entity = traffic.writes.find(({ creates }) => creates)?.creates;
  const read = traffic.writes.find(({ creates }) => creates === entity);
  if (!sight || !entity || !read) {
    return { findings: [], note: "no failure could be provoked from outside" };
  }
  const away = `ALTER TABLE "${entity.table}" RENAME TO "${entity.table}_away"`;
  const back = `ALTER TABLE "${entity.table}_away" RENAME TO "${entity.table}"`;
  await sight.exec(away);
  const { path, method, headers, body } = read.request(FAILING);
  const answer = await ask(system.url + path, {
    method,
    body,
    ...(headers ? { headers } : {}),
    signal: context.signal,
  });
  await sight.exec(back);
  const place = `${method} ${path} without its table`;
  if (answer.status < 500) {
    return { findings: [], note: `${place} is answered ${answer.status}` };
  }
  const ids = [
    ...answer.text.matchAll(UUID),
    ...(answer.errorId ?? "").matchAll(UUID),
  ]
    .map(([id]) => id);
  const id = ids.find((id) =>
    lines.some((line) => {
      const { level } = objectIn(line);
      return line.includes(id) && (level === "error" || level === "warn");
    })
  );
  const findings = id === undefined
    ? [unfit(
      place,
      `found ${answer.status} ${
        answer.text.slice(0, 200)
      } and no line of level error with an id that the answer tells`,
    )]
    : [];
  return { findings, note: `${answer.status} is found in the log by its id` };
}

function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

function unfit(place: string, cause: string): FindingDraft {
  return {
    code: "V812",
    place,
    cause,
    nextStep: "log the event with an id, and tell the id in the answer",
  };
}

const CONNECTIONS = 8;
const SECONDS = 1;
/** Far from the numbers that a load has used. */
const FAILING = 50_000_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["/auth/login", { email: "nobody@example.com", password: CANARY }],
  [`/no-such-path?token=${CANARY}`, { password: CANARY }],
];
