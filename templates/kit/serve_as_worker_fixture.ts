/**
 * A small system that `run_workers_test.ts` runs in several workers.
 *
 * @module
 */
import {
  type ComponentContext,
  HarnessComponent,
  type Log,
  type LogLevel,
  SystemExecutionHarness,
  toPrometheus,
} from "@autocoder/harness";
import { type Api, createApi } from "./http_api.ts";
import { HttpListener } from "./http_listener.ts";
import { textResponse } from "./http_response.ts";
import { serveAsWorker, type WorkerSeat } from "./serve_as_worker.ts";
import { SUPERVISION } from "./supervision.ts";

/** The settings of the fixture. */
export interface FixtureConfig {
  /** How many workers there are. */
  readonly workers: number;
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on. */
  readonly port: number;
  /** The least level to log. */
  readonly logLevel: LogLevel;
  /** Shown by `/connections`. */
  readonly databaseConnections: number;
}

interface GatewayConfig extends FixtureConfig {
  readonly seat: WorkerSeat | undefined;
  readonly harness: () => SystemExecutionHarness;
}

/** Answers as its paths say. */
class Gateway extends HarnessComponent<GatewayConfig> {
  #api: Api | undefined;
  #break = (_error: Error) => {};
  readonly #listener = new HttpListener(
    (request) => this.#api?.fetch(request) ?? Response.error(),
    {
      hostname: this.config.host,
      port: this.config.port,
      reusePort: this.config.seat !== undefined,
    },
  );

  override setup(context?: ComponentContext): void {
    const { seat, harness, databaseConnections } = this.config;
    const api = createApi({
      openapi: {},
      health: () => harness().health(),
      metrics: () => toPrometheus(harness().metrics()),
      share: seat?.share,
    });
    api.route("GET", "/quick", () => textResponse("quick", "text/plain"));
    api.route(
      "GET",
      "/connections",
      () => textResponse(String(databaseConnections), "text/plain"),
    );
    api.route("GET", "/die", () => {
      setTimeout(() => {
        throw new Error("the thread is gone");
      });
      return textResponse("dying", "text/plain");
    });
    api.route("GET", "/break", () => {
      this.#break(new Error("the disk is gone"));
      return textResponse("breaking", "text/plain");
    });
    api.route("GET", "/slow", async () => {
      context?.log({ level: "info", event: "waiting" });
      await new Promise((resolve) =>
        this.signal.addEventListener("abort", resolve)
      );
      return textResponse("slow", "text/plain");
    });
    api.route("GET", "/stuck", () => {
      context?.log({ level: "info", event: "waiting" });
      return new Promise<never>(() => {});
    });
    this.#api = api;
    const url = this.#listener.open();
    context?.log({ level: "info", event: "listening", url });
  }

  override process(): Promise<void> {
    const broken = Promise.withResolvers<never>();
    this.#break = broken.reject;
    return Promise.race([this.#listener.serve(this.signal), broken.promise]);
  }

  override cleanup(): Promise<void> {
    return this.#listener.close();
  }
}

/** Builds the fixture. */
export function buildFixture(
  config: FixtureConfig,
  log: Log,
  seat?: WorkerSeat,
): SystemExecutionHarness {
  const harness: SystemExecutionHarness = new SystemExecutionHarness({
    name: "fixture",
    log,
    ...SUPERVISION,
    supervision: { ...SUPERVISION.supervision, backoff: { firstMs: 0 } },
  });
  return harness.registerComponent(
    new Gateway("gateway", { ...config, seat, harness: () => harness }),
  );
}

serveAsWorker({ build: buildFixture });
