/**
 * An endpoint of a system's own, as its trials know it.
 *
 * @module
 */
import type { CustomEndpoint } from "./custom_endpoint.ts";
import type { JsonObject } from "./entity_request.ts";
import type { ErrorForm } from "./expect_error.ts";
import type { ApiClient } from "./testing.ts";

/** What a request says. */
export interface EndpointRequest {
  /** The parameters of its path. @default {} */
  readonly params?: JsonObject;
  /** Its query. @default {} */
  readonly query?: JsonObject;
  /** Its body. @default none */
  readonly body?: JsonObject;
}

/** Values by field that may not be. */
export type BadValues = Readonly<Record<string, readonly unknown[]>>;

/** An endpoint as it is tried. */
export interface EndpointSubject<Client> {
  /** The endpoint. */
  readonly endpoint: CustomEndpoint<Client>;
  /** A request with all that can be said. */
  readonly sample: EndpointRequest;
  /** A request with what must be said alone. */
  readonly needed: EndpointRequest;
  /** An answer that it may give. @default none */
  readonly answer?: JsonObject;
  /** Values that it does not take. */
  readonly bad: {
    readonly params?: BadValues;
    readonly query?: BadValues;
    readonly body?: BadValues;
  };
  /** Who may call it, as the blueprint says. @default everybody, in a system without users */
  readonly access?: readonly string[];
  /** The roles of users. @default nobody can sign in */
  readonly roles?: readonly string[];
  /** The word before tokens. @default "Bearer" */
  readonly scheme?: string;
  /** How errors are told. @default "problem" */
  readonly errors?: ErrorForm;
  /** Plays the hosts that it fetches from. @default it fetches nothing */
  readonly play?: (
    endpoint: CustomEndpoint<Client>,
    answers: readonly ScriptedAnswer[],
  ) => CustomEndpoint<Client>;
  /** What it does in some cases. @default [] */
  readonly examples?: readonly EndpointExample[];
}

/** What a host answers to one URL, where hosts are played. */
export interface ScriptedAnswer {
  /** The whole URL. */
  readonly url: string;
  /** The status. @default 200 */
  readonly status?: number;
  /** The body. @default none */
  readonly body?: string;
}

/** What an endpoint does in one case. */
export interface EndpointExample {
  /** What is asked, beside what must be. */
  readonly given?: EndpointRequest;
  /** What the hosts answer that it fetches from; others cannot be reached. @default [] */
  readonly fetched?: readonly ScriptedAnswer[];
  /** What is in the answer. */
  readonly answers?: JsonObject;
  /** The status of the refusal. */
  readonly refuses?: number;
}

/** A system with an endpoint that is tried. */
export interface EndpointStage extends AsyncDisposable {
  /** Calls as a new user with a role. @default nobody can sign in */
  readonly as?: (role: string | undefined) => Promise<ApiClient>;
  /** Calls as nobody. */
  readonly nobody: ApiClient;
}

/** Starts a system that has an endpoint. */
export type StartStage<Client> = (
  endpoint: CustomEndpoint<Client>,
) => Promise<EndpointStage>;

/** One trial. */
export interface EndpointTrial<Client> {
  /** What must hold. */
  readonly title: string;
  /** Tries it. */
  readonly run: (start: StartStage<Client>) => Promise<void>;
}
