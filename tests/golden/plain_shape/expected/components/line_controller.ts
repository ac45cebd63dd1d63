/**
 * Applies the rules of lines between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import { bulkChanges } from "../kit/bulk_changes.ts";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type {
  BatchCommand,
  BatchResult,
  StoreCommand,
  StoreResult,
} from "../kit/store_command.ts";
import { type Line, LINE_SPEC } from "../models/line.ts";
import { checkLine } from "../validations/line_rules.ts";

/** Keeps the rules for a line: answers requests with the help of the store. */
export class LineController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "LineRequest" },
    store_operation: { direction: "out", type: "LineStoreCommand" },
  };

  #lines: EntityService<Line> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#lines = new EntityService<Line>({
      spec: LINE_SPEC,
      defaults: { pieces: 1 },
      check: checkLine,
      bulk: bulkChanges((command) => this.sendToStoreOperationBatch(command)),
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Line>> {
    if (!this.#lines) throw new Error("The controller is not set up");
    return this.#lines.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Line>,
  ): Promise<StoreResult<Line>> {
    return this.request<StoreResult<Line>>("store_operation", command);
  }

  /** Sends several writes out by `store_operation` and waits for the store's result. */
  sendToStoreOperationBatch(
    command: BatchCommand<Line>,
  ): Promise<BatchResult<Line>> {
    return this.request<BatchResult<Line>>("store_operation", command);
  }
}
