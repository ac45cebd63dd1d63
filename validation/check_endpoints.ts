/**
 * Calls the endpoints that every system has, over real HTTP.
 *
 * @module
 */
import type {
  EntityModel,
  SystemModel,
} from "../generator/model/system_model.ts";
import type { SignedIn } from "./live_account.ts";
import { probe, type ProbeResponse } from "./http_probe.ts";
import { itemsIn } from "./live_creations.ts";
import type { CheckOutcome, FindingDraft } from "./tier.ts";

/** A secret that requests carry, to be looked for in the log. */
export const CANARY = "canary-3f9a61c07d";

/** Asks whether the system is ready. */
export async function checkReady(
  url: string,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const endpoint = {
    path: "/health/ready",
    wanted: "200 and JSON",
    is: isJson,
  };
  const finding = await ask(url, endpoint, signal);
  return { findings: finding ? [{ ...finding, code: "V302" }] : [] };
}

/** Calls the system's own endpoints, every list, and a path that is none. */
export async function checkEndpoints(
  url: string,
  model: SystemModel | undefined,
  signal: AbortSignal,
  signedIn?: SignedIn,
): Promise<CheckOutcome> {
  const error = (model?.api?.errors ?? "problem") === "problem"
    ? "a problem"
    : "messages";
  const lists = listsOf(model).map(({ entity, path, is }): Endpoint =>
    signedIn === undefined || signedIn.may(entity, "list")
      ? { path, wanted: "200 and a page of items", is }
      : {
        path,
        wanted: `403 and ${error}`,
        is: (answer) => isError(model, answer, 403),
      }
  );
  const unknown: Endpoint = {
    path: `/no-such-path?token=${CANARY}`,
    wanted: `404 and ${error}`,
    is: (answer) => isError(model, answer, 404),
  };
  const endpoints = [...OWN, unknown, ...lists];
  const { scheme, token } = signedIn ?? {};
  const found = await Promise.all(
    endpoints.map((endpoint) => ask(url, endpoint, signal, token, scheme)),
  );
  const findings = found.filter((finding) => finding !== undefined);
  return {
    findings,
    note: `${OWN.length} paths of every system, ${lists.length} ${
      lists.length === 1 ? "list" : "lists"
    }, 1 path that is none; contract tests call the others`,
  };
}

interface Endpoint {
  readonly path: string;
  readonly wanted: string;
  readonly is: (answer: ProbeResponse) => boolean;
}

async function ask(
  url: string,
  { path, wanted, is }: Endpoint,
  signal: AbortSignal,
  token = CANARY,
  scheme = "Bearer",
): Promise<FindingDraft | undefined> {
  const headers = { authorization: `${scheme} ${token}` };
  const answer = await probe(`${url}${path}`, { headers, signal })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    });
  if (!(answer instanceof Error) && is(answer)) return undefined;
  const found = answer instanceof Error
    ? answer.message
    : `${answer.status} ${answer.mediaType} ${answer.text.slice(0, 200)}`;
  return {
    code: "V307",
    place: `GET ${path}`,
    cause: `found ${found}, wanted ${wanted}`,
    nextStep: "start the system and call the endpoint by hand",
  };
}

/** Every list, but for those that are part of something: there is nothing yet. */
function listsOf(model: SystemModel | undefined): readonly {
  readonly entity: EntityModel;
  readonly path: string;
  readonly is: Endpoint["is"];
}[] {
  if (!model) return [];
  const { entities, api } = model;
  if (!api) {
    return entities.filter(({ operations }) => operations.includes("list"))
      .map((entity) => ({ entity, path: entity.path, is: isPage }));
  }
  return api.resources.flatMap(({ path, plural, parent, ...resource }) => {
    const entity = entities.find(({ name }) => name.snake === resource.entity);
    const isList = resource.operations.some(({ operation }) =>
      operation === "list"
    );
    const is = (answer: ProbeResponse) =>
      answer.status === 200 &&
      itemsIn(api, plural, answer.json) !== undefined;
    return entity && isList && !parent ? [{ entity, path, is }] : [];
  });
}

function isError(
  model: SystemModel | undefined,
  { status, mediaType, json }: ProbeResponse,
  wanted: number,
): boolean {
  if (status !== wanted) return false;
  if ((model?.api?.errors ?? "problem") === "problem") {
    return mediaType === "application/problem+json";
  }
  const { errors } = (json ?? {}) as { errors?: { body?: unknown } };
  return mediaType === "application/json" && Array.isArray(errors?.body);
}

function isJson(answer: ProbeResponse): boolean {
  return answer.status === 200 && answer.json !== undefined;
}

function isPage(answer: ProbeResponse): boolean {
  if (!isJson(answer)) return false;
  const page = answer.json as { items?: unknown; nextCursor?: unknown } | null;
  return Array.isArray(page?.items) &&
    (page.nextCursor === null || typeof page.nextCursor === "string");
}

const OWN: readonly Endpoint[] = [
  { path: "/health", wanted: "200 and JSON", is: isJson },
  { path: "/health/live", wanted: "200 and JSON", is: isJson },
  {
    path: "/openapi.json",
    wanted: "200 and an OpenAPI 3 document",
    is: (answer) =>
      isJson(answer) &&
      String((answer.json as { openapi?: unknown }).openapi).startsWith("3."),
  },
  {
    path: "/docs",
    wanted: "200 and HTML",
    is: ({ status, mediaType }) => status === 200 && mediaType === "text/html",
  },
  {
    path: "/metrics",
    wanted: "200 and text",
    is: ({ status, mediaType }) => status === 200 && mediaType === "text/plain",
  },
];
