/**
 * The life of one of several workers.
 *
 * @module
 */
import type {
  Log,
  LogEntry,
  LogLevel,
  SystemExecutionHarness,
} from "@autocoder/harness";
import { jsonLog } from "./json_log.ts";
import { complaintsOf, messageOf } from "./run_system.ts";
import { SightQuestions } from "./sight_questions.ts";
import type { ProcessSight, SharedSight } from "./system_routes.ts";
import { unwell } from "./team_member.ts";
import type {
  FromWorker,
  SightName,
  Sights,
  ToWorker,
  WorkerPlace,
} from "./worker_messages.ts";

/** What a system has to do that is one of several workers. */
export interface WorkerSeat {
  /** Tells the others how this one is, and gives how all are. */
  readonly share: (own: ProcessSight) => SharedSight;
}

/** What {@link serveAsWorker} needs of a system. */
export interface SeatedSystem<C extends { readonly logLevel: LogLevel }> {
  /** Builds the system, ready to run. */
  readonly build: (
    config: C,
    log: Log,
    seat: WorkerSeat,
  ) => SystemExecutionHarness | Promise<SystemExecutionHarness>;
}

/** Waits for the main thread to give this one its place in a team, and runs the system until it is told to stop. */
export function serveAsWorker<C extends { readonly logLevel: LogLevel }>(
  system: SeatedSystem<C>,
): void {
  const listener = (event: Event) => {
    if (!(event instanceof MessageEvent)) return;
    if (!(event.data instanceof MessagePort)) return;
    removeEventListener("message", listener);
    new SeatedWorker(system, event.data).listen();
  };
  addEventListener("message", listener);
}

class SeatedWorker<C extends { readonly logLevel: LogLevel }> {
  readonly #system: SeatedSystem<C>;
  readonly #port: MessagePort;
  readonly #questions = new SightQuestions((question) => this.#tell(question));
  #own: ProcessSight = {
    health: () => unwell("starting", { live: true }),
    metrics: () => "",
  };
  #isToStop = false;
  #stop = () => {};

  constructor(system: SeatedSystem<C>, port: MessagePort) {
    this.#system = system;
    this.#port = port;
  }

  listen(): void {
    this.#port.onmessage = ({ data }: MessageEvent<ToWorker<C>>) =>
      this.#hear(data);
  }

  #hear(message: ToWorker<C>): void {
    switch (message.kind) {
      case "start":
        void this.#serve(message.place);
        return;
      case "stop":
        this.#isToStop = true;
        return this.#stop();
      case "ask": {
        const sight = this.#sightOf(message.of);
        return this.#tell({ kind: "answer", id: message.id, sight });
      }
      case "answer":
        return this.#questions.answer(message);
    }
  }

  #sightOf(name: SightName): Sights[SightName] {
    return this.#own[name]();
  }

  async #serve(place: WorkerPlace<C>): Promise<void> {
    let complaints: readonly string[];
    try {
      complaints = await this.#run(place);
    } catch (error) {
      complaints = [messageOf(error)];
    }
    this.#tell({ kind: "ended", end: { complaints } });
  }

  async #run({ config, worker }: WorkerPlace<C>): Promise<readonly string[]> {
    const log = this.#logOf(worker, config.logLevel);
    const harness = await this.#system.build(config, log, {
      share: (own) => this.#share(own),
    });
    this.#stop = () => void harness.stop(); // ends run() below
    const running = harness.run();
    if (this.#isToStop) this.#stop();
    await running;
    return complaintsOf(await harness.stop());
  }

  /** One line says where all listen, and the main thread writes it: once every worker runs, so that all are ready. */
  #logOf(worker: number, level: LogLevel): Log {
    const write = (line: string) => this.#tell({ kind: "log", line });
    const log = jsonLog({ level, write });
    let url: string | undefined;
    return (entry: LogEntry) => {
      if (entry.event === "listening") {
        url = String(entry.url);
        return;
      }
      if (entry.event === "running" && url !== undefined) {
        this.#tell({ kind: "listening", url });
      }
      log({ ...entry, worker });
    };
  }

  #share(own: ProcessSight): SharedSight {
    this.#own = own;
    return {
      // Without the main thread there is no process that could be asked.
      health: async () =>
        await this.#questions.ask("health") ?? this.#own.health(),
      metrics: async () =>
        await this.#questions.ask("metrics") ?? this.#own.metrics(),
    };
  }

  #tell(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}
