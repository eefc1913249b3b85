/** What most users never see, in a file of its own with its words. */
import {bundle} from '../../i18n/messages.js';
import en from '../../i18n/rare/en.json' with {type: 'json'};

export {renderCaptcha} from './captcha-view.js';
export {renderConflict} from './conflict-view.js';
export {Merging} from './merging.js';

bundle(en);
