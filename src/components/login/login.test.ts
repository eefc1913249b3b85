import {afterEach, describe, expect, test, vi} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import './login.js';
import {button, captcha, expectAccessible, expectState, field, focused, logIn, open, opening, opens, otherSite, password, passes, says, secondFactor, stage, token, wrongPassword} from './login.fixtures.js';

afterEach(() => document.body.replaceChildren());

describe('opening', () => {
  test('asks once, and shows the wiki’s fields', async () => {
    const {form, fake} = stage([opens()]);
    document.body.append(form);
    expect(form.state).toBe('opening');
    await expect.element(page.getByText('Asking the wiki how to log in…')).toBeInTheDocument();
    await expectAccessible();
    await expectState(form, 'ready');
    await expect.element(field('Username')).toHaveAttribute('autocomplete', 'username');
    await expect.element(field('Password')).toHaveAttribute('autocomplete', 'current-password');
    await expect.element(field('Keep me logged in')).not.toBeChecked();
    await expect.element(page.getByRole('link', {name: 'Forgot your password?'})).toHaveAttribute('href', `${location.origin}/w/index.php?title=Special:PasswordReset`);
    await expect.element(page.getByRole('link', {name: 'Create account'})).toHaveAttribute('href', `${location.origin}/w/index.php?title=Special:CreateAccount`);
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
    expect(document.activeElement, 'takes no focus by itself').toBe(document.body);
  });

  test('offers to try again when the wiki cannot be reached', async () => {
    const {form} = stage([opens(new TypeError('Failed to fetch')), opens()]);
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('The wiki could not be asked how to log in.');
    await expectAccessible();
    await button('Try again').click();
    await expect.element(field('Username')).toBeVisible();
  });

  test('says what is missing on a page that is no wiki', async () => {
    const form = document.createElement('wiki-login');
    document.body.append(form);
    await expectState(form, 'failed');
    await expect.element(page.getByRole('alert')).toHaveTextContent('<wiki-login> knows no wiki');
    await expect.element(button('Try again')).not.toBeInTheDocument();
    await expectAccessible();
  });

  test('takes the wiki of the provider around it, also when that comes late', async () => {
    const {form, wiki} = stage([opens()]);
    form.wiki = undefined;
    const provider = document.createElement('wiki-provider');
    provider.append(form);
    document.body.append(provider);
    await expect.element(page.getByText('The <wiki-provider> around it knows no wiki')).toBeVisible();
    provider.wiki = wiki;
    await expectState(form, 'ready');
  });

  test('where the page sends no cookies, says so, and asks nothing', async () => {
    const {form, fake} = stage([], {auth: 'anonymous'}, 'https://wiki.example/w/api.php');
    document.body.append(form);
    await expectState(form, 'impossible');
    await expect.element(page.getByText('Nobody can log in here: this page asks wiki.example as nobody')).toBeVisible();
    await expect.element(page.getByText('$wgCrossSiteAJAXdomains')).not.toBeVisible();
    await page.getByText('For the author of this page').click();
    await expect.element(page.getByText('$wgCrossSiteAJAXdomains')).toBeVisible();
    await expectAccessible();
    expect(fake.requests).toEqual([]);
  });

  test('on a page of another site, names the wiki that the password goes to', async () => {
    const {form} = stage([opens()], {auth: 'cookies'}, 'https://wiki.example/w/api.php');
    await open(form);
    await expect.element(page.getByText('wiki.example', {exact: true})).toBeVisible();
  });

  test('aborts when it is taken out of the page, and asks again when it is put back', async () => {
    let signal: AbortSignal | null | undefined;
    const {form, fake} = stage([
      opens((_request, init) => {
        signal = init.signal;
        return new Promise(() => {});
      }),
      opens(),
    ]);
    document.body.append(form);
    await expect.poll(() => signal).toBeDefined();
    form.remove();
    await expect.poll(() => signal?.aborted).toBe(true);
    document.body.append(form);
    await expectState(form, 'ready');
    fake.done();
  });

  test('focus() waits for the first empty field', async () => {
    const {form} = stage([opens()]);
    form.username = 'Olga';
    document.body.append(form);
    form.focus();
    await expect.poll(() => focused(form)).toBe('password');
    await expect.element(field('Username')).toHaveValue('Olga');
  });
});

