/**
 * The day after, in a process of its own: the carrier has a licence for fireworks now, and what died
 * yesterday is read from the file and sent again. pipeline_demo.ts runs it.
 *
 * @module
 */
import type { SystemExecutionHarness } from "@autocoder/harness";
import { DeadLetterFile } from "@autocoder/harness/dead_letter_file";
import { Transcript } from "../transcript.ts";
import { until } from "../until.ts";
import { letterInWords } from "./letter_in_words.ts";
import { LETTERS_FILE } from "./night.ts";
import { orderSystem } from "./order_system.ts";
import { makeShop } from "./shop.ts";

const transcript = new Transcript();
const shop = makeShop({ web: [], app: [] }, {
  hasLicence: true,
  health: () => harness.health(),
});
const deadLetters = await DeadLetterFile.open(LETTERS_FILE);
const harness: SystemExecutionHarness = orderSystem(shop, { deadLetters });
await harness.start();
shop.carrier.gate.resolve();
for (const letter of harness.deadLetters) {
  transcript.say(`found: ${letterInWords(letter)}`);
}
const orders = harness.deadLetters.filter(({ component }) =>
  component === "carrier"
);
const { accepted } = await harness.redrive(orders);
transcript.equal("orders sent again", accepted, 1);
await until("it is delivered", () => shop.carrier.delivered === 1);
const report = await harness.stop();
transcript.equal("in the archive", [...shop.archive.ids], ["web-330"]);
transcript.equal(
  "still in the file: questions that nobody waits for any more",
  harness.deadLetters.map(({ component }) => component),
  ["catalog", "catalog", "catalog"],
);
transcript.equal("the ledger closes", report.ledger.balanced, true);
transcript.end();
