/**
 * Server-side requests: the system fetches what its settings name, never what a client does.
 *
 * @module
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeepContext } from "../deep_part.ts";
import { fetchOrigins } from "../../generator/plan/fetch_views.ts";
import type { ApiOperation } from "../fuzz/api_document.ts";
import { PLAIN } from "../fuzz/fuzz_operation.ts";
import { makeRequest } from "../fuzz/make_request.ts";
import type { CheckOutcome } from "../tier.ts";
import { isMaker, noteOf, onGround } from "./attack_ground.ts";
import { stringPlaces, withValueAt } from "./string_places.ts";

/** Names an address that listens in every text of every body and query, and sees whether anybody comes. */
export function attackSsrf(context: DeepContext): Promise<CheckOutcome> {
  const { webhooks = [] } = context.model;
  if (webhooks.length === 0 && fetchOrigins(context.model).length === 0) {
    const notApplicable =
      "the system has no webhooks, and no endpoint fetches: it fetches nothing";
    return Promise.resolve({ notApplicable });
  }
  return onGround(context, "ssrf", async (ground) => {
    const { world, operations, send } = ground;
    const came: string[] = [];
    const server = createServer((request, response) => {
      came.push(`${request.method} ${request.url}`);
      response.end();
    });
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve)
    );
    try {
      const { port } = server.address() as AddressInfo; // it listens at a port
      const trap = `http://127.0.0.1:${port}/trap`;
      for (const operation of operations.filter(mayFetch)) {
        const { request, sent } = makeRequest(operation, PLAIN, world);
        for (const place of stringPlaces(sent)) {
          const body = JSON.stringify(withValueAt(sent, place, trap));
          await send({ ...request, body: new TextEncoder().encode(body) });
        }
        for (const { in: place, name } of operation.parameters) {
          if (place !== "query") continue;
          const { pathname, searchParams } = new URL(request.target, trap);
          searchParams.set(name, trap);
          await send({ ...request, target: `${pathname}?${searchParams}` });
        }
        const headers = {
          ...request.headers,
          "x-forwarded-host": `127.0.0.1:${port}`,
          "x-webhook-url": trap,
          referer: trap,
        };
        await send({ ...request, headers });
      }
      // Whoever would come does so by the time the system has stopped in good order.
      await ground.system.stop();
    } finally {
      server.close();
    }
    return {
      note: noteOf(ground.attempts(), WEAKNESSES),
      findings: came.slice(0, 1).map((what) => ({
        code: "V512",
        place: "what a client sends",
        cause: `found ${what} at an address that a body named, wanted nobody`,
        nextStep: "send to addresses of the settings only",
      })),
    };
  });
}

/** Whether an operation makes something that others are told of, or fetches itself. */
function mayFetch(operation: ApiOperation): boolean {
  return isMaker(operation) || operation.responses.has(502);
}

const WEAKNESSES = "CWE-918; OWASP API7:2023";
