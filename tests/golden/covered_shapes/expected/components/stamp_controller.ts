/**
 * Applies the rules of stamps between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Stamp, STAMP_SPEC } from "../models/stamp.ts";
import { checkStamp } from "../validations/stamp_rules.ts";

/** Keeps the rules for a stamp: answers requests with the help of the store. */
export class StampController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "StampRequest" },
    store_operation: { direction: "out", type: "StampStoreCommand" },
  };

  #stamps: EntityService<Stamp> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#stamps = new EntityService<Stamp>({
      spec: STAMP_SPEC,
      defaults: { motif: null },
      check: checkStamp,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Stamp>> {
    if (!this.#stamps) throw new Error("The controller is not set up");
    return this.#stamps.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Stamp>,
  ): Promise<StoreResult<Stamp>> {
    return this.request<StoreResult<Stamp>>("store_operation", command);
  }
}
