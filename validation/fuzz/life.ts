/**
 * One thing from its creation to its end, with what must be there after every step.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import { type Failure, PLAIN } from "./fuzz_operation.ts";
import type { LifeStep } from "./fuzz_life.ts";
import type { Exchanged, FuzzRun } from "./fuzz_run.ts";
import type { FuzzItem } from "./fuzz_world.ts";
import type { HttpAnswer } from "./http_exchange.ts";
import { isInList, isListedWith, listTarget } from "./life_list.ts";
import {
  differentValue,
  lostValue,
  type Mismatch,
  ownValues,
  touchedValue,
  valueText,
} from "./life_mirror.ts";
import type { LifeSubject } from "./life_subject.ts";
import { type MadeRequest, makeRequest } from "./make_request.ts";
import type { RequestInput } from "./request_input.ts";
import { isSameValue } from "./written_value.ts";

/** The life of one thing. */
export class Life {
  readonly #run: FuzzRun;
  readonly #subject: LifeSubject;
  readonly #requests: MadeRequest[] = [];
  #item: FuzzItem | undefined;
  #viewer = 0;
  /** As it must be shown to its viewer; undefined when they may not read it. */
  #mirror: JsonObject | undefined;
  #tag: string | undefined;
  #oldTag: string | undefined;

  /** Takes what lives. */
  constructor(run: FuzzRun, subject: LifeSubject) {
    this.#run = run;
    this.#subject = subject;
  }

  /** Whether it is there and can be seen. */
  get isAlive(): boolean {
    return this.#item !== undefined && this.#mirror !== undefined;
  }

  /** Creates it. */
  async begin(input: RequestInput): Promise<Failure | undefined> {
    const { create } = this.#subject;
    const made = makeRequest(create, input, this.#run.world);
    const { answer, flaw, made: item } = await this.#send(create, made);
    if (flaw) return this.#failed(create, flaw);
    if (!answer || answer.status >= 300 || !item) return undefined;
    this.#item = item;
    this.#viewer = made.viewer;
    const shown = this.#shownIn(create, answer);
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    if (!seen.shown) {
      return this.#run.world.words.model.users
        ? undefined // not everybody may read what they may make
        : this.#wrong(
          create,
          "read",
          `found ${seen.status}`,
          "what was created",
        );
    }
    this.#mirror = seen.shown;
    return this.#lost(create, made.sent, seen.shown) ??
      this.#differs(create, "answer", shown, seen.shown);
  }

