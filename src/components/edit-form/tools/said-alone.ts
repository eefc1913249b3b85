/** The words of a refusal that more stands below: texts to choose from, or a login form, which says by itself what becomes of it. */
import {html, type TemplateResult} from 'lit';

/** They alone are said when they come; the focus goes to them. */
export const alone = (words: unknown): TemplateResult => html`<div id="refusal" role="alert" tabindex="-1">${words}</div>`;
