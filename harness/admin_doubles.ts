/**
 * A system to be looked at, for the tests of the live page.
 *
 * @module
 */
import { adminHandler, type AdminOptions } from "./admin_handler.ts";
import type { AdminSnapshot } from "./admin_snapshot.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, type Double, server } from "./test_doubles.ts";

/** A running system of an asker and a worker that is broken, with the handler under test. */
export class Shop implements AsyncDisposable {
  isBroken = true;
  readonly harness = new SystemExecutionHarness({ name: "shop" });
  readonly #asker: Double = client("asker");
  readonly #handler: (request: Request) => Promise<Response>;

  constructor(options: AdminOptions) {
    this.harness.registerComponent(this.#asker)
      .registerComponent(server("worker", () => {
        if (this.isBroken) throw new Error("no luck");
      }))
      .connect("asker.out", "worker.in", { type: "request_reply" });
    this.#handler = adminHandler(this.harness, options);
  }

  static async open(options: AdminOptions = {}): Promise<Shop> {
    const shop = new Shop(options);
    await shop.harness.start();
    return shop;
  }

  async fail(...values: readonly unknown[]): Promise<void> {
    for (const value of values) {
      await this.#asker.ask("out", value).catch(() => {});
    }
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return this.#handler(new Request(`http://localhost${path}`, init));
  }

  get(path: string): Promise<Response> {
    return this.ask(path);
  }

  async state(): Promise<AdminSnapshot> {
    return await (await this.get("/state")).json();
  }

  redrive(body: unknown): Promise<Response> {
    return this.ask("/dead-letters/redrive", {
      method: "POST",
      headers: { "content-type": "application/json", "x-harness-admin": "1" },
      body: JSON.stringify(body),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.harness.stop();
  }
}

/** Checks an answer that says what is wrong, as RFC 9457 has it, and returns its text. */
export async function assertProblem(
  response: Response,
  status: number,
  detail: string,
): Promise<string> {
  const text = await response.text();
  const contentType = response.headers.get("content-type");
  const problem = JSON.parse(text);
  const isProblem = response.status === status &&
    contentType === "application/problem+json" &&
    problem.type === "about:blank" && problem.status === status &&
    problem.title.length > 0 && problem.detail.includes(detail);
  if (isProblem) return text;
  throw new Error(
    `Cannot accept the answer: found ${response.status} ${contentType} ${text}, wanted ${status} with "${detail}"`,
  );
}
