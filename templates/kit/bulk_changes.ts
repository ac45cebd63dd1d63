/**
 * Changes of several entities at once, all of them or none: each is handled as if it were alone, up to the moment it
 * would be written, and what all of them would write is written together.
 *
 * @module
 */
import { replyOf } from "./entity_attempt.ts";
import type { EntityReply } from "./entity_request.ts";
import type { BulkRequest } from "./entity_service_options.ts";
import type { Entity } from "./entity_spec.ts";
import { failed, type Problem } from "./problem.ts";
import type {
  BatchCommand,
  BatchPart,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "./store_command.ts";

/** Makes what handles several wishes together; `batch` sends their writes to the store. */
export function bulkChanges<T extends Entity>(
  batch: (command: BatchCommand<T>) => Promise<BatchResult<T>>,
): (request: BulkRequest<T>) => Promise<EntityReply<T>> {
  return async (request) => {
    const items = request.wishes.map((_, index) => new Item(request, index));
    while (true) {
      const replies = await Promise.all(items.map((item) => item.ended()));
      const refused = replies.findIndex((reply) => reply && !reply.ok);
      const reply = replies[refused];
      if (reply && !reply.ok) return failed(problemOf(reply.problem, refused));
      const waiting = items.filter((item) => item.command !== undefined);
      if (waiting.length === 0) return together(replies);
      const commands = waiting.flatMap(({ command }) => command ?? []);
      const { once } = request;
      const result = await batch({
        kind: "batch",
        commands,
        ...(once ? { once } : {}),
      });
      switch (result.kind) {
        case "batch":
          for (const [index, item] of waiting.entries()) {
            item.answer(result.results[index]!); // one for each
          }
          break;
        case "refused":
          // It may try again with what it finds then; the others stay as they are.
          waiting[result.index]?.answer(result.result);
          break;
        case "repeated":
          return replyOf<T>(result, request.spec);
      }
    }
  };
}

/** One wish of several, which waits when it would write. */
class Item<T extends Entity> {
  /** What it would write; undefined once that has been answered. */
  command: BatchPart<T> | undefined;
  readonly #reply: Promise<EntityReply<T>>;
  #reached = Promise.withResolvers<void>();
  #answer: (result: StoreResult<T>) => void = () => {};

  constructor(
    { wishes, grant, store, handle }: BulkRequest<T>,
    index: number,
  ) {
    const wish = wishes[index]!; // made for each index
    this.#reply = handle(
      grant === undefined ? wish : { ...wish, grant },
      (command) => isPart(command) ? this.#wait(command) : store(command),
    );
  }

  /** Resolves with its reply; with undefined as soon as it would write. */
  async ended(): Promise<EntityReply<T> | undefined> {
    const waits = this.#reached.promise.then(() => undefined);
    return await Promise.race([this.#reply, waits]);
  }

  /** Lets it go on with what the store has answered. */
  answer(result: StoreResult<T>): void {
    this.command = undefined;
    this.#reached = Promise.withResolvers();
    this.#answer(result);
  }

  #wait(command: BatchPart<T>): Promise<StoreResult<T>> {
    this.command = command;
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#reached.resolve();
    });
  }
}

function isPart<T>(command: StoreCommand<T>): command is BatchPart<T> {
  return command.kind === "insert" || command.kind === "update" ||
    command.kind === "delete";
}

function together<T extends Entity>(
  replies: readonly (EntityReply<T> | undefined)[],
): EntityReply<T> {
  const items = replies.flatMap((reply) =>
    // A creation or change is answered with the entity, a deletion with nothing.
    reply?.ok && reply.value !== null ? [reply.value as T] : []
  );
  return { ok: true, value: { items, nextCursor: null } };
}

/** Says of which wish a problem is. */
export function problemOf(problem: Problem, item: number): Problem {
  const errors = problem.errors?.map(({ path, message }) => ({
    path: path === "" ? `items/${item}` : `items/${item}/${path}`,
    message,
  }));
  return { ...problem, ...(errors ? { errors } : {}), item };
}