describe('name and password', () => {
  test('Enter logs in: one request, with the token that came with the fields', async () => {
    const {form, fake, loggedIn, wiki} = stage([opens(), passes({username: 'Olga', password: 'green umbrella', rememberMe: '1', logintoken: 'opened+\\', logincontinue: undefined, loginreturnurl: /^http/})]);
    await open(form);
    await field('Username').fill('Olga');
    await field('Keep me logged in').click();
    await field('Password').fill('green umbrella');
    await userEvent.keyboard('{Enter}');
    await expectState(form, 'done');
    await expect.element(page.getByText('You are logged in as Olga.')).toBeVisible();
    await expect.poll(() => form.shadowRoot?.activeElement?.id).toBe('said');
    await expectAccessible();
    expect(loggedIn).toEqual(['Olga']);
    expect(wiki.user).toBe('Olga');
    fake.done();
  });

  test('Escape changes nothing', async () => {
    const {form} = stage([opens()]);
    await open(form);
    await field('Username').fill('Olga');
    await userEvent.keyboard('{Escape}');
    await expect.element(field('Username')).toHaveValue('Olga');
    expect(form.state).toBe('ready');
  });

  test('while the wiki is asked: fields are read only, the button keeps its width, a second press does nothing', async () => {
    let answer = (_answer: object): void => {};
    const {form, fake} = stage([opens(), says(() => new Promise((resolve) => (answer = resolve)))]);
    await open(form);
    const width = (): number => form.shadowRoot?.querySelector('.primary')?.getBoundingClientRect().width ?? 0;
    const before = width();
    await logIn();
    await expectState(form, 'busy');
    expect(width()).toBe(before);
    await expect.element(page.getByRole('button', {name: 'Logging in…'})).toHaveAttribute('aria-disabled', 'true');
    await expect.element(field('Password')).toHaveAttribute('readonly');
    await expect.element(page.getByRole('status')).toHaveTextContent('Logging in…');
    await expectAccessible();
    (page.getByRole('button', {name: 'Logging in…'}).element() as HTMLElement).click();
    await field('Password').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.requests.length).toBe(2);
    answer({status: 'PASS', username: 'Olga'});
    await expectState(form, 'done');
    fake.done();
  });

  test('nothing is sent while a field is empty: that is told below it', async () => {
    const {form, fake} = stage([opens()]);
    await open(form);
    await field('Username').fill('Olga');
    await userEvent.keyboard('{Enter}');
    await expect.element(field('Password')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field('Password')).toHaveAccessibleDescription('This value is required.');
    expect(focused(form)).toBe('password');
    await expectAccessible();
    expect(fake.requests).toHaveLength(1);
  });

  test('wrong: the wiki’s words, what was typed kept, the password selected; and once more', async () => {
    const {form, fake, loggedIn} = stage([opens(), says(wrongPassword), opens(), passes({password: 'right', logintoken: 'opened+\\'})]);
    await open(form);
    await logIn('Olga', 'wrong');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Incorrect username or password entered. Please try again.');
    await expectState(form, 'ready');
    await expect.poll(() => focused(form)).toBe('password');
    await expect.element(field('Username')).toHaveValue('Olga');
    await expect.element(field('Password')).toHaveValue('wrong');
    await expect.element(field('Password')).toHaveAccessibleDescription('Incorrect username or password entered. Please try again.');
    await expectAccessible();
    await userEvent.keyboard('right{Enter}');
    await expectState(form, 'done');
    expect(loggedIn).toEqual(['Olga']);
    fake.done();
  });

  test('a token that is too old is renewed without a word', async () => {
    const {form, fake} = stage([opens(), [{action: 'clientlogin'}, {errors: [{code: 'badtoken', text: 'Invalid CSRF token.'}]}], token, passes({logintoken: 'later+\\'})], {retry: undefined as never});
    await open(form);
    await logIn();
    await expectState(form, 'done');
    fake.done();
  });

  test('a lost connection is told, and the same tried again', async () => {
    const {form, fake} = stage([opens(), [{action: 'clientlogin'}, new TypeError('Failed to fetch')], token, passes({username: 'Olga', password: 'green umbrella'})]);
    await open(form);
    await logIn();
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expectState(form, 'ready');
    await expect.poll(() => form.shadowRoot?.activeElement?.id).toBe('said');
    await expectAccessible();
    await button('Try again').click();
    await expectState(form, 'done');
    fake.done();
  });

  test('what is under way is aborted with the form', async () => {
    let signal: AbortSignal | null | undefined;
    const {form, loggedIn} = stage([
      opens(),
      says((init) => {
        signal = init.signal;
        return new Promise(() => {});
      }),
    ]);
    await open(form);
    await logIn();
    await expect.poll(() => signal).toBeDefined();
    form.remove();
    await expect.poll(() => signal?.aborted).toBe(true);
    expect(loggedIn).toEqual([]);
  });

  test('hostile words stay words', async () => {
    const hostile = '&lt;img src=x onerror="hit()"&gt;';
    const {form} = stage([opens(opening({id: 'H', required: 'optional', fields: {h: {type: 'string', label: hostile, help: hostile}, go: {type: 'button', label: hostile}, n: {type: 'null', label: hostile, value: '<img src=x onerror="hit()">Shown'}}})), says({...wrongPassword, message: hostile}), opens()]);
    await open(form);
    await expect.element(page.getByText('Shown')).toBeVisible();
    await expect.element(page.getByRole('button', {name: '<img src=x'})).toBeVisible();
    expect(form.shadowRoot?.querySelector('img')).toBeNull();
    await logIn();
    await expect.element(page.getByRole('alert')).toHaveTextContent('<img src=x');
    expect(form.shadowRoot?.querySelector('img')).toBeNull();
  });
});

