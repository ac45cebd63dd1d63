/**
 * Injection: a text stays a text, whatever it looks like, wherever it is put.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import {
  type HttpAnswer,
  type HttpRequest,
  NoAnswer,
} from "../fuzz/http_exchange.ts";
import { isFailure } from "../fuzz/is_failure.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { HOSTILE_TEXTS, type HostileText, MARK } from "./hostile_texts.ts";
import { tablesOf } from "./store_state.ts";
import { stringPlaces, withValueAt } from "./string_places.ts";

/** Puts hostile texts into every place of every operation. */
export function attackInjection(context: DeepContext): Promise<CheckOutcome> {
  return onGround(context, "injection", async (ground) => {
    const before = await tablesOf(ground);
    const findings: FindingDraft[] = [];
    for (const operation of ground.operations) {
      if (operation.isStream) continue;
      findings.push(...await attackOperation(ground, operation));
    }
    findings.push(...await attackPrototype(ground));
    findings.push(...logComplaints(ground));
    const after = await tablesOf(ground);
    for (const [table, count] of before) {
      const left = after.get(table);
      if (left !== undefined && (left > 0 || count === 0)) continue;
      findings.push(
        finding(
          table,
          `found ${left === undefined ? "the table gone" : "the table empty"}`,
        ),
      );
    }
    return { findings, note: noteOf(ground.attempts(), WEAKNESSES) };
  });
}

async function attackOperation(
  ground: AttackGround,
  operation: ApiOperation,
): Promise<FindingDraft[]> {
  const findings: FindingDraft[] = [];
  const known = new Set<string>();
  for (const { place, hostile, request } of attemptsOn(ground, operation)) {
    const cause = await causeOf(ground, operation, { request, hostile });
    // One of a kind in a place shows what the others would.
    if (cause === undefined || known.has(`${place} ${cause}`)) continue;
    known.add(`${place} ${cause}`);
    findings.push(
      finding(
        `${operation.method} ${operation.path}`,
        `${cause} with ${JSON.stringify(hostile.text)} as ${place}`,
      ),
    );
  }
  return findings;
}

interface Attempt {
  readonly place: string;
  readonly hostile: HostileText;
  readonly request: HttpRequest;
}

function* attemptsOn(
  { world }: AttackGround,
  operation: ApiOperation,
): Generator<Attempt> {
  const table = world.words.entity(world.words.entityOf(operation))?.table;
  // Signing in and registering are counted: few attempts, then a wall.
  const isCounted = operation.tag === "auth" || operation.tag === "account";
  const texts = isCounted && operation.method !== "GET"
    ? HOSTILE_TEXTS.filter(({ kind }) => kind === "SQL").slice(2, 4)
    : HOSTILE_TEXTS;
  for (const one of texts) {
    const text = one.text.replaceAll("{table}", table ?? "users");
    const hostile = { ...one, text };
    const { request, sent } = makeRequest(operation, PLAIN, world);
    const [path = "", query = ""] = request.target.split("?");
    for (const parameter of operation.parameters) {
      const { name } = parameter;
      if (parameter.in === "query") {
        const target = `${path}?${query === "" ? "" : `${query}&`}${
          encodeURIComponent(name)
        }=${encodeURIComponent(text)}`;
        yield {
          place: `the parameter ${name}`,
          hostile,
          request: { ...request, target },
        };
      }
      if (parameter.in === "header") {
        const value = [...text].map((char) => char < " " ? " " : char).join("");
        yield {
          place: `the header ${name}`,
          hostile,
          request: {
            ...request,
            headers: { ...request.headers, [name.toLowerCase()]: value },
          },
        };
      }
    }
    if (operation.path.includes("{")) {
      const target = operation.path.replaceAll(
        /\{[^}]+\}/g,
        encodeURIComponent(text),
      );
      yield { place: "the path", hostile, request: { ...request, target } };
    }
    if (sent === undefined) continue;
    for (const place of stringPlaces(sent)) {
      const body = JSON.stringify(withValueAt(sent, place, text));
      yield {
        place: place.join("."),
        hostile,
        request: { ...request, body: new TextEncoder().encode(body) },
      };
    }
  }
}

