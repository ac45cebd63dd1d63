/**
 * The service of an entity whose reads may be answered from memory.
 *
 * @module
 */
import type { EntityReply, EntityRequest } from "./entity_request.ts";
import { EntityService } from "./entity_service.ts";
import type { EntityServiceOptions } from "./entity_service_options.ts";
import type { Entity } from "./entity_spec.ts";

/**
 * Answers requests as {@link EntityService} does: what clients read may come from the store's cache and is then held to
 * the same rules; what a write reads before it writes, conditions and grants included, never does.
 */
export class CachedService<T extends Entity> {
  readonly #service: EntityService<T>;
  readonly #reader: EntityService<T>;

  /** Makes the service of one entity. */
  constructor(options: EntityServiceOptions<T>) {
    const { store } = options;
    this.#service = new EntityService(options);
    this.#reader = new EntityService({
      ...options,
      store: (command) =>
        store(
          command.kind === "get" || command.kind === "list"
            ? { ...command, cached: true }
            : command,
        ),
    });
  }

  /** Answers one request. */
  handle(request: EntityRequest): Promise<EntityReply<T>> {
    const isRead = request.operation === "get" || request.operation === "list";
    return isRead && !request.fresh
      ? this.#reader.handle(request)
      : this.#service.handle(request);
  }
}
