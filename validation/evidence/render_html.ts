/**
 * Renders a report as one page that needs nothing else: for a manager at the top, for an engineer further down.
 *
 * @module
 */
import { healingText } from "../healing/healing_text.ts";
import { originText } from "../origin/origin_text.ts";
import {
  type Check,
  type CheckState,
  type RequirementTrace,
  type Score,
  scoreText,
  type TierResult,
  type VerificationReport,
} from "../report.ts";
import { Html, html } from "./html_text.ts";
import { renderLogs, testLink } from "./html_logs.ts";
import { renderAuthoring } from "./html_authoring.ts";
import { renderSecondReading } from "./html_second_reading.ts";
import { REPORT_STYLE } from "./html_style.ts";

/** Renders the whole page, with the raw outputs in it; pure. */
export function renderHtml(
  report: VerificationReport,
  logs: ReadonlyMap<string, string>,
): string {
  const title = `Verification of ${
    report.system || "a system without a manifest"
  }`;
  const page = html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'">
        <title>${title}</title>
        <style>${new Html(REPORT_STYLE)}</style>
      </head>
      <body>
        <header>
    <h1>${title}</h1>
    ${headline(report)}
        </header>
        <nav><a href="#tiers">Tiers</a>${findingsOf(report).length > 0
          ? html`<a href="#findings">Findings</a>`
          : ""}${report.healings
          ? html`<a href="#mended">Mended</a>`
          : ""}<a href="#requirements">Requirements</a>${report.authoring
          ? html`<a href="#model">Language model</a>`
          : ""}${report.secondReading
          ? html`<a href="#second">Second reading</a>`
          : ""}<a href="#checks">Checks</a><a href="#open">Not proved</a><a href="#logs">Raw output</a></nav>
        <main>
    ${tiers(report)}
    ${findings(report)}
    ${healings(report)}
    ${requirements(report, logs)}
    ${renderAuthoring(report.authoring, report.secondReading)}
    ${renderSecondReading(report.secondReading, logs)}
    ${checks(report)}
    ${notProved(report)}
    ${renderLogs(logs)}
        </main>
        <footer>${about(report)}</footer>
      </body>
    </html>
  `;
  return page.toString();
}

function headline(report: VerificationReport): Html {
  const { score, readiness } = report;
  return html`
    <p
      class="headline"><span class="badge ${report
        .status}">${STATUS[report.status]}</span> <strong>${scoreText(
          report,
        )}</strong> (${percent(score)})${readiness
        ? html`
          · production readiness <strong>${readiness.passed} of ${readiness
            .applicable}</strong> (${percent(readiness)})
        `
        : ""} · ${seconds(report.ms)}</p>
  `;
}

function tiers(report: VerificationReport): Html {
  const all = [...report.tiers, ...report.deep ?? []];
  const longest = Math.max(1, ...all.map(({ ms }) => ms));
  return html`
    <section id="tiers">
      <h2>Tiers</h2>
      <table>
        <thead>
          <tr>
            <th>tier</th>
            <th>proves</th>
            <th>result</th>
            <th class="number">passed</th>
            <th class="number">time</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
    ${all.map((tier) => {
      const { counts } = tier;
      const applicable = counts.passed + counts.failed + counts.not_run;
      return html`
        <tr>
          <td><a href="#${anchorOf(tier)}">${nameOf(tier)}</a></td>
          <td>${tier.title}</td>
          <td>${mark(tier.state)}</td>
          <td class="number">${counts.passed} of ${applicable}</td>
          <td class="number">${seconds(tier.ms)}</td>
          <td
            class="bar"><meter min="0" max="${longest}" value="${tier
              .ms}">${seconds(tier.ms)}</meter></td>
        </tr>
      `;
    })}</tbody>
      </table>
    </section>
  `;
}

function findings(report: VerificationReport): Html | undefined {
  const all = findingsOf(report);
  if (all.length === 0) return undefined;
  return html`<section id="findings"><h2>Findings</h2>
${
    all.map(({ code, place, cause, nextStep, origin }) =>
      html`
        <article class="finding">
          <h3><code>${code}</code> ${place}</h3>
          <p>${cause}</p>
          ${origin
            ? html`
              <p><strong>From:</strong> ${originText(origin)}</p>
            `
            : ""}
          <p><strong>Next:</strong> ${nextStep}</p>
        </article>
      `
    )
  }</section>`;
}

function healings({ healings = [] }: VerificationReport): Html | undefined {
  if (healings.length === 0) return undefined;
  return html`<section id="mended"><h2>Mended</h2>
${
    healings.map((one) =>
      html`
        <article class="finding">
          <p>${healingText(one)}</p>
          <pre>${one.diff}</pre>
        </article>
      `
    )
  }</section>`;
}

function requirements(
  report: VerificationReport,
  logs: ReadonlyMap<string, string>,
): Html {
  const none =
    html`<p>The blueprint has none: nobody said what the system is for.</p>`;
  return html`<section id="requirements"><h2>Requirements</h2>
