/** Every way to log in that needs no other site, on the real wiki: from a page of its own and from Node. */
import type {AuthStep, AuthValues} from 'wikilit/auth';
import {expect, test, wikiFromNode} from './fixtures.js';
import {signIn} from './signed-in.js';
import {totp} from './wiki/totp.js';
import {botLogin, users} from './wiki/users.js';

const {Tove, Olga} = users;
const account = {username: Tove.name, password: Tove.password};

test.describe('with a second factor', () => {
  test('the code is asked for; a wrong one is told, and asked for again', async ({wiki}) => {
    const tove = wikiFromNode(wiki.api);
    const steps: AuthStep[] = [];
    const answers: AuthValues[] = [{OATHToken: '000000'}, {OATHToken: totp(Tove.totpSecret)}];
    const onStep = (step: AuthStep): AuthValues | undefined => {
      steps.push(step);
      return answers.shift();
    };
    expect(await tove.clientlogin(account, {onStep})).toEqual({username: 'Tove'});
    expect(steps.map(({status, messagecode}) => `${status} ${messagecode}`)).toEqual(['UI oathauth-auth-ui', 'UI oathauth-login-failed']);
    expect(steps[0]?.requests[0]?.fields['OATHToken']).toMatchObject({type: 'string', label: 'Two-factor token or recovery code'});
    expect(steps[0]?.message, 'plain text').not.toContain('<a');
    expect(await tove.userinfo()).toMatchObject({name: 'Tove'});
  });

  test('a recovery code does as well, once', async ({wiki}) => {
    const recover = async (): Promise<unknown> => wikiFromNode(wiki.api).clientlogin(account, {onStep: () => ({OATHToken: 'AAAABBBBCCCCDDDD'})});
    expect(await recover()).toEqual({username: 'Tove'});
    await expect(recover()).rejects.toMatchObject({name: 'LoginError', code: 'oathauth-login-failed'});
  });

  test('without anybody who could answer, the step is told; nobody is logged in', async ({wiki}) => {
    const tove = wikiFromNode(wiki.api);
    await expect(tove.clientlogin(account)).rejects.toMatchObject({name: 'LoginError', code: 'oathauth-auth-ui', answer: {status: 'UI', requests: [{fields: {OATHToken: {type: 'string'}}}]}});
    expect(await tove.userinfo()).toMatchObject({anon: true});
  });

  test('a field the wiki has not asked for is refused before it is sent', async ({wiki}) => {
    const attempt = wikiFromNode(wiki.api).clientlogin(account, {onStep: () => ({OATHTokn: '123456'})});
    await expect(attempt).rejects.toThrow('OATHTokn: no such field; did you mean OATHToken?');
  });

  test('in a page', async ({page, wiki}) => {
    await page.goto(`${wiki.origin}/pages/bare.html`);
    const name = await page.evaluate(
      async ([api, account, code]) => {
        const path = '/dist/wikilit.js';
        const {Wiki} = (await import(path)) as typeof import('wikilit');
        const tove = new Wiki(api);
        await tove.clientlogin(account, {onStep: () => ({OATHToken: code})});
        return (await tove.userinfo()).name;
      },
      [wiki.api, account, totp(Tove.totpSecret)] as const,
    );
    expect(name).toBe('Tove');
  });
});

test.describe('step by step', () => {
  test('the wiki’s own fields first; what is refused can be tried again', async ({wiki}) => {
    const {AuthFlow} = await import('wikilit/auth');
    const olga = wikiFromNode(wiki.api);
    const flow = new AuthFlow(olga, 'login');
    const first = await flow.begin();
    expect(first.status).toBe('UI');
    expect(first.requests.flatMap(({fields}) => Object.keys(fields))).toEqual(['username', 'password', 'rememberMe']);
    expect(await flow.submit({username: 'Olga', password: 'not this'})).toMatchObject({status: 'FAIL', messagecode: 'wrongpassword', message: 'Incorrect username or password entered.\nPlease try again.'});
    expect(await flow.submit({username: 'Olga', password: Olga.password})).toMatchObject({status: 'PASS', username: 'Olga'});
    expect(olga.user).toBe('Olga');
  });

  test('all fields as one request', async ({wiki}) => {
    const {AuthFlow} = await import('wikilit/auth');
    const flow = new AuthFlow(wikiFromNode(wiki.api).session, 'login', {mergerequestfields: true});
    const {requests} = await flow.begin();
    expect(requests.map(({fields}) => Object.keys(fields))).toEqual([['username', 'password', 'rememberMe']]);
  });
});

for (const form of ['Name@app', 'app@password'] as const) {
  test(`a bot password, as ${form}`, async ({wiki}) => {
    const {name, password} = botLogin(Olga) ?? {name: '', password: ''};
    const credentials = form === 'Name@app' ? {username: name, password} : {username: Olga.name, password: `${Olga.botPassword.app}@${password}`};
    const bot = wikiFromNode(wiki.api);
    expect(await bot.login(credentials)).toEqual({username: 'Olga'});
    expect(await bot.login(credentials), 'and again in the same session').toEqual({username: 'Olga'});
    expect(await bot.userinfo()).toMatchObject({name: 'Olga'});
  });
}

