/**
 * One run of the fuzz: sends requests, judges every answer, counts, and remembers what was wrong.
 *
 * @module
 */
import type { FindingDraft } from "../tier.ts";
import { type ApiOperation, apiOperations } from "./api_document.ts";
import { Coverage } from "./coverage.ts";
import { curlCommand } from "./curl_command.ts";
import type { FuzzItem, FuzzWorld } from "./fuzz_world.ts";
import {
  type HttpAnswer,
  type HttpExchange,
  type HttpRequest,
  NoAnswer,
} from "./http_exchange.ts";
import { type Flaw, judgeAnswer, type JudgeRules } from "./judge_answer.ts";
import type { MadeRequest } from "./make_request.ts";

/** What a request came to. */
export interface Exchanged {
  readonly answer?: HttpAnswer;
  readonly flaw?: Flaw;
  /** What a success made. */
  readonly made?: FuzzItem;
}

/** What a run needs. */
export interface FuzzRunOptions {
  readonly exchange: HttpExchange;
  readonly world: FuzzWorld;
  readonly rules: JudgeRules;
  /** How many requests it may send. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Called after every request. */
  readonly onRequest: (count: number) => void | Promise<void>;
}

/** A run. */
export class FuzzRun {
  readonly world: FuzzWorld;
  readonly operations: readonly ApiOperation[];
  readonly coverage: Coverage = new Coverage();
  readonly findings: FindingDraft[] = [];
  readonly #options: FuzzRunOptions;
  readonly #known = new Set<string>();
  #count = 0;
  #silent = 0;

  /** Takes what it needs; nothing is sent yet. */
  constructor(options: FuzzRunOptions) {
    this.#options = options;
    this.world = options.world;
    this.operations = apiOperations(options.world.document);
  }

  /** How many requests were sent. */
  get count(): number {
    return this.#count;
  }

  /** Whether no more may be sent: its number is reached, or the system does not answer any more. */
  get isOver(): boolean {
    return this.#count >= this.#options.limit || this.#silent >= MOST_SILENT;
  }

  /** Whether the system has stopped to answer. */
  get isSilent(): boolean {
    return this.#silent >= MOST_SILENT;
  }

  /** Takes over what a run before had counted and found. */
  resume(count: number): void {
    this.#count += count;
  }

  /** Sends a request, judges the answer and learns from it. */
  async send(operation: ApiOperation, made: MadeRequest): Promise<Exchanged> {
    const { exchange, rules, signal } = this.#options;
    signal.throwIfAborted();
    this.#count++;
    let answer: HttpAnswer;
    try {
      answer = await exchange.send(made.request, {
        headOnly: operation.isStream,
      });
      this.#silent = 0;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      this.#silent++;
      this.coverage.add(operation, "none");
      return { flaw: noAnswer(error, rules) };
    }
    this.coverage.add(operation, answer.status);
    await this.#options.onRequest(this.#count);
    const flaw = judgeAnswer(
      operation,
      answer,
      rules,
      isSelected(made.request),
    );
    const { viewer, item, places } = made;
    if (answer.status >= 300) return { answer, ...(flaw ? { flaw } : {}) };
    const learnt = this.world.learn(operation, {
      answer,
      viewer,
      item,
      places,
      request: made.request,
    });
    return {
      answer,
      ...(flaw ? { flaw } : {}),
      ...(learnt ? { made: learnt } : {}),
    };
  }

  /** Tells whether such a flaw was reported already. */
  isKnown(operation: ApiOperation, flaw: Flaw): boolean {
    return this.#known.has(keyOf(operation, flaw));
  }

  /** Tells whether an operation was seen to keep its callers waiting. */
  hangs(operation: ApiOperation): boolean {
    return this.#known.has(`${operation.id} V605 late`);
  }

  /** Reports a flaw with the requests that show it, once. */
  report(
    operation: ApiOperation,
    flaw: Flaw,
    requests: readonly MadeRequest[],
  ): void {
    if (this.isKnown(operation, flaw)) return;
    this.#known.add(keyOf(operation, flaw));
    const who = this.world.viewers[requests.at(-1)?.viewer ?? 0]?.name;
    const made = requests[0]?.item?.madeBy;
    const all = [
      ...(made ? [made] : []),
      ...requests.map(({ request }) => request),
    ];
    this.findings.push({
      code: flaw.code,
      place: `${operation.method} ${operation.path}`,
      cause: flaw.cause,
      nextStep: `run PORT=8080 deno task start${
        who === undefined ? "" : `, with $TOKEN of ${who}`
      }, then ${commands(all)}`,
    });
  }
}

/** Later requests name what earlier ones made: its id is another in another system. */
function commands(requests: readonly HttpRequest[]): string {
  return requests.map((request) => curlCommand(request)).join("; then ");
}

function isSelected({ target }: HttpRequest): boolean {
  return /[?&](fields|include)=/.test(target);
}

function noAnswer(error: NoAnswer, { limitMs }: JudgeRules): Flaw {
  return {
    code: "V605",
    sort: error.late ? "late" : "broken",
    cause: error.late
      ? `found no whole answer, wanted one within ${limitMs} ms`
      : `found a broken connection (${error.message}), wanted an answer`,
  };
}

function keyOf(operation: ApiOperation, { code, sort }: Flaw): string {
  return `${operation.id} ${code} ${sort}`;
}

/** So many requests one after the other without an answer mean that there is nobody. */
const MOST_SILENT = 8;
