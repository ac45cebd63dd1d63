/**
 * Errors as lists of messages by what each is about, in the words that frameworks for the web have long used for them.
 *
 * @module
 */
import { type Problem, unauthorized } from "./problem.ts";

/**
 * Tells a problem as `{ "errors": { "title": ["can't be blank"], "body": ["title can't be blank"] } }`; the status and all
 * other headers stay. What is about the whole request is in `body` alone; a field of that name has its messages there
 * first.
 */
export async function fieldsResponse(response: Response): Promise<Response> {
  const type = response.headers.get("content-type");
  if (type !== "application/problem+json") return response;
  const problem: Problem = await response.json();
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/json");
  const isInvalid = headers.get("www-authenticate")?.includes("invalid_token");
  const errors = errorsOf(problem, isInvalid === true);
  return new Response(JSON.stringify({ errors }), {
    status: response.status,
    headers,
  });
}

function errorsOf(
  problem: Problem,
  isInvalid: boolean,
): Readonly<Record<string, readonly string[]>> {
  const { errors = [], detail, title } = problem;
  const [subject, word] = subjectOf(problem, isInvalid) ?? [];
  // A name from a request may be one that objects have by themselves.
  const byName = new Map<string, string[]>();
  const all: string[] = [];
  const tell = (name: string, message: string) =>
    byName.set(name, [...byName.get(name) ?? [], message]);
  if (subject !== undefined && word !== undefined) tell(subject, word);
  if (errors.length === 0) all.push(detail ?? title);
  for (const { path, message } of errors) {
    const told = inCommonWords(message);
    if (path !== "") tell(path, told);
    if (path !== BODY) all.push(path === "" ? told : `${path} ${told}`);
  }
  byName.set(BODY, [...byName.get(BODY) ?? [], ...all]);
  return Object.fromEntries(byName);
}

/** What a problem without errors of its own is about, and what is wrong with that. */
function subjectOf(
  { status, detail = "" }: Problem,
  isInvalid: boolean,
): readonly [string, string] | undefined {
  switch (status) {
    case 401:
      return detail.endsWith(WRONG_PASSWORD)
        ? ["credentials", "invalid"]
        : detail === unauthorized().detail
        ? ["token", isInvalid ? "is invalid" : "is missing"]
        : undefined;
    case 403:
      return named(
        /^You may not change this (.+)\.$/.exec(detail),
        "forbidden",
      );
    case 404:
      return named(/^No such (.+)\.$/.exec(detail), "not found");
  }
}

function named(
  match: RegExpExecArray | null,
  word: string,
): readonly [string, string] | undefined {
  const [, what] = match ?? [];
  return what === undefined ? undefined : [
    what.replace(/ (.)/g, (_, letter: string) => letter.toUpperCase()),
    word,
  ];
}

function inCommonWords(message: string): string {
  return BLANK.has(message)
    ? "can't be blank"
    : message.replace(/^is already taken/, "has already been taken");
}

const BODY = "body";
const WRONG_PASSWORD = "or the password is wrong.";
const BLANK: ReadonlySet<string> = new Set([
  "is required",
  "must not be blank",
  "must not be empty",
]);
