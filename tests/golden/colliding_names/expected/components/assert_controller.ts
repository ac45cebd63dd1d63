/**
 * Applies the rules of asserts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Assert, ASSERT_SPEC } from "../models/assert.ts";
import { checkAssert } from "../validations/assert_rules.ts";

/** Keeps the rules for an assert: answers requests with the help of the store. */
export class AssertController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AssertRequest" },
    store_operation: { direction: "out", type: "AssertStoreCommand" },
  };

  #asserts: EntityService<Assert> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#asserts = new EntityService<Assert>({
      spec: ASSERT_SPEC,
      defaults: { then: null, name: null, type: null, index: null },
      check: checkAssert,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Assert>> {
    if (!this.#asserts) throw new Error("The controller is not set up");
    return this.#asserts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Assert>,
  ): Promise<StoreResult<Assert>> {
    return this.request<StoreResult<Assert>>("store_operation", command);
  }
}