${
    report.requirements.length === 0
      ? none
      : report.requirements.map((one) => requirement(one, report, logs))
  }</section>`;
}

/** A sentence of the request with what it became and the tests that were executed for it. */
function requirement(
  { id, text, covers, tests, state }: RequirementTrace,
  report: VerificationReport,
  logs: ReadonlyMap<string, string>,
): Html {
  const check = report.checks.find((one) => one.id === `semantics.${id}`);
  const became = covers.length === 0
    ? html`<p class="covers">became nothing in the blueprint</p>`
    : html`<p class="covers">became ${
      covers.map((ref, i) => html`${i > 0 ? ", " : ""}<code>${ref}</code>`)
    }</p>`;
  const left = leftOut(id, report).map((one) =>
    html`
      <p
        class="covers">without “${one.text}”: <a href="#${one
          .id}">not understood</a></p>
    `
  );
  const rows = tests.map((test) =>
    html`
      <tr>
        <td>${mark(test.state === "ignored" ? "not_run" : test.state)}</td>
        <td>${test.name}${test.message
          ? html`<br><small>${test.message}</small>`
          : ""}</td>
        <td><code>${test.file}</code></td>
        <td class="number">${seconds(test.ms)}</td>
        <td>${testLink(logs, check?.log, test.name)}</td>
      </tr>
    `
  );
  return html`
    <article class="requirement"
      id="${id}"><h3><span class="id">${id}</span> ${text} ${state ===
          "not_understood"
        ? html`<span class="badge not_run">not understood</span>`
        : mark(state)}</h3>${became}${left}${rows.length === 0 ? "" : html`
        <table>
          <thead>
            <tr>
              <th></th>
              <th>test</th>
              <th>file</th>
              <th class="number">time</th>
              <th>log</th>
            </tr>
          </thead>
          <tbody>
        ${rows}</tbody>
        </table>
      `}</article>
  `;
}

/** Lists the parts of a sentence that were not understood: those that are in no other sentence. */
function leftOut(
  id: string,
  { requirements }: VerificationReport,
): readonly RequirementTrace[] {
  return requirements.filter((part) => {
    if (part.state !== "not_understood") return false;
    const [only, more] = requirements.filter(({ text }) =>
      text.length > part.text.length && text.includes(part.text)
    );
    return only?.id === id && more === undefined;
  });
}

function checks(report: VerificationReport): Html {
  return html`<section id="checks"><h2>Checks</h2>
${
    [...report.tiers, ...report.deep ?? []].map((tier) =>
      html`
        <h3 id="${anchorOf(tier)}">${nameOf(tier)}</h3>
        <table>
          <thead>
            <tr>
              <th></th>
              <th>check</th>
              <th>makes sure that</th>
              <th class="number">time</th>
              <th>note</th>
              <th>log</th>
            </tr>
          </thead>
          <tbody>
        ${report.checks.filter((check) => check.tier === tier.tier).map(
          checkRow,
        )}</tbody>
        </table>
      `
    )
  }</section>`;
}

function checkRow({ id, title, state, ms, note, log }: Check): Html {
  return html`
    <tr>
      <td>${mark(state)}</td>
      <td><code>${id}</code></td>
      <td>${title}</td>
      <td class="number">${ms > 0 ? seconds(ms) : ""}</td>
      <td>${note}</td>
      <td>${log === undefined
        ? ""
        : html`<a href="#log-${log.replace("raw/", "")}">${
          log.replace("raw/", "")
        }</a>`}</td>
    </tr>
  `;
}

function notProved(report: VerificationReport): Html {
  return html`
    <section id="open">
      <h2>What was not proved</h2>
      <ul>${report.notProved.map((line) => html`<li>${line}</li>`)}</ul>
    </section>
  `;
}

function about(report: VerificationReport): Html {
  const { tools, tree, manifestSha256, startedAt, seed } = report;
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ["begun", startedAt],
    ["autocoder", tools.autocoder],
    ["Deno", tools.deno ?? "none was found"],
    ["platform", tools.platform],
    ["seed", seed],
    ["manifest SHA-256", manifestSha256],
    ["files", tree && `${tree.files}, listed in files.sha256`],
    ["SHA-256 of that list", tree?.sha256],
  ];
  return html`<dl>${
    facts.map(([name, value]) =>
      value === undefined ? "" : html`
        <dt>${name}</dt>
        <dd>${value}</dd>
      `
    )
  }</dl>
<p>Run it again: <code>autocoder verify --fresh .</code> in the system's folder. Is this still what was verified? <code>autocoder verify --check-evidence .</code></p>`;
}

function findingsOf(report: VerificationReport) {
  return report.checks.flatMap((check) => check.findings);
}

function nameOf({ tier, name }: TierResult): string {
  return typeof tier === "number" ? `${tier} ${name}` : `deep: ${name}`;
}

function anchorOf({ name }: TierResult): string {
  return `tier-${name}`;
}

function mark(state: CheckState): Html {
  return html`<span class="state ${state}">${STATE[state]}</span>`;
}

function percent({ ratio }: Score): string {
  return `${Math.floor(ratio * 1000) / 10} %`;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const STATE: Readonly<Record<CheckState, string>> = {
  passed: "passed",
  failed: "failed",
  not_applicable: "not applicable",
  not_run: "not run",
};

const STATUS: Readonly<Record<VerificationReport["status"], string>> = {
  verified: "Verified",
  failed: "Failed",
  interrupted: "Interrupted",
  not_run: "Not verified: something did not run",
};
