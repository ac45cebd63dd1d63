/**
 * One worker, as the main thread sees it.
 *
 * @module
 */
import { SightQuestions } from "./sight_questions.ts";
import type { Health } from "./system_routes.ts";
import type {
  FromWorker,
  SightName,
  Sights,
  ToWorker,
  WorkerEnd,
  WorkerPlace,
} from "./worker_messages.ts";

/** What a member tells of besides its end. */
export interface MemberEvents {
  /** Takes a line of its log. */
  readonly onLine: (line: string) => void;
  /** Tells how all workers are, which it was asked for. */
  readonly onAsk: (of: SightName) => Promise<Sights[SightName]>;
}

/** A worker from its start to its end. */
export class TeamMember<C> {
  /** Its number, from 1. */
  readonly number: number;
  /** Where it listens, as soon as all of it runs; never settles if it ends before. */
  readonly listening: Promise<string>;
  /** How it ended; never rejects. */
  readonly ended: Promise<WorkerEnd>;
  /** What it had counted when it was last asked. */
  counted = "";
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #events: MemberEvents;
  readonly #questions: SightQuestions;
  readonly #listens = Promise.withResolvers<string>();
  readonly #ends = Promise.withResolvers<WorkerEnd>();

  /** Starts it in its place. */
  constructor(
    create: () => Worker,
    place: WorkerPlace<C>,
    events: MemberEvents,
  ) {
    this.number = place.worker;
    this.#events = events;
    this.listening = this.#listens.promise;
    this.ended = this.#ends.promise;
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#questions = new SightQuestions((question) => this.#tell(question));
    this.#port.onmessage = ({ data }: MessageEvent<FromWorker>) =>
      this.#hear(data);
    this.#worker = create();
    // Without this, what a worker does not catch would end the process.
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#end({ complaints: [event.message] });
    };
    this.#worker.postMessage(port2, [port2]);
    this.#tell({ kind: "start", place });
  }

  /** Tells how it is. One that does not answer is taken for one that does not work. */
  async health(): Promise<Health> {
    const health = await this.#questions.ask("health", ANSWER_MS);
    return health ??
      unwell(`worker ${this.number} does not answer`, { live: false });
  }

  /** Tells what it has counted, as far as it has said so. */
  async metrics(): Promise<string> {
    const metrics = await this.#questions.ask("metrics", ANSWER_MS);
    return this.counted = metrics ?? this.counted;
  }

  /** Tells it to stop in good order. */
  stop(): void {
    this.#tell({ kind: "stop" });
  }

  /** Ends it at once. */
  terminate(): void {
    this.#worker.terminate();
    this.#end({ complaints: [] });
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case "log":
        return this.#events.onLine(message.line);
      case "listening":
        return this.#listens.resolve(message.url);
      case "ask": {
        const { id, of } = message;
        this.#events.onAsk(of).then((sight) =>
          this.#tell({ kind: "answer", id, sight })
        );
        return;
      }
      case "answer":
        return this.#questions.answer(message);
      case "ended":
        this.#worker.terminate();
        return this.#end(message.end);
    }
  }

  #tell(message: ToWorker<C>): void {
    this.#port.postMessage(message);
  }

  #end(end: WorkerEnd): void {
    this.#ends.resolve(end);
    this.#questions.giveUp();
    this.#port.close();
  }
}

/** The health of a worker that cannot tell it. */
export function unwell(status: string, { live }: { live: boolean }): Health {
  return { status, live, ready: false, components: [] };
}

/** A worker that is this long in one piece of work is stuck. */
const ANSWER_MS = 5_000;
