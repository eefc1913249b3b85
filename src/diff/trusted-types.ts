/** The one Trusted Types policy of this library, `wikilit`: whatever a page's policy forbids to be made of plain text passes here. */

/** The part of Trusted Types that is used; TypeScript's library has none of it. */
interface TrustedTypes {
  createPolicy(name: string, rules: Rules): Policy;
}

interface Rules {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}

interface Policy {
  createHTML(html: string): unknown;
  createScriptURL(url: string): unknown;
}

let policy: Policy | false | undefined;

const same = (text: string): string => text;

/** False where the page forbids a policy of this name. */
export function trustedTypesPolicy(): Policy | false {
  if (policy === undefined) {
    policy = {createHTML: same, createScriptURL: same};
    try {
      policy = (globalThis as {trustedTypes?: TrustedTypes}).trustedTypes?.createPolicy('wikilit', policy as Rules) ?? policy;
    } catch {
      policy = false;
    }
  }
  return policy;
}
