/**
 * The states a door can put the wiki in. MediaWiki enters them for one request at a time (scenarios.php), so a
 * plain door beside it shows the same wiki in its usual state.
 */

export const scenarios = {
  captcha: 'ConfirmEdit asks a sum at every edit and registration',
  logincaptcha: 'ConfirmEdit asks a sum at every login after a wrong password',
  questycaptcha: 'ConfirmEdit asks a question at every edit and registration (answer: a)',
  readonly: '$wgReadOnly; =REASON changes the reason',
  ratelimit: '$wgRateLimits of 0 a minute on edits, moves, uploads …; =N allows N; sysops are not exempt',
  lag: 'replicas 8 seconds behind: requests with a smaller maxlag are refused; =SECONDS changes it',
  tempaccounts: '$wgAutoCreateTempUser: an anonymous edit makes a temporary account; =N allows N a day',
  noanonedit: 'only users with an account may edit',
  nocreate: 'nobody may create pages',
  notags: 'nobody may apply tags',
  confirmemail: '$wgEmailConfirmToEdit: only users with a confirmed address may edit',
  spamregex: '$wgSpamRegex: a text with “cheap watches” in it is refused; =WORDS changes them',
  loginthrottle: '$wgPasswordAttemptThrottle: after two attempts, nobody can log in for five minutes',
  private: 'only users with an account may read',
  csp: "$wgCSPHeader: MediaWiki's Content-Security-Policy, and one like it on the served folders",
  /** For served pages: MediaWiki's own loader does not keep to it. */
  trustedtypes: "require-trusted-types-for 'script' on every page; =NAMES allows only these policies",
  crossoriginrest: '$wgAllowCrossOrigin and $wgRestAllowCrossOriginCookieAuth: rest.php for other origins',
  oauth: "Extension:OAuth's Authorization headers, of the consumers in consumers.ts; without it they count for nothing",
  crossorigin: "MediaWiki 1.44's crossorigin parameter of api.php, its refusals by rest.php, its generator (pages need oauth, too)",
  linkedlogin: 'a button "othersite" to log in through another site, where olga.other is linked to Olga and henrik.other to nobody',
  samesitenone: 'cookies with SameSite=None; Secure (needs tls)',
  maxarticlesize: '$wgMaxArticleSize of 1 KiB; =KIB changes it',
  nouploads: '$wgEnableUploads = false',
  copyuploads: '$wgAllowCopyUploads: sysops may have the wiki fetch files by their URL',
  nowatchlistexpiry: '$wgWatchlistExpiry = false',
  nopartialblocks: '$wgEnablePartialActionBlocks = false: no blocks of single actions',
  phpdiff: "$wgDiffEngine = 'php': differences by MediaWiki itself, as on a wiki without wikidiff2",
} as const;

export type ScenarioName = keyof typeof scenarios;
/** A name, or a name with a value: 'ratelimit=3'. */
export type Scenario = ScenarioName | `${ScenarioName}=${string}`;

export const SCENARIO_HEADER = 'x-wikilit-scenario';

/** The header's value. MediaWiki splits at commas, so a value cannot have one. */
export function scenarioHeader(wanted: readonly Scenario[], crossSite: readonly string[]): string | undefined {
  for (const scenario of wanted) {
    const name = scenario.split('=', 1)[0] ?? '';
    if (!Object.hasOwn(scenarios, name)) {
      throw new TypeError(`No scenario is called "${name}". There are: ${Object.keys(scenarios).join(', ')}`);
    }
  }
  const all = [...wanted, ...crossSite.map((entry) => `crosssite=${entry}`)];
  const bad = all.find((entry) => /[,\r\n]/.test(entry));
  if (bad !== undefined) throw new TypeError(`"${bad}" has a comma or a line break in it`);
  return all.length > 0 ? all.join(',') : undefined;
}

/** The policy a door adds to an answer; MediaWiki makes its own under `csp`, the served folders have none. */
export function policyHeader(wanted: readonly Scenario[], fromWiki: boolean): string | undefined {
  const parts: string[] = [];
  const types = wanted.find((scenario) => scenario.split('=', 1)[0] === 'trustedtypes');
  if (types !== undefined) {
    const names = types.split('=')[1];
    parts.push(`require-trusted-types-for 'script'${names === undefined ? '' : `; trusted-types ${names}`}`);
  }
  if (!fromWiki && wanted.includes('csp')) {
    parts.push(
      "default-src 'self' data: blob:; script-src 'self' blob: 'unsafe-inline'; style-src 'self' data: blob: 'unsafe-inline'; object-src 'none'",
    );
  }
  return parts.length > 0 ? parts.join(', ') : undefined;
}