describe('a second factor', () => {
  test('is asked for in the wiki’s words; a wrong code is told beside the field', async () => {
    const wrong = {...secondFactor, messagecode: 'oathauth-login-failed', message: 'Verification failed.'};
    const {form, fake, loggedIn} = stage([opens(), says(secondFactor), says(wrong, {OATHToken: '000000', logincontinue: '1'}), passes({OATHToken: '123456', logincontinue: '1'}, 'Tove')]);
    await open(form);
    await logIn('Tove');
    const code = field('Two-factor token or recovery code');
    await expect.element(code).toHaveAttribute('autocomplete', 'one-time-code');
    await expect.element(code).toHaveAccessibleDescription('Please enter a code from your application.');
    await expect.poll(() => focused(form)).toBe('OATHToken');
    await expect.element(field('Username')).not.toBeInTheDocument();
    await expectAccessible();
    await userEvent.keyboard('000000{Enter}');
    await expect.element(code).toHaveAttribute('aria-invalid', 'true');
    await expect.element(code).toHaveAccessibleDescription('Verification failed. Please enter a code from your application.');
    await expect.poll(() => focused(form)).toBe('OATHToken');
    await expectAccessible();
    await userEvent.keyboard('123456{Enter}');
    await expectState(form, 'done');
    expect(loggedIn).toEqual(['Tove']);
    fake.done();
  });

  test('Cancel goes back to the name, which is still there', async () => {
    const {form} = stage([opens(), says(secondFactor), opens()]);
    await open(form);
    await logIn('Tove');
    await button('Cancel').click();
    await expect.element(field('Username')).toHaveValue('Tove');
    await expect.element(field('Password')).toHaveValue('');
    await expect.poll(() => focused(form)).toBe('password');
  });

  test('refused at last: from the beginning again', async () => {
    const {form} = stage([opens(), says(secondFactor), says({status: 'FAIL', messagecode: 'throttled', message: 'Too many attempts.'}), opens()]);
    await open(form);
    await logIn('Tove');
    await field('Two-factor token or recovery code').fill('1');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Too many attempts.');
    await expect.element(field('Username')).toHaveValue('Tove');
  });

  test('a lost connection: it is begun again', async () => {
    const {form} = stage([opens(), says(secondFactor), [{action: 'clientlogin'}, new TypeError('Failed to fetch')], opens()]);
    await open(form);
    await logIn('Tove');
    await field('Two-factor token or recovery code').fill('123456');
    await userEvent.keyboard('{Enter}');
    await button('Try again').click();
    await expect.element(field('Username')).toHaveValue('Tove');
  });
});

