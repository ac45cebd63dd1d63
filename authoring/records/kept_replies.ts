/**
 * What a language model has answered, as it is kept in a generated project: the same question need not be asked again.
 *
 * @module
 */
import { sha256 } from "../../generator/output/manifest.ts";
import type {
  ModelReply,
  ModelRequest,
  TokenUsage,
} from "../language_model.ts";

/** The form of a file of replies. */
export const REPLIES_SCHEMA = "autocoder/replies/v1";

/** The folder that holds them, in an output. Nothing that runs there reads it. */
export const REPLIES_FOLDER = ".autocoder/model";

/** The files in it: of the plan, of units that nobody has looked at yet, of the second reading. */
export const REPLIES_FILES = {
  plan: "plan.json",
  units: "units.json",
  secondReading: "second_reading.json",
} as const;

/** A reply, by the hash of all that it depends on. No time stands in it: the same answers are the same bytes. */
export interface KeptReply {
  /** SHA-256 of the model's name and of the whole question, hexadecimal. */
  readonly key: string;
  /** SHA-256 of the text, hexadecimal: what was changed since is not taken for the model's. */
  readonly sha256: string;
  /** How it ended. */
  readonly finish: ModelReply["finish"];
  /** Tokens that it took when it was asked for. */
  readonly tokens: TokenUsage;
  /** What the model said. */
  readonly text: string;
}

/** Replies of a model, in the order in which they were used. */
export interface KeptReplies {
  /** Their form. */
  readonly schema: typeof REPLIES_SCHEMA;
  /** The provider and the model. */
  readonly model: string;
  /** The replies. */
  readonly replies: readonly KeptReply[];
}

/** A file of replies cannot be used; the message says what to do. */
export class DamagedRecord extends Error {
  /** The name of the error. */
  override readonly name = "DamagedRecord";
}

/** Hashes all that a reply depends on: who is asked, and each part of the question. */
export async function replyKey(
  model: string,
  { system, shared = "", turns, schema, maxOutputTokens }: ModelRequest,
): Promise<string> {
  const said = turns.map(({ role, text }) => [role, text]);
  return await sha256(JSON.stringify([
    KEY_VERSION,
    model,
    system,
    shared,
    said,
    schema ? [schema.name, schema.schema] : null,
    maxOutputTokens,
  ]));
}

/** Writes replies as they are kept. */
export function repliesText(replies: KeptReplies): string {
  return JSON.stringify(replies, null, 2) + "\n";
}

/**
 * Reads a file of replies; undefined where there is none. To leave a broken one out in silence would mean to pay again.
 *
 * @param path The file
 * @param shown Its path as messages name it
 * @throws {DamagedRecord} when it holds something else, or a text that was changed.
 */
export async function readReplies(
  path: string,
  shown: string,
): Promise<KeptReplies | undefined> {
  const text = await textAt(path, shown);
  if (text === undefined) return undefined;
  const value = valueOf(text);
  if (!isReplies(value)) throw damaged(shown, "no record of a model's replies");
  for (const [index, reply] of value.replies.entries()) {
    if (await sha256(reply.text) === reply.sha256) continue;
    throw damaged(shown, `reply ${index + 1} to be changed since it was kept`);
  }
  return value;
}

async function textAt(
  path: string,
  shown: string,
): Promise<string | undefined> {
  try {
    const { size, isFile } = await Deno.lstat(path);
    if (!isFile) throw damaged(shown, "no file");
    if (size > MAX_BYTES) throw damaged(shown, `${size} bytes`);
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function damaged(shown: string, found: string): DamagedRecord {
  return new DamagedRecord(
    `Cannot use "${shown}": found ${found}, wanted the replies of a language model as they were kept; restore the file, or remove it to have the model asked anew`,
  );
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReplies(value: unknown): value is KeptReplies {
  const { schema, model, replies } = Object(value);
  return schema === REPLIES_SCHEMA && typeof model === "string" &&
    Array.isArray(replies) && replies.every(isReply);
}

function isReply(value: unknown): value is KeptReply {
  const { key, sha256, finish, tokens, text } = Object(value);
  const { input, output, cached } = Object(tokens);
  return [key, sha256, text].every((one) => typeof one === "string") &&
    FINISHES.has(finish) &&
    [input, output, cached].every((one) => typeof one === "number");
}

const FINISHES: ReadonlySet<unknown> = new Set<ModelReply["finish"]>([
  "done",
  "truncated",
  "refused",
  "other",
]);

/** Changes with what a reply is taken to depend on. */
const KEY_VERSION = 1;

const MAX_BYTES = 64 * 1024 * 1024;
