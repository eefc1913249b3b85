/** A draft as a form keeps it. */
import type {DraftRecord} from './record.js';

export const minute = 60_000;
export const day = 1440 * minute;

export const draft = (parts: Partial<DraftRecord> = {}): DraftRecord => ({
  wiki: 'https://wiki.example/w/api.php',
  user: 'Alice',
  title: 'Simple',
  section: undefined,
  id: 'a',
  pageid: 2,
  heading: undefined,
  base: {revid: 2, text: 'One.\n\nTwo.\n'},
  text: 'One.\n\nTwo, changed.\n',
  subject: '',
  summary: 'why',
  minor: false,
  watch: true,
  at: Date.now(),
  ...parts,
});
