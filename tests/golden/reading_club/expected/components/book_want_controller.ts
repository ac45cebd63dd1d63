/**
 * Applies the rules of book wants between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { BOOK_WANT_SPEC, type BookWant } from "../models/book_want.ts";
import { checkBookWant } from "../validations/book_want_rules.ts";

/** Keeps the rules for a book want: answers requests with the help of the store. */
export class BookWantController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BookWantRequest" },
    store_operation: { direction: "out", type: "BookWantStoreCommand" },
  };

  #bookWants: EntityService<BookWant> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#bookWants = new EntityService<BookWant>({
      spec: BOOK_WANT_SPEC,
      defaults: {},
      check: checkBookWant,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<BookWant>> {
    if (!this.#bookWants) throw new Error("The controller is not set up");
    return this.#bookWants.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<BookWant>,
  ): Promise<StoreResult<BookWant>> {
    return this.request<StoreResult<BookWant>>("store_operation", command);
  }
}
