/**
 * The pages a test asks for by name, each in one state. Names say which, and never change: tests rely on them.
 */
import {randomOf} from './prose.js';
import {prng} from '../faults.js';
import {stamp, type SeedEvent} from './types.js';

const FAR = '20991231235959'; // an expiry that no test run will see

function page(title: string, text: string, by = 'Olga', at = '20240110120000'): SeedEvent {
  return {do: 'revision', at, by, title, text, reason: 'new page'};
}

export function stateEvents(): SeedEvent[] {
  return [...plain(), ...protections(), ...logs(), ...blocks(), ...longHistory(), ...files()];
}

function plain(): SeedEvent[] {
  return [
    page('Sandbox', 'Try things out here.\n\n== First ==\nOne.\n\n== Second ==\nTwo.\n\n=== Deeper ===\nThree.\n\n== First ==\nA second section of the same name.'),
    page('Redirect to sandbox', '#REDIRECT [[Sandbox]]'),
    page('Double redirect', '#REDIRECT [[Redirect to sandbox]]'),
    page('Redirect to section', '#REDIRECT [[Sandbox#Second]]'),
    page('Broken redirect', '#REDIRECT [[No such page]]'),
    page('Mercury', "'''Mercury''' may be:\n* [[Mercury (lens bath)]]\n* [[Mercury (ship)]]\n\n{{Disambiguation}}"),
    page('Mercury (lens bath)', 'Lenses float on a bath of \'\'\'mercury\'\'\'.'),
    page('Mercury (ship)', 'The \'\'\'Mercury\'\'\' was a packet boat.'),
    page('Hidden from search', 'Search engines do not list this page. __NOINDEX__\n\n[[Category:Hidden things]]'),
    page('Uses the tide module', 'High water: {{#invoke:Tide|high|3}}'),
    page('Hostile markup', '<nowiki><script>alert(1)</script></nowiki> <b onmouseover="alert(1)">bold</b> {{Loop}} <!-- comment --> [[File:Missing.png|alt="><img src=x onerror=alert(1)>]]'),
    page('Title with "quotes" & ampersand', 'A title that needs escaping.'),
    page("It's 100% sure? Yes! + more; even = & ~tilde", 'A title that needs escaping in addresses.'),
    page('Interlanguage', 'Linked with others.\n\n[[de:Leuchtturm]]\n[[fr:Phare]]\n[[he:מגדלור]]\n[[wikt:lighthouse]]'),
    page('External links', '* https://example.org/\n* [https://example.com/path?query=1 a page]\n* [mailto:someone@example.org mail]'),
    page('Many categories', Array.from({length: 60}, (_, index) => `[[Category:Group ${index + 1}]]`).join('\n')),
    page('Many links', Array.from({length: 700}, (_, index) => `* [[Target ${index + 1}]]`).join('\n')),
    page('Crossed edits', 'Line one.\nLine two.\nLine three.\nLine four.\nLine five.'),
    page('Large page', largeText()),
  ];
}

/** One megabyte of lines that differ, in forty sections. */
function largeText(): string {
  const random = randomOf(prng(1024));
  const words = 'harbour light tower keeper storm river bridge island town lens stair granite barge tide mill organ ferry winter'.split(' ');
  const lines: string[] = [];
  let size = 0;
  for (let index = 0; size < 1_000_000; index++) {
    if (index % 250 === 0) lines.push(`\n== Part ${index / 250 + 1} ==`);
    const line = `${index}: ${Array.from({length: random.int(8, 24)}, () => random.pick(words)).join(' ')}.`;
    size += line.length + 1;
    lines.push(line);
  }
  return lines.join('\n');
}

