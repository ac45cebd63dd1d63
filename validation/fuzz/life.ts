/**
 * One thing from its creation to its end, with what must be there after every step.
 *
 * @module
 */
import type { JsonObject } from "../../generator/plan/openapi_responses.ts";
import type { ApiOperation } from "./api_document.ts";
import type { LifeStep } from "./fuzz_life.ts";
import { type Failure, PLAIN } from "./fuzz_operation.ts";
import type { FuzzRun } from "./fuzz_run.ts";
import { isInList, isListedWith, listTarget } from "./life_list.ts";
import { valueText } from "./life_mirror.ts";
import { LifeState } from "./life_state.ts";
import type { LifeSubject } from "./life_subject.ts";
import { makeRequest } from "./make_request.ts";
import type { RequestInput } from "./request_input.ts";
import { isSameValue } from "./written_value.ts";

/** The life of one thing. */
export class Life {
  readonly #state: LifeState;

  /** Takes what lives. */
  constructor(run: FuzzRun, subject: LifeSubject) {
    this.#state = new LifeState(run, subject);
  }

  /** Whether it is there and can be seen. */
  get isAlive(): boolean {
    return this.#state.item !== undefined && this.#state.mirror !== undefined;
  }

  /** Creates it. */
  async begin(input: RequestInput): Promise<Failure | undefined> {
    const { create } = this.#state.subject;
    const made = makeRequest(create, input, this.#state.run.world);
    const { answer, flaw, made: item } = await this.#state.send(create, made);
    if (flaw) return this.#state.failed(create, flaw);
    if (!answer || answer.status >= 300 || !item) return undefined;
    this.#state.item = item;
    this.#state.viewer = made.viewer;
    const shown = this.#state.shownIn(create, answer);
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    if (!seen.shown) {
      return this.#state.run.world.words.model.users
        ? undefined // not everybody may read what they may make
        : this.#state.wrong(
          create,
          "read",
          `found ${seen.status}`,
          "what was created",
        );
    }
    this.#state.mirror = seen.shown;
    return this.#state.lost(create, made.sent, seen.shown) ??
      this.#state.differs(create, "answer", shown, seen.shown);
  }