describe('a captcha', () => {
  test('that the wiki wants after a wrong password stands beside the fields; each has a new answer', async () => {
    const {form, fake} = stage([opens(), says(wrongPassword), opens(opening(captcha('12', '50 − 8 ='))), says(wrongPassword, {captchaId: '12', captchaWord: '41'}), opens(opening(captcha('13', '3 + 4 ='))), passes({captchaId: '13', captchaWord: '7'})]);
    await open(form);
    await logIn();
    await expect.element(page.getByText('50 − 8 =')).toBeVisible();
    await expect.element(field('CAPTCHA')).toHaveAccessibleDescription('Please solve the following task: 50 − 8 =');
    await expectAccessible();
    await field('CAPTCHA').fill('41');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('3 + 4 =')).toBeVisible();
    await expect.element(field('CAPTCHA')).toHaveValue('');
    await field('CAPTCHA').fill('7');
    await userEvent.keyboard('{Enter}');
    await expectState(form, 'done');
    fake.done();
  });

  test.each([
    ['/w/index.php?title=Special:Captcha/image&wpCaptchaId=12', `${location.origin}/w/index.php?title=Special:Captcha/image&wpCaptchaId=12`],
    ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
  ])('as a picture: %s', async (value, src) => {
    const {form} = stage([opens(opening(captcha('12', value)))]);
    await open(form);
    await expect.element(page.getByRole('img', {name: 'Picture with letters to type'})).toHaveAttribute('src', src);
    await expectAccessible();
  });

  test.each(['javascript:alert(1)', 'data:text/html,<b>x', 'data:image/svg+xml,<svg/>'])('%s is no picture', async (value) => {
    const {form} = stage([opens(opening(captcha('12', value)))]);
    await open(form);
    expect(form.shadowRoot?.querySelector('img')).toBeNull();
  });
});

