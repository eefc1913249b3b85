/** Ways to be somebody. */
export {type AccountLogin, clientlogin} from './clientlogin.js';
export {type BotPasswordLogin, type LoggedIn, login} from './login.js';
export {logout} from './logout.js';
