/** All elements. Importing this registers them. */
export {wikiContext} from './context.js';
export {type EditFormState, WikiEditForm} from './edit-form/edit-form.js';
export {WikiCancelEvent, WikiOpenedEvent, WikiSavedEvent, WikiSaveEvent} from './events.js';
export {WikiProvider} from './provider/provider.js';