test('a wrong password: the wiki’s words, and the password nowhere in them', async ({wiki}) => {
  const password = 'tells nobody 77';
  for (const method of ['login', 'clientlogin'] as const) {
    const error: unknown = await wikiFromNode(wiki.api)[method]({username: 'Olga', password}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'LoginError', code: 'wrongpassword', message: expect.stringContaining('Incorrect username or password entered.')});
    expect(`${JSON.stringify(error)} ${String(error)} ${(error as Error).stack}`).not.toContain(password);
  }
});

test('too many attempts: told as such, in the wiki’s words', async ({wiki}) => {
  const door = await wiki.door({scenario: 'loginthrottle'});
  for (const attempt of [() => wikiFromNode(door.api).clientlogin({username: 'Olga', password: 'not this'}), () => wikiFromNode(door.api).login({username: 'Olga@tests', password: 'q'.repeat(32)})]) {
    await expect(attempt()).rejects.toMatchObject({code: 'wrongpassword'});
    await expect(attempt()).rejects.toMatchObject({code: 'wrongpassword'});
    await expect(attempt()).rejects.toMatchObject({name: 'LoginError', code: 'login-throttled', message: expect.stringMatching(/too many recent login attempts/)});
  }
  await door.close();
});

for (const fault of ['dropBefore', 'dropAfter'] as const) {
  test(`a login whose connection is lost (${fault}) is begun anew`, async ({wiki}) => {
    const door = await wiki.door({faults: {seed: 1, rules: [{fault: {type: fault}, action: 'clientlogin', times: 1}]}});
    const olga = wikiFromNode(door.api);
    expect(await olga.clientlogin({username: 'Olga', password: Olga.password})).toEqual({username: 'Olga'});
    expect(await olga.userinfo()).toMatchObject({name: 'Olga'});
    await door.close();
  });
}

test.describe('a new account', () => {
  const newcomer = {username: 'Newcomer', password: 'a tin roof in the rain 8', email: 'new@wiki.test'};
  const solve = (sum: string): string => {
    const [, a = '0', sign = '+', b = '0'] = /(\d+)\s*([+−-])\s*(\d+)/.exec(sum) ?? [];
    return String(sign === '+' ? Number(a) + Number(b) : Number(a) - Number(b));
  };
  const answer = ({requests}: AuthStep): AuthValues => ({captchaWord: solve(requests[0]?.fields['captchaInfo']?.value ?? '')});

  test('can be logged in with; making it logs nobody in', async ({wiki}) => {
    const someone = wikiFromNode(wiki.api);
    expect(await someone.createaccount(newcomer)).toEqual({username: 'Newcomer'});
    expect(await someone.userinfo()).toMatchObject({anon: true});
    expect(await someone.clientlogin({username: newcomer.username, password: newcomer.password})).toEqual({username: 'Newcomer'});
    await expect(wikiFromNode(wiki.api).createaccount(newcomer)).rejects.toMatchObject({name: 'LoginError', code: 'userexists'});
  });

  test('with a captcha', async ({wiki}) => {
    const captcha = await wiki.door({scenario: 'captcha'});
    const someone = wikiFromNode(captcha.api);
    await expect(someone.createaccount(newcomer)).rejects.toMatchObject({name: 'LoginError', code: 'captchaId-captchaInfo-captchaWord-needed'});
    await expect(someone.createaccount(newcomer, {onStep: () => ({captchaWord: 'x'})})).rejects.toMatchObject({name: 'LoginError', code: 'captcha-createaccount-fail'});
    expect(await someone.createaccount(newcomer, {onStep: answer})).toEqual({username: 'Newcomer'});
    await captcha.close();
  });

  test('a captcha is good for one answer', async ({wiki}) => {
    const captcha = await wiki.door({scenario: 'captcha'});
    const values: AuthValues[] = [];
    const keep = (step: AuthStep): AuthValues => {
      if (values.length === 0) values.push({captchaId: step.requests[0]?.fields['captchaId']?.value, ...answer(step)});
      return values[0] ?? {};
    };
    await wikiFromNode(captcha.api).createaccount(newcomer, {onStep: keep});
    const again = wikiFromNode(captcha.api).createaccount({...newcomer, username: 'Another newcomer'}, {onStep: keep});
    await expect(again).rejects.toMatchObject({name: 'LoginError', code: 'captcha-createaccount-fail'});
    await captcha.close();
  });

  test('made by somebody for somebody else: who made it stays who they are', async ({wiki}) => {
    const olga = wikiFromNode(wiki.api);
    await olga.clientlogin({username: 'Olga', password: Olga.password});
    expect(await olga.createaccount({...newcomer, reason: 'for a friend'})).toEqual({username: 'Newcomer'});
    expect(await olga.userinfo()).toMatchObject({name: 'Olga'});
  });

  for (const who of ['nobody', 'somebody'] as const) {
    test(`made once, and that is known, when its answer is lost: by ${who}`, async ({wiki}) => {
      const door = await wiki.door({faults: {seed: 1, rules: [{fault: {type: 'dropAfter'}, action: 'createaccount', times: 1}]}});
      const someone = wikiFromNode(door.api);
      if (who === 'somebody') await someone.clientlogin({username: 'Olga', password: Olga.password});
      expect(await someone.createaccount(newcomer)).toEqual({username: 'Newcomer', recovered: true});
      expect(await someone.userinfo()).toMatchObject(who === 'nobody' ? {anon: true} : {name: 'Olga'});
      await door.close();
    });
  }

  test('one that was not made, as far as one can see, is told as unknown', async ({wiki}) => {
    const door = await wiki.door({faults: {seed: 1, rules: [{fault: {type: 'dropBefore'}, action: 'createaccount', times: 1}]}});
    const error: unknown = await wikiFromNode(door.api).createaccount(newcomer).catch((reason: unknown) => reason);
    expect(error).toMatchObject({name: 'OutcomeUnknownError'});
    expect(await (error as {check(): Promise<unknown>}).check()).toBeUndefined();
    await door.close();
  });
});

