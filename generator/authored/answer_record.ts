/**
 * What a language model has written for a unit, as it is kept in the generated project: regeneration needs no model.
 *
 * @module
 */

/** The form of a record. */
export const ANSWER_SCHEMA = "autocoder/answer/v1";

/** The folder that holds them, in an output and beside a blueprint. */
export const ANSWERS_FOLDER = ".autocoder/answers";

/** What was written for a unit, and what that took. No time stands in it: the same answers are the same bytes. */
export interface AnswerRecord {
  /** Its form. */
  readonly schema: typeof ANSWER_SCHEMA;
  /** The path of a behaviour in the blueprint, or that of a whole file in the output. */
  readonly unit: string;
  /** SHA-256 of what the answer depends on, hexadecimal; it holds as long as that is the same. */
  readonly key: string;
  /** The provider and the model that wrote it. */
  readonly model: string;
  /** The statements of the function, for a behaviour. */
  readonly body?: string;
  /** Whole files by their paths in the output: the tests of a behaviour, or the file itself. */
  readonly files: Readonly<Record<string, string>>;
  /** Rounds until it passed. */
  readonly rounds: number;
  /** Calls that it took. */
  readonly calls: number;
  /** Tokens that these took. */
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cached: number;
  };
}

/** Gives the path of a unit's record: that of the unit, with what no file name should hold left out. */
export function answerPath(unit: string): string {
  return `${ANSWERS_FOLDER}/${unit.replaceAll("/", "__")}.json`;
}

/** Writes a record as it is kept. */
export function answerText(record: AnswerRecord): string {
  return JSON.stringify(record, null, 2) + "\n";
}

/** Reads a record; undefined where the text is none. */
export function readAnswer(text: string): AnswerRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is AnswerRecord {
  if (typeof value !== "object" || value === null) return false;
  const { schema, unit, key, model, body, files, rounds, calls, tokens } =
    value as Partial<Record<keyof AnswerRecord, unknown>>;
  return schema === ANSWER_SCHEMA && typeof unit === "string" &&
    typeof key === "string" && typeof model === "string" &&
    (body === undefined || typeof body === "string") &&
    isMapOf("string", files) && typeof rounds === "number" &&
    typeof calls === "number" && isMapOf("number", tokens);
}

function isMapOf(type: "string" | "number", value: unknown): boolean {
  return typeof value === "object" && value !== null &&
    Object.values(value).every((one) => typeof one === type);
}