async function causeOf(
  { send }: AttackGround,
  operation: ApiOperation,
  { request, hostile: { shows, kind } }: {
    readonly request: HttpRequest;
    readonly hostile: HostileText;
  },
): Promise<string | undefined> {
  let answer: HttpAnswer;
  try {
    answer = await send(request);
  } catch (error) {
    if (error instanceof NoAnswer) return `found no answer (${error.message})`;
    throw error;
  }
  const { status, headers, text, mediaType } = answer;
  if (isFailure(status, operation)) return `found ${status}`;
  if (Object.hasOwn(headers, MARK)) return `found the header ${MARK}`;
  if (kind === "markup" && mediaType === "text/html") {
    return "found a page made of it";
  }
  return shows?.test(text) === true ? `found ${shows.source}` : undefined;
}

/** A member with the name of a prototype must not become one, and what it holds is no member of the body. */
async function attackPrototype(
  { world, operations, send }: AttackGround,
): Promise<FindingDraft[]> {
  const findings: FindingDraft[] = [];
  for (const operation of operations) {
    if (!operation.body || operation.isFile || operation.tag === "auth") {
      continue;
    }
    const { request, sent } = makeRequest(operation, PLAIN, world);
    for (const { member, left } of pollutionsOf(sent)) {
      const text = JSON.stringify(left);
      const polluted = text === "{}"
        ? `{${member}}`
        : `{${member},${text.slice(1)}`;
      const answer = await send({
        ...request,
        body: new TextEncoder().encode(polluted),
      });
      const { status } = answer;
      const isTaken = status < 300 && answer.text.includes(POLLUTED);
      if (!isFailure(status, operation) && !isTaken) continue;
      findings.push(
        finding(
          `${operation.method} ${operation.path}`,
          `found ${
            isTaken ? "its value taken" : status
          } with the member ${member}`,
        ),
      );
    }
  }
  const seen = await send({ method: "GET", target: "/health", headers: {} });
  if (seen.text.includes(POLLUTED)) {
    findings.push(finding("GET /health", "found a polluted prototype"));
  }
  return findings;
}

/** Bodies with such a member: beside all that belongs there, and instead of each text. */
function* pollutionsOf(
  sent: unknown,
): Generator<{ readonly member: string; readonly left: object }> {
  const body: object = Object(sent);
  for (const member of POLLUTIONS) yield { member, left: body };
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== "string") continue;
    const { [name]: _, ...left } = body as Record<string, unknown>;
    const held = JSON.stringify({ [name]: POLLUTED });
    yield { member: `"__proto__":${held}`, left };
  }
}

/** No text begins a line of the log. */
function logComplaints({ lines }: AttackGround): FindingDraft[] {
  const begun = lines.find((line) =>
    line.includes("\u001b") || line.startsWith(`{"event":"${MARK}"`) ||
    line.startsWith(MARK)
  );
  return begun === undefined ? [] : [
    finding("the log", `found the line ${JSON.stringify(begun.slice(0, 120))}`),
  ];
}

function finding(place: string, found: string): FindingDraft {
  return {
    code: "V506",
    place,
    cause: `${found}, wanted a text to stay a text`,
    nextStep:
      "pass values as parameters, and check them before they become anything else",
  };
}

const POLLUTED = "polluted";
const POLLUTIONS: readonly string[] = [
  '"__proto__":{"polluted":"polluted","status":"polluted"}',
  '"constructor":{"prototype":{"polluted":"polluted"}}',
  '"toString":"polluted","hasOwnProperty":1',
];
const WEAKNESSES =
  "CWE-89, CWE-93, CWE-113, CWE-117, CWE-94, CWE-22, CWE-1321; OWASP API8:2023";
