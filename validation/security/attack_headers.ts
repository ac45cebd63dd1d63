/**
 * Headers: every kind of answer has what protects browsers, lets no other origin in and tells nothing of the inside.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { DeepContext } from "../deep_part.ts";
import type { HttpAnswer } from "../fuzz/http_exchange.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome } from "../tier.ts";
import {
  type AttackGround,
  isMaker,
  noteOf,
  onGround,
} from "./attack_ground.ts";
import { jsonRequest } from "./json_request.ts";

/** Provokes answers of every kind, and reads them as a browser would. */
export function attackHeaders(context: DeepContext): Promise<CheckOutcome> {
  return onGround(context, "headers", async (ground) => {
    const answers = await answersOf(ground);
    const places = new Map<string, string[]>();
    for (const { what, answer } of answers) {
      for (const cause of complaintsAbout(answer, ground)) {
        places.set(cause, [...places.get(cause) ?? [], what]);
      }
    }
    const findings = [...places].map(([cause, [place = "", ...others]]) => ({
      code: "V501" as const,
      place,
      cause: others.length > 0
        ? `${cause}; ${others.length} other answers, too`
        : cause,
      nextStep:
        "give every answer the headers of kit/http_response.ts and nothing else",
    }));
    const kinds = new Set(answers.map(({ answer }) => answer.status));
    return {
      findings,
      note: [
        noteOf(ground.attempts(), WEAKNESSES),
        `answers of ${[...kinds].sort().join(", ")}`,
        "no answer sets a cookie, so CSRF does not apply",
      ].join("; "),
    };
  });
}

interface SeenAnswer {
  readonly what: string;
  readonly answer: HttpAnswer;
}

async function answersOf(ground: AttackGround): Promise<SeenAnswer[]> {
  const { world, operations, send } = ground;
  const seen: SeenAnswer[] = [];
  const evil = {
    origin: EVIL,
    "access-control-request-method": "PUT",
    "access-control-request-headers": "authorization",
  };
  const see = async (request: Parameters<typeof send>[0]) => {
    const headers = { ...request.headers, ...evil };
    const answer = await send({ ...request, headers });
    seen.push({ what: `${request.method} ${request.target}`, answer });
  };
  for (
    const path of [
      "/health",
      "/health/live",
      "/health/ready",
      "/metrics",
      "/openapi.json",
      "/docs",
      "/no-such-path",
      "/",
    ]
  ) {
    for (const method of ["GET", "HEAD", "OPTIONS", "DELETE"]) {
      await see(jsonRequest(method, path));
    }
  }
  for (const operation of operations) {
    if (operation.isStream) continue;
    const { request } = makeRequest(operation, PLAIN, world);
    // What takes something away would leave the rest of them nothing.
    if (operation.method !== "DELETE") await see(request);
    await see({ ...request, headers: {} });
    await see({ ...request, method: "OPTIONS" });
    if (!request.body) continue;
    const { body: _, ...bare } = request;
    await see({ ...bare, body: new TextEncoder().encode("{") });
    await see({ ...bare, body: new TextEncoder().encode('{"nobody":1}') });
    await see({
      ...request,
      headers: { ...request.headers, "content-type": "text/xml" },
    });
  }
  await seeFailure(ground, see);
  return seen;
}

/** A table that is gone makes a failure of the inside: what is told of it is told to everybody. */
async function seeFailure(
  { sight, operations, world }: AttackGround,
  see: (request: ReturnType<typeof makeRequest>["request"]) => Promise<void>,
): Promise<void> {
  const operation = operations.find((one) =>
    isMaker(one) && !one.path.includes("{")
  );
  const entity = world.words.entity(
    operation && world.words.entityOf(operation),
  );
  if (!sight || !entity || !operation) return;
  const { request } = makeRequest(operation, PLAIN, world);
  await sight.exec(`ALTER TABLE "${entity.table}" RENAME TO "moved_away"`);
  await see(request);
  await sight.exec(`ALTER TABLE "moved_away" RENAME TO "${entity.table}"`);
}

