/** The list of requests, newest first. */
import {html, LitElement, type TemplateResult} from 'lit';
import {type CountedRequest, countedRequests, requestEvents} from './counted-fetch.js';

export class DemoRequests extends LitElement {
  /** Light DOM: the page's own table styles apply. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    requestEvents.addEventListener('request', this.#update);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    requestEvents.removeEventListener('request', this.#update);
  }

  readonly #update = (): void => this.requestUpdate();

  protected override render(): TemplateResult {
    const bytes = countedRequests.reduce((sum, {bytesUp, bytesDown = 0}) => sum + bytesUp + bytesDown, 0);
    return html`
      <h2 id="requests-heading">Requests</h2>
      ${countedRequests.length === 0
        ? html`<p class="hint">Each request to the wiki is listed here, with its time and size.</p>`
        : html`
            <p class="hint">${countedRequests.length} so far, ${size(bytes)} in all.</p>
            <div class="table" role="group" aria-label="List of requests" tabindex="0">
              <table role="table">
                <thead role="rowgroup">
                  <tr role="row">
                    <th role="columnheader">What</th>
                    <th role="columnheader" class="number">Status</th>
                    <th role="columnheader" class="number">Time</th>
                    <th role="columnheader" class="number">Sent</th>
                    <th role="columnheader" class="number">Received</th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  ${countedRequests.map((request) => row(request))}
                </tbody>
              </table>
            </div>
          `}
    `;
  }
}

function row({method, url, body, status, milliseconds, bytesUp, bytesDown}: CountedRequest): TemplateResult {
  return html`<tr role="row">
    <td role="cell" class="what">${method} ${summary(url, body)}</td>
    <td role="cell" class="number">${status}</td>
    <td role="cell" class="number">${milliseconds === undefined ? '…' : `${Math.round(milliseconds)} ms`}</td>
    <td role="cell" class="number">${size(bytesUp)}</td>
    <td role="cell" class="number">${bytesDown === undefined ? '…' : size(bytesDown)}</td>
  </tr>`;
}

/** What was asked, without what every request carries, and never a token or a password. */
function summary(url: string, body: string | undefined): string {
  const boring = /^(format|formatversion|error\w+|uselang|loginreturnurl|loginmessageformat|am\w+|rv\w+|in\w+|ui\w+|si\w+|responselanginfo)$/;
  const secret = /token|password|captcha/i;
  const {searchParams} = new URL(url, location.href);
  const posted = body?.startsWith('--') ? multipart(body) : new URLSearchParams(body);
  const words = [...searchParams, ...posted]
    .filter(([name]) => !boring.test(name))
    .map(([name, value]) => `${name}=${secret.test(name) ? '***' : readable(value)}`)
    .join(' ');
  const {host} = new URL(url, location.href);
  const where = host === location.host ? '' : `${host} `;
  return where + (words.length > 240 ? `${words.slice(0, 240)}…` : words);
}

/** Lists that hold a bar are parted by U+001F. */
function readable(value: string): string {
  const shown = value.replaceAll('\u001F', ' · ');
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

function multipart(body: string): [string, string][] {
  return [...body.matchAll(/name="([^"]*)"[^]*?\r\n\r\n([^]{0,80})/g)].map(([, name = '', value = '']) => [name, value.split('\r\n')[0] ?? '']);
}

const size = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`);

customElements.define('demo-requests', DemoRequests);
