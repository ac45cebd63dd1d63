import type { SystemExecutionHarness } from "@autocoder/harness";
import { type AdminServer, serveAdmin } from "@autocoder/harness/admin";
import type { Transcript } from "../transcript.ts";

/** What operators do: look at the live page, the figures and the dead letters, and send one again. */
export class FrontOffice {
  readonly #admin: AdminServer;
  readonly #transcript: Transcript;

  /** Opens the live page of a system, on loopback and any free port. */
  constructor(harness: SystemExecutionHarness, transcript: Transcript) {
    this.#admin = serveAdmin(harness);
    this.#transcript = transcript;
  }

  /** Looks at everything that is to be seen while the system runs. */
  async inspect(): Promise<void> {
    const transcript = this.#transcript;
    const page = await this.#get("");
    transcript.check(
      "the live page is there",
      page.includes("<title>web_shop"),
    );
    const ready = JSON.parse(await this.#get("health/ready"));
    transcript.equal("ready", ready.status, "ok");
    const metrics = await this.#get("metrics");
    for (const start of METRICS) {
      transcript.say(
        metrics.split("\n").find((line) => line.startsWith(start)) ??
          `no ${start}`,
      );
    }
    const event = await this.#firstEvent();
    transcript.equal(
      "the live page's first event is of",
      JSON.parse(event).system,
      "web_shop",
    );
  }

  /** Sends the newest dead letter of a component again, as the page's button does. */
  async redriveOne(component: string): Promise<unknown> {
    const state = JSON.parse(await this.#get("state"));
    const letters: readonly {
      readonly id: string;
      readonly component: string;
    }[] = state.deadLetters.letters;
    const id = letters.find((letter) => letter.component === component)?.id;
    const response = await fetch(`${this.#admin.url}dead-letters/redrive`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-harness-admin": "1" },
      body: JSON.stringify({ id }),
    });
    return await response.json();
  }

  async #get(path: string): Promise<string> {
    return await (await fetch(this.#admin.url + path)).text();
  }

  async #firstEvent(): Promise<string> {
    const { body } = await fetch(`${this.#admin.url}events`);
    let text = "";
    for await (
      const piece of body?.pipeThrough(new TextDecoderStream()) ?? []
    ) {
      text += piece;
      if (text.includes("\n\n")) break; // which hangs up
    }
    return text.split("\n").find((line) => line.startsWith("data:"))?.slice(
      5,
    ) ?? "{}";
  }
}

const METRICS = [
  'harness_component_restarts_total{system="web_shop",component="carrier"}',
  'harness_component_requests_timed_out_total{system="web_shop",component="pricing"}',
  'harness_component_failed_total{system="web_shop",component="pricing"}',
  'harness_dead_letters_total{system="web_shop"}',
];
