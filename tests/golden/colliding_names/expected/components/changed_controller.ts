/**
 * Applies the rules of changeds between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Changed, CHANGED_SPEC } from "../models/changed.ts";
import { checkChanged } from "../validations/changed_rules.ts";

/** Keeps the rules for a changed: answers requests with the help of the store. */
export class ChangedController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ChangedRequest" },
    store_operation: { direction: "out", type: "ChangedStoreCommand" },
  };

  #changeds: EntityService<Changed> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#changeds = new EntityService<Changed>({
      spec: CHANGED_SPEC,
      defaults: { uu: null },
      check: checkChanged,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Changed>> {
    if (!this.#changeds) throw new Error("The controller is not set up");
    return this.#changeds.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Changed>,
  ): Promise<StoreResult<Changed>> {
    return this.request<StoreResult<Changed>>("store_operation", command);
  }
}
