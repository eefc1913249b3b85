/** What most users never see, in a file of its own. */
export {renderCaptcha} from './captcha-view.js';
export {renderConflict} from './conflict-view.js';
