/**
 * Applies the rules of tests between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Test, TEST_SPEC } from "../models/test.ts";
import { checkTest } from "../validations/test_rules.ts";

/** Keeps the rules for a test: answers requests with the help of the store. */
export class TestController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "TestRequest" },
    store_operation: { direction: "out", type: "TestStoreCommand" },
  };

  #tests: EntityService<Test> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tests = new EntityService<Test>({
      spec: TEST_SPEC,
      defaults: { a: null, b: null, c: null },
      check: checkTest,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Test>> {
    if (!this.#tests) throw new Error("The controller is not set up");
    return this.#tests.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Test>,
  ): Promise<StoreResult<Test>> {
    return this.request<StoreResult<Test>>("store_operation", command);
  }
}
