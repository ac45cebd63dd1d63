/**
 * Checks a claim before its test is run: its words must be the request's, its test within what the system offers.
 *
 * @module
 */
import { quoted } from "../../generator/blueprint/quoted.ts";
import type { ApiOperation } from "../../validation/fuzz/api_document.ts";
import type { Claim, ClaimStep, NamedText } from "./claim.ts";
import { isSavedName, namesIn } from "./saved_values.ts";

/** What claims are held to. */
export interface ClaimGround {
  /** The text that they quote. */
  readonly request: string;
  /** The operations of the system. */
  readonly operations: readonly ApiOperation[];
  /** Who may send requests. */
  readonly actors: readonly string[];
  /** Values that are known before the first step. */
  readonly known: readonly string[];
}

/** A step with the operation that it is a request of. */
export interface CheckedStep extends ClaimStep {
  readonly operation: ApiOperation;
  /** The media type of what is sent; missing where nothing is. */
  readonly mediaType?: string;
}

/** A claim whose test can be run. */
export interface CheckedClaim extends Claim {
  readonly steps: readonly CheckedStep[];
}

/** Requests that a test may have. */
export const MOST_STEPS = 12;

/** Checks a claim; returns what is wrong with it where it cannot be run. */
export function checkClaim(
  claim: Claim,
  ground: ClaimGround,
): CheckedClaim | string {
  const words = normal(claim.quote);
  if (words.length < SHORTEST_QUOTE) {
    return `it quotes fewer than ${SHORTEST_QUOTE} characters of the request`;
  }
  if (!normal(ground.request).includes(words)) {
    return "its quote does not occur in the request";
  }
  const { steps } = claim;
  if (steps.length === 0) return "it has no test";
  if (steps.length > MOST_STEPS) {
    return `its test has ${steps.length} steps, at most ${MOST_STEPS} are run`;
  }
  if (steps.every(({ purpose }) => purpose === "prepare")) {
    return 'no step of its test is a "check"';
  }
  const names = new Set(ground.known);
  const checked: CheckedStep[] = [];
  for (const [i, step] of steps.entries()) {
    const one = checkStep(step, names, ground);
    if (typeof one === "string") return `step ${i + 1}: ${one}`;
    checked.push(one);
    for (const { name } of step.save) names.add(name);
  }
  return { ...claim, steps: checked };
}

/** Makes texts comparable: spaces, quotation marks and dashes as they are typed. */
export function normal(text: string): string {
  return text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, "-").replace(/\s+/g, " ").trim();
}

function checkStep(
  step: ClaimStep,
  names: ReadonlySet<string>,
  ground: ClaimGround,
): CheckedStep | string {
  const operation = ground.operations.find(({ method, path }) =>
    method === step.method && path === step.path
  );
  if (!operation) {
    return `the OpenAPI document has no ${
      quoted(`${step.method} ${step.path}`)
    }; paths are written as there, with their places in braces`;
  }
  if (operation.isStream) return "its answer never ends";
  if (operation.isFile) return "it is about a file, and tests send JSON";
  if (!ground.actors.includes(step.as)) {
    return `there is nobody called ${quoted(step.as)}, only ${
      ground.actors.join(", ")
    }`;
  }
  const mediaType = JSON_TYPES.find((type) => operation.body?.has(type));
  if (step.body !== undefined && mediaType === undefined) {
    return "this operation takes no JSON";
  }
  if ((JSON.stringify(step.body) ?? "").length > LONGEST_BODY) {
    return `its body has more than ${LONGEST_BODY} characters`;
  }
  const fault = placesFault(step) ?? headersFault(step, operation) ??
    namesFault(step, names) ?? statusFault(step);
  if (fault !== undefined) return fault;
  return {
    ...step,
    operation,
    ...(step.body === undefined || mediaType === undefined
      ? {}
      : { mediaType }),
  };
}

function placesFault({ path, params }: ClaimStep): string | undefined {
  const wanted = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) =>
    name
  );
  const given = params.map(({ name }) => name);
  const isSame = wanted.length === given.length &&
    wanted.every((name) => given.includes(name));
  return isSame
    ? undefined
    : `found "params" for ${
      given.map(quoted).join(", ") || "nothing"
    }, wanted ${wanted.join(", ") || "none"}`;
}

function headersFault(
  { headers }: ClaimStep,
  { parameters }: ApiOperation,
): string | undefined {
  const known = parameters.filter((one) => one.in === "header")
    .map(({ name }) => name);
  const strange = headers.find(({ name }) =>
    !known.some((one) => one.toLowerCase() === name.toLowerCase())
  );
  if (strange) {
    return `found the header ${quoted(strange.name)}, wanted ${
      known.length === 0 ? "none" : `one of ${known.join(", ")}`
    }`;
  }
  const broken = headers.find(({ value }) => !/^[\x20-\x7e]*$/.test(value));
  return broken && `the header ${broken.name} is no plain text`;
}

/** Every `$name` must be there, and what is kept must have a name and be one value. */
function namesFault(
  { params, query, headers, body, expect, save }: ClaimStep,
  names: ReadonlySet<string>,
): string | undefined {
  const texts = (list: readonly NamedText[]) => list.map(({ value }) => value);
  const unknown = namesIn([
    ...texts(params),
    ...texts(query),
    ...texts(headers),
    body,
    ...expect.map(({ value }) => value),
  ]).find((name) => !names.has(name));
  if (unknown !== undefined) {
    return `nothing was saved as ${quoted(`$${unknown}`)} before`;
  }
  for (const { name, member } of save) {
    if (!isSavedName(name)) {
      return `${quoted(name)} is no name to save under: letters and digits`;
    }
    if (member.split(".").includes("*")) {
      return `"save" takes one value, and ${quoted(member)} is many`;
    }
  }
  return undefined;
}

function statusFault({ status, expect }: ClaimStep): string | undefined {
  if (status < 200 || status > 599) {
    return `found "status" ${status}, wanted 200 to 599`;
  }
  const strange = expect.find(({ is, value }) =>
    is === "length" && !Number.isInteger(value) && !namesIn(value).length
  );
  return strange && '"length" is compared with a whole number';
}

const JSON_TYPES = ["application/json", "application/merge-patch+json"];
const LONGEST_BODY = 20_000;
/** Shorter quotes occur in every text. */
const SHORTEST_QUOTE = 8;