  /** Does one step, and looks at what is there then. */
  async step(step: LifeStep): Promise<Failure | undefined> {
    const { changes, actions } = this.#state.subject;
    switch (step.kind) {
      case "change":
        return await this.#change(changes[step.which]!, {
          ...PLAIN,
          headers: this.#state.condition(step.tag),
          body: { changes: step.changes },
        }, step.tag === "stale" && this.#state.oldTag !== undefined);
      case "hostile":
        return await this.#change(changes[step.which]!, step.input);
      case "action":
        return await this.#act(actions[step.which]!);
      case "mark":
        return await this.#pair(this.#state.subject.marks, step.which);
      case "link":
        return await this.#pair(this.#state.subject.links, step.which);
      case "list":
        return await this.#list();
      case "filter":
        return await this.#list(step.which);
      case "remove":
        return await this.#remove(this.#state.subject.remove!);
    }
  }

  /** Looks whether it still is as it was left. */
  async lookAgain(): Promise<Failure | undefined> {
    const { get, isPlain } = this.#state.subject;
    if (!this.#state.mirror || !isPlain) return undefined;
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    // What belongs to something may have gone with it, and what is shown may be hidden by somebody who may.
    if (!seen.shown) return undefined;
    return this.#state.differs(
      get,
      "later",
      this.#state.own(this.#state.mirror),
      this.#state.own(seen.shown),
    );
  }

  async #change(
    operation: ApiOperation,
    input: RequestInput,
    mustFail = false,
  ): Promise<Failure | undefined> {
    const isOther = "instead" in input.target &&
      input.target.instead !== undefined;
    const made = this.#state.make(operation, input);
    const { answer, flaw } = await this.#state.send(operation, made);
    if (flaw) return this.#state.failed(operation, flaw);
    if (!answer || isOther) return undefined;
    if (answer.status >= 300) return await this.#state.unchanged(operation);
    if (mustFail) {
      return this.#state.wrong(
        operation,
        "stale",
        `found ${answer.status} for a tag that it had before`,
        "412",
      );
    }
    const before = this.#state.mirror;
    const shown = this.#state.shownIn(operation, answer);
    if (shown && this.#state.item) {
      this.#state.item = {
        ...this.#state.item,
        ...this.#state.run.world.words.movedPlace(this.#state.item, shown),
      };
    }
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    if (!seen.shown) return this.#state.gone(operation, seen.status);
    this.#state.mirror = seen.shown;
    const given = new Set(
      Object.keys(this.#state.bodyIn(operation, made.sent)),
    );
    return this.#state.lost(operation, made.sent, seen.shown) ??
      (operation.method === "PATCH" || this.#state.run.world.words.model.api
        ? this.#state.touched(operation, before, given)
        : undefined) ??
      this.#state.differs(operation, "answer", shown, seen.shown);
  }

  async #act(operation: ApiOperation): Promise<Failure | undefined> {
    const made = this.#state.make(operation, PLAIN);
    const { answer, flaw } = await this.#state.send(operation, made);
    if (flaw) return this.#state.failed(operation, flaw);
    if (!answer) return undefined;
    if (answer.status >= 300) return await this.#state.unchanged(operation);
    const before = this.#state.mirror;
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    this.#state.mirror = seen.shown;
    if (!seen.shown || !this.#state.subject.isPlain) return undefined;
    const name = operation.path.split("/").at(-1);
    const action = this.#state.subject.entity.actions.find((one) =>
      one.name.kebab === name
    );
    const { words } = this.#state.run.world;
    const set = new Set<string>();
    for (const [shownName, value] of Object.entries(seen.shown)) {
      const field = words.field(operation, shownName);
      if (!field || !action || !Object.hasOwn(action.set, field.name)) continue;
      set.add(shownName);
      const wanted = action.set[field.name];
      if (typeof wanted === "string" && wanted.startsWith("$")) continue;
      if (!isSameValue(wanted, value, field)) {
        return this.#state.wrong(
          operation,
          `set ${shownName}`,
          `found ${shownName} ${valueText(value)}`,
          valueText(wanted),
        );
      }
    }
    return this.#state.touched(operation, before, set);
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
    const made = this.#state.make(operation, PLAIN);
    const { answer, flaw } = await this.#state.send(operation, made);
    if (flaw) return this.#state.failed(operation, flaw);
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    this.#state.mirror = seen.shown;
    if (!answer || answer.status >= 300 || !seen.shown) return undefined;
    const name = operation.path.slice(this.#state.subject.template.length + 1);
    const mark = this.#state.subject.entity.marks?.find((one) =>
      one.name.kebab === name
    );
    if (mark?.field !== undefined && mark.field in seen.shown) {
      return seen.shown[mark.field] === isSet ? undefined : this.#state.wrong(
        operation,
        `mark ${mark.field}`,
        `found ${mark.field} ${valueText(seen.shown[mark.field])}`,
        String(isSet),
      );
    }
    return this.#state.differs(
      operation,
      "answer",
      this.#state.shownIn(operation, answer),
      seen.shown,
    );
  }

  async #remove(operation: ApiOperation): Promise<Failure | undefined> {
    const { answer, flaw } = await this.#state.send(
      operation,
      this.#state.make(operation, PLAIN),
    );
    if (flaw) return this.#state.failed(operation, flaw);
    if (!answer) return undefined;
    if (answer.status >= 300) return await this.#state.unchanged(operation);
    const before = this.#state.mirror;
    const seen = await this.#state.look();
    if ("flaw" in seen) return seen;
    if (seen.shown) {
      return this.#state.wrong(
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
        return this.#state.wrong(
          operation,
          "listed",
          "found it in the list after it was deleted",
          "a list without it",
        );
      }
    }
    const again = await this.#state.send(
      operation,
      this.#state.make(operation, PLAIN),
    );
    if (again.flaw) return this.#state.failed(operation, again.flaw);
    if (again.answer && again.answer.status < 300) {
      return this.#state.wrong(
        operation,
        "again",
        `found ${again.answer.status} for a second deletion`,
        "404",
      );
    }
    const restore = this.#state.subject.actions.find(({ path }) =>
      path.endsWith("/restore")
    );
    if (restore && this.#state.subject.entity.softDelete) {
      const { answer, flaw } = await this.#state.send(
        restore,
        this.#state.make(restore, PLAIN),
      );
      if (flaw) return this.#state.failed(restore, flaw);
      const back = await this.#state.look();
      if ("flaw" in back) return back;
      this.#state.mirror = back.shown;
      if (!answer || answer.status >= 300) return undefined;
      if (!back.shown) return this.#state.gone(restore, back.status);
      return this.#state.subject.isPlain && before
        ? this.#state.differs(
          restore,
          "restored",
          this.#state.own(before),
          this.#state.own(back.shown),
        )
        : undefined;
    }
    this.#state.mirror = undefined;
    return undefined;
  }

  async #list(which?: number): Promise<Failure | undefined> {
    if (!this.#state.mirror) return undefined;
    const { list } = this.#state.subject;
    const listed = await this.#listed(this.#state.mirror, which);
    if (!listed || "flaw" in listed || !list) {
      return listed as Failure | undefined;
    }
    if (listed.isThere) return undefined;
    return this.#state.wrong(
      list,
      which === undefined ? "list" : `filter ${listed.by}`,
      `found a list without it${
        listed.by === undefined ? "" : `, by its own ${listed.by}`
      }`,
      valueText(this.#state.mirror).slice(0, 200),
    );
  }

  /** Looks for it in its list; undefined where that would not tell. */
  async #listed(
    shown: JsonObject,
    which?: number,
  ): Promise<
    Failure | { readonly isThere: boolean; readonly by?: string } | undefined
  > {
    const { list, entity } = this.#state.subject;
    const { world } = this.#state.run;
    if (!list || !isListedWith(entity, world.words.model)) return undefined;
    const target = listTarget(list, { shown, which, words: world.words });
    if (!target) return undefined;
    const made = this.#state.make(list, { ...PLAIN, query: target.query });
    const { answer, flaw } = await this.#state.send(list, made);
    if (flaw) return this.#state.failed(list, flaw);
    if (!answer || answer.status !== 200) return undefined;
    const items = world.words.shownIn(list, answer.json);
    const isThere = isInList(items, shown, this.#state.item, world.words);
    // Without an order of its own, a page that is not the last does not tell.
    if (!isThere && !target.isNewestFirst && items.length >= target.enough) {
      return undefined;
    }
    return { isThere, ...(target.by === undefined ? {} : { by: target.by }) };
  }
}
