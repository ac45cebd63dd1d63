/**
 * A schema of any library that follows Standard Schema 1 (https://standardschema.dev), such as zod,
 * valibot or arktype; or written by hand.
 *
 * @example A schema written by hand
 * ```ts
 * import { createMessage } from "@autocoder/harness";
 * import { MessageProtocol, type StandardSchema } from "@autocoder/harness/wire";
 *
 * const positive: StandardSchema<number> = {
 *   "~standard": {
 *     version: 1,
 *     vendor: "example",
 *     validate: (value) =>
 *       typeof value === "number" && value > 0
 *         ? { value }
 *         : { issues: [{ message: "wanted a positive number" }] },
 *   },
 * };
 * const protocol = new MessageProtocol({ schemas: { Amount: positive } });
 * protocol.encode(createMessage({ type: "Amount", source: "till.out", data: 3 }));
 * ```
 */
export interface StandardSchema<Output = unknown> {
  /** The part that the standard describes. */
  readonly "~standard": {
    /** Version of the standard. */
    readonly version: 1;
    /** Name of the library. */
    readonly vendor: string;
    /** Checks a value; returns what stands for it, or what is wrong with it. */
    readonly validate: (
      value: unknown,
    ) => StandardResult<Output> | Promise<StandardResult<Output>>;
  };
}

/** What a schema says of a value: what stands for it, or what is wrong with it. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One thing that a schema finds wrong. */
export interface StandardIssue {
  /** What is wrong. */
  readonly message: string;
  /** Where, from the value inwards. */
  readonly path?:
    | readonly (PropertyKey | { readonly key: PropertyKey })[]
    | undefined;
}
