/** All elements. Importing this registers them. */
export {askAhead, type AskAheadOptions} from './ahead/ahead.js';
export {wikiContext} from './context.js';
export {WikiDialog} from './dialog/dialog.js';
export {type DialogCloseReason, WikiDialogCloseEvent} from './dialog/events.js';
export {type DiffState, WikiDiff} from './diff/diff.js';
export {WikiDiffActedEvent, WikiDiffActionEvent, WikiDiffNavigateEvent, WikiDiffRevertEvent, WikiDiffShownEvent} from './diff/events.js';
export {type DraftsState, WikiDrafts} from './drafts/drafts.js';
export {WikiDraftOpenEvent} from './drafts/events.js';
export {type EditFormState, WikiEditForm} from './edit-form/edit-form.js';
export type {WikiRefreshedEvent} from './edit-form/refresh/refreshed-event.js';
export {WikiCancelEvent, WikiOpenedEvent, WikiSavedEvent, WikiSaveEvent, WikiStateEvent} from './events.js';
export {WikiLoggedInEvent, WikiLoginRedirectEvent} from './login/events.js';
export {type LoginByOAuth, type LoginState, WikiLogin} from './login/login.js';
export {WikiProvider} from './provider/provider.js';
