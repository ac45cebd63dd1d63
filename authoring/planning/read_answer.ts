/**
 * Reads a language model's answer to a request: has it the form that was asked for?
 *
 * What the blueprint in it says is for the reader of blueprints.
 *
 * @module
 */
import { quoted, visible } from "../../generator/blueprint/quoted.ts";
import type { ModelReply } from "../language_model.ts";

/** What a model says became of a sentence; no more than a claim until it is compared with the blueprint. */
export interface SentenceClaim {
  /** The sentence's number, from 1. */
  readonly sentence: number;
  /** Where in the blueprint it stands. */
  readonly paths: readonly string[];
  /** The parts that the blueprint does not say, word for word. */
  readonly missing: readonly string[];
  /** Why. */
  readonly note?: string;
}

/** An answer in the right form. */
export interface ReadAnswer {
  /** The blueprint as JSON on lines of its own, so that what is found in it has a place. */
  readonly text: string;
  /** The claims, in order. */
  readonly claims: readonly SentenceClaim[];
}

/** Reads an answer; a text says what is wrong with its form. */
export function readAnswer(reply: ModelReply): ReadAnswer | string {
  if (reply.finish === "truncated") {
    return "Cannot read the answer: found its end missing, as it took more tokens than it may; leave out what can be left out";
  }
  const { value } = reply;
  if (!isObject(value)) {
    return `Cannot read the answer: found ${
      quotedStart(reply.text)
    }, wanted one JSON object with "blueprint" and "sentences"`;
  }
  const { blueprint, sentences, ...others } = value;
  const [other] = Object.keys(others);
  if (other !== undefined) return wrong(other, "a key", "no other key");
  if (!isObject(blueprint)) return wrong("blueprint", blueprint, "an object");
  if (typeof blueprint["system"] !== "string") {
    return wrong("blueprint.system", blueprint["system"], "a name");
  }
  if (!Array.isArray(sentences)) return wrong("sentences", sentences, "a list");
  for (const key of UNPLANNED) {
    if (Object.hasOwn(blueprint, key)) {
      return wrong(`blueprint.${key}`, blueprint[key], "nothing there");
    }
  }
  const claims: SentenceClaim[] = [];
  for (const [index, item] of sentences.entries()) {
    const claim = readClaim(item, `sentences[${index}]`);
    if (typeof claim === "string") return claim;
    claims.push(claim);
  }
  return { text: JSON.stringify(blueprint, null, 2), claims };
}

function readClaim(item: unknown, at: string): SentenceClaim | string {
  if (!isObject(item)) return wrong(at, item, "an object");
  const { sentence, paths, missing = [], note, ...others } = item;
  const [other] = Object.keys(others);
  if (other !== undefined) return wrong(`${at}.${other}`, "a key", "none");
  if (typeof sentence !== "number" || !Number.isSafeInteger(sentence)) {
    return wrong(`${at}.sentence`, sentence, "the number of a sentence");
  }
  if (!isTexts(paths)) return wrong(`${at}.paths`, paths, "a list of texts");
  if (!isTexts(missing)) {
    return wrong(`${at}.missing`, missing, "a list of texts");
  }
  if (note !== undefined && note !== null && typeof note !== "string") {
    return wrong(`${at}.note`, note, "a text");
  }
  const said = visible(note ?? "").trim().slice(0, MAX_NOTE);
  return { sentence, paths, missing, ...(said === "" ? {} : { note: said }) };
}

function wrong(at: string, found: unknown, wanted: string): string {
  return `Cannot read "${visible(at)}" of the answer: found ${
    kindOf(found)
  }, wanted ${wanted}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return quotedStart(String(value));
}

function quotedStart(text: string): string {
  const start = text.trim();
  return start === "" ? "nothing" : quoted(start);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) &&
    value.every((one) => typeof one === "string");
}

/** Requirements are made of the sentences; of wiring, a request in plain words says nothing. */
const UNPLANNED: readonly string[] = ["components", "requirements"];

const MAX_NOTE = 300;
