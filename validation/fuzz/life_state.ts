/**
 * One thing as it must be now, and how a life looks at it and says what is wrong.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import { type Failure, PLAIN } from "./fuzz_operation.ts";
import type { Exchanged, FuzzRun } from "./fuzz_run.ts";
import type { FuzzItem } from "./fuzz_world.ts";
import type { HttpAnswer } from "./http_exchange.ts";
import {
  differentValue,
  lostValue,
  type Mismatch,
  ownValues,
  touchedValue,
} from "./life_mirror.ts";
import type { LifeSubject } from "./life_subject.ts";
import { type MadeRequest, makeRequest } from "./make_request.ts";
import type { RequestInput } from "./request_input.ts";

/** One thing and what is known of it. */
export class LifeState {
  readonly run: FuzzRun;
  readonly subject: LifeSubject;
  readonly requests: MadeRequest[] = [];
  /** What it is; undefined before it is made. */
  item: FuzzItem | undefined;
  /** Who made it, and looks at it. */
  viewer = 0;
  /** As it must be shown to its viewer; undefined when they may not read it. */
  mirror: JsonObject | undefined;
  tag: string | undefined;
  oldTag: string | undefined;

  /** Takes what lives. */
  constructor(run: FuzzRun, subject: LifeSubject) {
    this.run = run;
    this.subject = subject;
  }

  /** A refusal has changed nothing. */
  async unchanged(operation: ApiOperation): Promise<Failure | undefined> {
    const before = this.mirror;
    const seen = await this.look();
    if ("flaw" in seen) return seen;
    if (!seen.shown || !before || !this.subject.isPlain) return undefined;
    return this.differs(
      operation,
      "refused",
      this.own(before),
      this.own(seen.shown),
    );
  }

  /** Reads it as its viewer. */
  async look(): Promise<
    Failure | { readonly shown?: JsonObject; readonly status: number }
  > {
    const { get } = this.subject;
    const { answer, flaw } = await this.send(get, this.make(get, PLAIN));
    if (flaw) return this.failed(get, flaw)!;
    if (!answer || answer.status !== 200) {
      return { status: answer?.status ?? 0 };
    }
    const { etag } = answer.headers;
    if (etag !== this.tag) {
      this.oldTag = this.tag;
      this.tag = etag;
    }
    const shown = this.shownIn(get, answer);
    return { status: 200, ...(shown ? { shown } : {}) };
  }

  /** Says that it is not there any more, where that cannot be. */
  gone(operation: ApiOperation, status: number): Failure | undefined {
    this.mirror = undefined;
    const { access } = this.subject.entity;
    return access ? undefined : this.wrong(
      operation,
      "gone",
      `found ${status} when it was read after a success`,
      "200",
    );
  }

  /** What was given must be there. */
  lost(
    operation: ApiOperation,
    sent: unknown,
    shown: JsonObject,
  ): Failure | undefined {
    const given = this.bodyIn(operation, sent);
    const { words } = this.run.world;
    return this.#mismatch(
      operation,
      lostValue(operation, { given, shown, words }),
    );
  }

  /** What was not given must be as before. */
  touched(
    operation: ApiOperation,
    before: JsonObject | undefined,
    given: ReadonlySet<string>,
  ): Failure | undefined {
    const shown = this.mirror;
    const { words } = this.run.world;
    return this.#mismatch(
      operation,
      before && shown &&
        touchedValue(operation, {
          before: this.own(before),
          shown,
          given,
          words,
        }),
    );
  }

  /** Two looks at it must show the same. */
  differs(
    operation: ApiOperation,
    when: Parameters<typeof differentValue>[2],
    wanted: JsonObject | undefined,
    found: JsonObject,
  ): Failure | undefined {
    return this.#mismatch(
      operation,
      wanted && differentValue(wanted, found, when),
    );
  }

  /** Where logic or a schedule of the system's own may change anything, nothing can be said. */
  #mismatch(
    operation: ApiOperation,
    mismatch: Mismatch | undefined,
  ): Failure | undefined {
    if (!mismatch || !this.subject.isPlain) return undefined;
    const { sort, found, wanted } = mismatch;
    return this.wrong(operation, sort, found, wanted);
  }

  /** The members that are its own, without what comes of others. */
  own(shown: JsonObject): JsonObject {
    const { get } = this.subject;
    return ownValues(shown, { get, words: this.run.world.words });
  }

  /** What was sent of it. */
  bodyIn(operation: ApiOperation, sent: unknown): JsonObject {
    return this.run.world.words.givenIn(operation, sent);
  }

  /** What an answer shows of it. */
  shownIn(
    operation: ApiOperation,
    answer: HttpAnswer,
  ): JsonObject | undefined {
    return this.run.world.words.shownIn(operation, answer.json)[0];
  }

  /** Makes a request about it, as its viewer. */
  make(operation: ApiOperation, input: RequestInput): MadeRequest {
    return makeRequest(operation, input, this.run.world, {
      ...(this.item ? { item: this.item } : {}),
      viewer: this.viewer,
    });
  }

  /** Sends a request, and remembers it for a report. */
  async send(operation: ApiOperation, made: MadeRequest): Promise<Exchanged> {
    this.requests.push(made);
    return await this.run.send(operation, made);
  }

  /** Says what is wrong with an answer. */
  failed(operation: ApiOperation, flaw: Failure["flaw"]): Failure {
    return { flaw, operation, requests: [...this.requests] };
  }

  /** Says what is wrong with what is there. */
  wrong(
    operation: ApiOperation,
    sort: string,
    found: string,
    wanted: string,
  ): Failure {
    return this.failed(operation, {
      code: "V606",
      sort,
      cause: `${found.slice(0, 500)}, wanted ${wanted.slice(0, 500)}`,
    });
  }

  /** The condition of a change. */
  condition(tag: "none" | "current" | "stale"): RequestInput["headers"] {
    const value = tag === "current" ? this.tag : this.oldTag;
    return tag === "none" || value === undefined ? [] : [["if-match", value]];
  }
}
