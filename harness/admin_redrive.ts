import { causePreview } from "./data_preview.ts";
import type { NumberedLetters } from "./numbered_letters.ts";
import { problemResponse } from "./problem_response.ts";
import type { SystemExecutionHarness } from "./system_execution_harness.ts";

/**
 * Answers a request to send dead letters again, one by `{"id":"7"}` or every one by `{"all":true}`, with
 * how many were `accepted`, of how many that were `found`, how many are `kept` now, and, when one was not
 * accepted, `why`.
 */
export async function redriveRequested(
  request: Request,
  harness: SystemExecutionHarness,
  numbers: NumberedLetters,
): Promise<Response> {
  const wanted = await readWanted(request);
  if (wanted instanceof Response) return wanted;
  if (harness.state !== "running") {
    return problemResponse(
      409,
      `Cannot send dead letters again: found the system ${harness.state}, wanted it running`,
    );
  }
  const all = harness.deadLetters;
  const one = "id" in wanted ? numbers.find(all, wanted.id) : undefined;
  if ("id" in wanted && one === undefined) {
    return problemResponse(404, `Cannot find dead letter "${wanted.id}"`);
  }
  const letters = one ? [one] : all;
  const { accepted, refused: [refused] } = await harness.redrive(letters);
  const kept = harness.deadLetters.length;
  const why = refused && causePreview(refused.cause, WHY_LENGTH);
  return Response.json({ accepted, found: letters.length, kept, why });
}

type Wanted = { readonly id: string } | { readonly all: true };

async function readWanted(request: Request): Promise<Wanted | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    return problemResponse(
      415,
      `Cannot read the request: found content-type "${type}", wanted "application/json"`,
    );
  }
  const text = await readText(request);
  if (text === undefined) {
    return problemResponse(
      413,
      `Cannot read the request: wanted at most ${LONGEST} bytes`,
    );
  }
  return parseWanted(text) ?? problemResponse(
    400,
    'Cannot read the request: wanted {"id":"…"} with the id of a dead letter, or {"all":true}',
  );
}

/** Returns the body, or undefined as soon as it is too long. */
async function readText(request: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > LONGEST) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseWanted(text: string): Wanted | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof body !== "object" || body === null) return undefined;
  const { id, all } = body as { readonly id?: unknown; readonly all?: unknown };
  if (typeof id === "string" && all === undefined) return { id };
  return all === true && id === undefined ? { all } : undefined;
}

const LONGEST = 1024;
const WHY_LENGTH = 200;
