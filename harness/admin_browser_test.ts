import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Browser, chromium, type Page } from "playwright-core";
import { DeadLetterFile } from "./dead_letter_file.ts";
import { createMessage } from "./message.ts";
import { serveAdmin, type ServeAdminOptions } from "./serve_admin.ts";
import { SystemExecutionHarness } from "./system_execution_harness.ts";
import { client, Double, IN, server } from "./test_doubles.ts";

const CHROMIUM = "/usr/bin/chromium";
const LAUNCH = { executablePath: CHROMIUM, args: ["--no-sandbox"] };
const CONNECTION = "asker.out -> worker.in";
const NASTY = "sink <script>alert(1)</script><img src=x onerror=alert(2)>";
const ignore = !await isInstalled();
const why = ignore ? ` (skipped: no browser at ${CHROMIUM})` : "";

Deno.test({
  ignore,
  name:
    `the page shows states, restarts and letters, and sends them again${why}`,
}, async () => {
  await using shop = await Shop.open();
  const { page } = shop;
  await seen(page, "#status", "degraded");
  await seen(page, "#component-1 [data-field=state]", "running");
  await seen(page, "#component-1 [data-field=restarts]", "1");
  await seen(page, "#node-1 [data-figures]", "1 restart");
  await seen(page, "#component-3 [data-field=state]", "error");
  await seen(page, "#node-3 [data-word]", "error");
  await seen(page, "#component-3 [data-field=error]", "the disk is gone");
  await seen(page, "#node-2 .name", "sink <script>");
  assertEquals(await page.locator("img").count(), 0);
  const letters = page.locator("tr[data-letter]");
  await seen(page, "#letters-count", "3");
  assertEquals(await letters.count(), 3);
  assertStringIncludes(await letters.first().innerText(), "Error: no luck");
  shop.isBroken = false;
  const first = page.getByRole("button", { name: "Redrive letter 3 of" });
  await first.click();
  await seen(page, "#redrive-outcome", "1 of 1 sent again");
  await page.locator("tr[data-letter='3']").waitFor({ state: "detached" });
  assertEquals(shop.harness.deadLetters.length, 2);
  assertEquals(shop.seen, [3]);
  await page.getByRole("button", { name: "Redrive all" }).click();
  await seen(page, "#redrive-outcome", "2 of 2 sent again");
  await page.locator("#no-letters").waitFor({ state: "visible" });
  assertEquals(shop.seen, [3, 1, 2]);
  assertEquals(await page.locator("#redrive-all").isDisabled(), true);
  assertEquals(shop.complaints, []);
});

Deno.test({
  ignore,
  name:
    `the page tells who is at the bottom of a full channel, until it moves${why}`,
}, async () => {
  await using shop = await Shop.open();
  const { page } = shop;
  await page.locator("#banner[data-level=none]").waitFor({ state: "attached" });
  shop.flood();
  await seen(
    page,
    "#banner strong",
    'Blocked: "slow" has messages in hand whose handlers have not returned',
  );
  await seen(
    page,
    "#banner li",
    'waits for room in "asker.flood -> slow.in", which is full',
  );
  await seen(page, "#channel-2 [data-field=state]", "full");
  await seen(page, "#channel-2 [data-field=fill]", "2 of 2");
  await seen(page, "[data-label-of='2']", "full 2/2");
  assertEquals(
    await page.locator("#banner").getAttribute("aria-live"),
    "polite",
  );
  shop.release();
  await page.locator("#banner[data-level=none]").waitFor({ state: "attached" });
  await seen(page, "#channel-2 [data-field=state]", "open");
  assertEquals(shop.complaints, []);
});

Deno.test({
  ignore,
  name: `the page works by keyboard, narrow and wide, light and dark${why}`,
}, async () => {
  await using shop = await Shop.open();
  const { page } = shop;
  await seen(page, "#letters-count", "3");
  for (
    const [width, colorScheme] of [[400, "light"], [1600, "dark"]] as const
  ) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const wider = await page.evaluate<number>(
      "document.documentElement.scrollWidth - innerWidth",
    );
    assert(wider <= 0, `found the page ${wider} px wider than ${width}`);
    assertEquals(await lowContrast(page), []);
  }
  await page.keyboard.press("Tab");
  assertEquals(await focused(page), "Skip to the tables");
  shop.isBroken = false;
  await page.locator("tr[data-letter='3'] button").focus();
  const outline = await page.evaluate<string>(
    "getComputedStyle(document.activeElement).outlineStyle",
  );
  assertEquals(outline, "solid");
  await page.keyboard.press("Enter");
  await page.locator("tr[data-letter='3']").waitFor({ state: "detached" });
  await page.locator("tr[data-letter='2'] button:focus").waitFor();
  assertEquals(shop.complaints, []);
});

Deno.test({
  ignore,
  name:
    `the page takes the token once, and says when the system has ended${why}`,
}, async () => {
  const token = "correct-horse-battery";
  await using shop = await Shop.open({ token }, `?token=${token}`);
  const { page } = shop;
  await page.waitForURL((url) => url.search === "");
  await seen(page, "#status", "degraded");
  const cookies = await page.evaluate<string>("document.cookie");
  assertEquals([cookies, shop.complaints], ["", []]);
  await shop.harness.stop();
  await page.locator("body[data-stale=true]").waitFor();
  assert(await page.getByRole("button", { name: "Redrive all" }).isVisible());
});

