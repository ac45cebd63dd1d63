/**
 * Applies the rules of tools between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Tool, TOOL_SPEC } from "../models/tool.ts";
import { checkTool } from "../validations/tool_rules.ts";

/** Keeps the rules for a tool: answers requests with the help of the store. */
export class ToolController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ToolRequest" },
    store_operation: { direction: "out", type: "ToolStoreCommand" },
  };

  #tools: EntityService<Tool> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#tools = new EntityService<Tool>({
      spec: TOOL_SPEC,
      defaults: { broken: false },
      check: checkTool,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Tool>> {
    if (!this.#tools) throw new Error("The controller is not set up");
    return this.#tools.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Tool>,
  ): Promise<StoreResult<Tool>> {
    return this.request<StoreResult<Tool>>("store_operation", command);
  }
}
