import {
  HarnessComponent,
  RequestFailed,
  type RequestReply,
} from "@autocoder/harness";

/** What a customer asks for. */
export interface Inquiry {
  /** Who asks. */
  readonly customer: string;
  /** What it is about. */
  readonly product: string;
  /** How many. */
  readonly pieces: number;
}

/** What the customer is told. */
export interface Quote {
  /** Who asked. */
  readonly customer: string;
  /** Price of all pieces. */
  readonly cents: number;
}

/** What passes the ports. */
type Ports = {
  in: { inquiries: Inquiry };
  out: { quotes: Quote };
  asks: { prices: RequestReply<string, number> };
};

/**
 * Answers inquiries, those of one customer in order. A price that cannot be had is asked for a second
 * time after a second.
 */
export class QuoteDesk extends HarnessComponent<undefined, Ports> {
  override readonly ports = {
    inquiries: { direction: "in" },
    prices: { direction: "out" },
    quotes: { direction: "out" },
  } as const;

  override process(): Promise<void> {
    return this.serve({ inquiries: (inquiry) => this.#answer(inquiry) }, {
      key: ({ customer }: Inquiry) => customer,
      retry: {
        attempts: 2,
        firstMs: 1000,
        jitter: 0,
        retryIf: (error) => error instanceof RequestFailed,
      },
    });
  }

  async #answer({ customer, product, pieces }: Inquiry): Promise<void> {
    if (pieces < 1) throw new RangeError(`found ${pieces} pieces`);
    const cents = pieces * await this.request("prices", product);
    await this.send("quotes", { customer, cents });
  }
}
