/** Times and numbers in the language of the interface; until that is known, in the browser's. */
import {inLanguage} from '../../../i18n/expand.js';

export const dateTime = (timestamp: string, lang: string | undefined): string => inLanguage(lang, (known) => new Date(timestamp).toLocaleString(known, {dateStyle: 'medium', timeStyle: 'short'}));

export const formatted = (value: number, lang: string | undefined): string => inLanguage(lang, (known) => value.toLocaleString(known));
