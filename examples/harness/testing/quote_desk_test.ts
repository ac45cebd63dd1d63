/**
 * How a component is tested: alone, between probes, by a clock that stands still, under many orders of
 * events, and against the contract of all components. No test sleeps.
 *
 *     deno test examples/harness/testing/quote_desk_test.ts
 *
 * Needs no permission.
 *
 * @module
 */
import { RequestFailed, SystemExecutionHarness } from "@autocoder/harness";
import {
  checkComponent,
  exploreSchedules,
  ProbeServer,
  ProbeSink,
  ProbeSource,
  VirtualClock,
} from "@autocoder/harness/testing";
import { assertEquals, assertInstanceOf } from "@std/assert";
import { type Inquiry, type Quote, QuoteDesk } from "./quote_desk.ts";

Deno.test("a quote is the price times the pieces", async () => {
  await using desk = await startDesk();
  await desk.customers.sendNext(inquiry("ada", "mug", 3));
  const request = await desk.prices.expectRequest("mug");
  await desk.quotes.expectNoNext();
  request.answer(500);
  await desk.quotes.expectNext({ customer: "ada", cents: 1500 });
});

Deno.test("a price that cannot be had is asked for again after a second", async () => {
  await using desk = await startDesk();
  await desk.customers.sendNext(inquiry("ada", "mug", 1));
  (await desk.prices.nextRequest()).fail(new Error("the list is locked"));
  await desk.clock.advance(999);
  await desk.prices.expectNoRequest();
  await desk.clock.advance(1);
  (await desk.prices.expectRequest("mug")).answer(500);
  await desk.quotes.expectNext({ customer: "ada", cents: 500 });
  const dead = desk.harness.deadLetters.map(({ component }) => component);
  assertEquals(dead, ["prices"]); // which did fail; the inquiry is answered
});

Deno.test("an inquiry whose price cannot be had twice is a dead letter", async () => {
  await using desk = await startDesk();
  await desk.customers.sendNext(inquiry("ada", "kite", 1));
  (await desk.prices.nextRequest()).fail(new RangeError("no price"));
  await desk.clock.advance(1000);
  (await desk.prices.nextRequest()).fail(new RangeError("no price"));
  await desk.quotes.expectNoNext();
  const letter = desk.harness.deadLetters.at(-1); // after those of the prices
  assertEquals([letter?.component, letter?.attempt], ["quote_desk", 2]);
  assertInstanceOf(letter?.cause, RequestFailed);
});

Deno.test("customers wait when nobody takes the quotes", async () => {
  await using desk = await startDesk({ bufferSize: 1 });
  const sent = Array.from(
    { length: 100 },
    (_, i) => desk.customers.sendNext(inquiry(`customer ${i}`, "mug", 1)),
  );
  void answerAll(desk.prices);
  await desk.customers.expectBackpressure();
  const quotes = await desk.quotes.take(100);
  await Promise.all(sent);
  assertEquals(quotes.length, 100);
});

Deno.test("each customer's quotes come in order, in whichever order prices arrive", async () => {
  const { schedules } = await exploreSchedules(async (scheduler) => {
    await using desk = await startDesk({ clock: scheduler.clock });
    for (const customer of ["ada", "bob"]) {
      await desk.customers.sendNext(inquiry(customer, "slow mug", 1));
      await desk.customers.sendNext(inquiry(customer, "lamp", 2));
    }
    void answerAll(desk.prices, (product) => scheduler.yield(product));
    const cents = { ada: [] as number[], bob: [] as number[] };
    for (const quote of await desk.quotes.take(4)) {
      cents[quote.customer as keyof typeof cents].push(quote.cents); // ada's or bob's
    }
    assertEquals(cents, { ada: [500, 1000], bob: [500, 1000] });
  }, { seeds: 20 });
  assertEquals(schedules > 1, true);
});

Deno.test("the desk keeps the contract of components", async () => {
  await checkComponent(() => new QuoteDesk("quote_desk"), {
    messages: {
      inquiries: [inquiry("ada", "mug", 1), inquiry("bob", "pen", 2)],
    },
    failing: { inquiries: [inquiry("eve", "mug", 0)] },
    replies: { prices: () => 500 },
  });
});

/** A desk that runs, with probes all around it. */
interface Desk extends AsyncDisposable {
  readonly harness: SystemExecutionHarness;
  readonly clock: VirtualClock;
  readonly customers: ProbeSource<Inquiry>;
  readonly prices: ProbeServer<string, number>;
  readonly quotes: ProbeSink<Quote>;
}

async function startDesk(
  options: { readonly clock?: VirtualClock; readonly bufferSize?: number } = {},
): Promise<Desk> {
  const { clock = new VirtualClock(), bufferSize } = options;
  const customers = new ProbeSource<Inquiry>("customers");
  const prices = new ProbeServer<string, number>("prices");
  const quotes = new ProbeSink<Quote>("quotes");
  const harness = new SystemExecutionHarness({ clock })
    .registerComponent(customers)
    .registerComponent(new QuoteDesk("quote_desk"))
    .registerComponent(prices)
    .registerComponent(quotes)
    .connect("customers.out", "quote_desk.inquiries", { bufferSize })
    .connect("quote_desk.prices", "prices.in", { type: "request_reply" })
    .connect("quote_desk.quotes", "quotes.in", { bufferSize });
  await harness.start();
  const end = async () => {
    quotes.flow();
    await harness.stop();
  };
  return {
    harness,
    clock,
    customers,
    prices,
    quotes,
    [Symbol.asyncDispose]: end,
  };
}

/** Answers every request with the same price, each after whatever it has to wait for. */
async function answerAll(
  prices: ProbeServer<string, number>,
  wait: (product: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  for (;;) {
    const request = await prices.nextRequest();
    void wait(request.data).then(() => request.answer(500));
  }
}

function inquiry(customer: string, product: string, pieces: number): Inquiry {
  return { customer, product, pieces };
}
