import { MessageError, type MessageIssue } from "./message_error.ts";
import type { StandardIssue, StandardSchema } from "./standard_schema.ts";

/** What a schema makes of data; a promise of it when the schema is asynchronous. */
export type Validated = Outcome | Promise<Outcome>;

/**
 * Returns what a schema makes of the data of a message; throws a {@linkcode MessageError} with code
 * `schema`, or rejects with it when the schema is asynchronous.
 */
export function validateData(
  schema: StandardSchema,
  data: unknown,
  action: string,
): Validated {
  try {
    const result: unknown = schema["~standard"].validate(data);
    if (!(result instanceof Promise)) return outcome(result, action);
    return result.then((later) => outcome(later, action)).catch((error) => {
      throw MessageError.from(error, action, "schema");
    });
  } catch (error) {
    throw MessageError.from(error, action, "schema");
  }
}

/** Throws unless a value is a schema that {@linkcode validateData} can use. */
export function assertSchema(type: string, schema: StandardSchema): void {
  const standard: Partial<StandardSchema["~standard"]> | undefined = schema
    ?.["~standard"];
  if (standard?.version !== 1 || typeof standard.validate !== "function") {
    throw new TypeError(
      `Cannot use the schema of "${type}": found ${
        standard ? `version ${standard.version}` : 'no "~standard"'
      }, wanted Standard Schema 1`,
    );
  }
}

interface Outcome {
  readonly data: unknown;
}

/** Takes `unknown`: not every schema is written in TypeScript. */
function outcome(result: unknown, action: string): Outcome {
  const { issues } = result as { issues?: readonly StandardIssue[] };
  if (!issues) {
    const { value } = result as { value?: unknown };
    if ("value" in (result as object)) return { data: value };
    throw new TypeError("the schema returned neither a value nor issues");
  }
  const found = [...issues].map(toIssue);
  throw new MessageError(
    action,
    "schema",
    found.length > 0 ? found : [{ message: "refused", path: ["data"] }],
  );
}

function toIssue({ message, path = [] }: StandardIssue): MessageIssue {
  const keys = [...path].map((part) =>
    typeof part === "object" ? part.key : part
  );
  return {
    message: String(message),
    path: [
      "data",
      ...keys.map((key) => typeof key === "number" ? key : String(key)),
    ],
  };
}