function complaintsAbout(
  answer: HttpAnswer,
  { model, stage }: AttackGround,
): string[] {
  const { headers, status, text, mediaType } = answer;
  const complaints: string[] = [];
  for (const [name, wanted] of WANTED) {
    const found = headers[name];
    if (found !== undefined && wanted.test(found)) continue;
    complaints.push(
      `found ${
        found === undefined ? `no ${name}` : `${name}: ${found}`
      }, wanted ${wanted.source}`,
    );
  }
  for (const name of ["server", "x-powered-by", "set-cookie", "x-runtime"]) {
    if (headers[name] === undefined) continue;
    complaints.push(`found ${name}: ${headers[name]}, wanted none`);
  }
  const allowed = headers["access-control-allow-origin"];
  const origins = model.api?.origins ?? [];
  const isOpen = origins.includes("*") && allowed === "*";
  if (allowed !== undefined && !isOpen && !origins.includes(allowed)) {
    complaints.push(
      `found access-control-allow-origin: ${allowed}, wanted no origin that the blueprint does not name`,
    );
  }
  if (headers["access-control-allow-credentials"] !== undefined) {
    complaints.push("found access-control-allow-credentials, wanted none");
  }
  const inside = INSIDE.find((pattern) => pattern.test(text)) ??
    (text.includes(stage.dir) ? stage.dir : undefined);
  if (inside !== undefined && status >= 400) {
    complaints.push(
      `found what matches ${inside} in an error, wanted nothing of the inside`,
    );
  }
  return mediaType === "text/html"
    ? [...complaints, ...complaintsAboutPage(answer, model)]
    : complaints;
}

/** A page shows as text what the blueprint says, and its policy lets nothing run that it does not name. */
function complaintsAboutPage(
  { text, headers }: HttpAnswer,
  model: AttackGround["model"],
): string[] {
  const policy = headers["content-security-policy"] ?? "";
  const complaints: string[] = [];
  for (const [, tag = "", inner = ""] of text.matchAll(INLINE)) {
    const hash = createHash("sha256").update(inner).digest("base64");
    if (policy.includes(`'sha256-${hash}'`)) continue;
    complaints.push(`found a <${tag}> that the policy does not name`);
  }
  if (/unsafe-(?:inline|eval)/.test(policy)) {
    complaints.push(`found the policy ${policy}, wanted no unsafe- word`);
  }
  for (const told of markupIn(model)) {
    if (!text.includes(told)) continue;
    complaints.push(
      `found ${
        JSON.stringify(told)
      } of the blueprint as markup, wanted it escaped`,
    );
  }
  return complaints;
}

/** Texts of the blueprint that would be markup if they were not escaped. */
function markupIn(value: unknown): string[] {
  if (typeof value === "string") return /<[a-z!/]/i.test(value) ? [value] : [];
  return Object.values(Object(value)).flatMap(markupIn);
}

const EVIL = "https://evil.example";
const WANTED: readonly (readonly [string, RegExp])[] = [
  ["x-content-type-options", /^nosniff$/],
  ["x-frame-options", /^(?:DENY|SAMEORIGIN)$/],
  ["content-security-policy", /default-src 'none'.*frame-ancestors 'none'/],
  ["referrer-policy", /^no-referrer$/],
  ["cross-origin-resource-policy", /^(?:same-origin|same-site|cross-origin)$/],
  ["cache-control", /no-store|no-cache|private/],
];
/** What tells of code, places and the store. */
const INSIDE: readonly RegExp[] = [
  /\bat .{1,80}(?:file:\/\/|\.ts:\d)/,
  /\.ts:\d+:\d+/,
  /(?:Sqlite|Postgres)\w*Error|SQLITE_|no such table|relation ".{1,80}" does not/i,
  /node_modules|deno\.land/,
];
const INLINE = /<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/gi;
const WEAKNESSES = "CWE-79, CWE-209, CWE-942, CWE-1021; OWASP API8:2023";