describe('through another site', () => {
  const away = {status: 'REDIRECT', redirecttarget: 'https://id.example/?x', requests: [{id: 'E', fields: {code: {type: 'string', optional: true}}}]};

  test('by a button of its own, without the password; the page may go there in its own way, and come back', async () => {
    const {form, fake, loggedIn} = stage([opens(opening(otherSite)), says(away, {othersite: '1', username: undefined, password: undefined}), passes({code: 'abc', logincontinue: '1'})]);
    const targets: unknown[] = [];
    form.addEventListener('wiki-login-redirect', (event) => {
      event.preventDefault();
      targets.push(event.step.redirecttarget);
    });
    await open(form);
    await expectAccessible();
    await field('Username').fill('Olga');
    await button('Log in through the other site').click();
    await expectState(form, 'elsewhere');
    await expect.poll(() => form.shadowRoot?.activeElement?.textContent).toBe('Cancel');
    expect(targets).toEqual(['https://id.example/?x']);
    await expect.element(page.getByText('Go on at id.example. It sends you back here.')).toBeVisible();
    await expectAccessible();
    await form.resume({code: 'abc'});
    await expectState(form, 'done');
    expect(loggedIn).toEqual(['Olga']);
    fake.done();
  });

  test('an address that is none is told', async () => {
    const {form} = stage([opens(opening(otherSite)), says({...away, redirecttarget: 'javascript:alert(1)'})]);
    await open(form);
    await button('Log in through the other site').click();
    await expectState(form, 'ready');
    await expect.element(page.getByRole('alert')).toHaveTextContent('javascript:alert(1)');
  });

  test('given up: the fields are there again', async () => {
    const {form} = stage([opens(opening(otherSite)), says(away), opens()]);
    form.addEventListener('wiki-login-redirect', (event) => event.preventDefault());
    await open(form);
    await button('Log in through the other site').click();
    await button('Cancel').click();
    await expect.element(field('Username')).toBeVisible();
  });

  test('known there, and to no account here: that is told, and the login goes on', async () => {
    const restart = {status: 'RESTART', messagecode: 'authmanager-authn-no-local-user-link', message: 'Log in to link them.', canpreservestate: true, requests: [password, otherSite]};
    const {form, fake} = stage([opens(opening(otherSite)), says(restart), passes({logincontinue: '1', username: 'Olga'})]);
    await open(form);
    await button('Log in through the other site').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Log in to link them.');
    await field('Username').fill('Olga');
    await field('Password').fill('green umbrella');
    await button('Continue login').click();
    await expectState(form, 'done');
    fake.done();
  });

  test('resumed on a page that was just opened', async () => {
    const {form, fake} = stage([opens(opening(otherSite)), passes({code: 'abc', logincontinue: '1'})]);
    document.body.append(form);
    await expectState(form, 'ready');
    await form.resume({code: 'abc'});
    await expectState(form, 'done');
    fake.done();
  });
});

describe('a login that is resumed while the fields are asked for', () => {
  test('fails: that is told as soon as they are there', async () => {
    let answer = (_answer: object): void => {};
    const {form} = stage([opens(() => new Promise((resolve) => (answer = resolve))), token, [{action: 'clientlogin', logincontinue: '1'}, new TypeError('Failed to fetch')]]);
    document.body.append(form);
    await form.updateComplete;
    await form.resume({code: 'abc'});
    expect(form.state).toBe('opening');
    answer(opening());
    await expectState(form, 'ready');
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be reached');
  });

  test('is done, though they never come', async () => {
    let fail = (_error: Error): void => {};
    const {form, loggedIn} = stage([opens(() => new Promise((resolve) => (fail = resolve))), token, passes({code: 'abc', logincontinue: '1'})]);
    document.body.append(form);
    await form.updateComplete;
    await form.resume({code: 'abc'});
    fail(new TypeError('Failed to fetch'));
    await expectState(form, 'done');
    expect(loggedIn).toEqual(['Olga']);
  });
});