function protections(): SeedEvent[] {
  const protect = (title: string, levels: Record<string, string>, more: {expiry?: string; cascade?: boolean} = {}): SeedEvent => ({
    do: 'protect', at: '20240201090000', by: 'Admin', reason: 'Highly visible page', title, levels, ...more,
  });
  return [
    page('Protected', 'Only administrators edit this.'),
    page('Semi-protected', 'New users do not edit this.'),
    page('Protected with expiry', 'For a time only administrators edit this.'),
    page('Move-protected', 'Everybody edits, administrators move.'),
    page('Cascade root', 'What is included here is protected too: {{Template:Cascade-protected}} {{:Cascade-protected}}'),
    page('Cascade-protected', 'Protected by being included in [[Cascade root]].'),
    page('Template:Cascade-protected', 'A template on a protected page.'),
    protect('Protected', {edit: 'sysop', move: 'sysop'}),
    protect('Semi-protected', {edit: 'autoconfirmed', move: 'autoconfirmed'}),
    protect('Protected with expiry', {edit: 'sysop'}, {expiry: FAR}),
    protect('Move-protected', {move: 'sysop'}),
    protect('Cascade root', {edit: 'sysop', move: 'sysop'}, {cascade: true}),
    protect('Create-protected', {create: 'sysop'}),
    protect('Create-semi-protected', {create: 'autoconfirmed'}),
  ];
}

function logs(): SeedEvent[] {
  const again = (title: string, by: string, text: string, at: string, reason: string): SeedEvent => ({do: 'revision', at, by, title, text, reason});
  return [
    page('Deleted page', 'This will not stay.'),
    again('Deleted page', 'Nils', 'This will not stay. Really.', '20250605120000', 'more'),
    {do: 'delete', at: '20250606120000', by: 'Admin', reason: 'Author request', title: 'Deleted page'},
    page('Talk:Deleted page', 'The talk page of a deleted page stays.'),
    page('Old name', 'A page that was moved.'),
    {do: 'move', at: '20240301120000', by: 'Olga', reason: 'better name', title: 'Old name', to: 'New name', redirect: true},
    page('Name without trace', 'Moved without a redirect.'),
    {do: 'move', at: '20240302120000', by: 'Admin', reason: 'no redirect needed', title: 'Name without trace', to: 'Moved without redirect', redirect: false},
    page('Hidden revisions', 'First text.'),
    again('Hidden revisions', 'Nils', 'Text that nobody should see.', '20250610120000', 'something rude'),
    again('Hidden revisions', 'Olga', 'Second text.', '20250610130000', 'better'),
    again('Hidden revisions', 'Henrik', 'Third text.', '20250610140000', 'a summary to hide'),
    again('Hidden revisions', '198.51.100.77', 'Fourth text.', '20250610150000', 'an address to hide'),
    again('Hidden revisions', 'Olga', 'A private matter.', '20250610160000', 'suppressed'),
    again('Hidden revisions', 'Olga', 'Fifth text, to be seen.', '20250610170000', 'last'),
    {do: 'hide', at: '20250611120000', by: 'Admin', reason: 'insult', title: 'Hidden revisions', nth: 2, what: ['text', 'comment', 'user']},
    {do: 'hide', at: '20250611120100', by: 'Admin', reason: 'insult', title: 'Hidden revisions', nth: 4, what: ['comment']},
    {do: 'hide', at: '20250611120200', by: 'Admin', reason: 'privacy', title: 'Hidden revisions', nth: 5, what: ['user']},
    {do: 'hide', at: '20250611120300', by: 'Sol', reason: 'privacy', title: 'Hidden revisions', nth: 6, what: ['text', 'comment', 'user'], suppress: true},
    again('Reverted twice', 'Olga', 'Good text.', '20240401120000', 'start'),
    again('Reverted twice', '203.0.113.99', 'Bad text.', '20240402120000', ''),
    again('Reverted twice', 'Henrik', 'Good text.', '20240402130000', 'Reverted edits by 203.0.113.99'),
    {do: 'watch', at: '20250612120000', by: 'Olga', titles: ['Sandbox', 'Protected', 'New name', 'Hidden revisions', 'User:Olga']},
    {do: 'watch', at: '20250612120000', by: 'Olga', titles: ['Crossed edits'], expiry: FAR},
    {do: 'watch', at: '20250612120000', by: 'Henrik', titles: ['Sandbox']},
  ];
}

