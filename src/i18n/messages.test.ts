import {describe, expect, test, vi} from 'vitest';
import dialogEn from './dialog/en.json' with {type: 'json'};
import dialogQqq from './dialog/qqq.json' with {type: 'json'};
import diffEn from './diff/en.json' with {type: 'json'};
import diffQqq from './diff/qqq.json' with {type: 'json'};
import draftsEn from './drafts/en.json' with {type: 'json'};
import draftsQqq from './drafts/qqq.json' with {type: 'json'};
import en from './en.json' with {type: 'json'};
import {expand} from './expand.js';
import {LocalizeController} from './localize-controller.js';
import loginEn from './login/en.json' with {type: 'json'};
import loginQqq from './login/qqq.json' with {type: 'json'};
import {bundle, Messages, messagesOf, type Texts} from './messages.js';
import previewEn from './preview/en.json' with {type: 'json'};
import previewQqq from './preview/qqq.json' with {type: 'json'};
import qqq from './qqq.json' with {type: 'json'};
import toolsEn from './tools/en.json' with {type: 'json'};
import toolsQqq from './tools/qqq.json' with {type: 'json'};

const all: Texts = {...en, ...dialogEn, ...diffEn, ...draftsEn, ...loginEn, ...previewEn, ...toolsEn};
const explained: Texts = {...qqq, ...dialogQqq, ...diffQqq, ...draftsQqq, ...loginQqq, ...previewQqq, ...toolsQqq};

describe('the bundled texts', () => {
  test.each([
    ['for all', en, qqq],
    ['of dialogs', dialogEn, dialogQqq],
    ['for differences', diffEn, diffQqq],
    ['for drafts', draftsEn, draftsQqq],
    ['for logging in', loginEn, loginQqq],
    ['for previews', previewEn, previewQqq],
    ['for the tools of the form', toolsEn, toolsQqq],
  ])('%s: are all explained to translators, in order', (_name, texts: Texts, explanations: Texts) => {
    expect(Object.keys(explanations)).toEqual(Object.keys(texts));
    expect(Object.keys(texts)).toEqual(Object.keys(texts).toSorted());
    for (const [key, text] of Object.entries(explanations)) expect(text.length, key).toBeGreaterThan(20);
  });

  test('are each in one file', () => {
    expect(Object.keys(all)).toHaveLength([en, dialogEn, diffEn, draftsEn, loginEn, previewEn, toolsEn].flatMap((texts) => Object.keys(texts)).length);
  });

  test('of a part that is loaded later are there from then on, and are no more than the wiki’s own', () => {
    const messages = new Messages();
    expect(messages.text('wikilit-logging-in')).toBe('⧼wikilit-logging-in⧽');
    messages.learn({'pt-login-button': 'Anmelden'}, 'de');
    bundle(loginEn);
    expect(messages.text('wikilit-logging-in')).toBe('Logging in…');
    expect(messages.text('pt-login-button')).toBe('Anmelden');
  });

  test('have their parameters explained', () => {
    for (const [key, text] of Object.entries(all)) {
      for (const [param] of text.matchAll(/\$\d/g)) expect(explained[key], key).toContain(`* ${param} - `);
    }
  });

  test('name no messages that are not there', () => {
    for (const text of Object.values(explained)) for (const [, key] of text.matchAll(/\{\{msg\|([^}]+)\}\}/g)) expect(all).toHaveProperty([key as string]);
  });
});