describe('by OAuth', () => {
  const stub = (authorize: (options?: {popup?: boolean; signal?: AbortSignal}) => Promise<void> = async () => {}) => ({authorize: vi.fn(authorize), loggedIn: false});
  const bearer = {auth: {accessToken: 'x'}, crossorigin: true};

  test('a session with an access token has that button alone, which asks while the click is handled', async () => {
    const {form, fake, loggedIn, wiki} = stage([[{meta: 'userinfo'}, {query: {userinfo: {id: 4, name: 'Olga'}}}]], bearer, 'https://wiki.example/w/api.php');
    const oauth = stub();
    form.oauth = oauth;
    await open(form);
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
    await expectAccessible();
    expect(fake.requests).toEqual([]);
    (button('Log in with wiki.example').element() as HTMLElement).click();
    // Before the handlers of the click are through: a window opened later would be blocked.
    expect(oauth.authorize).toHaveBeenCalledWith({popup: true, signal: expect.any(AbortSignal)});
    await expectState(form, 'done');
    expect(loggedIn).toEqual(['Olga']);
    expect(wiki.user).toBe('Olga');
    fake.done();
  });

  test('beside the fields where there are cookies', async () => {
    const {form, loggedIn} = stage([opens()]);
    form.oauth = stub();
    await open(form);
    await expect.element(field('Username')).toBeVisible();
    await expectAccessible();
    await button(`Log in with ${location.host}`).click();
    await expect.element(page.getByText('You are logged in.')).toBeVisible();
    expect(loggedIn).toEqual([undefined]);
  });

  test('refused: told, and tried again', async () => {
    const {form} = stage([[{meta: 'userinfo'}, {query: {userinfo: {id: 4, name: 'Olga'}}}]], bearer, 'https://wiki.example/w/api.php');
    const oauth = stub();
    oauth.authorize.mockRejectedValueOnce(new Error('The window was closed.'));
    form.oauth = oauth;
    await open(form);
    await button('Log in with wiki.example').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The window was closed.');
    await expectAccessible();
    await button('Try again').click();
    await expectState(form, 'done');
  });

  test('while the window is open it can be given up', async () => {
    const {form} = stage([], bearer, 'https://wiki.example/w/api.php');
    let signal: AbortSignal | undefined;
    form.oauth = stub((options) => {
      signal = options?.signal;
      return new Promise(() => {});
    });
    await open(form);
    await button('Log in with wiki.example').click();
    await expectState(form, 'busy');
    await expectAccessible();
    await button('Cancel').click();
    await expectState(form, 'ready');
    expect(signal?.aborted).toBe(true);
  });
});

describe('for one user alone', () => {
  test.each(['Olga', 'olga_'])('the name cannot be changed, and no account be created: %s', async (name) => {
    const {form} = stage([opens(), passes({username: name})]);
    form.username = name;
    form.sameUser = true;
    await open(form);
    await expect.element(field('Username')).toHaveAttribute('readonly');
    await expect.element(page.getByRole('link', {name: 'Create account'})).not.toBeInTheDocument();
    await expectAccessible();
    await field('Password').fill('x');
    await userEvent.keyboard('{Enter}');
    await expectState(form, 'done');
  });

  test('another who logs in is told so, and the session stays whose it was', async () => {
    const {form, wiki, loggedIn} = stage([opens(opening(otherSite)), passes({}, 'Henrik')], {user: 'Olga'});
    form.username = 'Olga';
    form.sameUser = true;
    await open(form);
    await button('Log in through the other site').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('You are logged in as Henrik now, but this is for Olga alone.');
    await expectState(form, 'ready');
    await expectAccessible();
    expect(loggedIn).toEqual([]);
    expect(wiki.user).toBe('Olga');
  });
});

test('on a page that must not be left, ways that are a button alone are not offered', async () => {
  const {form} = stage([opens(opening(otherSite)), passes({othersite: undefined})]);
  form.stay = true;
  await open(form);
  await expect.element(button('Log in through the other site')).not.toBeInTheDocument();
  await logIn();
  await expectState(form, 'done');
});

test('280 pixels are enough', async () => {
  const {form} = stage([opens(opening(otherSite, captcha('12', '50 − 8 =')))], {auth: 'cookies'}, 'https://a-wiki-with-a-long-name.under-a-long-domain.example/w/api.php');
  form.oauth = {loggedIn: false, authorize: async () => {}};
  form.style.inlineSize = '280px';
  await open(form);
  const {right} = form.getBoundingClientRect();
  const outside = [...(form.shadowRoot?.querySelectorAll('*') ?? [])].filter((element) => element.getBoundingClientRect().right > right + 0.5);
  expect(outside.map(({outerHTML}) => outerHTML)).toEqual([]);
});

test.each(['dark', 'light'] as const)('the %s theme passes axe', async (theme) => {
  document.body.style.background = theme === 'dark' ? '#101418' : '#fff';
  const {form} = stage([opens(opening(otherSite)), says(wrongPassword), opens(opening(otherSite))]);
  form.theme = theme;
  await open(form);
  await logIn();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expectState(form, 'ready');
  await expectAccessible();
  document.body.style.background = '';
});