Deno.test({
  ignore,
  name:
    `the page shows letters of an earlier process and a component between two lives${why}`,
}, async () => {
  const path = await Deno.makeTempFile();
  const before = await DeadLetterFile.open(path);
  const place = { component: "worker", port: "in", connection: CONNECTION };
  for (const data of [{ due: new Date(0) }, { call: () => {} }]) {
    const message = createMessage({ source: "asker.out", data });
    before.add({ ...place, attempt: 1, cause: new Error("no luck"), message });
  }
  await before[Symbol.asyncDispose]();
  const seenData: unknown[] = [];
  const harness = new SystemExecutionHarness({
    deadLetters: await DeadLetterFile.open(path),
    supervision: { backoff: { firstMs: 3_600_000 } },
  })
    .registerComponent(client("asker"))
    .registerComponent(server("worker", (data) => void seenData.push(data)))
    .registerComponent(
      new Double("mortal", {
        process: () => {
          throw new Error("boom");
        },
      }),
      { restart: "permanent" },
    )
    .connect("asker.out", "worker.in");
  await harness.start();
  const { url } = serveAdmin(harness, { intervalMs: 100 });
  const browser = await chromium.launch(LAUNCH);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await seen(page, "#component-2 [data-field=state]", "restarting");
    await seen(page, "#node-2 [data-word]", "restarting");
    await seen(page, "#tile-dead", "2");
    await seen(page, "tr[data-letter='2'] [data-field=data]", "[function]");
    const stuck = page.locator("tr[data-letter='2'] button");
    assertEquals(await stuck.isDisabled(), true);
    assertStringIncludes(await stuck.getAttribute("title") ?? "", "function");
    await page.getByRole("button", { name: "Redrive all" }).click();
    await seen(page, "#redrive-outcome", "1 of 2 sent again; not accepted: ");
    await page.locator("tr[data-letter='1']").waitFor({ state: "detached" });
    assertEquals(seenData, [{ due: new Date(0) }]);
    assertEquals(await page.locator("#letters-trouble").textContent(), "");
  } finally {
    await browser.close();
    await harness.stop();
    await Deno.remove(path);
  }
});

/**
 * A system with a component that was started again, one that failed for good, one that leaves dead letters,
 * and one that fills its channel; and a page that looks at it.
 */
class Shop implements AsyncDisposable {
  isBroken = true;
  readonly seen: unknown[] = [];
  readonly complaints: string[] = [];
  readonly harness: SystemExecutionHarness;
  readonly #gate = Promise.withResolvers<void>();
  readonly #asker: Double;
  #browser!: Browser;
  page!: Page;

  private constructor() {
    let failures = 0;
    this.#asker = client("asker");
    Object.assign(this.#asker, {
      ports: { out: { direction: "out" }, flood: { direction: "out" } },
    });
    this.harness = new SystemExecutionHarness({
      name: "shop",
      stopTimeoutMs: 500,
      supervision: { backoff: { firstMs: 1 } },
    })
      .registerComponent(this.#asker)
      .registerComponent(
        new Double("flaky", {
          process: () => {
            if (failures++ === 0) throw new Error("once");
            return this.#gate.promise;
          },
        }),
        { restart: "transient" },
      )
      .registerComponent(server(NASTY, (value) => {
        if (this.isBroken) throw new Error("no luck");
        this.seen.push(value);
      }))
      .registerComponent(
        new Double("lost", {
          ports: IN,
          process: () => {
            throw new Error("the disk is gone");
          },
        }),
      )
      .registerComponent(server("slow", () => this.#gate.promise, 1))
      .connect("asker.out", `${NASTY}.in`, { type: "request_reply" })
      .connect("asker.flood", "slow.in", { bufferSize: 2 });
  }

  static async open(
    options: ServeAdminOptions = {},
    query = "",
  ): Promise<Shop> {
    const shop = new Shop();
    const { harness, complaints } = shop;
    await harness.start();
    for (const value of [1, 2, 3]) {
      await shop.#asker.ask("out", value).catch(() => {});
    }
    const { url } = serveAdmin(harness, { intervalMs: 100, ...options });
    shop.#browser = await chromium.launch(LAUNCH);
    const page = shop.page = await shop.#browser.newPage();
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        complaints.push(message.text());
      }
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      complaints.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const isOwn = request.url().startsWith(url) || request.url() === "data:,";
      if (!isOwn) complaints.push(`request to ${request.url()}`);
    });
    await page.goto(url + query);
    return shop;
  }

  /** Sends until a sender waits. */
  flood(): void {
    for (let n = 0; n < 5; n++) this.#asker.emit("flood", n).catch(() => {});
  }

  /** Lets what is held go on. */
  release(): void {
    this.#gate.resolve();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.release();
    await this.#browser.close();
    await this.harness.stop();
  }
}

async function seen(page: Page, selector: string, text: string): Promise<void> {
  const place = page.locator(selector).filter({ hasText: text });
  await place.first().waitFor({ state: "attached", timeout: 10_000 });
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement.textContent");
}

/** Lists texts with a contrast under 4.5, as WCAG 2.2 wants it for text. */
function lowContrast(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const light = (rgb) => {
      const [r, g, b] = rgb.map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
      return .2126 * r + .7152 * g + .0722 * b;
    };
    const parse = (color) => color.match(/[\\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const ground = (node) => {
      for (; node; node = node.parentElement) {
        const color = parse(getComputedStyle(node).backgroundColor);
        if (color.length === 3 || color[3] === 1) return color;
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll("h1,h2,p,dt,dd,li,th,td,button,strong,small")]
      .filter((node) => node.checkVisibility() && !node.disabled && node.textContent.trim())
      .flatMap((node) => {
        const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        return ratio < 4.5 ? [node.textContent.trim().slice(0, 40) + ": " + ratio.toFixed(2)] : [];
      });
  })()`);
}

async function isInstalled(): Promise<boolean> {
  return await Deno.stat(CHROMIUM).then(() => true, (error) => {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  });
}