test.describe('what one logs in with', () => {
  const changeauthrequest = 'MediaWiki\\Auth\\PasswordAuthenticationRequest';

  test('a new password', async ({wiki}) => {
    const olga = wikiFromNode(wiki.api);
    await olga.clientlogin({username: 'Olga', password: Olga.password});
    const password = 'three ladders to the loft 5';
    expect(await olga.validatepassword({password: 'abc'})).toMatchObject({validity: 'Change', validitymessages: [{code: 'passwordtooshort'}, {}]});
    expect(await olga.validatepassword({password})).toEqual({validity: 'Good'});
    await olga.changeauthenticationdata({changeauthrequest, password, retype: password});
    expect(await wikiFromNode(wiki.api).clientlogin({username: 'Olga', password})).toEqual({username: 'Olga'});
  });

  test('what is refused is told in the wiki’s words', async ({wiki}) => {
    const olga = wikiFromNode(wiki.api);
    await olga.clientlogin({username: 'Olga', password: Olga.password});
    await expect(olga.changeauthenticationdata({changeauthrequest, password: 'one', retype: 'other'})).rejects.toMatchObject({name: 'ApiError', message: expect.stringMatching(/password/i)});
    await expect(olga.removeauthenticationdata({request: changeauthrequest})).rejects.toMatchObject({code: 'badrequest'});
    await expect(olga.unlinkaccount({request: 'Nothing'})).rejects.toMatchObject({code: 'badrequest'});
    await expect(olga.changeauthenticationdata({} as never)).rejects.toThrow('changeauthrequest: the id of a request expected');
  });

  test('a forgotten one: the wiki sends a mail', async ({wiki}) => {
    await wikiFromNode(wiki.api).resetpassword({user: 'Henrik'});
    expect((await wiki.mail()).at(-1)).toMatchObject({to: ['henrik@wiki.test']});
    await expect(wikiFromNode(wiki.api).resetpassword({})).rejects.toThrow(/^user: a user name, or an email address, expected/);
  });

  test('a lost answer to it is told as unknown', async ({wiki}) => {
    const door = await wiki.door({faults: {seed: 1, rules: [{fault: {type: 'dropAfter'}, action: 'resetpassword', times: 1}]}});
    await expect(wikiFromNode(door.api).resetpassword({user: 'Henrik'})).rejects.toMatchObject({name: 'OutcomeUnknownError'});
    expect(await wiki.mail()).toHaveLength(1);
    await door.close();
  });

  test('meta=authmanagerinfo tells the fields', async ({wiki}) => {
    const {requests, canauthenticatenow} = await wikiFromNode(wiki.api).authmanagerinfo({requestsfor: 'login', messageformat: 'none'});
    expect(canauthenticatenow).toBe(true);
    expect(requests?.[0]?.fields?.['password']).toMatchObject({type: 'password', sensitive: true});
  });
});

test('logged out in another tab during an edit: nothing is saved as nobody, and the text is there', async ({page, wiki}) => {
  await signIn(page, wiki);
  const saved = await page.evaluate(async (api) => {
    const path = '/dist/wikilit.js';
    const {Wiki} = (await import(path)) as typeof import('wikilit');
    const [mine, otherTab] = [new Wiki(api), new Wiki(api)];
    await mine.page('Sandbox').edit({text: 'Before.', summary: 'before'});
    await otherTab.logout();
    return mine.page('Sandbox').edit({text: 'After.', summary: 'after'}).catch((error: {name: string; code: string; unsaved: {text: string}}) => ({name: error.name, code: error.code, text: error.unsaved.text}));
  }, wiki.api);
  expect(saved).toEqual({name: 'LoginError', code: 'assertnameduserfailed', text: 'After.'});
  expect(await wikiFromNode(wiki.api).page('Sandbox').text()).toBe('Before.');
});
