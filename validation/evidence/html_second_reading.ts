/**
 * The second reading in a report's page: what a model found untested, and what came of it.
 *
 * @module
 */
import {
  type ClaimOutcome,
  type SecondClaim,
  type SecondReading,
  secondReadingText,
  type SecondStep,
} from "../second_reading.ts";
import { type Html, html } from "./html_text.ts";

/** Renders the section; nothing where none was made. `logs` are the raw outputs that the page shows. */
export function renderSecondReading(
  reading: SecondReading | undefined,
  logs: ReadonlyMap<string, string>,
): Html | undefined {
  if (!reading) return undefined;
  const { claims, calls, usage, reason, state, log } = reading;
  const name = log?.replace("raw/", "");
  return html`<section id="second"><h2>Second reading</h2>
<p>A language model has read ${
    READ_WORDS[reading.read]
  } again and the names of the tests, not the code. What it says counts for nothing by itself: each claim became a test that ran, or was dropped, and <strong>no result above depends on it</strong>.</p>
<p>${secondReadingText(reading)}${
    state === "made" && reason !== undefined ? `; ${reason}` : ""
  }</p>
<p class="covers">${calls} ${
    calls === 1 ? "question" : "questions"
  }, ${usage.input} tokens sent, ${usage.cached} of them kept by the provider, ${usage.output} answered${
    name !== undefined && logs.has(name)
      ? html`
        · <a href="#log-${name}">${name}</a>
      `
      : ""
  }</p>
${
    ORDER.flatMap((outcome) =>
      claims.filter((claim) => claim.outcome === outcome).map(claimArticle)
    )
  }</section>`;
}

function claimArticle(
  { id, quote, shows, outcome, reason, requirements, steps }: SecondClaim,
): Html {
  return html`
    <article class="requirement"
      id="${id}"><h3><span class="id">${id}</span> “${quote}” <span
        class="badge ${BADGE[outcome]}">${WORD[
          outcome
        ]}</span></h3><p>${shows}</p>${requirements
            .length === 0
          ? ""
          : html`<p class="covers">said in ${
            requirements.map((one, i) =>
              html`${i > 0 ? ", " : ""}<a href="#${one}">${one}</a>`
            )
          }</p>`}${reason === undefined
          ? ""
          : html`<p><strong>${
            outcome === "open" ? "To be looked at:" : "Why:"
          }</strong> ${reason}</p>`}${steps.length === 0
          ? ""
          : stepTable(steps)}</article>
  `;
}

function stepTable(steps: readonly SecondStep[]): Html {
  const rows = steps.map(({ purpose, request, wanted, found, state }) =>
    html`
      <tr>
        <td><span class="state ${state}">${state.replace("_", " ")}</span></td>
        <td>${purpose}</td>
        <td><code>${request}</code></td>
        <td>${wanted}</td>
        <td>${found}</td>
      </tr>
    `
  );
  return html`
    <table>
      <thead>
        <tr>
          <th></th>
          <th>step</th>
          <th>request</th>
          <th>wanted</th>
          <th>found</th>
        </tr>
      </thead>
      <tbody>
    ${rows}</tbody>
    </table>
  `;
}

/** What somebody has to look at comes first. */
const ORDER: readonly ClaimOutcome[] = ["open", "tested", "dropped"];

const WORD: Readonly<Record<ClaimOutcome, string>> = {
  tested: "its test passed",
  open: "open question",
  dropped: "dropped",
};

/** Only colours: none of them is a result of the verification. */
const BADGE: Readonly<Record<ClaimOutcome, string>> = {
  tested: "verified",
  open: "not_run",
  dropped: "interrupted",
};

const READ_WORDS: Readonly<Record<SecondReading["read"], string>> = {
  request: "the request",
  requirements: "the requirements",
  behaviors: "the blueprint's behaviours",
};
