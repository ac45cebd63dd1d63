/** What kind of refusal a {@linkcode MessageError} is. */
export type MessageErrorCode =
  /** The bytes are no message: cut short, changed on the way, or of another kind. */
  | "malformed"
  /** The bytes are a message of a version, or with a compression or tag, that this version cannot read. */
  | "unsupported"
  /** The message is larger or deeper than allowed. */
  | "limit"
  /** The schema of its type refuses the data. */
  | "schema"
  /** The message holds what cannot be written: a function, a cycle, an instance of a class. */
  | "unserializable";

/** One thing that is wrong with a message. */
export interface MessageIssue {
  /** What was found and what was wanted. */
  readonly message: string;
  /** Where: names and indexes from the message inwards, such as `["data", "items", 3]`. */
  readonly path: readonly (string | number)[];
}

/**
 * Reports a message that cannot be written or read.
 *
 * The only error that {@linkcode MessageProtocol} throws for a message, whatever is wrong with it.
 */
export class MessageError extends Error {
  /** Name of the error. */
  override readonly name = "MessageError";
  /** What kind of refusal it is. */
  readonly code: MessageErrorCode;
  /** What is wrong, one entry a place; never empty. */
  readonly issues: readonly MessageIssue[];

  /** Makes an error from the issues; its message quotes every one. */
  constructor(
    action: string,
    code: MessageErrorCode,
    issues: readonly MessageIssue[],
    options?: ErrorOptions,
  ) {
    const list = issues.map(({ message, path }) =>
      path.length === 0 ? message : `${pathText(path)}: ${message}`
    );
    super(
      list.length === 1
        ? `${action}: ${list[0]}`
        : `${action}:\n- ${list.join("\n- ")}`,
      options,
    );
    this.code = code;
    this.issues = issues;
  }

  /** Returns the error as it is if it is of this class, else one that has it as its cause. */
  static from(
    error: unknown,
    action: string,
    code: MessageErrorCode,
  ): MessageError {
    if (error instanceof MessageError) return error;
    const said = error instanceof Error
      ? `${error.name}: ${error.message}`
      : `found ${kindOf(error)} thrown`;
    return new MessageError(
      action,
      code,
      [{ message: excerpt(said, 200), path: [] }],
      { cause: error },
    );
  }
}

/** Quotes a text for an error message, cut to a length in characters: a message may hold megabytes. */
export function quote(text: string): string {
  return JSON.stringify(excerpt(text, 40));
}

/** Says what a value is, for an error message. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number" || typeof value === "boolean") {
    return `${value}`;
  }
  return value === undefined ? "nothing" : `a value of type ${typeof value}`;
}

function pathText(path: readonly (string | number)[]): string {
  const text = path.map((part, i) =>
    typeof part === "number"
      ? `[${part}]`
      : /^[A-Za-z_][\w$]{0,39}$/.test(part)
      ? `${i === 0 ? "" : "."}${part}`
      : `[${quote(part)}]`
  ).join("");
  return excerpt(text, 300);
}

function excerpt(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
