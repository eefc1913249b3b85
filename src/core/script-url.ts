/** Where the wiki's other scripts are: beside api.php. A file of its own, so that who only names one loads no more. */
import type {Session} from './session.js';

/** The absolute URL of the script. */
export const scriptUrl = ({apiUrl}: Session, script: 'index' | 'rest'): string => apiUrl.replace(/api\.php\d*$/, `${script}.php`);
