import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import {afterEach, expect, test} from 'vitest';
import {Wiki} from '../../wiki/wiki.js';
import {wikiContext} from '../context.js';
import {define} from '../define.js';
import './provider.js';

@define('x-asker')
class Asker extends LitElement {
  readonly given: (Wiki | undefined)[] = [];

  readonly wiki = new ContextConsumer(this, {context: wikiContext, subscribe: true, callback: (wiki) => this.given.push(wiki)});
}

afterEach(() => document.body.replaceChildren());

test('gives its wiki at once to what is inside', () => {
  document.body.innerHTML = '<wiki-provider api="https://wiki.example/w/api.php"><x-asker></x-asker></wiki-provider>';
  const {given} = document.querySelector('x-asker') as Asker;
  expect(given.map((wiki) => wiki?.apiUrl)).toEqual(['https://wiki.example/w/api.php']);
});

test('is one wiki for all that name the same address', () => {
  document.body.innerHTML = '<wiki-provider api="a.example"><x-asker></x-asker></wiki-provider><wiki-provider api="a.example"><x-asker></x-asker></wiki-provider>';
  const [one, two] = [...document.querySelectorAll('x-asker')].map((asker) => (asker as Asker).given[0]);
  expect(one).toBeInstanceOf(Wiki);
  expect(one).toBe(two);
});

test('tells when another wiki is set', async () => {
  document.body.innerHTML = '<wiki-provider><x-asker></x-asker></wiki-provider>';
  const provider = document.querySelector('wiki-provider');
  if (!provider) throw new Error('no provider');
  const wiki = new Wiki('https://wiki.example/w/api.php');
  provider.wiki = wiki;
  await provider.updateComplete;
  expect((document.querySelector('x-asker') as Asker).given).toEqual([undefined, wiki]);
});
