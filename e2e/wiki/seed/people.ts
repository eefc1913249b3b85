/** User pages and talk: signatures as MediaWiki writes them, or DiscussionTools finds no comments. */
import {stamp, type SeedEvent} from './types.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function signature(user: string, at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} (UTC)`;
  return `[[User:${user}|${user}]] ([[User talk:${user}|talk]]) ${time}`;
}

/** A page grown comment by comment. Depth 0 begins a thread with a heading. */
function thread(title: string, start: number, comments: [by: string, depth: number, text: string][]): SeedEvent[] {
  let text = '';
  return comments.map(([by, depth, said], index) => {
    const at = new Date(start + index * 5_400_000);
    const [heading, body] = depth === 0 ? said.split('|') : ['', said];
    text += depth === 0 ? `${text ? '\n\n' : ''}== ${heading} ==\n${body} ${signature(by, at)}` : `\n${':'.repeat(depth)}${said} ${signature(by, at)}`;
    return {do: 'revision', at: stamp(at), by, title, text, reason: depth === 0 ? `/* ${heading} */ new section` : 'Reply'};
  });
}

export function peopleEvents(someTown: string, someLighthouse: string): SeedEvent[] {
  const page = (title: string, by: string, text: string, day: string): SeedEvent => ({do: 'revision', at: `${day}101500`, by, title, text, reason: 'my page'});
  return [
    ...thread(`Talk:${someTown}`, Date.UTC(2024, 3, 2, 9), [
      ['Olga', 0, 'Population|Is the figure in the box from the last census?'],
      ['Henrik', 1, 'It is from the one before. I could not find a newer one.'],
      ['Olga', 2, 'The town hall has it on paper; I shall ask.'],
      ['Iris', 1, 'Until then a note in the text would do.'],
      ['Sol', 0, 'Photograph|The picture is of another town.'],
      ['Henrik', 1, 'Thank you, replaced.'],
      ['Olga', 2, 'Much better.'],
    ]),
    ...thread(`Talk:${someLighthouse}`, Date.UTC(2024, 5, 11, 17), [
      ['Henrik', 0, 'Height of the tower|Two sources, two heights. Above the sea, or above the ground?'],
      ['Nils', 1, 'Above the ground, I think.'],
    ]),
    ...thread('Project:Village pump', Date.UTC(2024, 8, 1, 8), [
      ['Admin', 0, 'Welcome|Questions about the wiki are answered here.'],
      ['Nils', 0, 'How do I add a picture?|I have a photograph of a bridge.'],
      ['Olga', 1, 'With <code><nowiki>[[File:Name.jpg]]</nowiki></code>, after uploading it.'],
      ['Nils', 2, 'Thanks!'],
    ]),
    ...thread('User talk:Nils', Date.UTC(2025, 5, 1, 12), [['Olga', 0, 'Welcome|Good to have you here, Nils.']]),
    ...thread('User talk:Blair', Date.UTC(2025, 2, 1, 12), [['Sol', 0, 'Block|You have been blocked for inserting nonsense.']]),
    page('User:Olga', 'Olga', "I write about '''rivers'''. See [[/notes]].", '20230105'),
    page('User:Olga/notes', 'Olga', '* measure the weir\n* ask for the census', '20230105'),
    page('User:Olga/common.js', 'Olga', "// my own script\nmw.config.set('wgOlgaWasHere', true);", '20230106'),
    page('User:Olga/common.css', 'Olga', '/* my own style */\n#p-logo { opacity: 0.9; }', '20230106'),
    page('User:Olga/data.json', 'Olga', '{"rivers":["Hal","Brem"]}', '20230106'),
    page('User:Henrik', 'Henrik', 'Lighthouses, mostly.', '20230211'),
    page('User:Iris', 'Iris', 'I look after the scripts.', '20230211'),
    page('User:Robin', 'Robin', 'A bot that mends spelling. Run by [[User:Admin|Admin]].', '20230211'),
    page('User:Nils', 'Nils', 'Hello, I am new here.', '20250601'),
  ];
}