  /** Does one step, and looks at what is there then. */
  async step(step: LifeStep): Promise<Failure | undefined> {
    const { changes, actions } = this.#subject;
    switch (step.kind) {
      case "change":
        return await this.#change(changes[step.which]!, {
          ...PLAIN,
          headers: this.#condition(step.tag),
          body: { changes: step.changes },
        }, step.tag === "stale" && this.#oldTag !== undefined);
      case "hostile":
        return await this.#change(changes[step.which]!, step.input);
      case "action":
        return await this.#act(actions[step.which]!);
      case "mark":
        return await this.#pair(this.#subject.marks, step.which);
      case "link":
        return await this.#pair(this.#subject.links, step.which);
      case "list":
        return await this.#list();
      case "filter":
        return await this.#list(step.which);
      case "remove":
        return await this.#remove(this.#subject.remove!);
    }
  }

  /** Looks whether it still is as it was left. */
  async lookAgain(): Promise<Failure | undefined> {
    const { get, isPlain } = this.#subject;
    if (!this.#mirror || !isPlain) return undefined;
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    // What belongs to something may have gone with it, and what is shown may be hidden by somebody who may.
    if (!seen.shown) return undefined;
    return this.#differs(
      get,
      "later",
      this.#own(this.#mirror),
      this.#own(seen.shown),
    );
  }

  #condition(tag: "none" | "current" | "stale"): RequestInput["headers"] {
    const value = tag === "current" ? this.#tag : this.#oldTag;
    return tag === "none" || value === undefined ? [] : [["if-match", value]];
  }

  async #change(
    operation: ApiOperation,
    input: RequestInput,
    mustFail = false,
  ): Promise<Failure | undefined> {
    const isOther = "instead" in input.target &&
      input.target.instead !== undefined;
    const made = this.#make(operation, input);
    const { answer, flaw } = await this.#send(operation, made);
    if (flaw) return this.#failed(operation, flaw);
    if (!answer || isOther) return undefined;
    if (answer.status >= 300) return await this.#unchanged(operation);
    if (mustFail) {
      return this.#wrong(
        operation,
        "stale",
        `found ${answer.status} for a tag that it had before`,
        "412",
      );
    }
    const before = this.#mirror;
    const shown = this.#shownIn(operation, answer);
    if (shown && this.#item) {
      this.#item = {
        ...this.#item,
        ...this.#run.world.words.movedPlace(this.#item, shown),
      };
    }
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    if (!seen.shown) return this.#gone(operation, seen.status);
    this.#mirror = seen.shown;
    const given = new Set(Object.keys(this.#bodyIn(operation, made.sent)));
    return this.#lost(operation, made.sent, seen.shown) ??
      (operation.method === "PATCH" || this.#run.world.words.model.api
        ? this.#touched(operation, before, given)
        : undefined) ??
      this.#differs(operation, "answer", shown, seen.shown);
  }

  async #act(operation: ApiOperation): Promise<Failure | undefined> {
    const made = this.#make(operation, PLAIN);
    const { answer, flaw } = await this.#send(operation, made);
    if (flaw) return this.#failed(operation, flaw);
    if (!answer) return undefined;
    if (answer.status >= 300) return await this.#unchanged(operation);
    const before = this.#mirror;
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    this.#mirror = seen.shown;
    if (!seen.shown || !this.#subject.isPlain) return undefined;
    const name = operation.path.split("/").at(-1);
    const action = this.#subject.entity.actions.find((one) =>
      one.name.kebab === name
    );
    const { words } = this.#run.world;
    const set = new Set<string>();
    for (const [shownName, value] of Object.entries(seen.shown)) {
      const field = words.field(operation, shownName);
      if (!field || !action || !Object.hasOwn(action.set, field.name)) continue;
      set.add(shownName);
      const wanted = action.set[field.name];
      if (typeof wanted === "string" && wanted.startsWith("$")) continue;
      if (!isSameValue(wanted, value, field)) {
        return this.#wrong(
          operation,
          `set ${shownName}`,
          `found ${shownName} ${valueText(value)}`,
          valueText(wanted),
        );
      }
    }
    return this.#touched(operation, before, set);
  }

  /** Sets what can be set and taken back: an even number sets, an odd one takes. */
  async #pair(
    pairs: LifeSubject["marks"] | LifeSubject["links"],
    which: number,
  ): Promise<Failure | undefined> {
    const pair = pairs[which % pairs.length];
    if (!pair) return undefined;
    const isSet = which < pairs.length;
    const operation = isSet ? pair.set : pair.take;
    const made = this.#make(operation, PLAIN);
    const { answer, flaw } = await this.#send(operation, made);
    if (flaw) return this.#failed(operation, flaw);
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    this.#mirror = seen.shown;
    if (!answer || answer.status >= 300 || !seen.shown) return undefined;
    const name = operation.path.slice(this.#subject.template.length + 1);
    const mark = this.#subject.entity.marks?.find((one) =>
      one.name.kebab === name
    );
    if (mark?.field !== undefined && mark.field in seen.shown) {
      return seen.shown[mark.field] === isSet ? undefined : this.#wrong(
        operation,
        `mark ${mark.field}`,
        `found ${mark.field} ${valueText(seen.shown[mark.field])}`,
        String(isSet),
      );
    }
    return this.#differs(
      operation,
      "answer",
      this.#shownIn(operation, answer),
      seen.shown,
    );
  }

  async #remove(operation: ApiOperation): Promise<Failure | undefined> {
    const { answer, flaw } = await this.#send(
      operation,
      this.#make(operation, PLAIN),
    );
    if (flaw) return this.#failed(operation, flaw);
    if (!answer) return undefined;
    if (answer.status >= 300) return await this.#unchanged(operation);
    const before = this.#mirror;
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    if (seen.shown) {
      return this.#wrong(
        operation,
        "deleted",
        `found it still there after ${answer.status}`,
        "404",
      );
    }
    if (before) {
      const listed = await this.#listed(before);
      if (listed && "flaw" in listed) return listed;
      if (listed?.isThere) {
        return this.#wrong(
          operation,
          "listed",
          "found it in the list after it was deleted",
          "a list without it",
        );
      }
    }
    const again = await this.#send(operation, this.#make(operation, PLAIN));
    if (again.flaw) return this.#failed(operation, again.flaw);
    if (again.answer && again.answer.status < 300) {
      return this.#wrong(
        operation,
        "again",
        `found ${again.answer.status} for a second deletion`,
        "404",
      );
    }
    const restore = this.#subject.actions.find(({ path }) =>
      path.endsWith("/restore")
    );
    if (restore && this.#subject.entity.softDelete) {
      const { answer, flaw } = await this.#send(
        restore,
        this.#make(restore, PLAIN),
      );
      if (flaw) return this.#failed(restore, flaw);
      const back = await this.#look();
      if ("flaw" in back) return back;
      this.#mirror = back.shown;
      if (!answer || answer.status >= 300) return undefined;
      if (!back.shown) return this.#gone(restore, back.status);
      return this.#subject.isPlain && before
        ? this.#differs(
          restore,
          "restored",
          this.#own(before),
          this.#own(back.shown),
        )
        : undefined;
    }
    this.#mirror = undefined;
    return undefined;
  }

  async #list(which?: number): Promise<Failure | undefined> {
    if (!this.#mirror) return undefined;
    const { list } = this.#subject;
    const listed = await this.#listed(this.#mirror, which);
    if (!listed || "flaw" in listed || !list) {
      return listed as Failure | undefined;
    }
    if (listed.isThere) return undefined;
    return this.#wrong(
      list,
      which === undefined ? "list" : `filter ${listed.by}`,
      `found a list without it${
        listed.by === undefined ? "" : `, by its own ${listed.by}`
      }`,
      valueText(this.#mirror).slice(0, 200),
    );
  }

  /** Looks for it in its list; undefined where that would not tell. */
  async #listed(
    shown: JsonObject,
    which?: number,
  ): Promise<
    Failure | { readonly isThere: boolean; readonly by?: string } | undefined
  > {
    const { list, entity } = this.#subject;
    const { world } = this.#run;
    if (!list || !isListedWith(entity, world.words.model)) return undefined;
    const target = listTarget(list, { shown, which, words: world.words });
    if (!target) return undefined;
    const made = this.#make(list, { ...PLAIN, query: target.query });
    const { answer, flaw } = await this.#send(list, made);
    if (flaw) return this.#failed(list, flaw);
    if (!answer || answer.status !== 200) return undefined;
    const items = world.words.shownIn(list, answer.json);
    const isThere = isInList(items, shown, this.#item, world.words);
    // Without an order of its own, a page that is not the last does not tell.
    if (!isThere && !target.isNewestFirst && items.length >= target.enough) {
      return undefined;
    }
    return { isThere, ...(target.by === undefined ? {} : { by: target.by }) };
  }

  /** A refusal has changed nothing. */
  async #unchanged(operation: ApiOperation): Promise<Failure | undefined> {
    const before = this.#mirror;
    const seen = await this.#look();
    if ("flaw" in seen) return seen;
    if (!seen.shown || !before || !this.#subject.isPlain) return undefined;
    return this.#differs(
      operation,
      "refused",
      this.#own(before),
      this.#own(seen.shown),
    );
  }

  /** Reads it as its viewer. */
  async #look(): Promise<
    Failure | { readonly shown?: JsonObject; readonly status: number }
  > {
    const { get } = this.#subject;
    const { answer, flaw } = await this.#send(get, this.#make(get, PLAIN));
    if (flaw) return this.#failed(get, flaw)!;
    if (!answer || answer.status !== 200) {
      return { status: answer?.status ?? 0 };
    }
    const { etag } = answer.headers;
    if (etag !== this.#tag) {
      this.#oldTag = this.#tag;
      this.#tag = etag;
    }
    const shown = this.#shownIn(get, answer);
    return { status: 200, ...(shown ? { shown } : {}) };
  }

  #gone(operation: ApiOperation, status: number): Failure | undefined {
    this.#mirror = undefined;
    const { access } = this.#subject.entity;
    return access ? undefined : this.#wrong(
      operation,
      "gone",
      `found ${status} when it was read after a success`,
      "200",
    );
  }

  #lost(
    operation: ApiOperation,
    sent: unknown,
    shown: JsonObject,
  ): Failure | undefined {
    const given = this.#bodyIn(operation, sent);
    const { words } = this.#run.world;
    return this.#mismatch(
      operation,
      lostValue(operation, { given, shown, words }),
    );
  }

  #touched(
    operation: ApiOperation,
    before: JsonObject | undefined,
    given: ReadonlySet<string>,
  ): Failure | undefined {
    const shown = this.#mirror;
    const { words } = this.#run.world;
    return this.#mismatch(
      operation,
      before && shown &&
        touchedValue(operation, {
          before: this.#own(before),
          shown,
          given,
          words,
        }),
    );
  }

  #differs(
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
    if (!mismatch || !this.#subject.isPlain) return undefined;
    const { sort, found, wanted } = mismatch;
    return this.#wrong(operation, sort, found, wanted);
  }

  #own(shown: JsonObject): JsonObject {
    const { get } = this.#subject;
    return ownValues(shown, { get, words: this.#run.world.words });
  }

  #bodyIn(operation: ApiOperation, sent: unknown): JsonObject {
    return this.#run.world.words.shownIn(operation, sent)[0] ?? {};
  }

  #shownIn(
    operation: ApiOperation,
    answer: HttpAnswer,
  ): JsonObject | undefined {
    return this.#run.world.words.shownIn(operation, answer.json)[0];
  }

  #make(operation: ApiOperation, input: RequestInput): MadeRequest {
    return makeRequest(operation, input, this.#run.world, {
      ...(this.#item ? { item: this.#item } : {}),
      viewer: this.#viewer,
    });
  }

  async #send(operation: ApiOperation, made: MadeRequest): Promise<Exchanged> {
    this.#requests.push(made);
    return await this.#run.send(operation, made);
  }

  #failed(operation: ApiOperation, flaw: Failure["flaw"]): Failure {
    return { flaw, operation, requests: [...this.#requests] };
  }

  #wrong(
    operation: ApiOperation,
    sort: string,
    found: string,
    wanted: string,
  ): Failure {
    return this.#failed(operation, {
      code: "V606",
      sort,
      cause: `${found.slice(0, 500)}, wanted ${wanted.slice(0, 500)}`,
    });
  }
}
