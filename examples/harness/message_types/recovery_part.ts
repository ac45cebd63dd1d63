import type { DeadLetter } from "@autocoder/harness";
import type { Transcript } from "../transcript.ts";
import { until } from "../until.ts";
import { type LabelShop, labelShop } from "./label_shop.ts";

/** Shows what becomes of a message that cannot be handled. */
export async function recoveryPart(transcript: Transcript): Promise<void> {
  const shop = labelShop(JOBS);
  await using harness = shop.harness;
  await harness.start();
  await until(
    "all are tried",
    () => shop.packer.boxes.length === 3 && shop.desk.repaired.length === 1,
  );
  transcript.part("Errors");
  showErrors(shop, transcript);
  transcript.part("Recovery");
  await recover(shop, transcript);
  const { ledger, deadLetters } = await harness.stop();
  transcript.say(
    `ledger: ${JSON.stringify(ledger)}, died on the way: ${deadLetters}`,
  );
  transcript.equal("every message is accounted for", ledger.balanced, true);
}

function showErrors(
  { harness, printer, packer, desk }: LabelShop,
  transcript: Transcript,
): void {
  transcript.say(`boxes: ${packer.boxes.join(" ")}`);
  const worked = packer.boxes.includes("[jams twice]");
  transcript.equal("retried until it worked", worked, true);
  const { tries, metrics } = printer;
  transcript.equal("tries and retries", [tries, metrics.retries], [7, 2]);
  transcript.equal("by the error port", desk.repaired, [
    "[torn] (the label is torn, by packer.error)",
  ]);
  for (const letter of harness.deadLetters) transcript.say(inWords(letter));
  const dead = harness.deadLetters.map(({ message }) => message.data);
  transcript.equal("dead letters", dead, ["needs paper"]);
  const { status } = harness.health();
  transcript.equal("health, for a message is no component", status, "ok");
}

async function recover(
  { harness, printer, packer }: LabelShop,
  transcript: Transcript,
): Promise<void> {
  const { accepted: early } = await harness.redrive();
  transcript.equal("sent again too early, accepted", early, 1);
  await until("it dies again", () => harness.deadLetters.length === 1);
  const { attempt } = harness.deadLetters[0] ?? {};
  transcript.equal("and dead again, attempt", attempt, 2);
  printer.paper = true;
  const { accepted: late, refused } = await harness.redrive();
  transcript.equal("sent again with paper, accepted", late, 1);
  transcript.equal("refused by their connection", refused, []);
  await until("it is printed", () => packer.boxes.length === 4);
  transcript.equal("boxes", packer.boxes, [
    "[fine]",
    "[jams twice]",
    "[fine too]",
    "[needs paper]",
  ]);
  transcript.equal("dead letters left", harness.deadLetters.length, 0);
}

function inWords(letter: DeadLetter): string {
  const { component, port, connection, attempt, cause, message } = letter;
  return `dead letter of "${component}.${port}" by ${connection}, ` +
    `attempt ${attempt}: ${cause}: ${JSON.stringify(message.data)}`;
}

const JOBS = ["fine", "jams twice", "torn", "needs paper", "fine too"];
