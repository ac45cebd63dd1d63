/**
 * Applies the rules of labels between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Label, LABEL_SPEC } from "../models/label.ts";
import { checkLabel } from "../validations/label_rules.ts";

/** Keeps the rules for a label: answers requests with the help of the store. */
export class LabelController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "LabelRequest" },
    store_operation: { direction: "out", type: "LabelStoreCommand" },
  };

  #labels: EntityService<Label> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#labels = new EntityService<Label>({
      spec: LABEL_SPEC,
      defaults: {},
      check: checkLabel,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Label>> {
    if (!this.#labels) throw new Error("The controller is not set up");
    return this.#labels.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Label>,
  ): Promise<StoreResult<Label>> {
    return this.request<StoreResult<Label>>("store_operation", command);
  }
}
