/**
 * Applies the rules of uuids between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type UUID, UUID_SPEC } from "../models/uuid.ts";
import { checkUUID } from "../validations/uuid_rules.ts";

/** Keeps the rules for an uuid: answers requests with the help of the store. */
export class UUIDController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "UUIDRequest" },
    store_operation: { direction: "out", type: "UUIDStoreCommand" },
  };

  #uuids: EntityService<UUID> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#uuids = new EntityService<UUID>({
      spec: UUID_SPEC,
      defaults: {},
      check: checkUUID,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<UUID>> {
    if (!this.#uuids) throw new Error("The controller is not set up");
    return this.#uuids.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<UUID>,
  ): Promise<StoreResult<UUID>> {
    return this.request<StoreResult<UUID>>("store_operation", command);
  }
}
