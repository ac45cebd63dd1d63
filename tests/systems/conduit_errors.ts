/**
 * The errors of the Conduit API: what they are about, and all of them in `body`.
 *
 * @module
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Answer } from "./json_client.ts";

/** The address of a suite that does not say where its clients are. */
export const ONE_ADDRESS = "192.0.2.1";

/**
 * Fails unless an answer is a refusal whose errors are lists of messages, with one list for all of them (openapi.yml) and
 * these first messages by what they are about (the suites of its implementations).
 */
export function assertTold(
  answer: Answer,
  status: number,
  told: Readonly<Record<string, string>>,
): void {
  answer.is(status);
  const type = answer.headers.get("content-type") ?? "";
  assertMatch(type, /^application\/json\b(?!\+)/, answer.request);
  assertEquals(Object.keys(answer.body ?? {}), ["errors"], answer.request);
  const errors = Object.entries(answer.at("errors") ?? {});
  for (const [name, messages] of errors) {
    assert(Array.isArray(messages) && messages.length > 0, answer.text);
    for (const message of messages) {
      assert(
        typeof message === "string" && message !== "",
        `${name}: ${message}`,
      );
    }
  }
  assert(errors.some(([name]) => name === "body"), answer.text);
  for (const [name, message] of Object.entries(told)) {
    assertEquals(answer.at(`errors.${name}.0`), message, answer.text);
  }
}
