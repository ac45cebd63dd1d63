/**
 * A body that is announced and does not come.
 *
 * @module
 */
import { request as httpRequest } from "node:http";
import type { HttpRequest } from "../fuzz/http_exchange.ts";
import type { AttackGround } from "./attack_ground.ts";

/** Sends the beginning of a body and waits; resolves with the status, 0 when there is none within half a minute. */
export function slowBody(
  { system, context }: Pick<AttackGround, "system" | "context">,
  { method, target, headers }: HttpRequest,
): Promise<number> {
  return new Promise((resolve) => {
    const sent = httpRequest(system.url + target, {
      method,
      agent: false,
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(30_000)]),
      headers: { ...headers, "content-length": "1000" },
    }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on("error", () => resolve(0));
    sent.write('{"a":');
  });
}
