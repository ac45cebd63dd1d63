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
import { runSystem } from "./run_system.ts";
import { serveHttp } from "./serve_http.ts";
import { type Environment, integer, oneOf, readSettings } from "./settings.ts";

interface Config {
  readonly port: number;
  readonly logLevel: LogLevel;
}

class Gateway extends HarnessComponent<Config> {
  #log: Log = () => {};

  override setup(context?: ComponentContext): void {
    if (context) this.#log = context.log;
  }

  override process(): Promise<void> {
    return serveHttp((request) => this.answer(request), {
      port: this.config.port,
      signal: this.signal,
      onListening: (url) =>
        this.#log({ level: "info", event: "listening", url }),
    });
  }

  /** Answers at once; for `/slow` once the system is stopping, for `/stuck` never. */
  async answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === "/") return new Response("quick");
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
    new SystemExecutionHarness({ name: "fixture", log })
      .registerComponent(new Gateway("gateway", config)),
});
