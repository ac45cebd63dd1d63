/**
 * Endpoints of a system's own: what each takes, who may call it, what it answers, and the function that does it.
 *
 * @module
 */
import { z } from "zod";
import type { AccessRule } from "./access_rule.ts";
import type { Field } from "./api_schema.ts";
import type { BodySchema } from "./body_schema.ts";
import type { Method } from "./http_api.ts";

/** What a function of an endpoint may refuse a request with. */
export type RefusalStatus = 400 | 403 | 404 | 409 | 412 | 422 | 429 | 502;

/** Ends a request with a problem that says why; in code that goes on, write `return refuse(…)`. */
export type Refuse = (status: RefusalStatus, detail: string) => never;

/** What the function of every endpoint is given; each has more, by what its blueprint says. */
export interface EndpointCall<Api> {
  /** Calls this API, with the token that the request came with, so that its rules hold. What is refused ends the request as well, unless it is caught. */
  readonly api: Api;
  /** When the request came: RFC 3339, UTC, milliseconds. */
  readonly now: string;
  /** Ends the request with a problem. */
  readonly refuse: Refuse;
}

/** One value of a path, a query, a body or an answer. */
export interface EndpointPart {
  /** What it may be. */
  readonly is: Field;
  /** What it is when it is left out; null makes null possible. @default it must be given */
  readonly otherwise?: string | number | boolean | null | readonly [];
  /** What its text in a path or a query stands for. @default itself */
  readonly as?: "number" | "boolean";
}

/** Values by their names. */
export type EndpointParts = Readonly<Record<string, EndpointPart>>;

/** An endpoint of the system's own. */
export interface CustomEndpoint<Api> {
  /** Its name, in snake_case. */
  readonly name: string;
  /** Its method. */
  readonly method: Method;
  /** Its path; what stands in braces is a parameter. */
  readonly path: string;
  /** Who may call it; nobody where it is empty. @default everybody, in a system without users */
  readonly access?: AccessRule;
  /** The parameters of its path. @default {} */
  readonly params?: EndpointParts;
  /** What its query may say. @default {} */
  readonly query?: EndpointParts;
  /** What its body may say. @default it has none */
  readonly body?: EndpointParts;
  /** What it answers. @default nothing */
  readonly answer?: EndpointParts;
  /** The status of its answers. */
  readonly status: number;
  /** The origins that its function may fetch from; it is given `fetch` then. @default none */
  readonly fetches?: readonly string[];
  /** Does it. */
  run(call: EndpointCall<Api>): unknown;
}

/** Thrown by {@link Refuse}. */
export class Refusal extends Error {
  /** The name of the error. */
  override readonly name = "Refusal";

  /** Refuses with a status and a sentence. */
  constructor(readonly status: number, readonly detail: string) {
    super(`${status}: ${detail}`);
  }
}

/** Ends a request with a problem. */
export const refuse: Refuse = (status, detail) => {
  throw new Refusal(status, detail);
};

/** Makes the schema of some parts: no others, and all that must be given. */
export function partsSchema(parts: EndpointParts): BodySchema {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, fieldOf(part)]),
    ) as unknown as z.ZodRawShape,
  );
}

function fieldOf({ is, otherwise }: EndpointPart): Field {
  if (otherwise === undefined) return is;
  return (otherwise === null ? is.nullable() : is).optional();
}
