/**
 * The part of a language model in a report's page: what it was asked, what that took, and what came of it.
 *
 * @module
 */
import {
  type AuthoringFigures,
  type AuthoringPart,
  costText,
  type KeptUnit,
  type WrittenPart,
} from "../authoring_part.ts";
import type { SecondReading } from "../second_reading.ts";
import { type Html, html, type HtmlPart } from "./html_text.ts";

/** Renders the section; nothing where no model had a part in the system. */
export function renderAuthoring(
  authoring: AuthoringPart | undefined,
  reading: SecondReading | undefined,
): Html | undefined {
  if (!authoring) return undefined;
  const { planned, written, unread, kept } = authoring;
  return html`<section id="model"><h2>Language model</h2>
${
    written ? writtenPart(written) : kept.length === 0 ? "" : html`
      <p>This generation asked no model: what one has written before is kept in <code>.autocoder/answers</code>, and was taken from there.</p>
    `
  }${
    unread === undefined ? "" : html`
      <p
        class="covers"><strong>Not told:</strong> evidence/generation.json could not be read: ${unread}</p>
    `
  }${
    planned && html`
      <p>The request was planned by <strong>${planned
        .model}</strong>: ${counted(planned.calls, "call")}, ${counted(
          planned.rounds,
          "round",
        )}, ${grouped(planned.tokens.input)} tokens in (${grouped(
          planned.tokens.cached,
        )} cached), ${grouped(planned.tokens.output)} out, ${seconds(
          planned.ms,
        )}</p>
    `
  }${
    reading && html`
      <p>The <a href="#second">second reading</a> by <strong>${reading
        .model}</strong>: ${reading.state === "made"
        ? `${counted(reading.calls, "call")}, ${
          grouped(reading.usage.input)
        } tokens in (${grouped(reading.usage.cached)} cached), ${
          grouped(reading.usage.output)
        } out, ${seconds(reading.ms)}`
        : reading.state.replace("_", " ")}</p>
    `
  }${kept.length === 0 ? "" : keptTable(kept)}
<p class="covers">Figures are as the generation told them; they are no part of what was verified. What the model wrote is: it was scanned, type-checked and tested like all else.</p>
</section>`;
}

function writtenPart(
  { model, price, total, waves, types, failed }: WrittenPart,
) {
  return html`
    <p>${total.units - total.failed} of ${counted(
      total.units,
      "unit",
    )} written by <strong>${model}</strong>${total.failed === 0
      ? ""
      : html`, <span class="state failed">${total.failed} given up</span>`}</p>
    <div class="figures">${[
      ["calls", grouped(total.calls), retried(total)],
      ["tokens in", grouped(total.tokens.input), cachedShare(total)],
      ["tokens out", grouped(total.tokens.output), ""],
      ["cost", costText(total.cost), ""],
      ["rounds", grouped(total.rounds), "at most for a unit"],
      ["units failed", grouped(total.failed), `of ${grouped(total.units)}`],
    ].map(([label, value, more]) =>
      html`<div><span>${label}</span><strong>${value}</strong><small>${more}</small></div>`
    )}</div>
    ${price === undefined ? "" : html`<p class="covers">${price}</p>`}
    ${failed.map(({ unit, why }) =>
      html`
        <article class="finding">
          <h3>${unit}</h3>
          <p>given up: ${why}</p>
        </article>
      `
    )}
    ${figureTable("wave", [...waves, ...(waves.length > 1 ? [total] : [])])}
    ${figureTable("type of file", types)}
  `;
}

function figureTable(what: string, rows: readonly AuthoringFigures[]): Html {
  const head = [
    "units",
    "failed",
    "files",
    "lines",
    "calls",
    "rounds",
    "tokens in",
    "cached",
    "tokens out",
    "cost",
    "time",
  ];
  return html`
    <div class="wide">
      <table>
        <thead>
          <tr><th>${what}</th>${head.map((name) =>
            html`<th class="number">${name}</th>`
          )}</tr>
        </thead>
        <tbody>${rows.map((row) =>
          html`<tr><td>${row.name}</td>${
            [
              row.units,
              row.failed,
              row.files,
              row.lines,
              row.calls,
              row.rounds,
              row.tokens.input,
              row.tokens.cached,
              row.tokens.output,
            ].map((figure) => numberCell(grouped(figure)))
          }${numberCell(costText(row.cost))}${
            numberCell(seconds(row.parallelMs))
          }</tr>`
        )}</tbody>
      </table>
    </div>
  `;
}

function keptTable(kept: readonly KeptUnit[]): Html {
  return html`
    <details>
      <summary>${counted(
        kept.length,
        "unit",
      )} kept in .autocoder/answers</summary>
      <div class="wide">
        <table>
          <thead>
            <tr><th>unit</th><th>model</th>${[
              "rounds",
              "calls",
              "tokens in",
              "cached",
              "tokens out",
            ]
              .map((name) => html`<th class="number">${name}</th>`)}</tr>
          </thead>
          <tbody>${kept.map(({ unit, model, rounds, calls, tokens }) =>
            html`<tr><td><code>${unit}</code></td><td>${model}</td>${
              [rounds, calls, tokens.input, tokens.cached, tokens.output]
                .map((figure) => numberCell(grouped(figure)))
            }</tr>`
          )}</tbody>
        </table>
      </div>
    </details>
  `;
}

function numberCell(text: HtmlPart): Html {
  return html`<td class="number">${text}</td>`;
}

function retried({ attempts, calls }: AuthoringFigures): string {
  return attempts > calls ? `${grouped(attempts - calls)} retried` : "";
}

function cachedShare({ tokens }: AuthoringFigures): string {
  return `${grouped(tokens.cached)} of them cached`;
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A thin space parts thousands in every language. */
function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
