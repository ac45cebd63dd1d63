/**
 * Says what is wrong with an answer, given what the document of the API promises.
 *
 * @module
 */
import type { FindingCode } from "../finding_codes.ts";
import type { SchemaCheck } from "./answer_schemas.ts";
import type { ApiContent, ApiOperation } from "./api_document.ts";
import type { HttpAnswer } from "./http_exchange.ts";
import { isFailure } from "./is_failure.ts";

/** What is wrong with an answer, or with what is there after it. */
export interface Flaw {
  readonly code: FindingCode;
  /** What was found and what was wanted. */
  readonly cause: string;
  /** Tells flaws of one operation apart, without what differs from one request to the next. */
  readonly sort: string;
}

/** What answers are judged by. */
export interface JudgeRules {
  /** Tells whether a body fits. */
  readonly fits: SchemaCheck;
  /** Whether errors are problems of RFC 9457. */
  readonly problems: boolean;
  /** Milliseconds an answer may take. */
  readonly limitMs: number;
}

/**
 * Finds the first flaw of an answer; undefined when it is as documented.
 *
 * What was not `isSelected` must be there whole, where the document says that it can be whole or in parts.
 */
export function judgeAnswer(
  operation: ApiOperation,
  answer: HttpAnswer,
  rules: JudgeRules,
  isSelected = false,
): Flaw | undefined {
  const { status } = answer;
  const response = operation.responses.get(status);
  if (isFailure(status, operation) && !(status === 503 && isBusy(answer))) {
    return flaw("V601", status, answer, "an answer below 500");
  }
  if (status === 503) return problemFlaw(answer, rules);
  if (!response) {
    const documented = [...operation.responses.keys()].join(", ");
    return flaw("V602", status, answer, `one of ${documented}`);
  }
  const missing = neededHeaders(status, response.headers, answer).find(
    (name) =>
      answer.headers[name] === undefined &&
      // The tag is that of the whole.
      !(isSelected && name === "etag"),
  );
  if (missing !== undefined) {
    return flaw(
      "V604",
      `${status} ${missing}`,
      answer,
      `the header ${missing}`,
    );
  }
  if (response.contents.size === 0) {
    return answer.text === ""
      ? undefined
      : flaw("V603", `${status} body`, answer, "no body");
  }
  const content = contentFor(answer.mediaType, response.contents);
  if (!content) {
    const types = [...response.contents.keys()].join(" or ");
    const type = answer.mediaType || "no content type";
    return flaw("V603", `${status} ${type}`, answer, types, `${type} in `);
  }
  if (operation.isStream && status === 200) return undefined;
  if (operation.isFile && (status === 200 || status === 206)) {
    if (answer.mediaType !== "application/json") return undefined;
  }
  if (answer.json === undefined) {
    return flaw("V603", `${status} json`, answer, "a body in JSON");
  }
  const wrong = rules.fits(content.pointer, answer.json) ??
    (isSelected ? undefined : partsFlaw(operation, content, { answer, rules }));
  if (wrong !== undefined) {
    const sort = `${status} ${wrong.replace(/\d+/g, "n")}`;
    return flaw("V603", sort, answer, `a body that fits: ${wrong}`);
  }
  return status >= 400 ? problemFlaw(answer, rules) : undefined;
}

/** Of what may be whole or in parts, says what the whole lacks. */
function partsFlaw(
  { method, path }: ApiOperation,
  { schema, pointer }: ApiContent,
  { answer, rules }: {
    readonly answer: HttpAnswer;
    readonly rules: JudgeRules;
  },
): string | undefined {
  const { json } = answer;
  if (Array.isArray(schema.anyOf)) {
    return rules.fits(`${pointer}/anyOf/0`, json);
  }
  const { $ref } = schema;
  const isPage = method === "GET" && !path.includes("{") &&
    typeof $ref === "string" && $ref.endsWith("Page");
  const { items } = Object(json);
  if (!isPage || !Array.isArray(items)) return undefined;
  const whole = `${$ref.slice(1)}/properties/items/items/anyOf/0`;
  return items.map((item) => rules.fits(whole, item))
    .find((wrong) => wrong !== undefined);
}

/** A problem tells the status that it is the answer of. */
function problemFlaw(answer: HttpAnswer, rules: JudgeRules): Flaw | undefined {
  if (!rules.problems) return undefined;
  if (answer.mediaType !== "application/problem+json") {
    const sort = `${answer.status} ${answer.mediaType}`;
    return flaw("V603", sort, answer, "application/problem+json");
  }
  const { status } = Object(answer.json);
  return status === answer.status
    ? undefined
    : flaw("V603", `${answer.status} status`, answer, "its own status in it");
}

/** Only what says when to come back is an answer that everybody may get at any time. */
function isBusy({ headers }: HttpAnswer): boolean {
  return headers["retry-after"] !== undefined;
}

/** Of the documented headers those that are never left out, and those that a status must have. */
function neededHeaders(
  status: number,
  documented: ReadonlySet<string>,
  { headers }: HttpAnswer,
): string[] {
  const isReplay = headers["idempotency-replayed"] !== undefined;
  return [
    ...ALWAYS.filter((name) => documented.has(name) && !isReplay),
    ...BY_STATUS[status] ?? [],
  ];
}

function contentFor(
  type: string,
  contents: ReadonlyMap<string, ApiContent>,
): ApiContent | undefined {
  const [family] = type.split("/");
  return contents.get(type) ?? contents.get(`${family}/*`) ??
    contents.get("*/*");
}

function flaw(
  code: FindingCode,
  sort: string | number,
  answer: HttpAnswer,
  wanted: string,
  detail = "",
): Flaw {
  const { status, text } = answer;
  const body = text === "" ? "" : ` ${text.slice(0, 300)}`;
  return {
    code,
    sort: String(sort),
    cause: `found ${detail}${status}${body}, wanted ${wanted}`,
  };
}

const ALWAYS: readonly string[] = ["location", "etag"];
const BY_STATUS: Readonly<Record<number, readonly string[]>> = {
  401: ["www-authenticate"],
  405: ["allow"],
  429: ["retry-after"],
};
