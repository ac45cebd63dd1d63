/**
 * The part of the client about receipts.
 *
 * @module
 */
import { type ApiCaller, type CallOptions } from "../kit/api_client_runtime.ts";

/** A receipt of the system. */
export interface Receipt {
  /** Set by the server. */
  readonly id: string;
  /** Set by the server. */
  readonly createdAt: string;
  /** Set by the server at every change. */
  readonly updatedAt: string;
  /** The receipt's t. */
  readonly t: string | null;
  /** The x that the receipt belongs to. */
  readonly xId: string;
}

/** The body to create a receipt. */
export interface ReceiptCreate {
  /** The receipt's t. */
  readonly t?: string | null;
  /** The x that the receipt belongs to. */
  readonly xId: string;
}

/** Calls the operations about receipts. */
export class ReceiptsClient {
  readonly #caller: ApiCaller;

  /** Makes the part of a client that sends by this caller. */
  constructor(caller: ApiCaller) {
    this.#caller = caller;
  }

  /** Create a receipt. */
  async create(
    body: ReceiptCreate,
    options: CallOptions = {},
  ): Promise<Receipt> {
    return await this.#caller.send<Receipt>({
      method: "POST",
      path: "/receipts",
      body,
      options,
    });
  }
}
