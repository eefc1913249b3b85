/** All elements. Importing this registers them. */
export {wikiContext} from './context.js';
export {type EditFormState, WikiEditForm} from './edit-form/edit-form.js';
export {WikiCancelEvent, WikiLoggedInEvent, WikiLoginRedirectEvent, WikiOpenedEvent, WikiSavedEvent, WikiSaveEvent} from './events.js';
export {type LoginByOAuth, type LoginState, WikiLogin} from './login/login.js';
export {WikiProvider} from './provider/provider.js';
