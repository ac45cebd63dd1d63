/**
 * Applies the rules of products between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Product, PRODUCT_SPEC } from "../models/product.ts";
import { checkProduct } from "../validations/product_rules.ts";

/** Keeps the rules for a product: answers requests with the help of the store. */
export class ProductController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ProductRequest" },
    store_operation: { direction: "out", type: "ProductStoreCommand" },
  };

  #products: EntityService<Product> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#products = new EntityService<Product>({
      spec: PRODUCT_SPEC,
      defaults: { price: null, sku: null, category: null, isActive: true },
      check: checkProduct,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Product>> {
    if (!this.#products) throw new Error("The controller is not set up");
    return this.#products.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Product>,
  ): Promise<StoreResult<Product>> {
    return this.request<StoreResult<Product>>("store_operation", command);
  }
}
