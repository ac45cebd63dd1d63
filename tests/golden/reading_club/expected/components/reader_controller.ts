/**
 * Applies the rules of readers between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Reader, READER_SPEC } from "../models/reader.ts";
import { checkReader } from "../validations/reader_rules.ts";

/** Keeps the rules for a reader: answers requests with the help of the store. */
export class ReaderController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ReaderRequest" },
    store_operation: { direction: "out", type: "ReaderStoreCommand" },
  };

  #readers: EntityService<Reader> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#readers = new EntityService<Reader>({
      spec: READER_SPEC,
      defaults: { about: "" },
      check: checkReader,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Reader>> {
    if (!this.#readers) throw new Error("The controller is not set up");
    return this.#readers.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Reader>,
  ): Promise<StoreResult<Reader>> {
    return this.request<StoreResult<Reader>>("store_operation", command);
  }
}
