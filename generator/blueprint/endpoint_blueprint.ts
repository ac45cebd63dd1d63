/**
 * What a blueprint says of endpoints of its own.
 *
 * @module
 */
import type {
  AccessRuleBlueprint,
  FieldBlueprint,
  Literal,
  LogicBlueprint,
} from "./blueprint.ts";

/** The methods that an endpoint can have. */
export const ENDPOINT_METHODS = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
] as const;

/** A method that an endpoint can have. */
export type EndpointMethod = typeof ENDPOINT_METHODS[number];

/** Values by name. */
export type EndpointFields = Readonly<Record<string, FieldBlueprint>>;

/** Values of an example, by name. */
export type GivenValues = Readonly<
  Record<string, Literal | readonly Literal[]>
>;

/** What a host answers to one URL, in an example. */
export interface FetchedBlueprint {
  /** The whole URL. */
  readonly url: string;
  /** The status. @default 200 */
  readonly status?: number;
  /** The body, as it is sent. @default none */
  readonly body?: string;
}

/** What an endpoint does in one case. */
export interface EndpointExampleBlueprint {
  /** What is asked; what is left out and needed has sample values. */
  readonly given?: {
    readonly params?: GivenValues;
    readonly query?: GivenValues;
    readonly body?: GivenValues;
  };
  /** What the hosts that it fetches from answer; others cannot be reached. */
  readonly fetched?: readonly FetchedBlueprint[];
  /** What is in its answer, among other things. */
  readonly answers?: GivenValues;
  /** The status of its refusal. */
  readonly refuses?: number;
}

/** An endpoint of the system's own. */
export interface EndpointBlueprint
  extends Pick<LogicBlueprint, "run" | "file" | "behavior"> {
  /** Its method. @default "GET" */
  readonly method?: EndpointMethod;
  /** Its path under the API's base path; `{name}` is a parameter. */
  readonly path: string;
  /** Who may call it; without users everybody. @default nobody, where there are users */
  readonly access?: AccessRuleBlueprint;
  /** What the parameters of the path are. @default each a string */
  readonly params?: EndpointFields;
  /** What its query may say. */
  readonly query?: EndpointFields;
  /** What its body may say. */
  readonly body?: EndpointFields;
  /** What it answers. */
  readonly answer?: EndpointFields;
  /** The status of its answers. @default 200, or 204 without an answer */
  readonly status?: number;
  /** One sentence for the documentation. */
  readonly description?: string;
  /** The origins that it may fetch from. @default none */
  readonly fetches?: string | readonly string[];
  /** What it does in some cases, in an empty system; each becomes a test. */
  readonly examples?: readonly EndpointExampleBlueprint[];
}

/** Lists the origins that an endpoint may fetch from; undefined where it says nothing of any. */
export function originsOf(
  { fetches }: EndpointBlueprint,
): readonly string[] | undefined {
  return typeof fetches === "string" ? [fetches] : fetches;
}

/** Lists the names of the parameters of a path, in order. */
export function pathParams(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
}
