/**
 * Applies the rules of reader follows between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  READER_FOLLOW_SPEC,
  type ReaderFollow,
} from "../models/reader_follow.ts";
import { checkReaderFollow } from "../validations/reader_follow_rules.ts";

/** Keeps the rules for a reader follow: answers requests with the help of the store. */
export class ReaderFollowController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ReaderFollowRequest" },
    store_operation: { direction: "out", type: "ReaderFollowStoreCommand" },
  };

  #readerFollows: EntityService<ReaderFollow> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#readerFollows = new EntityService<ReaderFollow>({
      spec: READER_FOLLOW_SPEC,
      defaults: {},
      check: checkReaderFollow,
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
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<ReaderFollow>> {
    if (!this.#readerFollows) throw new Error("The controller is not set up");
    return this.#readerFollows.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<ReaderFollow>,
  ): Promise<StoreResult<ReaderFollow>> {
    return this.request<StoreResult<ReaderFollow>>("store_operation", command);
  }
}
