/**
 * A small system that `run_system_test.ts` runs in a process of its own.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type Log,
  type LogLevel,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { LOG_LEVELS } from "./json_log.ts";
import { HttpListener } from "./http_listener.ts";
import { runSystem } from "./run_system.ts";
import { type Environment, integer, oneOf, readSettings } from "./settings.ts";
import { SUPERVISION } from "./supervision.ts";

interface Config {
  readonly port: number;
  readonly logLevel: LogLevel;
}

class Gateway extends HarnessComponent<Config> {
  #log: Log = () => {};
  #break = (_error: Error) => {};
  readonly #listener = new HttpListener(
    (request) => this.answer(request),
    this.config,
  );

  override setup(context?: ComponentContext): void {
    if (context) this.#log = context.log;
    const url = this.#listener.open();
    this.#log({ level: "info", event: "listening", url });
  }

  override process(): Promise<void> {
    const broken = Promise.withResolvers<never>();
    this.#break = broken.reject;
    return Promise.race([this.#listener.serve(this.signal), broken.promise]);
  }

  override cleanup(): Promise<void> {
    return this.#listener.close();
  }

  /** Answers at once; for `/slow` once the system is stopping, for `/stuck` never; `/break` ends `process()`. */
  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response("quick");
    if (pathname === "/break") {
      this.#break(new Error("the disk is gone"));
      return new Response("broken");
    }
    this.#log({ level: "info", event: "waiting" });
    await new Promise((resolve) => {
      if (pathname === "/slow") this.signal.onabort = resolve;
    });
    return new Response("slow");
  }
}

function readConfig(environment: Environment): Config {
  const settings = readSettings({
    PORT: integer({ default: 0, min: 0, max: 65535 }),
    LOG_LEVEL: oneOf<LogLevel>(LOG_LEVELS, { default: "info" }),
  }, environment);
  return { port: settings.PORT, logLevel: settings.LOG_LEVEL };
}

await runSystem({
  readConfig,
  build: (config, log) =>
    new SystemExecutionHarness({
      name: "fixture",
      log,
      ...SUPERVISION,
      supervision: { ...SUPERVISION.supervision, backoff: { firstMs: 0 } },
    })
      .registerComponent(new Gateway("gateway", config)),
});
