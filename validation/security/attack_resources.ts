/**
 * Resources: no request takes more than its share of memory or time, and the system goes on serving.
 *
 * @module
 */
import { gzipSync } from "node:zlib";
import type { DeepContext } from "../deep_part.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import { type HttpRequest, NoAnswer } from "../fuzz/http_exchange.ts";
import { isFailure } from "../fuzz/is_failure.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { type AttackGround, noteOf, onGround } from "./attack_ground.ts";
import { adversarialTexts } from "./adversarial_texts.ts";
import { slowBody } from "./slow_body.ts";
import { stringPlaces, withValueAt } from "./string_places.ts";

/** Sends what is too large, too deep, too slow or too clever. */
export function attackResources(context: DeepContext): Promise<CheckOutcome> {
  const hasBody = context.model.entities.some(({ operations }) =>
    operations.includes("create")
  );
  if (!hasBody) {
    const notApplicable = "no operation makes something of a body";
    return Promise.resolve({ notApplicable });
  }
  return onGround(context, "resources", async (ground) => {
    const operations = ground.operations.filter((one) =>
      takesBody(one) && ground.open.has(one.id)
    );
    if (operations.length === 0) {
      return { notRun: "nobody could be found who may send a body" };
    }
    const findings: FindingDraft[] = [];
    const [first] = operations;
    // It takes as long as the system waits, so the rest is done meanwhile.
    const slow = first ? slowBody(ground, plain(ground, first)) : undefined;
    for (const operation of operations) {
      for (const attempt of attemptsOn(ground, operation)) {
        const finding = await complaintAbout(ground, operation, attempt);
        if (finding) findings.push(finding);
        // Whoever hangs answers nothing else: there is nothing more to be learnt.
        if (finding?.cause.startsWith(NO_ANSWER)) return { findings };
      }
    }
    const late = await slow;
    if (late !== undefined && late !== 408) {
      findings.push(found(
        first,
        `found ${late} for a body that does not come, wanted 408 within 30 s`,
      ));
    }
    const alive = await ground.send({
      method: "GET",
      target: "/health/live",
      headers: {},
    });
    if (alive.status !== 200) {
      findings.push(found(undefined, `found ${alive.status} afterwards`));
    }
    return {
      findings,
      note: [
        noteOf(ground.attempts() + 1, WEAKNESSES),
        `${operations.length} operations with a body`,
      ].join("; "),
    };
  });
}

interface Attempt {
  readonly what: string;
  readonly request: HttpRequest;
  /** The status that it must have; any refusal or success otherwise. */
  readonly status?: number;
}

function* attemptsOn(
  ground: AttackGround,
  operation: ApiOperation,
): Generator<Attempt> {
  const request = plain(ground, operation);
  const { sent } = makeRequest(operation, PLAIN, ground.world);
  const withBody = (text: string | Uint8Array<ArrayBuffer>) => ({
    ...request,
    body: typeof text === "string" ? new TextEncoder().encode(text) : text,
  });
  yield {
    what: "a body of 3 MiB",
    request: withBody(`{"a":"${"a".repeat(3 * 2 ** 20)}"}`),
    status: 413,
  };
  yield {
    what: "a compressed body of 20 MiB",
    request: {
      ...withBody(new Uint8Array(gzipSync(new Uint8Array(20 * 2 ** 20)))),
      headers: { ...request.headers, "content-encoding": "gzip" },
    },
    status: 415,
  };
  for (const depth of [200, 20_000]) {
    yield {
      what: `a body ${depth} levels deep`,
      request: withBody(`{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`),
    };
    yield {
      what: `an object ${depth} levels deep`,
      request: withBody(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`),
    };
  }
  for (const number of ["1e400", "-1e400", "9".repeat(5000), "1e-400"]) {
    for (const name of Object.keys(Object(sent))) {
      yield {
        what: `${number.slice(0, 10)} as ${name}`,
        request: withBody(
          JSON.stringify({ ...Object(sent), [name]: "NUMBER" })
            .replace('"NUMBER"', number),
        ),
      };
    }
  }
  yield {
    what: "2,000 members",
    request: withBody(
      JSON.stringify(
        Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [at, at])),
      ),
    ),
  };
  const [path = ""] = request.target.split("?");
  yield {
    what: "a query of 8,000 characters",
    request: { ...request, target: `${path}?q=${"a".repeat(8000)}` },
  };
  yield {
    what: "300 parameters",
    request: { ...request, target: `${path}?${"a=1&".repeat(300)}` },
  };
  yield {
    what: "60 more headers",
    request: {
      ...request,
      headers: {
        ...request.headers,
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, at) => [`x-more-${at}`, "a"]),
        ),
      },
    },
  };
  for (const place of stringPlaces(sent)) {
    const field = ground.world.words.field(operation, place.at(-1) ?? "");
    for (const text of adversarialTexts(field)) {
      yield {
        what: `${text.length} characters as ${place.join(".")}`,
        request: withBody(JSON.stringify(withValueAt(sent, place, text))),
      };
    }
  }
}

async function complaintAbout(
  { send }: AttackGround,
  operation: ApiOperation,
  { what, request, status: wanted }: Attempt,
): Promise<FindingDraft | undefined> {
  try {
    const { status, ms } = await send(request);
    if (ms > MOST_MS) {
      return found(
        operation,
        `found ${what} answered after ${ms.toFixed()} ms`,
      );
    }
    if (
      isFailure(status, operation) || wanted !== undefined && status !== wanted
    ) {
      return found(
        operation,
        `found ${status} for ${what}, wanted ${wanted ?? "a refusal"}`,
      );
    }
  } catch (error) {
    // Who refuses a body before it is there may close the connection.
    if (!(error instanceof NoAnswer)) throw error;
    if (error.late) return found(operation, `${NO_ANSWER} ${what}`);
  }
  return undefined;
}

function found(
  operation: ApiOperation | undefined,
  cause: string,
): FindingDraft {
  return {
    code: "V509",
    place: operation ? `${operation.method} ${operation.path}` : "the system",
    cause,
    nextStep: "limit size, depth and time before a body is worked on",
  };
}

function plain(
  { world }: AttackGround,
  operation: ApiOperation,
): HttpRequest {
  return makeRequest(operation, PLAIN, world).request;
}

/** Signing in is left out: its own limit would answer. */
function takesBody({ body, isFile, tag }: ApiOperation): boolean {
  return body !== undefined && !isFile && tag !== "auth" && tag !== "account";
}

const NO_ANSWER = "found no answer to";
/** So much later is an answer on any machine, unless it has more to do than anybody asked. */
const MOST_MS = 5000;
const WEAKNESSES = "CWE-400, CWE-409, CWE-770, CWE-1333; OWASP API4:2023";
