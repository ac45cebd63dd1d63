/**
 * Applies the rules of tips between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tip, TIP_SPEC } from "../models/tip.ts";
import { checkTip } from "../validations/tip_rules.ts";

/** Keeps the rules for a tip: answers requests with the help of the store. */
export class TipController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "TipRequest" },
    store_operation: { direction: "out", type: "TipStoreCommand" },
  };

  #tips: EntityService<Tip> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tips = new EntityService<Tip>({
      spec: TIP_SPEC,
      defaults: { senderId: null },
      check: checkTip,
      grants: OWNERSHIP,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Tip>> {
    if (!this.#tips) throw new Error("The controller is not set up");
    return this.#tips.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(command: StoreCommand<Tip>): Promise<StoreResult<Tip>> {
    return this.request<StoreResult<Tip>>("store_operation", command);
  }
}
