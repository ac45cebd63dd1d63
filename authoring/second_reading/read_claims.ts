/**
 * Reads what a model answered to a second reading.
 *
 * @module
 */
import {
  type Claim,
  type ClaimStep,
  type Expectation,
  isScalar,
  type NamedText,
  RELATIONS,
  type UnreadableClaim,
} from "./claim.ts";

/**
 * Reads the answer of a model; undefined when it holds no list of claims. Members that are missing count as empty, because
 * small models leave out what they have nothing to say about; a member of another type is a fault.
 */
export function readClaims(
  value: unknown,
): readonly (Claim | UnreadableClaim)[] | undefined {
  const { claims } = Object(value);
  return Array.isArray(claims) ? claims.map(readClaim) : undefined;
}

function readClaim(value: unknown): Claim | UnreadableClaim {
  const { quote, shows, steps } = Object(value);
  const words = {
    quote: typeof quote === "string" ? quote : "",
    shows: typeof shows === "string" ? shows : "",
  };
  try {
    return {
      ...words,
      steps: listIn(steps, "steps").map((step, i) => {
        try {
          return readStep(step);
        } catch (error) {
          if (!(error instanceof Misread)) throw error;
          throw new Misread(`step ${i + 1}: ${error.message}`);
        }
      }),
    };
  } catch (error) {
    if (!(error instanceof Misread)) throw error;
    return { ...words, fault: error.message };
  }
}

function readStep(value: unknown): ClaimStep {
  const step = Object(value);
  const { purpose, status } = step;
  if (purpose !== "prepare" && purpose !== "check") {
    throw new Misread('"purpose" is neither "prepare" nor "check"');
  }
  if (!Number.isInteger(status)) {
    throw new Misread('"status" is no whole number');
  }
  return {
    purpose,
    status,
    as: textIn(step.as, "as"),
    method: textIn(step.method, "method").toUpperCase(),
    path: textIn(step.path, "path"),
    params: namedIn(step.params, "params"),
    query: namedIn(step.query, "query"),
    headers: namedIn(step.headers, "headers"),
    body: bodyIn(step.body),
    expect: listIn(step.expect, "expect").map(readExpectation),
    save: listIn(step.save, "save").map((one) => ({
      name: textIn(Object(one).name, "save.name"),
      member: textIn(Object(one).member, "save.member"),
    })),
  };
}

function readExpectation(value: unknown): Expectation {
  const { member, is, value: wanted = null } = Object(value);
  const relation = RELATIONS.find((one) => one === is);
  if (!relation) {
    throw new Misread(`"is" is none of ${RELATIONS.join(", ")}`);
  }
  if (!isScalar(wanted)) {
    throw new Misread('"value" is no text, number, true, false or null');
  }
  return {
    member: textIn(member, "expect.member"),
    is: relation,
    value: wanted,
  };
}

/** A body is JSON in a text, as strict schemas have no free objects; one that is no text is taken as it is. */
function bodyIn(body: unknown): unknown {
  if (body === null || body === undefined || body === "") return undefined;
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    throw new Misread('"body" is a text that is no JSON');
  }
}

/** Also takes an object, the form in which small models write it. */
function namedIn(value: unknown, name: string): NamedText[] {
  const isObject = typeof value === "object" && value !== null &&
    !Array.isArray(value);
  const pairs: readonly unknown[] = isObject
    ? Object.entries(value).map(([name, value]) => ({ name, value }))
    : listIn(value, name);
  return pairs.map((pair) => {
    const { name: key, value } = Object(pair);
    const text = typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : value;
    return {
      name: textIn(key, `${name}.name`),
      value: textIn(text, `${name}.value`),
    };
  });
}

function listIn(value: unknown, name: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Misread(`"${name}" is no list`);
  return value;
}

function textIn(value: unknown, name: string): string {
  if (typeof value !== "string") throw new Misread(`"${name}" is no text`);
  return value;
}

/** What stands in an answer is not what was asked for. */
class Misread extends Error {
  override readonly name = "Misread";
}