describe('looking a text up', () => {
  test('takes the host’s, then the wiki’s, then the bundled one, then shows the key', () => {
    const messages = new Messages();
    expect(messages.text('cancel')).toBe('Cancel');
    messages.learn({cancel: 'Abbrechen'}, 'de');
    expect(messages.text('cancel')).toBe('Abbrechen');
    expect(messages.text('cancel', [], {cancel: 'Lass es'})).toBe('Lass es');
    expect(messages.text('no-such-message')).toBe('⧼no-such-message⧽');
    expect(messages.text('constructor')).toBe('⧼constructor⧽');
  });

  test('asks the wiki only for what it has not told', () => {
    const messages = new Messages();
    messages.learn({cancel: 'Abbrechen'}, 'de');
    expect(messages.unknown(['cancel', 'summary'])).toEqual(['summary']);
  });

  test('uses plural forms of the language the text is in', () => {
    const messages = new Messages();
    messages.learn({pages: '{{PLURAL:$1|$1 strana|$1 strany|$1 stran}}'}, 'cs');
    expect([1, 3, 5].map((count) => messages.text('pages', [count]))).toEqual(['1 strana', '3 strany', '5 stran']);
    expect(messages.text('wikilit-notices', [2])).toBe('2 notices');
  });

  test('keeps the words of markup, and parameters as they are', () => {
    const messages = new Messages();
    messages.learn({a: "A [[Help:Minor|'''minor''']] <small>edit</small> by $1: [https://x.example more] &amp; [[Plain]]"}, 'en');
    expect(messages.text('a', ["<b>[[X|y]] '''$2</b>"])).toBe("A minor edit by <b>[[X|y]] '''$2</b>: more & Plain");
  });

  test('is shared by all on one wiki', () => {
    const session = {};
    expect(messagesOf(session)).toBe(messagesOf(session));
    expect(messagesOf(session)).not.toBe(messagesOf({}));
  });
});

describe('filling a message', () => {
  test.each([
    ['$1 of $2, $3', ['a', 'b'], 'a of b, $3'],
    ['{{PLURAL:$1|0=none|one|many}}', [0], 'none'],
    ['{{PLURAL:$1|one|many}}', [0], 'many'],
    ['{{plural:$1|page}}', [7], 'page'],
    ['{{PLURAL:$1|$1 page|$1 pages}}', [1234], '1,234 pages'],
    ['{{GENDER:$1|he|she|they}} saved', ['female'], 'she saved'],
    ['{{GENDER:$1|he|she|they}} saved', ['Bob'], 'they saved'],
    ['{{GENDER:$1|he}} saved', ['Bob'], 'he saved'],
    ['{{GENDER:$1|{{GENDER:$2|Thank}}}}', [], 'Thank'],
    ['{{PLURAL:$1|{{GENDER:$2|his|her}} page|{{GENDER:$2|his|her}} pages}}', [2, 'female'], 'her pages'],
  ])('%s with %j', (text, params, expected) => {
    expect(expand(text, params, {lang: 'en'})).toBe(expected);
  });

  test.each([0, 7, 999, 1000, -3, 1.5, 0.12345, Number.NaN, Infinity])('%d is written as the language does', (number) => {
    for (const lang of ['en', 'de', 'fa', 'bn']) expect(expand('$1', [number], {lang})).toBe(new Intl.NumberFormat(lang).format(number));
  });

  test('a small number in English is written without a format, which is slow to make', async () => {
    vi.resetModules(); // formats that were made before are kept
    const {expand: anew} = await import('./expand.js');
    const format = vi.spyOn(Intl, 'NumberFormat');
    expect(anew('$1 notices', [12], {lang: 'en'})).toBe('12 notices');
    expect(format).not.toHaveBeenCalled();
    format.mockRestore();
  });

  test('does not fail on a language browsers do not know', () => {
    expect(expand('{{PLURAL:$1|one|many}} $1', [2], {lang: 'x_y'})).toBe('many 2');
  });
});

test('a component is rendered again when texts arrive, while it is connected', () => {
  let updates = 0;
  const host = {addController() {}, requestUpdate: () => void updates++, messages: {summary: 'Why:'}};
  const controller = new LocalizeController(host);
  const messages = new Messages();
  controller.messages = messages;
  messages.learn({cancel: 'x'}, 'en');
  expect(updates).toBe(0);
  controller.hostConnected();
  messages.learn({cancel: 'y'}, 'en');
  expect(updates).toBe(1);
  expect([controller.msg('cancel'), controller.msg('summary')]).toEqual(['y', 'Why:']);
  controller.hostDisconnected();
  messages.learn({cancel: 'z'}, 'en');
  expect(updates).toBe(1);
});