function blocks(): SeedEvent[] {
  const at = '20250301120000';
  return [
    {do: 'block', at, by: 'Sol', target: 'Blair', expiry: FAR, reason: '[[Project:About|Vandalism]]: inserting nonsense'},
    {do: 'block', at, by: 'Sol', target: 'Paula', expiry: 'infinity', reason: 'Edit war', pages: ['Sandbox', 'Crossed edits'], namespaces: [4], allowCreate: true},
    {do: 'block', at, by: 'Sol', target: 'Ulf', expiry: 'infinity', reason: 'Spam links', noTalk: true, noEmail: true},
    {do: 'block', at, by: 'Admin', target: '198.51.100.0/24', expiry: FAR, reason: 'Open proxies', anonOnly: true},
    {do: 'block', at, by: 'Admin', target: '203.0.113.7', expiry: FAR, reason: 'Uploads of others\' photographs', actions: ['upload', 'move'], allowCreate: true},
    {do: 'block', at, by: 'Sol', target: 'A Name Nobody Should See', expiry: 'infinity', reason: 'insulting name', hide: true},
    {do: 'block', at: '20250201120000', by: 'Admin', target: 'Henrik', expiry: '20250301000000', reason: 'by mistake'},
    {do: 'unblock', at: '20250201120500', by: 'Admin', target: 'Henrik', reason: 'my mistake'},
  ];
}

/** 240 revisions of one page, for histories, long ranges and blame. */
function longHistory(): SeedEvent[] {
  const random = randomOf(prng(240));
  const lines = ['The log of the harbour master.', ''];
  return Array.from({length: 240}, (_, index) => {
    const at = new Date(Date.UTC(2023, 0, 3, 7, 12) + index * 3 * 86_400_000);
    const kind = random.int(1, 10);
    if (kind < 8 || lines.length < 6) lines.push(`* ${at.toISOString().slice(0, 10)}: ${random.int(1, 40)} ships in harbour, wind ${random.pick(['north', 'east', 'south', 'west'])} ${random.int(1, 9)}.`);
    else if (kind === 8) lines.splice(random.int(2, lines.length - 1), 1);
    else lines[random.int(2, lines.length - 1)] += ' Corrected.';
    const by = random.pick(['Olga', 'Henrik', 'Admin', 'Sol', 'Tove', 'Iris']);
    return {do: 'revision', at: stamp(at), by, title: 'Harbour log', text: lines.join('\n'), reason: kind < 8 ? 'entry' : 'correction', minor: kind >= 8};
  });
}

function files(): SeedEvent[] {
  const licence = (what: string): string => `== Summary ==\n${what}\n\n== Licensing ==\nMade for tests.\n\n[[Category:Pictures]]`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200"><rect width="320" height="200" fill="#cfe8f7"/><path d="M0 140 Q80 90 160 130 T320 110 V200 H0Z" fill="#8fb573"/><circle cx="220" cy="118" r="6" fill="#b32424"/></svg>\n`;
  const upload = (title: string, at: string, by: string, picture: (SeedEvent & {do: 'upload'})['picture'], reason: string, text = licence(reason)): SeedEvent => ({
    do: 'upload', at, by, title, picture, reason, text,
  });
  return [
    upload('Lighthouse at dusk.png', '20230401120000', 'Olga', {kind: 'png', width: 640, height: 480, hue: 20}, 'A lighthouse at dusk'),
    upload('Lighthouse at dusk.png', '20230501120000', 'Henrik', {kind: 'png', width: 800, height: 600, hue: 30}, 'better light'),
    upload('Bridge in winter.jpg', '20230402120000', 'Henrik', {kind: 'jpg', width: 1600, height: 900, hue: 210}, 'A bridge in winter'),
    upload('Small flag.png', '20230403120000', 'Iris', {kind: 'png', width: 32, height: 20, hue: 350}, 'A flag'),
    upload('Map of the coast.svg', '20230404120000', 'Olga', {kind: 'svg', source: svg}, 'A map'),
    upload('תמונה ראשונה 图片.png', '20230405120000', 'Olga', {kind: 'png', width: 120, height: 80, hue: 120}, 'A name in other scripts'),
  ];
}
