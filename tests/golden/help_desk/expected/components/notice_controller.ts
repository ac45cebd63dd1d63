/**
 * Applies the rules of notices between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Notice, NOTICE_SPEC } from "../models/notice.ts";
import { checkNotice } from "../validations/notice_rules.ts";

/** Keeps the rules for a notice: answers requests with the help of the store. */
export class NoticeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "NoticeRequest" },
    store_operation: { direction: "out", type: "NoticeStoreCommand" },
  };

  #notices: EntityService<Notice> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#notices = new EntityService<Notice>({
      spec: NOTICE_SPEC,
      defaults: { draft: false },
      check: checkNotice,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Notice>> {
    if (!this.#notices) throw new Error("The controller is not set up");
    return this.#notices.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Notice>,
  ): Promise<StoreResult<Notice>> {
    return this.request<StoreResult<Notice>>("store_operation", command);
  }
}
